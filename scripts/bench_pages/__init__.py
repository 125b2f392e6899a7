"""How fast the public pages are, at 1,000, 10,000 and 50,000 developments, against a bare page: `make bench-pages`."""

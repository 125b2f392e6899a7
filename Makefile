# Each target calls a script that runs as well where make is missing.
.PHONY: install demo test compile browser score score-sealed bench bench-pages bench-desk

install:  ## The environment alone: .venv, gazetteer, static files
	@scripts/install

demo:  ## A running site with sample reports; PORT=8000
	@scripts/demo

test:  ## Lint, types, layers, migrations and all tests; says what it skipped and why
	@scripts/test

compile:  ## The reader in C, nearly twice as fast; wants a C compiler, some minutes, and again after an upgrade
	@scripts/compile

browser:  ## A Chromium for the browser tests, by apt
	@scripts/browser

score:  ## The score on the open corpus, per field with 95 % intervals, kept for the tests
	@scripts/score --keep

score-sealed:  ## Totals on the sealed corpus, never its misses: once a release
	@scripts/score-sealed

bench:  ## How fast the reader is, places included, and what hostile texts cost it
	@.venv/bin/python scripts/bench.py

bench-pages:  ## How fast the public pages are at 1,000, 10,000 and 50,000 developments, against a bare page
	@.venv/bin/python -m scripts.bench_pages

bench-desk:  ## How fast the desk is with 500 reports waiting, and how many queries each page asks
	@.venv/bin/python scripts/bench_desk.py

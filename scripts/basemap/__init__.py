"""Building the offline basemap: sources in, small script modules with packed lines out."""

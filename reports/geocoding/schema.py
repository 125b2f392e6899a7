"""The gazetteer file: its tables, and the ranks and kinds of what is in it."""

# Rank: the rest of the world (small towns and districts, asked for only where a name is known to be one), a town of the
# world, a place of a country at war, an entry of our theatre files, a place of the editors.
REST, WORLD, FULL, THEATRE, EDITORS = -1, 0, 1, 2, 3

RUSSIAN = "~"  # before the key that a town in Ukraine shares with its Russian name

UNSOURCED = "unsourced"  # the origin of a theatre entry whose spot was set from memory of maps

SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL, ref TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    country TEXT, admin1 TEXT NOT NULL, latitude REAL, longitude REAL, population INTEGER NOT NULL, radius_km REAL,
    rank INTEGER NOT NULL, origin TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS spelling (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS loose (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS opening (word TEXT PRIMARY KEY, longest INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS point (place INTEGER PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL);
CREATE INDEX IF NOT EXISTS place_by_source ON place (source, ref);
"""

_CITY, _TOWN = 50_000, 5_000

# How far off a place of each kind can be when its entry does not say, in kilometres.
RADIUS = {
    "city": 5.0, "town": 3.0, "village": 2.0, "neighbourhood": 2.0, "district": 10.0, "province": 100.0,
    "region": 150.0, "country": 500.0, "airport": 2.0, "base": 2.0, "river": 200.0, "crossing": 2.0, "site": 2.0,
    "road": 50.0,
}  # fmt: skip

# UCDP's where_prec: 1 exact, 2 within about 25 km, 3 second-order unit, 4 first-order unit, 5 a line or an area,
# 6 country.
WHERE_PREC = {
    "city": 1, "town": 1, "village": 1, "neighbourhood": 1, "district": 3, "province": 4, "region": 5, "country": 6,
    "airport": 1, "base": 1, "river": 5, "crossing": 1, "site": 1, "road": 5,
}  # fmt: skip


def kind_of_town(population: int) -> str:
    """City, town or village, by the number of people."""
    return "city" if population >= _CITY else "town" if population >= _TOWN else "village"

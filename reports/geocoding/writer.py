"""Places on their way into the gazetteer file: one entry each, with a key for each of its spellings."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from reports.extraction.folding import fold, folded_words, loosen, russian_key

from .schema import REST, RUSSIAN, WORLD

_BATCH = 500_000  # spellings held until they are written in the order of the index, which is much faster
_TOWNS = ("city", "town", "village")
LONGEST = 6  # words in a name; longer alternates of GeoNames are titles, not names


@dataclass(slots=True)
class Entry:
    """One place on its way into the file. `origin` says where its coordinates come from."""

    source: str
    ref: str
    name: str
    kind: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    radius_km: float | None = None
    admin1: str = ""
    rank: int = WORLD
    origin: str = ""
    names: set[str] = field(default_factory=set)


class Writer:
    """Puts entries into the file's tables, with a key for each of their spellings."""

    def __init__(self, db: sqlite3.Connection, not_a_name: Iterable[str] = ()) -> None:
        self.db = db
        self.places = db.execute("SELECT coalesce(max(id), 0) FROM place").fetchone()[0]
        self.openings: dict[str, int] = {}
        self.read: set[str] = set()  # the keys of what reports are read with: all but the rest of the world
        self.spellings: list[tuple[str, int, int]] = []  # key, place, whether it is the chief name; written in batches
        self.not_a_name = {fold(name) for name in not_a_name}

    def add_all(self, entries: Iterable[Entry]) -> None:
        """Add the entries, each with all spellings it has."""
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> int:
        """Add one entry; returns its id in the file."""
        self.places += 1
        self.db.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self.places, entry.source, entry.ref, entry.name, entry.kind, entry.country, entry.admin1, entry.latitude,
             entry.longitude, entry.population, entry.radius_km, entry.rank, entry.origin),
        )  # fmt: skip
        self.spell(self.places, entry)
        return self.places

    def spell(self, place: int, entry: Entry, main: bool = True) -> None:
        """Write the keys of the entry's spellings for the place with that id; `main`: its name is the chief one."""
        own = fold(entry.name)
        keys: dict[str, int] = {}
        for name in (entry.name, *entry.names):
            words = folded_words(name)
            key = "".join(words)
            if not words or len(words) > LONGEST or (key in self.not_a_name and key != own):
                continue
            keys[key] = int(main and key == own) or keys.get(key, 0)
            if entry.rank > REST:
                self.openings[words[0]] = max(self.openings.get(words[0], 0), len(words))
        if entry.rank > REST:
            self.read.update(keys)
        self.spellings += ((key, place, chief) for key, chief in keys.items())
        if len(self.spellings) > _BATCH:
            self._write_spellings()
        if entry.country == "UA" and entry.rank > WORLD and entry.kind in _TOWNS:
            self.spellings.append((RUSSIAN + russian_key(entry.name), place, 0))
        if entry.rank > WORLD:
            coarse = {loosen(key) for key in keys if len(key) > 5 and key.isascii()}
            self.db.executemany("INSERT OR IGNORE INTO loose VALUES (?, ?)", [(key, place) for key in coarse])

    def _write_spellings(self) -> None:
        self.db.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?)", sorted(self.spellings))
        self.spellings.clear()

    def finish(self) -> None:
        """Write what waits, and how many words the names have that open with a word."""
        self._write_spellings()
        self.db.executemany(
            "INSERT INTO opening VALUES (?, ?) "
            "ON CONFLICT (word) DO UPDATE SET longest = max(longest, excluded.longest)",
            self.openings.items(),
        )

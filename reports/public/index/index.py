"""Developments in the order of lists, and for each thing one can filter by who has which value."""

from collections.abc import Hashable, Sequence
from datetime import date, datetime
from functools import cached_property

import numpy as np

from reports.models.vocabulary import Scope

from .columns import GRADES, KINDS, ROLES, STATUSES, TYPES, Columns, instant, latest_told
from .names import Names, Record
from .pairs import Pairs, expanded
from .spots import Spots
from .table import Table
from .weights import Weights


class Index:
    """What is public at a moment. Parts of what is not public itself hang nowhere and are left out."""

    def __init__(
        self, columns: Columns, names: Names, weights: Weights, *, generation: str, built: datetime, until: datetime
    ):
        """`until` is the instant at which it must be made anew even if nothing changed."""
        self.moment, self.generation, self.built, self.until = weights.moment, generation, built, until
        self.names, self.columns, self.weights = names, columns, weights
        one = columns.developments
        newest = np.lexsort((one["start"], one["report"], -one["reported"], -latest_told(one)))
        self.developments = _known(one.take(newest), "source", names.sources)
        self.size = len(newest)
        self._by_pk = np.argsort(self.developments["pk"])
        linked = _known(self._hung(columns.fronts), "front", names.fronts)
        self.fronts = linked.take(linked["front"] > 0)
        self.places = self._hung(columns.places)
        self.involvements = _known(self._hung(columns.involvements), "group", names.groups)
        self.figures = _known(self._hung(columns.figures), "source", names.sources)
        self.controls = self._hung(columns.controls)

    def holds(self, now: datetime) -> bool:
        return self.built <= now < self.until

    def positions(self, pks: np.ndarray) -> np.ndarray:
        """Where developments stand, by primary key; -1 for one that is not public."""
        if not self.size:
            return np.full(len(pks), -1)
        sorted_pks = self.developments["pk"][self._by_pk]
        found = np.minimum(np.searchsorted(sorted_pks, pks), self.size - 1)
        return np.where(sorted_pks[found] == pks, self._by_pk[found], -1)

    def _hung(self, table: Table) -> Table:
        """Parts with the position (`at`) of their development."""
        at = self.positions(table["development"])
        return table.with_column("at", at).take(at >= 0)

    @cached_property
    def spots(self) -> Spots:
        """The points of the map."""
        return Spots(self.places.take(~np.isnan(self.places["latitude"])), self.developments["type"])

    @cached_property
    def primary_front(self) -> np.ndarray:
        """The front (primary key) that each development counts for; 0 for none."""
        primary = np.zeros(self.size, dtype=np.int64)
        links = self.fronts.take(np.argsort(self.fronts["primary"], kind="stable"))
        primary[links["at"]] = links["front"]
        return primary

    @cached_property
    def last_heard(self) -> dict[int, date]:
        """The day (UTC) of the newest report on each front, by primary key."""
        fronts, row = np.unique(self.fronts["front"], return_inverse=True)
        newest = np.zeros(len(fronts), dtype=np.int64)
        np.maximum.at(newest, row, self.developments["reported"][self.fronts["at"]])
        return {front: instant(last).date() for front, last in zip(fronts.tolist(), newest.tolist(), strict=True)}

    def fronts_with(self, reports: set[int]) -> set[int]:
        """The fronts that developments of these reports count for, 0 for none."""
        mine = np.isin(self.developments["report"], np.fromiter(reports, np.int64, len(reports)))
        return set(self.primary_front[mine].tolist())

    @cached_property
    def panels_things_and_lines(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Of each figure, numbers of the panel and of the line that it may be drawn in; between them, of the thing
        that the line counts, whoever says it, as a running toll or as a level."""
        both = list(zip(self.figures["panel"], self.figures["line"], strict=True))
        things = [(_as_it_stands(panel), line.rpartition("|")[0]) for panel, line in both]  # the source stands last
        return _numbered(self.figures["panel"]), _numbered(things), _numbered(both)

    # --- Who has which value ------------------------------------------------------------------------------------------

    @cached_property
    def by_country(self) -> Pairs:
        """The country of its places; where it has none, that of its fronts; failing these, of the heading above it."""
        codes = {iso2: number for number, iso2 in enumerate(self.names.countries)}
        places = self.places.take(self.places["country"] != "")
        placed = _mask(self.size, places["at"])
        loose = self.fronts.take(~placed[self.fronts["at"]])
        rows, on_front = expanded(
            self._numbers(loose["front"], self.names.fronts),
            [[codes[iso2] for iso2 in self.names.countries_of_front.get(pk, ())] for pk in self.names.fronts],
        )
        fronted = placed | _mask(self.size, loose["at"][rows])
        bare = np.flatnonzero(~fronted & (self.developments["country"] != ""))
        at = np.concatenate([places["at"], loose["at"][rows], bare])
        of_place, of_heading = (
            np.fromiter((codes[iso2] for iso2 in column), np.int64, len(column))
            for column in (places["country"], self.developments["country"][bare])
        )
        return Pairs(at, np.concatenate([of_place, on_front, of_heading]), list(codes), self.size)

    @cached_property
    def by_front(self) -> Pairs:
        return self._by_record(self.fronts["at"], self.fronts["front"], self.names.fronts)

    @cached_property
    def taking_part(self) -> Table:
        """Involvements (`at`, `role`, and `group` by number), each for the group and for all that it is part of."""
        own = self.involvements.take(self.involvements["group"] > 0)
        number = {pk: number for number, pk in enumerate(self.names.groups)}
        above = [[number[one] for one in self.names.above[pk]] for pk in self.names.groups]
        rows, groups = expanded(self._numbers(own["group"], self.names.groups), above)
        return Table({"at": own["at"][rows], "role": own["role"][rows], "group": groups})

    def by_group(self, roles: Sequence[str] = ()) -> Pairs:
        """The groups that take part, in one of the roles where some are given."""
        if not roles:
            return self.by_any_group
        return self._by_group(tuple(roles))

    @cached_property
    def by_any_group(self) -> Pairs:
        return self._by_group(())

    def _by_group(self, roles: tuple[str, ...]) -> Pairs:
        table = self.taking_part
        if roles:
            table = table.take(np.isin(table["role"], [ROLES.index(role) for role in roles]))
        return Pairs(table["at"], table["group"], [record.slug for record in self.names.groups.values()], self.size)

    def by_role(self, groups: Sequence[str] = ()) -> Pairs:
        """The roles of groups, of some where they are given."""
        table = self.involvements
        if groups:
            numbers = [number for number, one in enumerate(self.names.groups.values()) if one.slug in groups]
            table = self.taking_part.take(np.isin(self.taking_part["group"], numbers))
        return Pairs(table["at"], table["role"], ROLES, self.size)

    @cached_property
    def by_type(self) -> Pairs:
        return Pairs(np.arange(self.size), self.developments["type"], TYPES, self.size)

    @cached_property
    def by_figure_kind(self) -> Pairs:
        return Pairs(self.figures["at"], self.figures["kind"], KINDS, self.size)

    @cached_property
    def by_status(self) -> Pairs:
        return Pairs(np.arange(self.size), self.developments["status"], STATUSES, self.size)

    @cached_property
    def by_source(self) -> Pairs:
        """Who says the sentence, or one of its figures."""
        at = np.concatenate([np.arange(self.size), self.figures["at"]])
        source = np.concatenate([self.developments["source"], self.figures["source"]])
        return self._by_record(at[source > 0], source[source > 0], self.names.sources)

    @cached_property
    def by_grade(self) -> Pairs:
        """The grades of a development's figures and control claims."""
        weighed = self.weights.of(set(self.primary_front.tolist()))
        pks = np.concatenate([self.figures["pk"], self.controls["pk"]])
        at = np.concatenate([self.figures["at"], self.controls["at"]])
        grades = [GRADES.index(weighed[pk].grade) if pk in weighed else -1 for pk in pks.tolist()]
        numbers = np.array(grades, dtype=np.int64)
        return Pairs(at[numbers >= 0], numbers[numbers >= 0], GRADES, self.size)

    @cached_property
    def by_place(self) -> Pairs:
        return Pairs.encoded(self.places["at"], self.places["key"], self.size)

    @cached_property
    def place_names(self) -> dict[str, tuple[str, str]]:
        """The places by their word in addresses: name and country code."""
        names: dict[str, tuple[str, str]] = {}
        for key, name, iso2 in zip(*(self.places[column] for column in ("key", "name", "country")), strict=True):
            if key and key not in names:
                names[key] = name, iso2
        return names

    # --- What sentences say -------------------------------------------------------------------------------------------

    @cached_property
    def words(self) -> tuple[np.ndarray, np.ndarray]:
        """All words in order by number, and the position of the development that each stands in."""
        each = self.developments["words"]
        lengths = np.fromiter(map(len, each), np.int64, len(each))
        flat = np.concatenate(list(each)) if len(each) else np.zeros(0, dtype=np.int32)
        return flat, np.repeat(np.arange(self.size), lengths)

    def of_owner(self, kind: str, pk: int | str) -> np.ndarray:
        """Developments that speak of a country, front, group, source or place of the register."""
        if kind == "country":
            return self.by_country.having([str(pk)])
        if kind == "place":
            return _mask(self.size, self.places["at"][self.places["place"] == pk])
        pairs, records = {
            "front": (self.by_front, self.names.fronts),
            "group": (self.by_any_group, self.names.groups),
            "source": (self.by_source, self.names.sources),
        }[kind]
        return pairs.having([records[int(pk)].slug])

    def _by_record(self, at: np.ndarray, pks: np.ndarray, records: dict[int, Record]) -> Pairs:
        return Pairs(at, self._numbers(pks, records), [record.slug for record in records.values()], self.size)

    @staticmethod
    def _numbers(pks: np.ndarray, records: dict[int, Record]) -> np.ndarray:
        """Primary keys as places in the (ordered) records."""
        return np.searchsorted(np.fromiter(records, np.int64, len(records)), pks)


def _known(table: Table, column: str, records: dict[int, Record]) -> Table:
    """The table with 0 in place of keys that the names do not hold: something that was made while both were read."""
    pks = table[column]
    return table.with_column(column, np.where(np.isin(pks, np.fromiter(records, np.int64, len(records))), pks, 0))


def _as_it_stands(panel: str) -> str:
    """One key for the running toll and the level of a kind."""
    return panel.replace(f"|{Scope.CUMULATIVE}|", f"|{Scope.LEVEL}|", 1)


def _numbered(keys: Sequence[Hashable] | np.ndarray) -> np.ndarray:
    """A number for each key, from 0; equal for equal ones."""
    numbers: dict[Hashable, int] = {}
    return np.fromiter((numbers.setdefault(key, len(numbers)) for key in keys), np.int64, len(keys))


def _mask(size: int, at: np.ndarray) -> np.ndarray:
    mask = np.zeros(size, dtype=bool)
    mask[at] = True
    return mask

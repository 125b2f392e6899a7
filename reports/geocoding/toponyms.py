"""Choose a place for each name of a text, when it is given which words are names: of a town, a river, a country.

The finder plays no part here, and neither do the rules that keep namesakes off the map of a war: every name is a
place, somewhere in the world, and the best of its candidates is the answer. Three things speak for a candidate: how
many people such a name usually means (`likelihood`), the province or country that stands right behind it ("Troy,
N.Y."), and the other names of the text, whose candidates vote for their country, their province and what lies near.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .gazetteer import Gazetteer, Row
from .geometry import km_between
from .likelihood import chances, likelihood
from .short_names import Name, ShortNames

_ROUNDS = 4  # in which the names vote; they agree by then
_MOST = 60  # candidates of one name
_MENTIONED = 0.3  # the least weight of a name that only the context holds: it says more where few were asked for
_HELD, _NOT_HELD = 5.0, -1.0  # in or out of the province that stands behind the name
_NEAR_KM = 60.0
_BEHIND = re.compile(r"\s*(?:,\s*|\(\s*|\bin\s+(?:the\s+)?|\bof\s+)((?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*){0,3})")
_CAPITALISED = re.compile(r"(?:[A-Z](?:\.[A-Z])+\.?|[A-Z][\w'’-]*\.?)(?:\s+(?:of\s+)?[A-Z][\w'’-]*\.?){0,3}")


@dataclass(slots=True)
class Asked:
    """One name of the text: its candidates, what speaks for each by itself, and how likely each is in the end."""

    rows: list[Row]
    alone: list[float]
    weight: float
    chance: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Chosen:
    """The row for a name, and the other candidates, best first. `stands_in`: no gazetteer knows the name; the row is
    the place that a part of it names, or the one that the text is most about.
    """

    row: Row
    others: list[Row] = field(default_factory=list)
    stands_in: bool = False


class Toponyms:
    """The names of one text, chosen together. `countries` (ISO 3166-1 alpha-2) narrow the answers."""

    def __init__(
        self, names: Iterable[str], context: str, gazetteer: Gazetteer, short: ShortNames, countries: Iterable[str] = ()
    ) -> None:
        self.context, self.gazetteer, self.short = context, gazetteer, short
        self.countries = {code.upper() for code in countries}
        self.asked = {name: self._ask(name, 1.0) for name in dict.fromkeys(names)}
        mentioned = max(_MENTIONED, 1.0 / max(len(self.asked), 1))
        for name in self._mentioned():
            if name not in self.asked:
                self.asked[name] = self._ask(name, mentioned)
        self._settle()

    def choose(self, name: str) -> Chosen | None:
        """The place that a name given means here; None where nothing is known of it or of its text."""
        asked = self.asked[name]
        if not asked.rows:
            return self._stand_in(name)
        order = sorted(range(len(asked.rows)), key=lambda k: (-asked.chance[k], asked.rows[k].id))
        rows = [asked.rows[k] for k in order]
        return Chosen(rows[0], rows[1:5])

    def _ask(self, text: str, weight: float) -> Asked:
        holders = self._behind(text)
        for reading in self.short.readings(text):
            rows = [r for r in self._rows(reading) if not self.countries or r.country in self.countries][:_MOST]
            if rows:
                alone = [likelihood(row, reading, self.short) + _held(row, holders) for row in rows]
                return Asked(rows, alone, weight, chances(alone))
        return Asked([], [], weight)

    def _rows(self, reading: Name) -> list[Row]:
        if reading.country:
            return self.gazetteer.unit(reading.country, reading.admin1)
        return list(self.gazetteer.world_rows(reading.text))

    # --- what stands behind a name: "Troy, N.Y.", "Paris, Texas", "Springfield in Illinois" ---

    def _behind(self, name: str) -> list[Row]:
        for found in re.finditer(rf"\b{re.escape(name)}(?!\w)", self.context):
            behind = _BEHIND.match(self.context, found.end())
            words = behind[1].split() if behind else []
            for length in range(len(words), 0, -1):
                if holders := self._holders(" ".join(words[:length])):
                    return holders
        return []

    def _holders(self, words: str) -> list[Row]:
        for reading in self.short.readings(words, behind=True):
            kinds = ("country", "province", "district")
            rows = [r for r in self._rows(reading) if r.kind in kinds and (r.main or r.kind != "district")]
            if rows:
                return rows
        return []

    # --- the other names ---

    def _mentioned(self) -> Iterator[str]:
        """Names in the context that can hardly be anything but a place: countries, provinces, short forms, cities."""
        for match in _CAPITALISED.finditer(self.context):
            words = match[0].split()
            at = 0
            while at < len(words):
                for end in range(len(words), at, -1):
                    name = " ".join(words[at:end])
                    if not self.short.knows(name) and name.count(".") == 1:
                        name = name.rstrip(".")
                    if name in self.asked or self._speaks(name):
                        yield name
                        at = end
                        break
                else:
                    at += 1

    def _speaks(self, name: str) -> bool:
        return self.short.knows(name) or any(_well_known(row) for row in self.gazetteer.world_rows(name))

    def _settle(self) -> None:
        for _ in range(_ROUNDS):
            votes = self._votes()
            for name, asked in self.asked.items():
                pairs = zip(asked.rows, asked.alone, strict=True)
                asked.chance = chances([alone + _support(row, name, votes) for row, alone in pairs])

    def _votes(self) -> dict[str, list[tuple[Row, float]]]:
        """For each name its likeliest rows with their chance, weighted."""
        votes = {}
        for name, asked in self.asked.items():
            likely = sorted(zip(asked.rows, asked.chance, strict=True), key=lambda pair: -pair[1])[:4]
            votes[name] = [(row, chance * asked.weight) for row, chance in likely if chance > 0.05]
        return votes

    # --- a name that no gazetteer has ---

    def _stand_in(self, name: str) -> Chosen | None:
        votes = self._votes()
        focus = self._focus(votes)
        words = name.split()
        for length in range(len(words) - 1, 0, -1):
            for at in range(len(words) - length, -1, -1):
                part = self._part(" ".join(words[at : at + length]), focus, votes)
                if part:
                    return Chosen(part, stands_in=True)
        return Chosen(focus, stands_in=True) if focus else None

    def _part(self, part: str, focus: Row | None, votes: dict[str, list[tuple[Row, float]]]) -> Row | None:
        """ "Stanford" of "Stanford University": a province or country, a city, or a town where the text is at home."""
        if not part[:1].isupper() or len(part) < 4:
            return None
        asked = self.asked.get(part) or self._ask(part, 1.0)
        if not asked.rows:
            return None
        scores = [alone + _support(row, part, votes) for row, alone in zip(asked.rows, asked.alone, strict=True)]
        row = asked.rows[scores.index(max(scores))]
        if row.kind in ("country", "province"):
            return row
        if focus is None or row.country != focus.country or row.population < 1000:
            return None
        return row if row.admin1 == focus.admin1 or row.population >= 100_000 else None

    def _focus(self, votes: dict[str, list[tuple[Row, float]]]) -> Row | None:
        """The place that the text is most about: the one that most of the others speak for."""
        best, most = None, 0.0
        for name, voters in votes.items():
            for row, chance in voters:
                about = chance * (1.0 + _support(row, name, votes)) * (0.5 if row.kind == "country" else 1.0)
                if about > most:
                    best, most = row, about
        return best


def _support(row: Row, name: str, votes: dict[str, list[tuple[Row, float]]]) -> float:
    """What the other names say for a candidate of `name`: their votes count less the more there are."""
    country = province = near = 0.0
    for other, voters in votes.items():
        if other == name:
            continue
        for voter, weight in voters:
            if voter.country != row.country:
                continue
            country += weight
            if voter.kind == "country":
                continue
            province += weight * bool(row.admin1 and voter.admin1 == row.admin1)
            if voter.kind != "province" and (km := _apart(row, voter)) is not None:
                near += weight * math.exp(-km / _NEAR_KM)
    return 1.5 * math.log1p(country) + 2.0 * math.log1p(1.5 * province) + 1.8 * math.log1p(3.0 * near)


def _held(row: Row, holders: list[Row]) -> float:
    if not holders:
        return 0.0
    return _HELD if any(_inside(row, holder) for holder in holders) else _NOT_HELD


def _inside(row: Row, holder: Row) -> bool:
    if row.country != holder.country or row.id == holder.id:
        return False
    if holder.kind == "country":
        return True
    if row.kind in ("country", "province"):
        return False
    if holder.kind == "province" and row.admin1 and holder.admin1:
        return row.admin1 == holder.admin1
    km = _apart(row, holder)
    return km is not None and km < 1.3 * max(holder.radius_km or 0.0, 10.0)


def _apart(a: Row, b: Row) -> float | None:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return km_between((a.latitude, a.longitude), (b.latitude, b.longitude))


def _well_known(row: Row) -> bool:
    large = row.kind == "country" or (row.kind == "province" and (row.radius_km or 0.0) >= 30)
    return bool(row.main) and (large or row.population >= 100_000)

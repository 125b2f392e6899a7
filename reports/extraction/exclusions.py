"""Numbers that count nothing: clock times, ages, durations, names, money, phone numbers, years."""

from __future__ import annotations

import re

from .ages import is_age
from .cues import cue
from .lexicon import Lexicon
from .model import Token
from .number_names import NumberNames
from .number_neighbours import Neighbours
from .number_values import Number

_AGES = tuple(sorted(cue("kinds", "spells")))
_CALIBRES = cue("exclusions", "calibres")
_COMPARED = cue("exclusions", "compared")
_PARENTS = cue("kinds", "parents")
_PRICE = re.compile(r"[A-Z][A-Za-z]{0,3}\d[\d,]*\Z")  # the "N1" of "N1.3 billion"
_BY_LIGHT = cue("dates", "by_light")
_IN_A_ROW = cue("exclusions", "in_a_row")
_CLOCK = cue("exclusions", "clock")
_MULTIPLE = cue("exclusions", "multiple")
_VOTED = cue("exclusions", "voted")
_DASHES = ("-", "–", "—")
_LISTED = 40  # no list of a report is longer
_PRICE_FAR = 6  # words from a price to the one it is set against


class Exclusions:
    """Tells a number that is no figure, and why."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon["quantities"]
        self.durations = frozenset(words["not_figures"]["durations"])
        self.money = frozenset(words["not_figures"]["money"])
        self.signs = frozenset(words["not_figures"]["money_signs"])
        self.months = frozenset(lexicon["calendar"]["months"])
        self.scales = frozenset(words["scales"])
        self.numbers = frozenset(words["small"])
        self.names = lexicon.made(NumberNames)
        self.people, self.units = self.names.people, self.names.units
        self.reasons = (
            ("money", self._money),
            ("compound", self._compound),
            ("duration", self._duration),
            ("measure", self._measure),
            ("clock", self._clock),
            ("date", self._date),
            ("code", self._code),
            ("phone", self._phone),
            ("name", self.names.named),
            ("person", self._person),
            ("vote", self._vote),
            ("multiple", self._multiple),
            ("ratio", self._ratio),
            ("way of speaking", self._way_of_speaking),
            ("list number", self._list_number),
        )

    def why(self, n: Number, tokens: list[Token], start: int, end: int) -> str | None:
        """The reason why this is no figure, or None."""
        by = Neighbours(n, tokens, start, end)
        return next((reason for reason, holds in self.reasons if holds(by)), None)

    def _money(self, by: Neighbours) -> bool:
        """`$5`, `5 dollars`, `US$5`; `N1.3 billion`: a currency's letters stand before it; or by another price."""
        if by.before in self.signs or by.after in self.money or by.after in self.signs:
            return True
        if by.before in ("us", "c", "a") and by.before2 in self.signs:
            return True
        tokens, first, k = by.tokens, by.n.first, by.n.first - 1
        if k < by.start:
            return False
        if tokens[k].low == "against":  # "1,500 pounds, against 60 in shops"
            return any(t.low in self.signs | self.money for t in tokens[max(by.start, k - _PRICE_FAR) : k])
        if tokens[k].low == "." and not tokens[first].space:
            k -= 1
        written = k == first - 2 or (k == first - 1 and tokens[first].low in self.scales)
        return k >= by.start and written and bool(_PRICE.match(tokens[k].text))

    def _compound(self, by: Neighbours) -> bool:
        """`a 12-storey building`, `a 20-vehicle convoy`; but `a 5-km advance`."""
        last = by.n.last
        if by.after != "-" or not by.tight or last + 1 >= by.end:
            return False
        behind = by.tokens[last + 1]
        return not behind.space and behind.kind == "w" and by.after2 not in self.units

    def _duration(self, by: Neighbours) -> bool:
        """`five hours`, `a 3-day truce`, `from seven hours to five`, `three and a half years`."""
        if by.after in self.durations or (by.after == "-" and by.after2.startswith(_AGES)):
            return True
        if by.before == "to" and by.before2 in self.durations and by.back(3) in self.numbers:
            return True
        if by.after in _IN_A_ROW and by.after2 in self.durations:
            return True
        return (by.after, by.after2, by.ahead(2)) == ("and", "a", "half") and by.ahead(3) in self.durations

    def _measure(self, by: Neighbours) -> bool:
        """A calibre, a temperature below zero."""
        calibre = by.after in _CALIBRES or (by.after == "-" and by.after2 in _CALIBRES)
        return calibre or (by.digits and by.before == "minus")

    def _clock(self, by: Neighbours) -> bool:
        """`14:30`, `5 pm`, `two in the morning`."""
        if by.after == "in" and by.after2 == "the" and by.ahead(2) in _BY_LIGHT:
            return True
        hours = by.after == ":" and by.tight and by.after2.isdigit()
        minutes = by.before == ":" and by.glued and by.before2.isdigit()
        return by.digits and (by.after in _CLOCK or hours or minutes)

    def _date(self, by: Neighbours) -> bool:
        """`May 5`, and a year: `2016`."""
        n, first = by.n, by.tokens[by.n.first]
        if by.digits and by.before in self.months and by.tokens[n.first - 1].capital and (n.high or 99) <= 31:
            return True
        year = n.rule == "digits" and len(first.text) == 4 and "1900" <= first.text <= "2099"
        return by.digits and year and n.last == n.first + 1 and by.exact and by.after not in self.people

    def _code(self, by: Neighbours) -> bool:
        """`3/4`, `007`."""
        text = by.tokens[by.n.first].text
        slashed = "/" in (by.before, by.after) and (by.before2[:1].isdigit() or by.after2[:1].isdigit())
        return by.digits and (slashed or (len(text) > 1 and text[0] == "0" and text.isdigit()))

    def _phone(self, by: Neighbours) -> bool:
        """`+44 20 7946`, `(020) 7946`, `7946-0123`."""
        if by.before == "+" and by.glued:
            return True
        if not by.digits:
            return False
        if by.before.isdigit() and by.before2 in ("+", "("):
            return True
        if by.before[:1].isdigit() and by.before2[:1].isdigit():
            return True
        if by.before == "(" and by.after == ")" and by.after2[:1].isdigit():
            return True
        if by.n.rule == "range":
            return False
        ahead = by.after == "-" and by.tight and by.after2.isdigit()
        back = by.before == "-" and by.glued and by.before2.isdigit()
        return by.after[:1].isdigit() or ahead or back

    def _person(self, by: Neighbours) -> bool:
        """An age, or the children of `a mother of four`."""
        if by.before == "of" and by.before2 in _PARENTS and by.exact and by.after not in self.people:
            return True
        if by.before == "of" and by.before2 == "age":
            return True  # "under the age of 18"
        return is_age(by.n, by.tokens, by.start, by.end, self.people, self.numbers)

    def _vote(self, by: Neighbours) -> bool:
        """`voted 261 to 18`."""
        return by.before == "to" and by.digits and not _VOTED.isdisjoint(by.back(k) for k in range(2, 6))

    def _multiple(self, by: Neighbours) -> bool:
        """`twice the size`, `five times as many as in May`; and `all but one were intercepted`."""
        if by.n.rule == "times" and by.after in _MULTIPLE:
            return True
        if by.after == "times" and by.after2 in _COMPARED:
            return True
        counted = by.after not in ("percent", "%", "per") and by.n.first - 2 >= by.start
        return by.before == "but" and counted and by.tokens[by.n.first - 2].kind == "w" and by.exact

    def _ratio(self, by: Neighbours) -> bool:
        """`1 in 3 pupils`, `one in three`, `two out of five`."""
        if by.after == "in" and by.after2.isdigit() and self._plural(by.ahead(2)):
            return True
        fewer = by.before2.isdigit() or by.before2 in self.numbers
        if by.digits and by.before == "in" and fewer and self._plural(by.after):
            return True
        if not by.digits and by.after in ("in", "out") and by.ahead(1 if by.after == "in" else 2) in self.numbers:
            return True
        if by.before == "in" and by.before2 in self.numbers:
            return True
        return by.before == "of" and by.before2 == "out" and not by.digits and not self._moved_out(by.back(3))

    def _moved_out(self, before: str) -> bool:
        """`pulled out of four towns`: no number stands before "out"."""
        return not (before.isdigit() or before in self.numbers or before in ("one", "some"))

    def _plural(self, noun: str) -> bool:
        return noun.endswith("s") or noun in self.people

    @staticmethod
    def _way_of_speaking(by: Neighbours) -> bool:
        """`cut in two.`"""
        alone = by.n.rule == "words" and by.n.last - by.n.first == 1
        return alone and by.before == "in" and by.after in (".", ",", "")

    @staticmethod
    def _list_number(by: Neighbours) -> bool:
        """`3. Aleppo`, `3 - Aleppo`: a sentence begins with it."""
        if by.n.first != by.start or not by.digits or not by.n.high or by.n.high >= _LISTED:
            return False
        return by.after in (".", ")") or (by.after in _DASHES and by.tokens[by.n.last].space)

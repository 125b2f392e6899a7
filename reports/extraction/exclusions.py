"""Numbers that count nothing: clock times, ages, durations, names, money, phone numbers, years."""

from __future__ import annotations

import re

from .ages import is_age
from .cues import cue
from .lexicon import Lexicon
from .model import Token
from .number_values import Number

_AGES = tuple(sorted(cue("kinds", "spells")))
_CALIBRES = cue("exclusions", "calibres")
_COMPARED = cue("exclusions", "compared")
_DAYS_TOLD = frozenset(["previous", "same", "next", "that", "this", "following", "other", "last"])
_NUMBERED = cue("exclusions", "numbered")
_PARENTS = cue("kinds", "parents")
_UNITS = cue("kinds", "numbered_units")
_OUTLETS = cue("exclusions", "numbered_outlets")
_PRICE = re.compile(r"[A-Z][A-Za-z]{0,3}\d[\d,]*\Z")  # the "N1" of "N1.3 billion"
_COUNTING = cue("exclusions", "counting")
_BY_LIGHT = cue("dates", "by_light")
_IN_A_ROW = cue("exclusions", "in_a_row")
_CLOCK = cue("exclusions", "clock")
_MULTIPLE = cue("exclusions", "multiple")
_SMALL_NAMES = cue("exclusions", "small_names")


class Exclusions:
    """Tells a number that is no figure, and why."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon["quantities"]
        self.names = frozenset(words["names"]["words"])
        self.durations = frozenset(words["not_figures"]["durations"])
        self.money = frozenset(words["not_figures"]["money"])
        self.signs = frozenset(words["not_figures"]["money_signs"])
        self.months = frozenset(lexicon["calendar"]["months"])
        self.units = frozenset(lexicon["figures"]["units"]) | cue("exclusions", "behind_numbers")
        self.scales = frozenset(words["scales"])
        self.steps = cue("exclusions", "steps")
        self.numbers = frozenset(words["small"])
        self.people = frozenset(w for ws in lexicon["figures"]["classes"].values() for w in ws)

    def why(self, n: Number, tokens: list[Token], start: int, end: int) -> str | None:
        """The reason why this is no figure, or None."""

        def low(i: int) -> str:
            return tokens[i].low if start <= i < end else ""

        before, after = low(n.first - 1), low(n.last)
        before2, after2 = low(n.first - 2), low(n.last + 1)  # the words beyond them
        first = tokens[n.first]
        digits = first.kind == "n"
        near = n.first - 1 >= 0 and not first.space
        if (
            before in self.signs
            or after in self.money
            or (after in self.signs)
            or (before in ("us", "c", "a") and before2 in self.signs)
        ):
            return "money"
        if (
            after == "-"
            and n.last + 1 < end
            and not tokens[n.last].space
            and not tokens[n.last + 1].space
            and tokens[n.last + 1].kind == "w"
            and after2 not in self.units
        ):
            return "compound"  # a 12-storey building, a 20-vehicle convoy
        if digits and before == "minus":
            return "temperature"
        if digits and before == "day" and before2 not in _DAYS_TOLD:
            return "name"
        if before == "of" and before2 in _PARENTS and n.modifier == "exact" and after not in self.people:
            return "children"  # "a mother of four"
        if after in self.durations or (after == "-" and after2.startswith(_AGES)):
            return "duration"
        if before == "to" and before2 in self.durations and low(n.first - 3) in self.numbers:
            return "duration"  # "from seven hours to five"
        if after in _IN_A_ROW and after2 in self.durations:
            return "duration"
        if after in _CALIBRES or (after == "-" and after2 in _CALIBRES):
            return "calibre"
        if digits and (
            after in _CLOCK
            or (after == ":" and not tokens[n.last].space and after2.isdigit())
            or (before == ":" and near and before2.isdigit())
        ):
            return "clock"
        if digits and (after == "/" or before == "/") and (after2[:1].isdigit() or before2[:1].isdigit()):
            return "fraction"
        if digits and len(first.text) > 1 and first.text[0] == "0" and first.text.isdigit():
            return "code"
        if (
            (before == "+" and near)
            or (digits and before.isdigit() and before2 in ("+", "("))
            or (digits and before[:1].isdigit() and before2[:1].isdigit())
            or (digits and after[:1].isdigit() and n.rule != "range")
        ):
            return "phone"
        if digits and before in self.months and tokens[n.first - 1].capital and (n.high or 99) <= 31:
            return "date"
        if (
            digits
            and n.rule != "range"
            and (
                (after == "-" and not tokens[n.last].space and after2.isdigit())
                or (before == "-" and near and before2.isdigit())
            )
        ):
            return "phone"
        if digits and before == "(" and after == ")" and after2[:1].isdigit():
            return "phone"
        if before == "." and before2 == "no" and digits:
            return "name"
        glued = n.last < end and tokens[n.last].kind == "w" and not tokens[n.last].space
        if (
            digits
            and glued
            and len(tokens[n.last].text) > 2
            and tokens[n.last].text.isupper()
            and after not in self.units
        ):
            return "name"  # "2NDLD"
        if (
            before == "but"
            and after not in ("percent", "%", "per")
            and n.first - 2 >= start
            and tokens[n.first - 2].kind == "w"
            and n.modifier == "exact"
        ):
            return "exception"  # "all but one were intercepted"
        if digits and self._names_a_unit(n, tokens, end):
            return "name"
        if digits and n.modifier == "exact" and tokens[n.first - 1].capital and n.first > start and after in _OUTLETS:
            return "name"  # "the Syria 24 network"
        if self._price(n, tokens, start):
            return "money"
        if before in _NUMBERED and self._names_a_place(n, tokens, after):
            return "name"
        numbers_off = before == "number" and (before2 in _COUNTING or before2 in self.people)
        if (
            before in self.names
            and digits
            and not numbers_off
            and (tokens[n.first - 1].capital or before in _SMALL_NAMES)
        ):
            return "name"
        spoken = before2 in (
            "last",
            "this",
            "next",
            "past",
            "a",
            "per",
            "each",
            "every",
        )  # "last month five ..."
        if n.rule == "words" and before in self.steps and not spoken:
            return "name"
        if (
            not digits
            and first.capital
            and not first.text.isupper()
            and n.first > start
            and n.last < end
            and tokens[n.last].capital
            and tokens[n.last].kind == "w"
            and tokens[n.first - 1].kind == "w"
        ):
            return "name"
        if digits and before in ("-", "–") and near and n.first - 2 >= start and tokens[n.first - 2].kind == "w":
            return "name"
        if (
            digits
            and n.rule == "digits"
            and len(first.text) == 4
            and "1900" <= first.text <= "2099"
            and n.last == n.first + 1
            and n.modifier == "exact"
            and after not in self.people
        ):
            return "year"
        if is_age(n, tokens, start, end, self.people, self.numbers):
            return "age"
        if before == "of" and before2 == "age":
            return "age"  # "under the age of 18"
        if (after, after2, low(n.last + 2)) == ("and", "a", "half") and low(n.last + 3) in self.durations:
            return "duration"  # "three and a half years"
        if before == "to" and digits and {low(n.first - k) for k in range(2, 6)} & {"voted", "vote"}:
            return "vote"  # "voted 261 to 18"
        if n.rule == "times" and after in _MULTIPLE:
            return "multiple"
        if after == "times" and after2 in _COMPARED:
            return "multiple"  # "five times as many as in May"
        if after == "in" and after2.isdigit() and self._plural(low(n.last + 2)):
            return "ratio"  # "1 in 3 pupils"
        fewer = before2.isdigit() or before2 in self.numbers
        if digits and before == "in" and fewer and self._plural(after):
            return "ratio"
        if after in ("in", "out") and low(n.last + (1 if after == "in" else 2)) in self.numbers and not digits:
            return "ratio"
        if (before in ("in", "out of") and before2 in self.numbers) or (
            before == "of" and before2 == "out" and not digits and not self._moved_out(low(n.first - 3))
        ):
            return "ratio"
        if after == "in" and after2 == "the" and low(n.last + 2) in _BY_LIGHT:
            return "clock"
        if n.rule == "words" and before == "in" and after in (".", ",", "") and n.last - n.first == 1:
            return "way of speaking"
        if digits and before == "/" and near:
            return "name"
        if (
            n.first == start
            and digits
            and after in (".", ")", "-", "–", "—")
            and (after in ".)" or tokens[n.last].space)
            and n.high
            and n.high < 40
        ):
            return "list number"
        return None

    def _moved_out(self, before: str) -> bool:
        """`pulled out of four towns`: no number stands before "out"."""
        return not (before.isdigit() or before in self.numbers or before in ("one", "some"))

    def _plural(self, noun: str) -> bool:
        return noun.endswith("s") or noun in self.people

    def _price(self, n: Number, tokens: list[Token], start: int) -> bool:
        """`N1.3 billion`: a currency's letters stand before it; `1,500 pounds, against 60 in shops`: another price."""
        k = n.first - 1
        if k >= start and tokens[k].low == "against":
            return any(t.low in self.signs | self.money for t in tokens[max(start, k - 6) : k])
        if k >= start and tokens[k].low == "." and not tokens[n.first].space:
            k -= 1
        written = k == n.first - 2 or (k == n.first - 1 and tokens[n.first].low in self.scales)
        return k >= start and written and bool(_PRICE.match(tokens[k].text))

    def _names_a_unit(self, n: Number, tokens: list[Token], end: int) -> bool:
        """`21 Special Armoured Brigade`: capitals up to what the unit is."""
        for k in range(n.last, min(end, n.last + 5)):
            if not tokens[k].capital or tokens[k].text.isupper():
                return False
            if tokens[k].low in _UNITS:
                return True
        return False

    def _names_a_place(self, n: Number, tokens: list[Token], after: str) -> bool:
        """`District Three`, `Mile 4`: a capital noun, and nothing that is counted behind the number."""
        noun, number = tokens[n.first - 1], tokens[n.first]
        if not noun.capital or n.modifier != "exact" or (n.high or 0) > 200:
            return False
        if noun.text.isupper() and after not in ("", ",", ".", ";", ":", ")"):
            return False
        written = number.kind == "n" or (number.capital and n.last - n.first == 1)
        return written and after not in self.people and not after.endswith("s")

"""Numbers that belong to a name: `Day 12`, `the 21 Special Brigade`, `District Three`, `2NDLD`, `No. 4`."""

from __future__ import annotations

from .cues import cue
from .lexicon import Lexicon
from .number_neighbours import Neighbours

_DAYS_TOLD = cue("exclusions", "days_told")
_NUMBERED = cue("exclusions", "numbered")
_UNITS = cue("kinds", "numbered_units")
_OUTLETS = cue("exclusions", "numbered_outlets")
_COUNTING = cue("exclusions", "counting")
_SMALL_NAMES = cue("exclusions", "small_names")
_STEPS = cue("exclusions", "steps")
_SPOKEN = cue("exclusions", "spoken")
_UNIT_FAR = 5  # words from a number to what it numbers
_HIGHEST = 200  # no town has more districts


class NumberNames:
    """Tells a number that is part of a name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.names = frozenset(lexicon["quantities"]["names"]["words"])
        self.units = frozenset(lexicon["figures"]["units"]) | cue("exclusions", "behind_numbers")
        self.people = frozenset(w for ws in lexicon["figures"]["classes"].values() for w in ws)

    def named(self, by: Neighbours) -> bool:
        if by.digits and self._by_digits(by):
            return True
        if by.before in _NUMBERED and self._names_a_place(by):
            return True
        if by.n.rule == "words" and by.before in _STEPS and by.before2 not in _SPOKEN:
            return True  # "Phase two"; but "last month five ..."
        return not by.digits and self._among_capitals(by)

    def _by_digits(self, by: Neighbours) -> bool:
        """Digits that number a day, a unit, a paper, a street."""
        n, tokens = by.n, by.tokens
        if by.before == "day" and by.before2 not in _DAYS_TOLD:
            return True
        if by.before == "." and by.before2 == "no":
            return True
        if by.before == "/" and by.glued:
            return True
        if by.tight and len(tokens[n.last].text) > 2 and self._letters(by):
            return True  # "2NDLD"
        if self._names_a_unit(by):
            return True
        begins = n.first == by.start
        if by.exact and tokens[n.first - 1].capital and not begins and by.after in _OUTLETS:
            return True  # "the Syria 24 network"
        numbers_off = by.before == "number" and (by.before2 in _COUNTING or by.before2 in self.people)
        written_so = tokens[n.first - 1].capital or by.before in _SMALL_NAMES
        if by.before in self.names and not numbers_off and written_so:
            return True
        return by.before in ("-", "–") and by.glued and n.first - 2 >= by.start and tokens[n.first - 2].kind == "w"

    def _letters(self, by: Neighbours) -> bool:
        """Capitals written onto the number, and no unit of measure."""
        token = by.tokens[by.n.last]
        return token.kind == "w" and token.text.isupper() and by.after not in self.units

    @staticmethod
    def _names_a_unit(by: Neighbours) -> bool:
        """`21 Special Armoured Brigade`: capitals up to what the unit is."""
        for token in by.tokens[by.n.last : min(by.end, by.n.last + _UNIT_FAR)]:
            if not token.capital or token.text.isupper():
                return False
            if token.low in _UNITS:
                return True
        return False

    def _names_a_place(self, by: Neighbours) -> bool:
        """`District Three`, `Mile 4`: a capital noun, and nothing that is counted behind the number."""
        noun, number = by.tokens[by.n.first - 1], by.tokens[by.n.first]
        if not noun.capital or not by.exact or (by.n.high or 0) > _HIGHEST:
            return False
        if noun.text.isupper() and by.after not in ("", ",", ".", ";", ":", ")"):
            return False
        written = by.digits or (number.capital and by.n.last - by.n.first == 1)
        return written and by.after not in self.people and not by.after.endswith("s")

    @staticmethod
    def _among_capitals(by: Neighbours) -> bool:
        """`the Forty Martyrs church`: a number word between a word and a capital."""
        n, tokens = by.n, by.tokens
        first = tokens[n.first]
        if not first.capital or first.text.isupper() or n.first <= by.start or n.last >= by.end:
            return False
        return tokens[n.last].capital and tokens[n.last].kind == "w" and tokens[n.first - 1].kind == "w"

"""The words about a count, looked up once: before it, inside it, behind it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .cues import cue
from .model import Draft, Figure
from .once import once
from .tenses import tense_of

Scope = tuple[str | None, str]  # with the rule that gave it
_HOSTS = cue("periods", "hosts")
_STAY = cue("periods", "stay")
_BE = frozenset(["are", "is", "were"])
_HAVE = cue("grammar", "have")
_STATES = cue("periods", "states")
_EACH = cue("grammar", "each")
_SPELLS = cue("kinds", "spells")
_STOPS = cue("periods", "stops")


def rate(words: Surroundings) -> bool:
    """`600 people a day are leaving`, `4,000 cross each week`."""
    return any(a in _EACH and b in _SPELLS for a, b in pairwise([*words.lows[words.at[0] : words.at[1] + 3]]))


@dataclass(frozen=True)
class Surroundings:
    """Lower-cased words of one sentence, told from where one figure stands."""

    figure: Figure
    draft: Draft

    @once
    def lows(self) -> list[str]:
        """All words of the sentence."""
        return self.draft.lows_of(self.draft.sentences[self.figure.sentence])

    @once
    def at(self) -> tuple[int, int]:
        """Where the figure begins and ends in the sentence."""
        first = self.draft.sentences[self.figure.sentence].first
        return self.figure.first - first, self.figure.last - first

    @once
    def around(self) -> frozenset[str]:
        """The figure with eight words before it and two behind."""
        return frozenset(self.lows[max(0, self.at[0] - 8) : self.at[1] + 2])

    @once
    def lead(self) -> list[str]:
        """Up to twenty words before it."""
        return self.lows[max(0, self.at[0] - 20) : self.at[0]]

    @once
    def inside(self) -> frozenset[str]:
        return frozenset(self.lows[self.at[0] : self.at[1]])

    @once
    def ahead(self) -> list[str]:
        """Up to fourteen words behind it, to the next semicolon."""
        words = self.lows[self.at[1] : self.at[1] + 14]
        return words[: words.index(";")] if ";" in words else words

    @once
    def rest(self) -> list[str]:
        """Up to seven words behind it that are still of its clause."""
        words = self.ahead[:7]
        return words[: next((k for k, low in enumerate(words) if low in _STOPS), len(words))]

    @once
    def stays(self) -> bool:
        """`60,000 are in camps`, `79,000 are refugees`, `about 2,000 remain`, `the town hosts 900 of them`."""
        figure, tokens = self.figure, self.draft.tokens
        if figure.verb is not None and figure.verb < figure.first:
            return tokens[figure.verb].low in _HOSTS
        verb = next((k for k, low in enumerate(self.behind) if low in _BE or low in _STAY or low in _HAVE), None)
        if verb is None or self.behind[verb] in _HAVE:
            return False
        return self.behind[verb] in _STAY or (self.behind[verb + 1 : verb + 2] or [""])[0] in _STATES

    @once
    def behind(self) -> list[str]:
        """From the counted noun on, up to the next mark."""
        figure, tokens = self.figure, self.draft.tokens
        end = figure.number.end if figure.number is not None else figure.end
        number = next((k for k in range(figure.first, figure.last) if tokens[k].end >= end), figure.first)
        start = (figure.head if figure.head is not None else number) - figure.first
        words = self.lows[self.at[0] + max(start, 0) + 1 : self.at[1] + 5]
        return words[: next((k for k, low in enumerate(words) if low in _STOPS), len(words))]

    @once
    def tense(self) -> str | None:
        return tense_of(self.figure, self.draft)

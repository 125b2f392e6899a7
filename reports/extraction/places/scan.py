"""Every stretch of tokens that may name a place, before anything is decided."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..cues import cue
from ..folding import ENGLISH_ARTICLES
from ..model import Draft, Token
from ..names import Names
from .candidates import Candidate
from .cues import cue_before
from .measured import name_measured
from .stretches import Stretch
from .type_nouns import TypeNouns
from .words import PlaceWords

# "al-Maghazi", "el-Fasher", "ash-Shaddadi": a lower-case article, then a capital.
ARTICLE_NAME = re.compile(
    r"(?:al|el|ul|ar|er|ur|as|es|ash|esh|ad|ed|at|et|an|en|az|ez|us|um)[-‐‑'’][^\W\d_]", re.IGNORECASE
)
_COMPOUND = re.compile(rf"[-‐‑](?:{'|'.join(sorted(cue('places', 'compounds')))})$")
_NUMBERED = re.compile(
    rf"[A-Z]?-?\d+|{'|'.join(sorted(map(str.title, cue('grammar', 'two_to_ten') | {'one'})))}|[IVX]{{1,4}}"
)
_NO_OPENERS = ENGLISH_ARTICLES | {"the", "a"}
_NOUNS = cue("places", "of_another")
_LINKS = cue("places", "name_links")
_TYPE_ENDS = cue("places", "type_ends")


def opens_with_article(token: Token) -> bool:
    """`al-Maghazi`, `ash-Shaddadi`."""
    return not token.text.isalpha() and ARTICLE_NAME.match(token.text) is not None


class Scanner(TypeNouns):
    """Walks one stretch and yields candidates, the longest name at each spot."""

    def __init__(self, draft: Draft, words: PlaceWords, names: Names) -> None:
        self.draft, self.tokens, self.words, self.names = draft, draft.tokens, words, names
        self.blocked = self._blocked()
        self._named = self._named_in_capitals()

    def _named_in_capitals(self) -> frozenset[str]:
        """ "THE SUBURB OF GARDNERSVILLE": what the words call a town is one wherever a text in capitals names it."""
        lows, found = self.draft.lows, set()
        for i in range(2, len(lows)):
            token = self.tokens[i]
            called = lows[i - 1] == "of" and lows[i - 2] in _NOUNS and token.kind == "w" and token.text.isupper()
            if called and len(token.text) > 3 and not (self.words.never(token.low) or token.low in self.words.ordinary):
                found.add(token.text)
        return frozenset(found)

    def scan(self, stretch: Stretch) -> list[Candidate]:
        """The candidates of one stretch, left to right, none inside another."""
        found: list[Candidate] = []
        free = stretch.first
        for i in self._spots(stretch):
            if i >= free and (candidate := self._at(i, stretch)) is not None:
                found.append(candidate)
                free = max(candidate.last, candidate.beyond, i + 1)
        return found

    def _spots(self, stretch: Stretch) -> list[int]:
        """The tokens that a name or its direction may begin with; where names have no capitals, all of them."""
        low, opens, blocked = stretch.mode == "lower", self.words.openers, self.blocked
        return [
            i
            for i, token in enumerate(self.tokens[stretch.first : stretch.last], stretch.first)
            if (token.low in opens or (token.kind == "w" and (low or token.capital or not token.text.isalpha())))
            and i not in blocked
        ]

    def _blocked(self) -> set[int]:
        starts = self.draft.starts
        blocked: set[int] = set()
        for mention in (*self.draft.dates, *self.draft.groups):
            first = bisect_left(starts, mention.start)
            if starts[first] == mention.start and not self._in_brackets(first, bisect_left(starts, mention.end, first)):
                blocked.update(range(first + self._owns(first), bisect_left(starts, mention.end, first)))
        return blocked

    def _in_brackets(self, first: int, last: int) -> bool:
        """ "Grodovka (Donetsk People's Republic)": a party by the name of its land, which here says where that is."""
        lows = self.draft.lows
        return lows[first - 1] == "(" and lows[last : last + 1] == [")"] and lows[last - 1] == "republic"

    def _owns(self, first: int) -> bool:
        """ "Ankara's general staff": a force by its capital, which is named all the same."""
        lows = self.draft.lows[first : first + 2]
        return lows[1:] in (["'s"], ["’s"]) and lows[0] in self.words.capital

    def _at(self, i: int, stretch: Stretch) -> Candidate | None:
        token = self.tokens[i]
        if not self.opens(token, i, stretch):
            return self._part(i, stretch)
        known = self._longest(i, stretch)
        if known is not None and known.last == i + 1 and token.low in self.words.directions:
            return self._part(i, stretch) or known
        if known is not None:
            return known
        return self._part(i, stretch) or self._typed_before(i, stretch) or self._unknown(i, stretch)

    def opens(self, token: Token, i: int, stretch: Stretch) -> bool:
        """Whether a name may begin with this token."""
        if token.kind != "w":
            return False
        if opens_with_article(token):
            return True
        if stretch.mode == "lower":
            return (
                token.low not in self.words.function
                and i > stretch.first
                and cue_before(self.tokens, i, self.words) != ""
            )
        if not token.capital:
            return token.low in ("al", "el") and i + 1 < stretch.last and self.tokens[i + 1].capital
        return token.low not in _NO_OPENERS

    def _longest(self, i: int, stretch: Stretch) -> Candidate | None:
        """The longest known name that begins at `i`, with the noun of its type behind it."""
        text, tokens = self.draft.text, self.tokens
        end = self._reach(i, stretch)
        for last in range(end, i, -1):
            if not self._closes(tokens[last - 1], stretch, single=last == i + 1):
                continue
            name = " ".join(text[tokens[i].start : tokens[last - 1].end].split())
            hits = self.names.look(name)
            if not hits:
                continue
            found = Candidate(i, last, last, name, hits, stretch)
            self.type_after(found)
            if found.typed is None and last > i + 1:
                self._own_type(found)
            if name.casefold() in self.words.town_parts:
                found.cue = "type"
            return found
        return None

    def _reach(self, i: int, stretch: Stretch) -> int:
        """How far a name that begins at `i` may go: no mark but a full stop of an abbreviation inside it."""
        last = i + 1
        limit = min(stretch.last, i + self.names.longest)
        while last < limit and last not in self.blocked:
            token = self.tokens[last]
            owner = token.low in ("'s", "’s") and last + 1 < limit and self.tokens[last + 1].capital  # "Cox's Bazar"
            if token.kind == "p" and token.text not in ("-", "/") and not owner:
                break
            last += 1
        return last

    def _closes(self, token: Token, stretch: Stretch, single: bool) -> bool:
        if single or stretch.mode == "lower":
            return token.kind == "w"
        if token.low in self.words.function:  # "QOM AND" is no Kamand
            return False
        return (
            token.capital
            or token.kind == "n"
            or token.low in self.words.after
            or opens_with_article(token)
            or (token.low in _TYPE_ENDS)
        )

    def _part(self, i: int, stretch: Stretch) -> Candidate | None:
        """ "eastern Mosul", "central Syria", "north-eastern Nigeria": a direction, then a known name."""
        token = self.tokens[i]
        low = token.low
        if (
            i + 1 >= stretch.last
            or i + 1 in self.blocked
            or (low not in self.words.directions and low not in self.words.parts)
        ):
            return None
        if not self.opens(self.tokens[i + 1], i + 1, stretch):
            return None
        found = self._longest(i + 1, stretch)
        if found is None or found.typed in ("province", "river", "road"):
            return found
        found.part = self.words.directions.get(low, -1.0)
        found.part_first = i
        return found

    def _typed_before(self, i: int, stretch: Stretch) -> Candidate | None:
        """ "Lake Kivu", "Highway 47", "Mount Sinjar" that the gazetteer does not know as a whole."""
        kind = self.words.before.get(self.tokens[i].low)
        if kind is None or i + 1 >= stretch.last or stretch.mode == "lower":
            return None
        after = self.tokens[i + 1]
        numbered = kind in ("road", "district") and (after.kind == "n" or _NUMBERED.fullmatch(after.text))
        named = (
            kind not in ("road", "district")
            and (after.capital or opens_with_article(after))
            and after.kind == "w"
            and not self.words.never(after.low)
        )
        if not (numbered or named) or not self.tokens[i].capital:
            return None
        name = " ".join(self.draft.text[self.tokens[i].start : after.end].split())
        return Candidate(i, i + 2, i + 2, name, (), stretch, typed=kind, rule="typed-name", cue="type")

    def _unknown(self, i: int, stretch: Stretch) -> Candidate | None:
        """A capitalised name that the gazetteer lacks, where the words around it say that it is a place."""
        if stretch.mode == "caps":
            end = name_measured(self.tokens, i, stretch.last, self.words) or (
                i + 1 if self.tokens[i].text in self._named else 0
            )
            return self._nameless(i, end, stretch) if end else None
        if stretch.mode != "normal" or self.words.never(self.tokens[i].low) or _COMPOUND.search(self.tokens[i].text):
            return None
        last = i + 1
        while last < min(stretch.last, i + 4) and last not in self.blocked:
            token = self.tokens[last]
            inner = token.low in _LINKS and last + 1 < stretch.last and self.tokens[last + 1].capital
            inner = inner or opens_with_article(token)
            if token.kind != "w" or not (token.capital or inner) or self.words.never(token.low):
                break
            if self._type_at(last) or any(h.kind == "country" or h.rank >= 2 for h in self.names.look(token.text)):
                break
            last += 1
        found = self._nameless(i, last, stretch)
        self.type_after(found)
        return found

    def _nameless(self, i: int, last: int, stretch: Stretch) -> Candidate:
        name = " ".join(self.draft.text[self.tokens[i].start : self.tokens[last - 1].end].split())
        return Candidate(i, last, last, name, (), stretch, rule="unknown-name")

"""Find dates and periods, and resolve them against the report's own day.

Needs tokens and sentences; gives `dates`. Each reader looks at the tokens from `i` on and returns what it saw.
"""

from __future__ import annotations

from .calendar import Period
from .cues import cue
from .date_reader import Found
from .dates_ranges import DateRanges
from .lexicon import Lexicon
from .model import DateMention, Draft, Sentence, Token

_BACK = cue("dates", "back")
_REACH = 6  # tokens from the first word of a date to its first that tells of time: "in the course of the day"
_TOLD = cue("dates", "told")
_TURNS = _TOLD | {"is", "are", "could", "may", "might"}  # from one of these on a sentence may look ahead, or no more
_RANGES = frozenset(["from", "between", "on", "in", "during", "the"])  # what a period of two days may begin with
_SPAN_OPENERS = cue("dates", "span_openers")


def find_dates(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `draft.dates`."""
    finder = _Finder(draft, lexicon)
    for number, sentence in enumerate(draft.sentences):
        if sentence.status != "noise":
            finder.sentence(number, sentence)


class _Finder(DateRanges):
    """Walks the sentences and tries the readers, most specific first."""

    def sentence(self, number: int, sentence: Sentence) -> None:
        self.start, self.end = sentence.first, sentence.last
        self.number = number
        self.ahead = False
        self.caps = sentence.caps
        spots = self._spots()
        if not spots:
            return
        here: Period | None = None
        turns = [i for i in range(self.start, self.end) if self.lows[i] in _TURNS or self.lows[i] in self.future]
        free = turned = 0
        for i in spots:
            if i < free:
                continue  # inside the date before
            while turned < len(turns) and turns[turned] <= i:
                if turns[turned] >= free:
                    self._look_ahead(turns[turned])
                turned += 1
            if (found := self._read(i, here)) is not None:
                self._keep(found, number)
                here = found.period or here
                free = found.end

    def _spots(self) -> list[int]:
        """The tokens that a date may begin with: within reach of a word or number that every date holds one of."""
        times = self.times
        near: set[int] = set()
        for i, token in enumerate(self.tokens[self.start : self.end], self.start):
            if token.kind == "n" or token.low in times or (token.kind == "w" and not token.low.isalpha()):
                near.update(range(max(self.start, i - _REACH), i + 1))
        return [i for i in sorted(near) if self._opens(self.tokens[i])]

    def _opens(self, token: Token) -> bool:
        """A number, a word that dates begin with, or one that holds a date: `mid-March`, `Nov.`, `15th`."""
        if token.kind != "w":
            return token.kind == "n"
        low = token.low
        return low in self.starts or "-" in low or "." in low or low[0].isdigit()

    def _look_ahead(self, i: int) -> None:
        """`could be held on Monday`, `is to travel on Thursday` are to come; "he said on Monday" was."""
        low, after = self.lows[i], self._word(i + 1)
        if low in _TOLD:
            self.ahead = False
        elif low in self.future or (low in ("is", "are") and after == "to"):
            self.ahead = True
        elif low in ("could", "may", "might") and after == "be":
            self.ahead = self._word(i + 2) not in ("recalled", "remembered")

    def _keep(self, found: Found, number: int) -> None:
        first, last = self.tokens[found.begin], self.tokens[found.end - 1]
        start, end = found.period or (None, None)
        if start and end and start > end:
            start, end = end, start
        self.draft.dates.append(
            DateMention(
                first.start,
                last.end,
                self.draft.text[first.start : last.end],
                start,
                end,
                found.precision,
                found.rule,
                None,
                number,
                found.begin,
                found.end,
                found.since,
                {"date_start": found.rule, "date_end": found.rule, "precision": found.rule},
            )
        )
        self.last = found.period or self.last
        if start and self.today and (found.since or self._after_since(found.begin)):
            self.draft.dates[-1].since = True
            self.running = (start, max(start, self.today))

    def _after_since(self, i: int) -> bool:
        """`since the offensive began on`: the day is a beginning."""
        for j in range(i - 1, max(self.start, i - 16) - 1, -1):
            if self.tokens[j].low == "since":
                return all(d.first != j for d in self.draft.dates[-4:])  # "since May and lost six on Friday"
            if self.tokens[j].kind == "p" and self.tokens[j].low != "'s":
                return False
        return False

    def _at(self, i: int, here: Period | None) -> Found | None:
        """The date that begins at token `i`, if one does."""
        return self._read(i, here) if i < len(self.tokens) and self._opens(self.tokens[i]) else None

    def _read(self, i: int, here: Period | None) -> Found | None:
        token = self.tokens[i]
        low = token.low
        dated = token.kind == "n" or low in self.weekdays or low in self.months
        if (dated or low in _RANGES) and (found := self._range(i)):
            return found
        if token.kind == "n":
            if found := self._clock(i, here):
                return found
            day = self._numeric(i) or self._day_month(i)
            return self._with_hour(day) if day else self._year(i) or self._ago(i) or self._apart(i, here)
        if found := self._around(i, here) or self._that_day(i, here) or self._about_time(i, here):
            return found
        if low == "since":
            return self._since(i, here)
        if (low in _SPAN_OPENERS or low in ("the", "in")) and (found := self._span_to(i, here)):
            return found
        opens = low in _SPAN_OPENERS
        if opens and (found := self._span_back(i, here) or self._boundary(i) or self._same_period(i)):
            return found
        if (low in _BACK or low in ("this", "next")) and (found := self._relative(i)):
            return found
        if found := self._part(i) or self._late_in_day(i):
            return found
        if low in self.months or low.rstrip(".") in self.months:
            month = self._month(i)
            return self._with_hour(month) if month else None
        if low in self.weekdays and (token.capital or len(low) > 5):
            return self._weekday(i)
        if low in self.seasons:
            return self._season(i)
        return self._plain(i, here) or self._ago(i) or self._apart(i, here)

"""Find dates and periods, and resolve them against the report's own day.

Needs tokens and sentences; gives `dates`. Each reader looks at the tokens from `i` on and returns what it saw.
"""

from __future__ import annotations

from .calendar import Period
from .date_reader import Found
from .dates_ranges import DateRanges
from .lexicon import Lexicon
from .model import DateMention, Draft, Sentence, Token

_BACK = frozenset(["past", "last", "previous", "preceding"])
_REACH = 6  # tokens from the first word of a date to its first that tells of time: "in the course of the day"
_TOLD = frozenset(["said", "told", "announced", "added", "declared", "reported"])
_RANGES = frozenset(["from", "between", "on", "in", "during", "the"])  # what a period of two days may begin with


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
        self.ahead = False
        self.caps = sentence.caps
        here: Period | None = None
        timed = [i for i in range(self.start, self.end) if self._is_time(self.tokens[i])]
        i = self.start
        while i < self.end:
            self._look_ahead(i)
            while timed and timed[0] < i:
                timed.pop(0)
            found = self._at(i, here) if timed and timed[0] - i <= _REACH else None
            if found is None:
                i += 1
                continue
            self._keep(found, number)
            here = found.period or here
            i = max(found.end, i + 1)

    def _is_time(self, token: Token) -> bool:
        """A word or number that every date holds one of."""
        return token.kind == "n" or token.low in self.times or (token.kind == "w" and not token.low.isalpha())

    def _look_ahead(self, i: int) -> None:
        """`could be held on Monday`, `is to travel on Thursday` are to come; "he said on Monday" was."""
        low, after = self.tokens[i].low, self._word(i + 1)
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
                return True
            if self.tokens[j].kind == "p" and self.tokens[j].low != "'s":
                return False
        return False

    def _at(self, i: int, here: Period | None) -> Found | None:
        if i >= len(self.tokens):
            return None
        token = self.tokens[i]
        low = token.low
        if token.kind == "p" or (
            token.kind == "w" and low not in self.starts and "-" not in low and "." not in low and not low[0].isdigit()
        ):
            return None
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
        opens = low in ("the", "in", "over", "during", "within", "for", "these", "by", "at", "before", "until")
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

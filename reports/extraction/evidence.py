"""What an opinion is weighed from: the words around a mention, and what the rules made of it, as plain strings.

The first letters say where a word stands: `i=` inside the mention, `b=` close before the number, `a=` close behind it,
`s=` elsewhere in the sentence. What begins with `rule` is a rule's answer or its name; the rest is read off the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from math import log10

from .model import Draft, Figure

_BEFORE, _BEHIND = 6, 8  # tokens that are close to a number
_FAR = 40  # ... and those of its sentence that are looked at on either side
_OPENING = 6  # ... and to the start of a sentence
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST = 3  # letters that stay of a word without its ending


@lru_cache(maxsize=20_000)
def stem(low: str) -> str:
    """A word without its ending, so that "towns" and "a town" meet; short words keep theirs, digits are all one."""
    if low[:1].isdigit():
        return "#"
    if low.endswith(("ies", "ied")) and len(low) > len("ties") + 1:
        return low[:-3] + "y"
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            return low[: -len(ending)]
    return low


class Evidence:
    """The evidence of one report: each method gives that of one mention."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.stems = [stem(low) for low in draft.lows]
        self._words: dict[int, list[str]] = {}  # by where the figure starts

    def of_kind(self, figure: Figure) -> list[str]:
        """What tells the kind of a count."""
        rule, kind = figure.rules.get("kind", ""), figure.kind
        sentence = self.draft.sentences[figure.sentence]
        return [
            *self._of_figure(figure),
            f"rule={rule}",
            f"rule-kind={kind}",
            f"rule={rule}|{kind}",
            f"rule={rule}|{figure.unit}",
            f"rule={rule}|{figure.subject_class}",
            f"rule={rule}|{sentence.status}",
            f"rule={rule}|{sentence.type}",
        ]

    def of_scope(self, figure: Figure) -> list[str]:
        """What tells whether a count runs on, adds, or stands."""
        rule, scope, kind = figure.rules.get("scope", ""), figure.scope, figure.kind
        dated = figure.date_start is not None
        return [
            *self._of_figure(figure),
            f"period={dated}|{dated and figure.date_start == figure.date_end}",
            f"rule={rule}",
            f"rule-scope={scope}",
            f"rule-kind={kind}",
            f"rule-of-kind={figure.rules.get('kind', '')}",
            f"rule={rule}|{scope}",
            f"rule-scope={scope}|{kind}",
            f"rule={rule}|{figure.unit}",
            f"rule-period={figure.rules.get('date_start', '')}",
        ]

    def of_status(self, number: int) -> list[str]:
        """What tells whether a sentence is news, old, a plan or a denial."""
        draft, stems = self.draft, self.stems
        sentence = draft.sentences[number]
        words = stems[sentence.first : sentence.last]
        found = [f"s={word}" for word in words]
        found += [f"s={one} {two}" for one, two in pairwise(words)]
        found += [f"b={word}" for word in words[:_OPENING]]
        for name, other in (("before", number - 1), ("behind", number + 1)):
            if 0 <= other < len(draft.sentences):
                found.append(f"rule-status-{name}={draft.sentences[other].status}")
        first = bisect_left(draft.figures, sentence.start, key=_start)
        counted = draft.figures[first : bisect_left(draft.figures, sentence.end, key=_start)]
        found += [f"kind={figure.kind}" for figure in counted]
        rule = sentence.rules.get("status", "")
        found += [
            f"first={number == 0}",
            f"words={min(8, len(words) // 6)}",
            f"rule={rule}",
            f"rule-status={sentence.status}",
            f"rule={rule}|{sentence.status}",
            f"rule-type={sentence.type}|{sentence.status}",
        ]
        return found

    def _of_figure(self, figure: Figure) -> list[str]:
        """The words of its sentence, and what the figure is by itself."""
        if (words := self._words.get(figure.start)) is None:
            words = self._words[figure.start] = self._about(figure)
        sentence = self.draft.sentences[figure.sentence]
        return [
            *words,
            f"unit={figure.unit}",
            f"class={figure.subject_class}",
            f"modifier={figure.modifier}",
            f"vague={figure.vague}",
            f"part={figure.part_of is not None}",
            f"status={sentence.status}",
            f"type={sentence.type}",
            f"size={_size(figure)}",
        ]

    def _about(self, figure: Figure) -> list[str]:
        """The words of its sentence, by where they stand."""
        starts, stems = self.draft.starts, self.stems
        sentence = self.draft.sentences[figure.sentence]
        number = figure.number or figure
        first, last = bisect_right(starts, number.start) - 1, bisect_left(starts, number.end)
        begin, end = bisect_left(starts, figure.start), bisect_left(starts, figure.end)
        before = stems[max(sentence.first, first - _FAR) : first][::-1]
        behind = stems[last : min(sentence.last, last + _FAR)]
        words = ["b=" + word for word in before[:_BEFORE]]
        words += ["a=" + word for word in behind[:_BEHIND]]
        words += ["s=" + word for word in before[_BEFORE:]]
        words += ["s=" + word for word in behind[_BEHIND:]]
        words += ["i=" + word for word in stems[begin:first]]
        words += ["i=" + word for word in stems[last:end]]
        words += ["counted=" + stem(word) for word in figure.subject.lower().split()]
        words += [f"b={' '.join(before[:2])}", f"a={' '.join(behind[:2])}"]
        return words


def _size(figure: Figure) -> int:
    """How large the number is, in steps of about five."""
    value = figure.low or figure.high or 0
    return int(log10(max(value, 1)) * 1.5)


def _start(figure: Figure) -> int:
    return figure.start

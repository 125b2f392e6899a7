"""Find the figures: each number with its modifier, what it counts, and of what kind it is.

Needs tokens, sentences and dates; gives `figures` without place, source, scope and period: later passes add those.
"""

from __future__ import annotations

from .counted import Counted
from .cues import cue
from .figure_units import Units
from .how_often import how_often, raids_again
from .kind_scenes import told_by_participle
from .kind_signs import came_in_strength
from .kinds import Verdict, judge
from .lexicon import Lexicon
from .measures import measure
from .model import HARMED, Draft, Figure, Sentence, Span, Unresolved
from .number_values import Number
from .phrases import Phrase, phrase_after
from .predicates import predicate_of
from .spans import Rules
from .tolls import toll_of

_MORE = cue("figures", "more")
_A_FORCE = 10  # gunmen: fewer that came are no strength told
_MOST = 40  # numbers in one sentence: no annotated report has more than six figures in one
_TOO_MANY = f"The sentence has more than {_MOST} numbers; what these count was not looked for."
_IN_ALL = 2000  # figures in one report: at the rate of the annotated ones, those of 200,000 characters
_TABLES = f"The report has more than {_IN_ALL:,} figures; what these count was not looked for."


def find_figures(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `draft.figures`, in the order of the text."""
    finder = _Finder(draft, lexicon)
    for number, sentence in enumerate(draft.sentences):
        if sentence.status != "noise":
            finder.sentence(number, sentence)


class _Finder(Units):
    """Makes a figure of each number."""

    def sentence(self, number: int, sentence: Sentence) -> None:
        start, end = sentence.first, sentence.last
        numbers = self._few(self._numbers(start, end))
        begins = frozenset(i for n in numbers for i in range(n.begin, n.first + 1))
        self.lasts = frozenset(n.last for n in numbers if n.last < end)
        for n in numbers:
            figure = self._figure(n, start, end, begins)
            if figure is None:
                continue
            figure.sentence = number
            self.draft.figures.append(figure)
        if len(numbers) > 1:
            self._shared_predicate(start)

    def _few(self, numbers: list[Number]) -> list[Number]:
        """The numbers that one sentence can tell of; what tables or rubbish have beyond them stays unresolved."""
        room = _IN_ALL - len(self.draft.figures)
        most, why = (_MOST, _TOO_MANY) if room >= _MOST else (room, _TABLES)
        for n in numbers[most:]:
            start, end = self.tokens[n.begin].start, self.tokens[n.last - 1].end
            self.draft.unresolved.append(Unresolved(start, end, self.draft.text[start:end], why))
        return numbers[:most]

    def _figure(self, n: Number, start: int, end: int, begins: frozenset[int]) -> Figure | None:
        tokens, words = self.tokens, self.words
        after = max(n.last, n.finish)
        if n.rule == "open-share" and not self._share_of_ground(n, end):
            return None
        if measured := measure(n, tokens, start, end, words, self.draft.figures):
            return self._measured(n, *measured)
        one = n.low == n.high == 1
        if n.head is not None:
            phrase = Phrase(after, n.head + 1, n.head)
        else:
            phrase = phrase_after(tokens, after, end, one, words)
        if phrase.head is None and n.rule == "nothing":
            return None
        if (
            tokens[n.first].low in ("several", "a")
            and n.vague
            and phrase.head is None
            and n.low is not None
            and n.low < 100
            and not self._befell(phrase, end)
            and not (phrase.part or self._is_told(n) or tokens[n.first - 1].low in words.object)
            and not toll_of(tokens, n.begin, start, begins, words)
        ):
            return None
        if phrase.head is not None and tokens[phrase.head].low in words.not_counted and n.rule in ("words", "digits"):
            return None
        whole = self._part(n, phrase, start) or self.lows[phrase.last + 1 : phrase.last + 3] == [
            "among",
            "the",
        ]
        if n.rule == "times":
            verdict: Verdict | None = Verdict(*how_often(n.begin, tokens, start, self.draft.figures))
        elif n.share:
            verdict = Verdict("other", "share")
        else:
            verdict = judge(Counted(tokens, n.begin, phrase, start, end, begins, words))
            if verdict and verdict.rule == "raids" and raids_again(phrase.head or 0, tokens, self.draft.figures):
                verdict = Verdict("strikes", "strike-noun", phrase.head)
            told = verdict is None or verdict.rule in ("predicate", "verb-object")
            if told and n.head is None and phrase.head is not None and self._of_a_whole(n, phrase, start):
                verdict = told_by_participle(tokens, verdict, phrase, words) or Verdict("other", "whole")
            if verdict is None and (n.low or 0) >= _A_FORCE and came_in_strength(tokens, n.begin, phrase, end, words):
                verdict = Verdict("troops", "came-in-strength")
        if n.rule == "nobody" and phrase.head is None and verdict is not None and verdict.kind not in HARMED:
            verdict = None  # "None reached its target"
        if self._pointed_at(n, phrase, verdict):
            return None
        last = self.draft.figures[-1] if self.draft.figures else None
        joined = tokens[n.begin - 1].low in ("and", ",")
        if whole and joined and verdict and verdict.rule == "predicate" and phrase.head is None and not phrase.part:
            whole = last is not None and (
                last.kind == verdict.kind or self._opens_with_of(last, start)
            )  # "11 died, five of them boys, and 23 were hurt"
        return self._counted(n, phrase, verdict, whole, start, end)

    def _befell(self, phrase: Phrase, end: int) -> bool:
        """`several more are missing`, `several were hurt`: told of, though nobody is named."""
        told = predicate_of(self.tokens, phrase.last, end, self.words)
        return told is not None and (phrase.more or told[0][0] in HARMED)

    def _counted(self, n: Number, phrase: Phrase, verdict: Verdict | None, part: bool, start: int, end: int) -> Figure:
        tokens = self.tokens
        last = max(phrase.last, n.finish, n.last)
        bare = phrase.head is None
        if (
            verdict
            and verdict.verb is not None
            and last <= verdict.verb < last + 7
            and not any(t.low == "," for t in tokens[last : verdict.verb])
        ):
            last = verdict.verb + 1
        head = tokens[phrase.head].low if phrase.head is not None else ""
        kind = verdict.kind if verdict else "other"
        unit, unit_rule = self._unit_of(n, phrase, kind)
        people, people_rule = self._class(phrase)
        figure = Figure(
            tokens[n.begin].start,
            tokens[last - 1].end,
            "",
            n.low,
            n.high,
            n.modifier,
            kind,
            unit,
            self._words(phrase),
            people,
            n.vague,
            n.derived or (n.share and n.derived),
            rule=f"{n.rule}+{verdict.rule}" if verdict else n.rule,
            rules=_rules(n, verdict.rule if verdict else "unexplained", unit_rule, people_rule),
            number=Span(tokens[n.first].start, tokens[n.last - 1].end),
            first=n.begin,
            last=last,
            verb=verdict.verb if verdict else None,
            head=phrase.head,
            bare=bare,
            part=part,
            more=phrase.more or any(t.low in _MORE for t in tokens[max(start, n.begin - 1) : n.first]),
        )
        figure.text = self.draft.text[figure.start : figure.end]
        if n.rule == "times":
            figure.subject, figure.bare = "", False
        self._shared_modifier(figure, n, start)
        if verdict is not None and verdict.rule == "force-noun":
            self._listed(figure, start)
        if verdict is not None and verdict.rule == "casualties":
            self._losses_of_the_dead(figure, start)
        if verdict is not None and verdict.rule == "toll":
            self._not_of_the_toll(figure, start)
        if n.rule == "nobody" and verdict is None:
            self._none_of_those(figure, start)
        elif verdict is None:
            self._inherit(figure, start)
            open_kind = figure.kind == "other" and (figure.unit == "people" or bare) and not self._compared(figure)
            if open_kind and (told := self._heading_kind(n.first)):
                figure.kind, figure.rule, figure.rules["kind"] = told, figure.rule + "+heading", "heading"
        if (figure.bare or head == "others" or head in self.words.noun_kind) and figure.subject_class == "unspecified":
            self._same_people(figure, start)
        if figure.unit == "people" and head in ("families", "households"):
            figure.unit, figure.rules["unit"] = "families", "families-noun"
        return figure

    def _measured(self, n: Number, kind: str, unit: str, last: int, factor: float, subject: str, rule: str) -> Figure:
        tokens = self.tokens
        low, high = (round(v * factor, 1) if v is not None and factor != 1 else v for v in (n.low, n.high))
        if factor < 0.1:
            low, high = (round(v * factor, 3) if v is not None else None for v in (n.low, n.high))
        figure = Figure(
            tokens[n.begin].start,
            tokens[last - 1].end,
            "",
            low,
            high,
            n.modifier,
            kind,
            unit,
            subject,
            vague=n.vague,
            derived=n.derived,
            rule=f"{n.rule}+{kind}",
            rules=_rules(n, rule, rule, "no-class-word") | {"subject": rule},
            number=Span(tokens[n.first].start, tokens[n.last - 1].end),
            first=n.begin,
            last=last,
        )
        if factor != 1:
            figure.rules["low"] = figure.rules["high"] = "converted"
        if unit == "percent" and subject:
            figure.denominator, figure.rules["denominator"] = subject, rule
        after = self.lows[last : last + 2]
        if tokens[last - 1].low == "of":
            after = ["of", *after]
        figure.part = len(after) >= 2 and after[0] == "of" and after[1] in self.words.of_them
        lead = self.lows[max(0, n.begin - 2) : n.begin]
        if unit == "percent" and (lead in (["of", "whom"], ["of", "which"]) or self._says_who(after, figure)):
            figure.part = True
        figure.text = self.draft.text[figure.start : figure.end]
        return figure


def _rules(n: Number, kind: str, unit: str, subject_class: str) -> Rules:
    """The rules of a new figure's fields: what the number tells by itself, and what was told of it."""
    return {
        "low": n.rule,
        "high": n.rule,
        "vague": n.rule,
        "derived": n.rule,
        "modifier": n.modifier_rule,
        "kind": kind,
        "unit": unit,
        "subject": "counted-noun",
        "subject_class": subject_class,
    }

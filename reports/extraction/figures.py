"""Find the figures: each number with its modifier, what it counts, and of what kind it is.

Needs tokens, sentences and dates; gives `figures` without place, source, scope and period: `relate` adds those.
"""

from __future__ import annotations

from .exclusions import Exclusions
from .kinds import Verdict, judge
from .lexicon import Lexicon
from .measures import measure
from .model import Draft, Figure, Sentence, Span
from .numbers import Number, number_at, quantities
from .phrases import Phrase, phrase_after
from .words import count_words

_BODIES = frozenset(["killed", "wounded", "captured", "missing"])
_STRIKES = frozenset(["strike", "airstrike", "air-strike", "raid"])


def find_figures(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `draft.figures`, in the order of the text."""
    finder = _Finder(draft, lexicon)
    for number, sentence in enumerate(draft.sentences):
        if sentence.status != "noise":
            finder.sentence(number, sentence)


class _Finder:
    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        self.draft, self.tokens = draft, draft.tokens
        self.words = count_words(lexicon)
        self.quantities = quantities(lexicon)
        self.exclusions = Exclusions(lexicon)
        self.dated = {i for d in draft.dates for i in range(d.first, d.last)}
        self.lasts: frozenset[int] = frozenset()  # the tokens just after the sentence's numbers

    def sentence(self, number: int, sentence: Sentence) -> None:
        start, end = sentence.first, sentence.last
        numbers = self._numbers(start, end)
        begins = frozenset(n.first for n in numbers)
        self.lasts = frozenset(n.last for n in numbers if n.last < end)
        for n in numbers:
            figure = self._figure(n, start, end, begins)
            if figure is None:
                continue
            figure.sentence = number
            self.draft.figures.append(figure)
        self._shared_predicate(start)

    def _shared_predicate(self, start: int) -> None:
        """`31 rebels and 12 soldiers died`: the first count has the verb of the second."""
        figures = self.draft.figures
        for k in range(len(figures) - 2, max(-1, len(figures) - 30), -1):
            one, two = figures[k], figures[k + 1]
            if one.first < start:
                return
            between = [t.low for t in self.tokens[one.last : two.first]]
            if (
                between in (["and"], [","], [",", "and"], ["or"])
                and one.rule.endswith(("force-noun", "digits", "words"))
                and "predicate" in two.rule
                and two.unit == "people"
                and one.unit == "people"
                and not one.bare
            ):
                one.kind, one.rule, one.verb = two.kind, one.rule + "+shared-predicate", two.verb

    def _numbers(self, start: int, end: int) -> list[Number]:
        """The numbers that count something, in order."""
        found: list[Number] = []
        i = start
        while i < end:
            if i in self.dated:
                i += 1
                continue
            n = (
                self._nothing(i, end)
                or self._one_strike(i, end)
                or number_at(self.tokens, i, start, end, self.quantities)
            )
            if n is None or any(k in self.dated for k in range(n.first, n.last)):
                i += 1
                continue
            if not self.exclusions.why(n, self.tokens, start, end) and not self._pronoun(n, end):
                found.append(n)
            i = max(n.last, i + 1)
        return found

    def _pronoun(self, n: Number, end: int) -> bool:
        """`one of the`, `no one`, `one said`: no count."""
        if self.tokens[n.first].low != "one" or n.last != n.first + 1 or n.modifier != "exact":
            return False
        after = self.tokens[n.last].low if n.last < end else ""
        before = self.tokens[n.first - 1].low if n.first else ""
        if after == "from" and before in ("and", ","):
            return False
        token = self.tokens[n.last] if n.last < end else None
        return (
            after in self.words.not_one
            or before
            in ("of", "in", "not", "no", "this", "that", "every", "each", "any", "another", "longer", "number")
            or token is None
            or token.kind == "p"
            or (before in ("the", "its") and not self.words.noun_kind.get(after))
        )

    def _nothing(self, i: int, end: int) -> Number | None:
        """`no air strikes`, `no humanitarian flight`: a count of nothing."""
        token = self.tokens[i]
        if token.low not in ("no", "zero") or i + 1 >= end or token.low == "zero":
            return None
        for j in range(i + 1, min(i + 4, end)):
            low = self.tokens[j].low
            if low in self.words.countable_nothing:
                return Number(i, i + 1, 0, 0, derived=True, begin=i, finish=i + 1, rule="nothing")
            if self.tokens[j].kind != "w" or low in self.words.stops:
                return None
        return None

    def _one_strike(self, i: int, end: int) -> Number | None:
        """`an air strike`: one, though no number says so."""
        if self.tokens[i].low not in ("a", "an"):
            return None
        for j in range(i + 1, min(i + 5, end)):
            low = self.tokens[j].low
            if low in _STRIKES:
                inside = {t.low for t in self.tokens[i + 1 : j]}
                after = self.tokens[j + 1].low if j + 1 < end else ""
                if after in ("means", "is", "group", "force", "team", "package", "-", "capability", "campaign", "zone"):
                    return None
                plain = (
                    low == "strike"
                    and (
                        after in self.words.object
                        or after in ("on", "in", "near", "against", "that", "which", "targeting")
                    )
                    and "hunger" not in inside
                )
                if low.startswith("air") or inside & self.words.strike_words or plain:
                    return Number(i, i + 1, 1, 1, derived=True, begin=i, finish=i + 1, rule="article", head=j)
                return None
            if self.tokens[j].kind != "w" or low in self.words.stops:
                return None
        return None

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
        if tokens[n.first].low in ("several", "a") and n.vague and phrase.head is None:
            return None
        if phrase.head is not None and tokens[phrase.head].low in words.not_counted and n.rule in ("words", "digits"):
            return None
        whole = self._part(n, phrase, start) or [t.low for t in tokens[phrase.last + 1 : phrase.last + 3]] == [
            "among",
            "the",
        ]
        if n.rule == "times":
            verdict: Verdict | None = Verdict("other", "times")
        elif n.share:
            verdict = Verdict("other", "share")
        else:
            verdict = judge(tokens, n.begin, phrase, start, end, begins, words)
            if (
                verdict
                and n.head is None
                and verdict.rule in ("predicate", "verb-object")
                and self._of_a_whole(n, phrase, start)
            ):
                verdict = Verdict("other", "whole")
        return self._counted(n, phrase, verdict, whole, start, end)

    def _of_a_whole(self, n: Number, phrase: Phrase, start: int) -> bool:
        """`18 of the country's 34 provincial capitals`: the second number only says of how many."""
        tokens = self.tokens
        if phrase.last < len(tokens) and tokens[phrase.last].low in ("who", "that"):
            return False
        for k in range(n.begin - 1, max(start, n.begin - 6), -1):
            if tokens[k].low == "of":
                return k in self.lasts
            if tokens[k].kind == "p" and tokens[k].low != "'s":
                return False
        return False

    def _part(self, n: Number, phrase: Phrase, start: int) -> bool:
        """`of them`, `including 11 women`, `of whom 266`, `13 from South Africa`."""
        before = [t.low for t in self.tokens[max(start, n.begin - 4) : n.begin] if t.low != ","]
        after = [t.low for t in self.tokens[phrase.last : phrase.last + 2]]
        if after in (["among", "them"], ["of", "them"]) and phrase.head is not None:
            return True
        if phrase.part or (before and before[-1] in ("including", "comprising", "include", "includes", "included")):
            return True
        if before[-2:] in (
            ["of", "whom"],
            ["among", "them"],
            ["of", "them"],
            ["of", "these"],
            ["of", "those"],
            ["among", "whom"],
            ["of", "which"],
        ):
            return True
        last = self.draft.figures[-1] if self.draft.figures else None
        if last and last.part and last.sentence_first(self.draft) == start and before and before[-1] in ("and", ","):
            return n.begin - last.last <= 3 and (
                phrase.head is None or self.tokens[phrase.head].low in self.words.people
            )
        return False

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
        subject = self._words(phrase, n)
        figure = Figure(
            tokens[n.begin].start,
            tokens[last - 1].end,
            "",
            n.low,
            n.high,
            n.modifier,
            verdict.kind if verdict else "other",
            "people",
            subject,
            self._class(phrase),
            n.vague,
            n.derived or (n.share and n.derived),
            rule=f"{n.rule}+{verdict.rule}" if verdict else n.rule,
            number=Span(tokens[n.first].start, tokens[n.last - 1].end),
            first=n.begin,
            last=last,
            verb=verdict.verb if verdict else None,
            head=phrase.head,
            bare=bare,
            part=part,
            more=phrase.more
            or any(
                t.low in ("another", "additional", "extra", "further")
                for t in tokens[max(start, n.begin - 1) : n.first]
            ),
        )
        figure.text = self.draft.text[figure.start : figure.end]
        if verdict and verdict.toll:
            figure.scope = "cumulative"
        if n.share:
            figure.unit = "percent"
        elif figure.kind == "other":
            figure.unit = (
                "times" if n.rule == "times" else "people" if head in self.words.people or bare else self._unit(phrase)
            )
        elif figure.kind in ("settlements", "strikes"):
            figure.unit = self._unit(phrase) if head else figure.kind
        if n.rule == "times":
            figure.subject, figure.bare = "", False
        self._shared_modifier(figure, n, start)
        if verdict is None:
            self._inherit(figure, start)
            if figure.kind == "other" and (figure.unit == "people" or bare) and (kind := self._heading_kind(n.first)):
                figure.kind, figure.rule = kind, figure.rule + "+heading"
        if (figure.bare or head in self.words.noun_kind) and figure.subject_class == "unspecified":
            self._same_people(figure, start)
        if figure.unit == "people" and head in ("families", "households"):
            figure.unit = "families"
        return figure

    def _shared_modifier(self, figure: Figure, n: Number, start: int) -> None:
        """`at least 700 killed and 2,800 injured`: one modifier, one verb, both counts."""
        last = self.draft.figures[-1] if self.draft.figures else None
        if (
            last is None
            or last.first < start
            or n.modifier != "exact"
            or n.rule not in ("digits", "words")
            or figure.part
        ):
            return
        between = [t.low for t in self.tokens[last.last : figure.first]]
        if (
            between not in (["and"], [",", "and"])
            or last.modifier == "exact"
            or last.vague
            or last.kind not in _BODIES
            or figure.kind not in _BODIES
        ):
            return
        inside = {t.low for t in self.tokens[n.last : figure.last]}
        if inside & {"were", "was", "have", "has", "had", "are"} or last.unit != "people" or figure.unit != "people":
            return
        figure.modifier = last.modifier
        if figure.modifier in ("at_least", "more_than"):
            figure.high = None
        elif figure.modifier == "at_most":
            figure.low = None

    def _share_of_ground(self, n: Number, end: int) -> bool:
        """`most of the city`, `most of its people`: a share that is told; `most of them` is not."""
        lows = [t.low for t in self.tokens[n.last : min(end, n.last + 5)]]
        return bool(
            set(lows) & (self.words.ground | {"population", "people", "residents", "inhabitants", "it"})
        ) or any(t.capital for t in self.tokens[n.last : min(end, n.last + 2)])

    def _heading_kind(self, first: int) -> str | None:
        """Under `Toll` or `How many have died?`, people counted are the dead."""
        at = self.tokens[first].start
        section = next((s for s in reversed(self.draft.sections) if s.end <= at), None)
        if section is None or section.level != "topic":
            return None
        words = set(section.heading.lower().replace("?", "").split())
        for kind, signs in (
            ("killed", {"toll", "died", "dead", "killed", "deaths", "casualties"}),
            ("displaced", {"displaced", "fled", "displacement", "refugees"}),
        ):
            if words & signs:
                return kind
        return None

    def _inherit(self, figure: Figure, start: int) -> None:
        """A count without a predicate of its own goes on from the one before it."""
        earlier = [f for f in reversed(self.draft.figures[-6:]) if f.first >= start]
        people = (
            figure.bare
            or figure.subject_class != "unspecified"
            or (figure.head is not None and self.tokens[figure.head].low in self.words.people)
        )
        near = next(
            (
                f
                for f in earlier
                if f.kind not in ("distance_km", "percent_territory", "settlements") and f.unit != "percent"
            ),
            None,
        )
        before = self.tokens[figure.first - 1].low if figure.first > start else ""
        if near is None and figure.bare and figure.first <= start + 3:
            near = next(
                (f for f in reversed(self.draft.figures[-4:]) if f.kind not in ("distance_km", "percent_territory")),
                None,
            )
        lead = {t.low for t in self.tokens[max(start, figure.first - 12) : figure.first]}
        total = bool({"total", "toll", "tally", "number", "figure", "spoke"} & lead) and figure.bare
        linked = (
            figure.part
            or total
            or (near is not None and (figure.first - near.last <= 8 or before in ("from", "against", "with", "than")))
        )
        if near and people and linked:
            figure.kind = near.kind
            figure.rule += "+goes-on"
            if figure.bare:
                figure.unit = near.unit
                figure.subject_class = (
                    near.subject_class if figure.subject_class == "unspecified" else figure.subject_class
                )
            if figure.kind == "other" and not figure.bare:
                figure.unit = "people"

    def _same_people(self, figure: Figure, start: int) -> None:
        near = next((f for f in reversed(self.draft.figures[-3:]) if f.first >= start and f.unit == "people"), None)
        if (
            near
            and near.kind in ("killed", "wounded", "captured", "missing")
            and figure.kind in ("killed", "wounded", "captured", "missing", "troops")
        ) and (figure.first - near.last <= 6 or figure.part):
            figure.subject_class = near.subject_class
            figure.subject = figure.subject or near.subject

    def _measured(self, n: Number, kind: str, unit: str, last: int, factor: float, subject: str) -> Figure:
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
            number=Span(tokens[n.first].start, tokens[n.last - 1].end),
            first=n.begin,
            last=last,
        )
        if unit == "percent" and subject:
            figure.denominator = subject
        after = [t.low for t in tokens[last : last + 2]]
        figure.part = len(after) == 2 and after[0] == "of" and after[1] in self.words.of_them
        if after and after[-1] in ("women", "children"):
            figure.subject_class = after[-1]
        figure.text = self.draft.text[figure.start : figure.end]
        return figure

    def _words(self, phrase: Phrase, n: Number) -> str:
        if phrase.head is None:
            return ""
        first = phrase.first
        while first < phrase.head and (
            self.tokens[first].low in self.words.stops or self.tokens[first].low in self.words.more_words
        ):
            first += 1
        return self.draft.text[self.tokens[first].start : self.tokens[phrase.last - 1].end]

    def _unit(self, phrase: Phrase) -> str:
        return self._words(phrase, None).lower() or "times"  # type: ignore[arg-type]

    def _class(self, phrase: Phrase) -> str:
        if phrase.head is None:
            return "unspecified"
        inside = [t.low for t in self.tokens[phrase.first : phrase.last]]
        classes = [
            self.words.class_of[w]
            for w in inside
            if w in self.words.class_of and self.words.class_of[w] != "unspecified"
        ]
        if not classes:
            return "unspecified"
        if "women" in inside and "children" in inside:
            return "mixed"
        if "civilian" in inside or ("civilians" in inside and len(set(classes)) == 1):
            return "civilians"
        return classes[-1] if len(set(classes)) == 1 or classes[0] not in ("security_forces",) else classes[0]

"""Of what class are the people counted, where the words about the count tell. Needs figures, groups and sources."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from .class_words import named_at, told_behind
from .cues import cue
from .leaning import more_of_them
from .lexicon import Lexicon
from .model import HARMED, Draft, Figure, Group
from .party_classes import CLASSES, SPEAKERS
from .words import ARMED, CountWords, count_words

_SUFFER = cue("subjects", "suffer")
_LOSSES = cue("subjects", "losses")
_OWN = cue("subjects", "own")
_GENERAL = cue("subjects", "general")
_UNIFORM = cue("subjects", "uniform")
_GUARDED = cue("subjects", "guarded")
_OF_A_STATE = _GUARDED | {"government", "regime"}
_HITS = cue("subjects", "hits")
_DOING = cue("subjects", "harming")
_LINKS = cue("subjects", "links")
_PUTS = cue("subjects", "puts")
_SENT = cue("subjects", "sent")
_INHABITANTS = cue("figures", "inhabitants")
_UNITS = cue("kinds", "bodies")
_TOGETHER = frozenset(["women", "children"])


def class_subjects(draft: Draft, lexicon: Lexicon) -> None:
    """Set `subject_class` where it is unspecified and the words about the count tell it."""
    teller = _Teller(draft, count_words(lexicon))
    for figure in draft.figures:
        if figure.subject_class in _TOGETHER and teller.both(figure):
            figure.subject_class, figure.rules["subject_class"] = "mixed", "women-and-children"
        if (told := told_behind(draft, teller.words, figure)) is not None:
            figure.subject_class, figure.rules["subject_class"] = told, "told-behind"
        if figure.subject_class != "unspecified":
            continue
        if figure.unit == "percent":
            teller.share(figure)
        elif figure.unit == "people":
            teller.people(figure)
        elif figure.head is not None and draft.tokens[figure.head].low in _UNITS:
            teller.unit(figure)


class _Teller:
    def __init__(self, draft: Draft, words: CountWords) -> None:
        self.draft, self.tokens, self.words = draft, draft.tokens, words
        self.starts = [g.start for g in draft.groups]
        self._named = partial(named_at, draft, words)

    def people(self, figure: Figure) -> None:
        """Try each sign in turn; the first that tells holds."""
        for told, rule in (
            (self._party_inside, "party-inside"),
            (self._in_the_toll, "toll-words"),
            (self._behind, "told-behind"),
            (self._sufferer, "who-suffered"),
            (self._hit, "whom-they-hit"),
            (self._strength, "whose-strength"),
            (self._whole, "as-its-whole"),
            (partial(more_of_them, self.draft), "more-of-them"),
        ):
            if (people := told(figure)) and people != "unspecified":
                figure.subject_class, figure.rules["subject_class"] = people, rule
                return

    def unit(self, figure: Figure) -> None:
        """`two more brigades`, `two companies of the RSF`: regular forces, unless a party is named behind."""
        of = self.draft.lows[figure.last : figure.last + 1] == ["of"]
        behind = self._first_named(figure.last, self.draft.sentences[figure.sentence].last) if of else None
        people = self._party_inside(figure) or behind or "security_forces"
        figure.subject_class, figure.rules["subject_class"] = people, "whose-units"

    def both(self, figure: Figure) -> bool:
        """`30 were women and children`: the noun that stands behind is of the other class."""
        behind = [] if figure.head is None else self.draft.lows[figure.head + 1 : figure.head + 3]
        return behind[:1] == ["and"] and self.words.class_of.get(behind[-1]) in _TOGETHER - {figure.subject_class}

    def share(self, figure: Figure) -> None:
        """`half of them civilians`, `86% are women and children`; else a share of people is of its whole's class."""
        j = figure.last
        while j < len(self.tokens) and j < figure.last + 4 and self.tokens[j].low in _LINKS:
            j += 1
        of = (figure.denominator or "").lower().split()
        if people := self._named(j):
            figure.subject_class, figure.rules["subject_class"] = people, "class-behind-the-share"
        elif figure.kind == "displaced" and not _INHABITANTS.isdisjoint(of):
            figure.subject_class, figure.rules["subject_class"] = "civilians", "denominator"
        elif figure.part_of is not None and self.draft.figures[figure.part_of].unit == "people":
            figure.subject_class = self.draft.figures[figure.part_of].subject_class
            figure.rules["subject_class"] = "as-its-whole"

    def _party_inside(self, figure: Figure) -> str | None:
        """`12 Houthi rebels`, `four Hamas commanders`: a party's name in the count."""
        if figure.head is None or figure.bare:
            return None
        head = self.tokens[figure.head]
        if head.low.endswith(("people", "civilians")):
            return None
        first = max(0, bisect_left(self.starts, figure.start) - 1)
        for group in self.draft.groups[first : bisect_left(self.starts, figure.end) + 1]:
            if figure.start <= group.start < head.end and group.end >= figure.start and group.actor_type in CLASSES:
                return CLASSES[group.actor_type]
        return None

    def _behind(self, figure: Figure) -> str | None:
        """`15 bodies of assailants`, `three deaths among civilians`, `32 were loyalists`, `five bodies in uniform`."""
        if figure.kind == "displaced" or not self._general(figure):
            return None
        j = figure.last if figure.head is None else figure.head + 1
        end = self.draft.sentences[figure.sentence].last
        lows = self.draft.lows[j : min(end, j + 8)]
        if lows[:1] in (['"'], ["”"]):
            j, lows = j + 1, lows[1:]
        if figure.bare and figure.first > 1 and self.tokens[figure.first - 1].low == ":":
            return self._named(figure.first - 2)  # "civilians: 196"
        if any(w in _UNIFORM for w in lows[:4]):
            return "security_forces"
        if lows[:1] in (["were"], ["are"]):
            return self._named(j + 1)
        if lows[:4] == [",", "all", "of", "them"] or (lows[:1] in (["of"], ["among"]) and figure.head is not None):
            return self._first_named(j + (4 if lows[0] == "," else 1), end)
        return None

    def _first_named(self, j: int, end: int) -> str | None:
        """The class of the first people or party named within a few tokens."""
        for k in range(j, min(end, j + 6)):
            if self.tokens[k].kind == "p" and self.tokens[k].low != "'s":
                return None
            if people := self._named(k):
                return people
            if self.tokens[k].low in _GUARDED:
                return "security_forces"
            if group := self._group_at(self.tokens[k].start):
                return CLASSES.get(group.actor_type or "")
        return None

    def _in_the_toll(self, figure: Figure) -> str | None:
        """`the civilian toll rose to 12`."""
        if not figure.rule.endswith(("toll", "number-of")) or figure.verb is None:
            return None
        about = set(self.draft.lows[max(0, figure.verb - 2) : min(figure.first, figure.verb + 9)])
        about |= set(self.draft.lows[figure.first : figure.last])
        return next((c for w in sorted(about) if (c := self.words.class_of.get(w)) not in (None, "unspecified")), None)

    def _sufferer(self, figure: Figure) -> str | None:
        """`lost nine men`, `its own losses as 18 dead and 41 wounded`: of the party that suffered."""
        counted = figure.kind in HARMED or figure.rule.endswith(("casualties", "losses"))
        if not counted or not self._general(figure):
            return None
        first = self.draft.sentences[figure.sentence].first
        for k in range(figure.first - 1, max(first, figure.first - 14) - 1, -1):
            low = self.tokens[k].low
            if low in _SUFFER and not set(self.draft.lows[k + 1 : k + 3]) & {"lives", "life"}:
                return self._party_of(figure, first, k)
            if low in _LOSSES and (owner := self._group_ending(self.tokens[k - 1].end)):
                return CLASSES.get(owner.actor_type or "")  # "Houthi losses"
            if low in _LOSSES and self.tokens[k - 1].low in _OF_A_STATE:
                return "security_forces"  # "government losses at 64 dead"
            if low in _LOSSES and self._owned(k, first):
                return self._party_before(figure, k + 1)
            told = self.tokens[k].kind == "w" and low in self.words.object and low not in self.words.noun_kind
            if low in (";", "that") or (told and low not in _PUTS):
                return None
        return None

    def _party_of(self, figure: Figure, first: int, verb: int) -> str | None:
        """Whose verb it is: the party that opens the sentence, or the one right before the verb."""
        upto = bisect_left(self.starts, self.tokens[verb].start)
        near = self.draft.groups[upto - 1] if upto else None
        if near is not None and near.end == self.tokens[verb - 1].end:
            return CLASSES.get(near.actor_type or "")
        k = bisect_left(self.starts, self.tokens[first].start)
        if k < upto:
            return CLASSES.get(self.draft.groups[k].actor_type or "")
        return self._party_before(figure, verb)

    def _hit(self, figure: Figure) -> str | None:
        """`attacked army posts, killing eight and wounding 20`: of those whom they hit."""
        if not figure.bare or figure.kind not in ("killed", "wounded"):
            return None
        first = self.draft.sentences[figure.sentence].first
        if self.tokens[figure.first - 1].low not in _DOING:
            return None
        for k in range(figure.first - 2, max(first, figure.first - 20) - 1, -1):
            if self.tokens[k].low in _HITS:
                return self._first_named(k + 1, min(figure.first, k + 5))
        return None

    def _owned(self, k: int, first: int) -> bool:
        """`their casualties`, `his own side's losses`; the losses of another are told by a name."""
        return not _OWN.isdisjoint(self.draft.lows[max(first, k - 3) : k])

    def _strength(self, figure: Figure) -> str | None:
        """`the garrison, 900 men`, `cut its force to 5,500`: troops are of the party that has them."""
        sent = figure.head is not None and self.tokens[figure.head].low in _SENT
        if figure.kind != "troops" or not (self._general(figure) or sent):
            return None
        first = self.draft.sentences[figure.sentence].first
        lead = set(self.draft.lows[max(first, figure.first - 12) : figure.first])
        armed = {self.words.class_of[w] for w in lead if self.words.class_of.get(w) in ARMED}
        if len(armed) == 1:
            return armed.pop()
        upto = bisect_left(self.starts, self.tokens[figure.first].start)
        near = self.draft.groups[upto - 1] if upto else None
        here = near is not None and near.start >= self.tokens[first].start
        return (CLASSES.get(near.actor_type or "") if near is not None and here else None) or "security_forces"

    def _whole(self, figure: Figure) -> str | None:
        """`six of them`: of the class of those of whom they are a part."""
        if figure.part_of is None or not figure.bare:
            return None
        return self.draft.figures[figure.part_of].subject_class

    def _general(self, figure: Figure) -> bool:
        """No noun of its own, or one that says nothing of who they are: `dead`, `men`."""
        return figure.head is None or self.tokens[figure.head].low in _GENERAL

    def _party_before(self, figure: Figure, last: int) -> str | None:
        """The class of the party named last before token `last` in the sentence, or of who speaks, or named before."""
        here = self.draft.sentences[figure.sentence]
        stop = self.tokens[last - 1].end
        upto = bisect_left(self.starts, stop)
        if upto and (group := self.draft.groups[upto - 1]).start >= here.start:
            return CLASSES.get(group.actor_type or "")
        if figure.source is not None and (people := SPEAKERS.get(self.draft.sources[figure.source].kind)):
            return people
        if upto and figure.sentence - (group := self.draft.groups[upto - 1]).sentence <= 1:
            return CLASSES.get(group.actor_type or "")
        return None

    def _group_ending(self, end: int) -> Group | None:
        k = bisect_left(self.starts, end) - 1
        return self.draft.groups[k] if k >= 0 and self.draft.groups[k].end == end else None

    def _group_at(self, start: int) -> Group | None:
        k = bisect_left(self.starts, start)
        return self.draft.groups[k] if self.starts[k : k + 1] == [start] else None

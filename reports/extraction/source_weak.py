"""Verbs that put words into a mouth only with a count or a clause behind them: put at, gave, counted, admitted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .cues import cue
from .model import Token
from .source_tolls import Tolls

_QUOTES = frozenset(['"', "“", "”", "«", "»"])
_PAPERS = cue("sources", "papers")
_TAKE_IN = cue("sources", "take_in")
_COUNTS, _COUNT_OPENS = cue("sources", "counts"), cue("sources", "count_opens")
_EVIDENCE = cue("sources", "evidence")
_BARE = cue("sources", "bare")
_PHRASE = 6  # words of "police of the Kursk region report."
_BEHIND = 15  # tokens behind the verb that are looked at
_MANY_SAY, _MANY = cue("sources", "many_say"), cue("sources", "many")
_TELLING_OF, _TOLD_OF = cue("sources", "telling_of"), cue("sources", "told_of")
_GIVES, _GIVEN_AS = cue("sources", "gives"), cue("sources", "given_as")
_SPEAKS_OF, _CALLS = cue("sources", "speaks_of"), cue("sources", "calls")
_NEVER_ALONE = cue("sources", "never_alone")
_FATES, _FEARS = cue("sources", "fates"), cue("sources", "fears")
_OWNS_UP, _LOSSES = cue("sources", "owns_up"), cue("sources", "owned_losses")
_REVISES, _REVISED = cue("sources", "revises"), cue("sources", "revised")
_BLAMES = cue("sources", "blames")
_SHOWS, _BOASTS = cue("sources", "shows"), cue("sources", "boasts")
_PUT_AT, _UNDER_CONTROL = frozenset(["at", "to", "higher", "lower"]), frozenset(["under", "control"])


@dataclass(slots=True)
class WeakVerb:
    """A weak verb at token `v`, and what stands behind it in its sentence."""

    tokens: list[Token]
    v: int
    end: int
    numbers: frozenset[str]  # words that count: "three", "dozens"
    low: str = field(init=False)
    after: list[Token] = field(init=False)
    lows: set[str] = field(init=False)
    behind: str = field(init=False)  # the word right behind it; empty where it ends the sentence

    def __post_init__(self) -> None:
        self.low = self.tokens[self.v].low
        self.after = self.tokens[self.v + 1 : min(self.end, self.v + 1 + _BEHIND)]
        self.lows = {t.low for t in self.after}
        self.behind = self.after[0].low if self.after else ""

    def counted(self, first: int, last: int) -> bool:
        """Whether one of the tokens `[first, last)` behind it is a number."""
        return any(t.kind == "n" or t.low in self.numbers for t in self.after[first:last])


class WeakVerbs(Tolls):
    """Tells whether such a verb speaks where it stands."""

    def _weak_holds(self, v: int, end: int) -> bool:
        """`put the dead at`, `gave its losses as`: a weak verb speaks only with a count or a clause after it."""
        verb = WeakVerb(self.tokens, v, end, self.words.numbers)
        for rule in _RULES:
            holds = rule(verb)
            if holds is not None:
                return holds
        return False


def _before_a_clause(verb: WeakVerb) -> bool | None:
    """`warned on Monday that`, `described it as "a massacre"`."""
    told = any(t.low == "that" for t in verb.after[:4]) or any(t.low in _QUOTES for t in verb.after[:5])
    return True if told else None


def _reporters_counted(verb: WeakVerb) -> bool | None:
    """`..., reporters counted.`"""
    ends = (verb.low in _COUNTS or verb.low == "found") and verb.behind == "."
    return True if ends and verb.tokens[verb.v - 1].kind == "w" else None


def _gives(verb: WeakVerb) -> bool | None:
    """`the mayor gave 70 dead`, `the toll that the mayor gave on Monday`, `gave its losses as`."""
    if verb.low not in _GIVES:
        return None
    if verb.after and verb.after[0].kind == "n" and any(t.low in _FATES for t in verb.after[1:4]):
        return True
    back = verb.tokens[max(0, verb.v - 6) : verb.v]
    if verb.behind in ("on", ".", ",", "in") and any(t.low == "that" for t in back):
        return True
    return not verb.lows.isdisjoint(_GIVEN_AS)


def _takes_in(verb: WeakVerb) -> bool | None:
    """`the hospital took in nine`, `received nine`; but not `took the town`."""
    if verb.low == "took" and verb.behind != "in":
        return False
    return verb.counted(0, 4) if verb.low in _TAKE_IN else None


def _reads(verb: WeakVerb) -> bool | None:
    """`..., read a statement from the governor`, `..., the statement read`."""
    if verb.low not in ("read", "reads"):
        return None
    return verb.tokens[verb.v - 1].low in _PAPERS or any(t.low in _PAPERS for t in verb.after[:4])


def _puts(verb: WeakVerb) -> bool | None:
    """`put the dead at 12`, `puts the town under its control`."""
    if verb.low not in ("put", "puts"):
        return None
    return not verb.lows.isdisjoint(_PUT_AT) or verb.lows >= _UNDER_CONTROL


def _speaks_of(verb: WeakVerb) -> bool | None:
    """`spoke of 12 dead`, `spoke to AFP of a dozen dead`."""
    if verb.low not in _SPEAKS_OF:
        return None
    of = next((k for k, t in enumerate(verb.after[:5]) if t.low == "of"), None)
    return of == 0 or (of is not None and verb.behind == "to")


def _calls(verb: WeakVerb) -> bool | None:
    """`called for a truce`, `demanded a truce`."""
    if verb.low not in _CALLS:
        return None
    return verb.low == "demanded" or verb.behind in ("for", "on", "that")


def _never_alone(verb: WeakVerb) -> bool | None:
    """`expected`, `published`: they speak only before a clause or a quote, but for `quoted`."""
    return verb.low == "quoted" if verb.low in _NEVER_ALONE else None


def _boasts(verb: WeakVerb) -> bool | None:
    """`boasted of 40 kills`."""
    return verb.behind in ("of", "that") if verb.low in _BOASTS else None


def _owns_up(verb: WeakVerb) -> bool | None:
    """`owned up to 20`."""
    return True if verb.low in ("owns", "owned") and [t.low for t in verb.after[:2]] == ["up", "to"] else None


def _admits(verb: WeakVerb) -> bool | None:
    """`the coalition admits 1,417.`, `admits to 19 dead`; but `the hospital admitted nine` is no confession."""
    if verb.low not in _OWNS_UP:
        return None
    if len(verb.after) > 1 and verb.after[0].kind == "n" and verb.after[1].kind == "p":
        return True
    if verb.behind == "to" and verb.counted(1, 5):
        return True
    return not verb.lows.isdisjoint(_LOSSES) or "that" in verb.lows


def _fears(verb: WeakVerb) -> bool | None:
    """`..., the agency fears.`"""
    return True if verb.low in _FEARS and verb.behind == "." else None


def _tells_of(verb: WeakVerb) -> bool | None:
    """`described counting`, `mourned three of its men`."""
    if verb.low not in _TELLING_OF:
        return None
    return verb.counted(0, 4) or any(t.low in _TOLD_OF for t in verb.after[:4])


def _blames(verb: WeakVerb) -> bool | None:
    """`blamed the rebels for 12 deaths`; but not `a militia blamed for many deaths`."""
    if verb.low not in _BLAMES:
        return None
    return verb.behind not in ("for", "on") and verb.counted(0, _BEHIND)


def _counts(verb: WeakVerb) -> bool | None:
    """`counted 12 bodies`, `tallied at least 12`."""
    if verb.low not in _COUNTS:
        return None
    return verb.counted(0, 4) or any(t.low in _COUNT_OPENS for t in verb.after[:4])


def _revises(verb: WeakVerb) -> bool | None:
    """`revised its toll to 12`."""
    return any(t.low in _REVISED for t in verb.after[:6]) if verb.low in _REVISES else None


def _finds(verb: WeakVerb) -> bool | None:
    """`found that 12 had died`."""
    return verb.behind == "that" if verb.low in ("found", "finds") else None


def _shows(verb: WeakVerb) -> bool | None:
    """`satellite images show`."""
    if verb.low not in _SHOWS:
        return None
    return any(t.low in _EVIDENCE for t in verb.tokens[max(0, verb.v - 5) : verb.v])


def _accuses(verb: WeakVerb) -> bool | None:
    """`accused the rebels of killing 12`, whatever stands behind."""
    return True if verb.low in ("accused", "accuse") else None


def _says_something(verb: WeakVerb) -> bool | None:
    """Any other of them speaks where its clause goes on."""
    return True if verb.behind not in (".", ",", ";") or verb.low in _BARE else None


def _many_say(verb: WeakVerb) -> bool | None:
    """`..., local authorities report.`: more than one speak, and no paper ends the sentence (`a joint report.`)."""
    if verb.low not in _MANY_SAY:
        return False
    for k in range(verb.v - 1, max(0, verb.v - _PHRASE), -1):
        token = verb.tokens[k]
        if token.kind == "p":
            return False
        if not token.capital and (token.low in _MANY or (token.low.endswith("s") and len(token.low) > 3)):
            return True
        if k == verb.v - 1 and not token.capital and token.low not in ("region", "province", "district"):
            return False
    return False


_RULES: tuple[Callable[[WeakVerb], bool | None], ...] = (
    _before_a_clause,
    _reporters_counted,
    _gives,
    _takes_in,
    _reads,
    _puts,
    _speaks_of,
    _calls,
    _never_alone,
    _boasts,
    _owns_up,
    _admits,
    _fears,
    _tells_of,
    _blames,
    _counts,
    _revises,
    _finds,
    _shows,
    _accuses,
    _says_something,
    _many_say,
)

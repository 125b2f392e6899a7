"""Of what kind is the object of a verb: `killed nine men`, `lost 300 men`, `treated 40`, `seized four towns`."""

from __future__ import annotations

from .counted import Counted
from .cues import cue
from .fates import is_mixed
from .kind_signs import ill
from .predicates import Verdict

_HOLDS = cue("kinds", "holds")
_TOOK = cue("kinds", "took")
_HARMING = cue("kinds", "harming")
_BEASTS = cue("kinds", "beasts")
_BROUGHT = cue("kinds", "hosting") | cue("kinds", "moving")
_ADMITTING = cue("kinds", "admitting")
_TREATING = cue("kinds", "treating")
_CARED_FOR = cue("kinds", "cared_for")
_LOSING = cue("kinds", "losing")
_FORCES = cue("kinds", "forces")
_SENT = cue("kinds", "sent")
_DEATHS = cue("kinds", "dead")
_PRISONER = cue("kinds", "prisoner")
_KEEPS = cue("kinds", "keeps")
_SIEGE = 10  # tokens before the verb


def done_to(count: Counted, kinds: list[str], verb: int) -> Verdict | None:
    """What the verb at token `verb`, which may mean any of `kinds`, did to it."""
    if found := _by_its_frame(count, verb):
        return found
    for kind in kinds:
        if fits := _fits(count, kind, verb):
            return Verdict(fits, "verb-object", verb)
    unknown = verb == count.begin - 1 and count.tokens[verb].low not in count.words.object and not count.phrase.part
    if (not count.people and not count.bare) or unknown:
        return Verdict("other", "verb-object", verb)
    return None


def _by_its_frame(count: Counted, verb: int) -> Verdict | None:
    """Verbs whose kind hangs on what else stands about them: losing, treating, besieging, having men."""
    low, last, tokens = count.tokens[verb].low, count.phrase.last, count.tokens
    if [t.low for t in tokens[last : last + 2]] == ["to", "death"] and (count.people or count.bare):
        return Verdict("killed", "verb-object", verb)  # "hacked six people to death"
    if is_mixed(tokens, verb, count.end):
        return Verdict("other", "casualties", verb)
    if low in _ADMITTING and count.head in ("victims", "casualties"):
        return Verdict("wounded", "verb-object", verb)
    if low in _TREATING and (count.bare or count.head in _CARED_FOR) and not ill(tokens, last):
        return Verdict("wounded", "verb-object", verb)
    if low in _LOSING and (count.people or count.bare):
        if last + 1 < count.end and tokens[last].low == "," and is_mixed(tokens, last + 1, count.end):
            return Verdict("other", "casualties", verb)  # "lost 300 men, killed, wounded or missing"
        open_losses = count.head in _FORCES or _with_equipment(count)
        return Verdict("other" if open_losses else "killed", "losses", verb)
    if low in _HOLDS and any(t.low == "siege" for t in tokens[max(count.start, verb - _SIEGE) : verb]):
        return Verdict("trapped", "siege", verb)
    if count.head == "men" and low in ("has", "have", "had", "having"):
        return Verdict("troops", "verb-object", verb)  # "on that front they have 9,000 men"
    return None


def _with_equipment(count: Counted) -> bool:
    """`lost over 600 men and 17 armoured vehicles`: losses of all sorts, and not only the dead."""
    last, tokens = count.phrase.last, count.tokens
    if last + 2 >= len(tokens) or tokens[last].low != "and" or tokens[last + 1].kind != "n":
        return False
    things = [t.low for t in tokens[last + 2 : last + 5] if t.kind == "w"]
    return any(count.words.plural(low) and not count.words.person(low) for low in things)


def _fits(count: Counted, kind: str, verb: int) -> str | None:
    """The kind that it gets where the verb may mean `kind`; None where that does not go with what is counted."""
    low, force = count.tokens[verb].low, count.armed
    if kind == "settlements" and count.own == "settlements":
        return kind
    if kind == "troops" and ((count.bare and count.phrase.more) or force or count.head in _SENT):
        return kind
    if kind == "displaced" and low in _BROUGHT and force:
        return "troops"
    if kind in ("killed", "wounded", "displaced", "trapped") and (count.people or count.bare):
        return kind
    if low in _HARMING | _DEATHS and count.words.plural(count.head) and count.head not in _BEASTS:
        return kind  # "killed 20 apostates": only the living are
    if kind == "captured" and (count.people or (count.bare and low not in _KEEPS)):
        return kind if _as_prisoners(count, verb) else None
    return None


def _as_prisoners(count: Counted, verb: int) -> bool:
    """`captured nine men`, `took nine men away`, `took nine men prisoner`; `took nine men` alone is open."""
    taken, behind = count.tokens[verb].low in _TOOK, count.tokens[count.phrase.last : count.phrase.last + 3]
    return not taken or count.tokens[verb + 1].low == "away" or any(t.low in _PRISONER for t in behind)

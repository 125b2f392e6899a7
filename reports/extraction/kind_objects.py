"""Of what kind is the object of a verb: `killed nine men`, `lost 300 men`, `treated 40`, `seized four towns`."""

from __future__ import annotations

from dataclasses import dataclass

from .cues import cue
from .fates import is_mixed
from .kind_signs import ill
from .model import Token
from .phrases import Phrase
from .predicates import Verdict
from .words import ARMED, CountWords

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


@dataclass(slots=True)
class Counted:
    """The count behind a verb. `head` is empty where its noun is none of people, as in `15 L-39 trainers`."""

    tokens: list[Token]
    begin: int
    phrase: Phrase
    head: str
    people: bool
    words: CountWords

    def done_to(self, kinds: list[str], verb: int, start: int, end: int) -> Verdict | None:
        """What the verb at token `verb`, which may mean any of `kinds`, did to it."""
        if found := self._by_its_frame(verb, start, end):
            return found
        for kind in kinds:
            if fits := self._fits(kind, verb):
                return Verdict(fits, "verb-object", verb)
        unknown = verb == self.begin - 1 and self.tokens[verb].low not in self.words.object and not self.phrase.part
        if (not self.people and not self._bare) or unknown:
            return Verdict("other", "verb-object", verb)
        return None

    @property
    def _bare(self) -> bool:
        return self.phrase.head is None

    def _by_its_frame(self, verb: int, start: int, end: int) -> Verdict | None:
        """Verbs whose kind hangs on what else stands about them: losing, treating, besieging, having men."""
        low, last, tokens = self.tokens[verb].low, self.phrase.last, self.tokens
        if [t.low for t in tokens[last : last + 2]] == ["to", "death"] and (self.people or self._bare):
            return Verdict("killed", "verb-object", verb)  # "hacked six people to death"
        if is_mixed(tokens, verb, end):
            return Verdict("other", "casualties", verb)
        if low in _ADMITTING and self.head in ("victims", "casualties"):
            return Verdict("wounded", "verb-object", verb)
        if low in _TREATING and (self._bare or self.head in _CARED_FOR) and not ill(tokens, last):
            return Verdict("wounded", "verb-object", verb)
        if low in _LOSING and (self.people or self._bare):
            if last + 1 < end and tokens[last].low == "," and is_mixed(tokens, last + 1, end):
                return Verdict("other", "casualties", verb)  # "lost 300 men, killed, wounded or missing"
            open_losses = self.head in _FORCES or self._with_equipment()
            return Verdict("other" if open_losses else "killed", "losses", verb)
        if low in _HOLDS and any(t.low == "siege" for t in tokens[max(start, verb - _SIEGE) : verb]):
            return Verdict("trapped", "siege", verb)
        if self.head == "men" and low in ("has", "have", "had", "having"):
            return Verdict("troops", "verb-object", verb)  # "on that front they have 9,000 men"
        return None

    def _with_equipment(self) -> bool:
        """`lost over 600 men and 17 armoured vehicles`: losses of all sorts, and not only the dead."""
        last, tokens = self.phrase.last, self.tokens
        if last + 2 >= len(tokens) or tokens[last].low != "and" or tokens[last + 1].kind != "n":
            return False
        things = [t.low for t in tokens[last + 2 : last + 5] if t.kind == "w"]
        return any(self.words.plural(low) and not self.words.person(low) for low in things)

    def _fits(self, kind: str, verb: int) -> str | None:
        """The kind that it gets where the verb may mean `kind`; None where that does not go with what is counted."""
        low, force = self.tokens[verb].low, self.words.class_of.get(self.head) in ARMED
        if kind == "settlements" and self.words.noun_kind.get(self.head) == "settlements":
            return kind
        if kind == "troops" and ((self._bare and self.phrase.more) or force or self.head in _SENT):
            return kind
        if kind == "displaced" and low in _BROUGHT and force:
            return "troops"
        if kind in ("killed", "wounded", "displaced", "trapped") and (self.people or self._bare):
            return kind
        if low in _HARMING | _DEATHS and self.words.plural(self.head) and self.head not in _BEASTS:
            return kind  # "killed 20 apostates": only the living are
        if kind == "captured" and (self.people or (self._bare and low not in _KEEPS)):
            return kind if self._as_prisoners(verb) else None
        return None

    def _as_prisoners(self, verb: int) -> bool:
        """`captured nine men`, `took nine men away`, `took nine men prisoner`; `took nine men` alone is open."""
        taken, behind = self.tokens[verb].low in _TOOK, self.tokens[self.phrase.last : self.phrase.last + 3]
        return not taken or self.tokens[verb + 1].low == "away" or any(t.low in _PRISONER for t in behind)

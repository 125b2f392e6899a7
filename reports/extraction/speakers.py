"""Who is a speaker: a run of tokens before or after a speech verb, to a name, a kind and a span."""

from __future__ import annotations

from .cues import cue
from .model import Draft
from .speaker_forms import SpeakerForms
from .speaker_words import NounPhrase, Speaker

_ARTICLES = cue("grammar", "articles")
_NOBODY = cue("speakers", "nobody")
_SMALL = cue("speakers", "small")
_BODIES = cue("sources", "bodies")
_ENDS = _SMALL | (cue("speakers", "battling") - {"fighting"})  # "local forces battling the jihadists"
_PAPERS = cue("sources", "papers")
_EARLIER = cue("sources", "earlier")
_REPORTERS = cue("speakers", "reporters")
_PEOPLE = tuple(sorted(cue("speakers", "person_endings")))
_OWNED = cue("sources", "owned")
_STRONG = cue("tenses", "strong")
_WHICH = cue("speakers", "which_count")
_BEFORE_ANYONE = cue("speakers", "before_anyone")


class Speakers(SpeakerForms):
    """Tries the forms in the order of their sureness."""

    def speaker(self, draft: Draft, first: int, last: int, caps: bool) -> Speaker | None:
        """The speaker that the noun phrase `[first, last)` names, or None where it can speak for nobody."""
        tokens = draft.tokens
        while first < last and tokens[first].kind == "p" and tokens[first].low not in ("(",):
            first += 1
        while last > first and tokens[last - 1].kind == "p" and tokens[last - 1].low != ")":
            last -= 1
        if first >= last or last - first > 24 or tokens[first].low in ("no", "neither", "nobody"):
            return None
        if tokens[first].low == "our" and tokens[min(first + 1, last - 1)].low not in _REPORTERS:
            return None
        if tokens[first].low == "the" and tokens[first + 1 : last] and tokens[first + 1].low == "same":
            return self._same(draft, first, last, caps)
        if last - first > 3 and tokens[first + 1].low == "of" and self._owning(draft, first + 2, last):
            first += 2  # "one of their commanders", "one of the agency's officials"
        elif last - first == 4 and [t.low for t in tokens[first : first + 3]] == ["one", "of", "the"]:
            first += 2  # "one of the survivors"
        if last - first == 1 and tokens[first].low in self.pronouns:
            return Speaker(first, last, tokens[first].low, "other", "pronoun", tokens[first].low)
        both = next((i for i in range(first + 1, last - 1) if tokens[i].low == "and"), None)
        if both and self._state(draft, both + 1, last, last) and (army := self._party(draft, first, both, both)):
            return army  # "Kyiv's military and Moscow": the first of two
        if both and (state := self._state(draft, first, both, both)) and self._state(draft, both + 1, last, last):
            return state  # "New Delhi and Kabul": the first of two
        if (
            both
            and not caps
            and tokens[both - 1].capital
            and not tokens[both + 1].capital
            and tokens[both + 1].low not in ("its", "their", "his")
        ):
            return self.speaker(draft, first, both, caps)
        core = next(
            (i for i in range(first + 1, last) if tokens[i].low in _ENDS and tokens[i - 1].low not in _ARTICLES), last
        )
        if core < last and core - first > 1 and tokens[core - 1].low.endswith("ed") and not tokens[core - 1].capital:
            core -= 1  # "two residents reached by phone"
        phrase = NounPhrase(draft, first, core, last, caps)
        if core - first > 1 and tokens[core - 1].low in self.by_nouns and not self._known(phrase):
            if owner := self._counts_for(draft, first, core, last, caps):
                return owner
            kind = "government" if self.world.adjectives.get(tokens[first].low) else "other"
            back = tokens[core - 1].low if self._as_before(draft, first, core) else None  # "an earlier count"
            return Speaker(first, core, self._words(draft, first, core), kind, "tally", back)
        if core - first > 1 and tokens[core - 1].low in _PAPERS and self._as_before(draft, first, core):
            return Speaker(first, core, self._words(draft, first, core), "other", "paper", tokens[core - 1].low)
        return (
            self._spokes(draft, first, core, last, caps)
            or self._known(phrase, whole=True)
            or self._person(draft, first, core, last, caps)
            or self._known(phrase)
            or self._party(draft, first, core, last)
            or self._role(phrase)
            or self._state(draft, first, core, last)
            or self._name(phrase)
        )

    @staticmethod
    def _owning(draft: Draft, at: int, last: int) -> bool:
        owner = draft.tokens[at].low in ("its", "their")
        return owner or (at + 3 < last and draft.tokens[at].low == "the" and draft.tokens[at + 2].low in _OWNED)

    def _same(self, draft: Draft, first: int, last: int, caps: bool) -> Speaker | None:
        """`the same military`, `the same source`, `the same group`: one who was named before."""
        found = self.speaker(draft, first + 2, last, caps) if first + 2 < last else None
        if found is not None:
            found.first, found.anaphor = first, draft.tokens[found.last - 1].low
        elif last - first == 3 and draft.tokens[last - 1].low in _BODIES:
            return Speaker(first, last, self._words(draft, first, last), "other", "paper", draft.tokens[last - 1].low)
        return found

    @staticmethod
    def _as_before(draft: Draft, first: int, core: int) -> bool:
        """`an earlier count`, `the previous update`: of whoever spoke before."""
        inside = draft.tokens[first + 1 : core - 1]
        return bool(inside) and all(t.low in _EARLIER for t in inside)

    def _counts_for(self, draft: Draft, first: int, core: int, last: int, caps: bool) -> Speaker | None:
        """`an AFP tally`, `the ministry's count`, `a count by the monitor`: the owner of the count is who says it."""
        tokens = draft.tokens
        begin = first + (tokens[first].low in _ARTICLES)
        end = next((k for k in range(begin, core - 1) if tokens[k].low in _OWNED), core - 1)
        while end > begin and tokens[end - 1].low in _WHICH:
            end -= 1
        owner = self.speaker(draft, begin, end, caps) if end > begin else None
        if owner is None and core + 1 < last and tokens[core].low == "by":
            owner = self.speaker(draft, core + 1, last, caps)
        if owner is None or owner.rule not in ("known-source", "party", "role-noun", "owned-body"):
            return None
        return Speaker(first, max(core, owner.last), owner.name, owner.kind, owner.rule)

    def anyone(self, draft: Draft, first: int, last: int) -> Speaker | None:
        """Whoever it is: a noun phrase that "said" something, though no list knows its noun."""
        tokens = draft.tokens
        core = next((i for i in range(first + 1, last) if tokens[i].low in _SMALL), last)
        if (
            not 1 < core - first < 6
            or tokens[first].low not in _BEFORE_ANYONE
            or any(t.kind != "w" for t in tokens[first:core])
        ):
            return None
        if any(t.low in self.motion or t.low in _STRONG for t in tokens[first + 1 : core]):
            return None  # "a rocket struck a house, ..., said": a clause
        if tokens[core - 1].low in _NOBODY or tokens[core - 1].low.endswith(("ly", "ing", "ed")):
            return None
        head = tokens[core - 1].low
        back = (
            head if tokens[first].low in ("the", "this", "that") and core == last else None
        )  # "the corps": one named before
        somebody = tokens[first].low in ("a", "an", "one", "another") and (self.person(head) or head.endswith(_PEOPLE))
        kind = "residents" if somebody else "other"  # "a fisherman"
        return Speaker(first, core, self._words(draft, first, core), kind, "anyone", back)

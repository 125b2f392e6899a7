"""People who speak for somebody: a spokesman and the office behind him, a role or title and a name."""

from __future__ import annotations

from .cues import cue
from .model import Draft, Token
from .speaker_bodies import SpeakerBodies
from .speaker_words import NounPhrase, Speaker

_ARTICLES = cue("grammar", "articles")
_BODIES = cue("sources", "bodies")  # that "the group", "the agency" may lead back to
_SMALL = cue("speakers", "small")
_ORGANS = cue("speakers", "organs")
_OWNED = cue("sources", "owned")


class SpeakerForms(SpeakerBodies):
    """One method for each form."""

    def _spokes(self, draft: Draft, first: int, core: int, last: int, caps: bool) -> Speaker | None:
        """`a spokesman for the coalition`, `Taliban spokesman`, `army spokesman Ahmed X`: who is spoken for."""
        tokens = draft.tokens
        at = next((i for i in range(first, core) if tokens[i].low in self.spokes), None)
        if at is None:
            return None
        person = self._capitals(tokens, at + 1, core, caps)
        while person and person[0] < person[1] - 1 and self._is_title(tokens, person[0]):
            person = (person[0] + 1, person[1])  # "army spokesman Col. Omar Diallo"
        own = self._kind(tokens, first, at + 1, "other")
        org = None
        if core < last and tokens[core].low in ("for", "of", "from", "at"):
            org = self._office(draft, core + 1, last, caps)
        if org is None:
            begin, end = first + (tokens[first].low in _ARTICLES), at - (tokens[at - 1].low in _OWNED)
            org = self._office(draft, begin, end, caps) if end > begin else None
            if org and org.name == "same":
                return Speaker(first, core, self._words(draft, first, core), own, "spokesman", tokens[at].low)
            if org and end - begin == 1 and tokens[begin].low in _BODIES and not person:  # "the group's spokesman"
                return Speaker(first, last, org.name, org.kind, "spokesman", tokens[begin].low)
        body = self._body_kind(draft, first, at, caps) or (org.kind if org else None)
        kind = self._of_body(body, tokens[first : at + 1], own)
        if person:
            return Speaker(
                first,
                core,
                draft.text[tokens[person[0]].start : tokens[person[1] - 1].end],
                kind,
                "spokesman-named",
                None if org else tokens[at].low,
            )
        if org and org.name and not (org.rule == "office" and org.name.islower()):
            return Speaker(first, last, org.name, kind, "spokesman")
        back = None if org and tokens[first].low in ("a", "an") else tokens[at].low  # "a spokesman for the operation"
        kind = self._kind(tokens, first, last, "other") if kind == "other" and back is None else kind
        return Speaker(first, core, self._words(draft, first, last), kind, "spokesman", back)

    def _is_title(self, tokens: list[Token], i: int) -> bool:
        return tokens[i].low == "." or tokens[i].low.rstrip(".") in self.titles

    def _office(self, draft: Draft, first: int, last: int, caps: bool) -> Speaker | None:
        """The body that a spokesman speaks for."""
        core = next((i for i in range(first + 1, last) if draft.tokens[i].low in _SMALL), last)
        while first < last and draft.tokens[first].kind == "p":
            first += 1
        if first >= core:
            return None
        if draft.tokens[first].low in ("its", "their", "his", "her") and core == first + 1:
            return None
        phrase = NounPhrase(draft, first, core, last, caps)
        return (
            self._known(phrase)
            or self._party(draft, first, core, last)
            or self._role(phrase)
            or self._state(draft, first, core, last)
            or Speaker(first, core, self._words(draft, first, core), "other", "office")
        )

    def _person(self, draft: Draft, first: int, core: int, last: int, caps: bool) -> Speaker | None:
        """`Prime Minister Haider al-Abadi`, `lawmaker Ahmed Wali`: a role or title, then a name."""
        tokens = draft.tokens
        if caps:
            return None
        best = None
        for i in range(first, core):
            if (tokens[i].low.rstrip(".") in self.titles or self.roles.before(tokens, i + 1, first)) and not (
                i + 1 < core and (tokens[i + 1].low == "of" or tokens[i].low == "local")  # "the Local Committees"
            ):
                best = i
        if best is None or tokens[best].low in ("of",):
            return None
        person = self._capitals(tokens, best + 1, core, caps)
        if not person or (person[1] < core and tokens[person[1]].low not in ("(", ",")):
            return None
        if any(tokens[i].low in self.titles or tokens[i].low in _ORGANS for i in range(*person)):
            return None
        name = draft.text[tokens[person[0]].start : tokens[person[1] - 1].end]
        if len(name) < 3 or self.world.country_of(name):
            return None
        if name.isupper() and person[1] - person[0] == 1:
            return None  # "state news agency SANA": an office, not a person
        whole = NounPhrase(draft, person[0], person[1], person[1], caps)
        if self._known(whole) or self._party(draft, *person, person[1]):
            return None  # "the jihadist group Boko Haram"
        kind = self._kind(tokens, first, person[0], "other")
        kind = self._of_body(self._body_kind(draft, first, best, caps), tokens[first : best + 1], kind)
        return Speaker(first, person[1], name, kind, "title-and-name")

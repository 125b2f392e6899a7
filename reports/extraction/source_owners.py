"""Whose office or desk it is that speaks by no name: `its director`, `their press office`, `the coordinator`."""

from __future__ import annotations

from bisect import bisect_left

from .cues import cue
from .model import Sentence
from .source_antecedents import Antecedents
from .speaker_words import Speaker

_OFFICERS = cue("speakers", "officers")
_ALONE = cue("sources", "officers_alone")
_DESKS = cue("speakers", "desks")
_OWNED, _BODIES = cue("sources", "owned"), cue("sources", "bodies")
_BACK = 40  # tokens back to the body that a general word may mean
_THEIRS = frozenset(["its", "their"])
_LOOSE = ("other", "government", "military", "ngo")
_HOUSES, _TREAT = cue("sources", "houses"), cue("sources", "houses_that_treat")
_ARMS = cue("sources", "arms")
_HELPERS = ("ngo", "medical", "un")


class Owners(Antecedents):
    """Looks for the body behind the office."""

    def _owner(self, speaker: Speaker, number: int) -> Speaker | int | None:
        """`Its director`: the body that the sentence is about, or that spoke or stood in the one before."""
        if self._one_who_speaks(speaker):
            return self._helper_before(speaker.first, self.draft.sentences[number].first)
        if (body := self._body_owning(speaker)) is not None:
            return self._land_before(speaker) or self._body_before(speaker, body)
        arm = self._arm_of_it(speaker, number)
        if self.tokens[speaker.first].low not in _THEIRS or (speaker.kind not in _LOOSE and not arm):
            return self._of_the_helpers(speaker, number)
        words = self.tokens[speaker.first : speaker.last]
        if arm:
            return next(a.source for a in reversed(self.found) if a.source not in self.persons)
        if not any(t.low in _OFFICERS or t.low in self.words.spokes for t in words) and words[-1].low not in _DESKS:
            return None
        sentence = self.draft.sentences[number]
        if (house := self._house_before(speaker, sentence)) is not None:
            return house
        if speaker.first - sentence.first > 3 and (own := self._opening(sentence, speaker.first)):
            return own
        said = next((a for a in reversed(self.found) if a.source not in self.persons), None)
        if said is not None and number - said.sentence <= 1:
            return said.source
        before = self.draft.sentences[number - 1] if number else None
        if before is None or before.status == "noise":
            return None
        return self._opening(before, before.last) or self._known_in(before)

    def _house_before(self, speaker: Speaker, sentence: Sentence) -> Speaker | None:
        """`Forty men broke out of the town's prison, its director said`: the prison director."""
        words = self.tokens[speaker.first : speaker.last]
        if len(words) != 2 or words[0].low != "its" or words[1].low not in _OFFICERS:
            return None
        for k in range(speaker.first - 1, sentence.first - 1, -1):
            low = self.tokens[k].low
            if low in _HOUSES:
                kind = "medical" if low in _TREAT else speaker.kind if speaker.kind != "other" else "government"
                return Speaker(speaker.first, speaker.last, f"{low} {words[1].low}", kind, "role-noun")
        return None

    def _arm_of_it(self, speaker: Speaker, number: int) -> bool:
        """`MSF said it would stay. Its field hospital has received 40`: of the helpers who spoke just before."""
        if self.tokens[speaker.first].low not in _THEIRS or speaker.first > self.draft.sentences[number].first:
            return False
        said = next((a for a in reversed(self.found) if a.source not in self.persons), None)
        if said is None or number - said.sentence > 1 or self.draft.sources[said.source].kind not in _HELPERS:
            return False
        return not _ARMS.isdisjoint(self.draft.lows[speaker.first : speaker.last])

    def _one_who_speaks(self, speaker: Speaker) -> bool:
        """`a spokeswoman`, of nobody."""
        words = self.tokens[speaker.first : speaker.last]
        return len(words) == 2 and words[0].low == "a" and words[1].low in self.words.spokes

    def _helper_before(self, last: int, first: int) -> Speaker | None:
        """`Stores of the WFP were looted, a spokeswoman said`: the helpers that the sentence names before."""
        for i in range(last - 1, first - 1, -1):
            hit = self.words.aliases.at(self.tokens, i, last, False)
            if hit and hit[1].table.get("kind") in _HELPERS and not self._of_a_land(i):
                return Speaker(i, i + hit[0], hit[1].name, str(hit[1].table["kind"]), "known-source")
        return None

    def _of_a_land(self, i: int) -> bool:
        """`the Somali Red Crescent`: another than the one that is known by the name alone."""
        return self.tokens[i].low == "red" and i > 0 and self.tokens[i - 1].capital

    def _land_before(self, speaker: Speaker) -> Speaker | None:
        """A Red Cross or Red Crescent of a land, named before the speaker in the same paragraph."""
        for i in range(speaker.first - 1, max(0, speaker.first - _BACK), -1):
            if self.tokens[i].low in ("cross", "crescent") and self._of_a_land(i - 1):
                first = i - 1
                while first > 0 and self.tokens[first - 1].capital and self.tokens[first - 1].low != "the":
                    first -= 1
                words = self.draft.text[self.tokens[first].start : self.tokens[i].end]
                return Speaker(first, i + 1, " ".join(words.split()), "ngo", "known-source")
        return None

    def _body_owning(self, speaker: Speaker) -> str | None:
        """`the organisation's officials`: the general word for the body."""
        words = self.tokens[speaker.first : speaker.last]
        owned = len(words) > 3 and words[0].low == "the" and words[2].low in _OWNED
        return words[1].low if owned and words[1].low in _BODIES and not any(t.capital for t in words[1:]) else None

    def _of_the_helpers(self, speaker: Speaker, number: int) -> Speaker | None:
        """`MSF teams treated 40. "We lack beds," the medical coordinator said`: of the body that the sentence before,
        in the same paragraph, is about."""
        said = self.tokens[speaker.first : speaker.last]
        if said[0].low != "the" or said[-1].low not in _ALONE or any(t.capital for t in said[1:]):
            return None
        before, here = self.draft.sentences[number - 1] if number else None, self.draft.sentences[number]
        if before is None or before.line != here.line or before.status == "noise":
            return None
        body = self._opening(before, before.last)
        return body if body is not None and body.rule == "known-source" and body.kind in _HELPERS else None

    def _known_in(self, sentence: Sentence) -> Speaker | None:
        """The known source or the party that a sentence names last."""
        for i in range(sentence.last - 1, sentence.first - 1, -1):
            hit = self.words.aliases.at(self.tokens, i, sentence.last, sentence.caps)
            if hit and hit[1].table.get("kind") != "wire":
                return Speaker(i, i + hit[0], hit[1].name, str(hit[1].table.get("kind", "other")), "known-source")
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        k = bisect_left(self.draft.groups, end, key=lambda g: g.start) - 1
        if k >= 0 and self.draft.groups[k].start >= start:
            group = self.draft.groups[k]
            return self._party(group.start, group.end, group.name, group.actor_type)
        return None

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
_THEIRS = frozenset(["its", "their"])
_LOOSE = ("other", "government", "military", "ngo")
_HELPERS = ("ngo", "medical", "un")


class Owners(Antecedents):
    """Looks for the body behind the office."""

    def _owner(self, speaker: Speaker, number: int) -> Speaker | int | None:
        """`Its director`: the body that the sentence is about, or that spoke or stood in the one before."""
        if self.tokens[speaker.first].low not in _THEIRS or speaker.kind not in _LOOSE:
            return self._of_the_helpers(speaker, number)
        words = self.tokens[speaker.first : speaker.last]
        if not any(t.low in _OFFICERS or t.low in self.words.spokes for t in words) and words[-1].low not in _DESKS:
            return None
        sentence = self.draft.sentences[number]
        if speaker.first - sentence.first > 3 and (own := self._opening(sentence, speaker.first)):
            return own
        said = next((a for a in reversed(self.found) if a.source not in self.persons), None)
        if said is not None and number - said.sentence <= 1:
            return said.source
        before = self.draft.sentences[number - 1] if number else None
        if before is None or before.status == "noise":
            return None
        return self._opening(before, before.last) or self._known_in(before)

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

"""Whom a pronoun or a general noun leads back to: "it", "the agency", "its director"."""

from __future__ import annotations

from bisect import bisect_left

from .attribution import Attribution
from .cues import cue, cue_table
from .model import Draft, Sentence
from .speaker_words import Speaker, party_kind
from .speakers import Speakers

_PERSONAL = frozenset(["he", "she"])
_LEADS_BACK = cue("sources", "leads_back")
_BODIES = cue("sources", "bodies")
_ORGANS = cue("speakers", "organs") - {"forces"}
_OWNED = cue("sources", "owned")
_MARKS = frozenset(['"', "“", "«"])
_PAPERS = cue("sources", "papers")
_COUNCILS = frozenset(["council", "committee", "assembly", "union", "association"])
_STATE_FORCES = cue("sources", "state_forces")
_BODY_RULES = ("role-noun", "known-source", "owned-body")
_MOVEMENT_WORDS = ("group", "movement")
_NAMED = ("party", "known-source", "role-noun", "state", "owned-body")

_FRONT = cue("sources", "front") | cue("sources", "front_too")
_REACH = 40  # tokens back to the body that "the agency" may mean
_KINDS_OF = cue_table("body_kinds")


class Antecedents:
    """Looks back from a speaker. Holds what was found so far."""

    def __init__(self, draft: Draft, words: Speakers) -> None:
        self.draft, self.tokens, self.words = draft, draft.tokens, words
        self.dated = {i: d for d in draft.dates for i in range(d.first, d.last)}
        self.found: list[Attribution] = []
        self.persons: set[int] = set()

    def _lead_back(self, speaker: Speaker) -> Speaker | int | None:
        """The last source named that the pronoun or noun may mean, or a body named without speaking."""
        recent = [a.source for a in reversed(self.found[-8:])]
        word = speaker.anaphor or ""
        if word == "it":
            bodies = [s for s in recent if s not in self.persons]
            return next((s for s in bodies if not self._many(s)), bodies[0] if bodies else None)
        if word in _PERSONAL or word in ("they", "one"):
            return recent[0] if recent else None
        if word in _BODIES and (mentioned := self._body_before(speaker, word)) is not None:
            return mentioned
        alike = [s for s in recent if self._goes_by(s, word, speaker)]
        if alike:  # "the ministry" is rather the ministry than its spokesman
            return next((s for s in alike if word not in _ORGANS or s not in self.persons), None)
        if word in _STATE_FORCES:
            return next((s for s in recent if s not in self.persons and self.draft.sources[s].kind == "military"), None)
        if word in _BODIES:
            able = (*_KINDS_OF.get(word, ()), "other", "government")
            return next((s for s in recent if s not in self.persons and self._is_able(s, word, able)), None)
        return recent[0] if recent and word in _LEADS_BACK else None

    def _goes_by(self, source: int, word: str, speaker: Speaker) -> bool:
        """Whether a noun stands in a source's name or words; of "the provincial council", both words."""
        words = f"{self.draft.sources[source].text} {self.draft.sources[source].name}".lower().split()
        told = [t.low for t in self.tokens[speaker.first : speaker.last]]
        field = told[1] if len(told) == 3 and told[0] == "the" and told[2] == word and word in _COUNCILS else word
        return word in words and field in words

    def _many(self, source: int) -> bool:
        """`Rebels`, `local residents`: more than one, whom "it" does not mean."""
        said = self.draft.sources[source]
        return all(
            words.endswith("s") and words.rpartition(" ")[2].islower() for words in (said.text.lower(), said.name)
        )

    def _is_able(self, source: int, word: str, able: tuple[str, ...]) -> bool:
        """Whether "the agency" can mean a source by its kind; "the group", a movement, even one with an army's name."""
        said = self.draft.sources[source]
        return said.kind in able or (word in _MOVEMENT_WORDS and said.name in self._movements())

    def _movements(self) -> set[str]:
        return {g.name for g in self.draft.groups if g.actor_type == "Rebel group" and g.rule != "general-word"}

    def _body_before(self, speaker: Speaker, word: str) -> Speaker | None:
        """`a World Food Programme warehouse … The agency says`: the body of that kind that was named just before."""
        kinds = _KINDS_OF.get(word, ())
        for i in range(speaker.first - 1, max(-1, speaker.first - _REACH), -1):
            hit = self.words.aliases.at(self.tokens, i, speaker.first, False)
            if hit and hit[1].table.get("kind") in kinds:
                size, entry = hit
                return Speaker(i, i + size, entry.name, str(entry.table["kind"]), "known-source")
        return self._party_named(speaker.first) if word in _MOVEMENT_WORDS else None

    def _party_named(self, first: int) -> Speaker | None:
        """`Hezbollah shelled the base. The group said`: the movement named last within reach."""
        k = bisect_left(self.draft.groups, self.tokens[first].start, key=lambda g: g.start) - 1
        while k >= 0 and self.draft.groups[k].end > self.tokens[max(0, first - _REACH)].start:
            group = self.draft.groups[k]
            if group.actor_type == "Rebel group" and group.rule != "general-word":
                return self._party(group.start, group.end, group.name, group.actor_type)
            k -= 1
        return None

    def _party(self, start: int, end: int, name: str, actor_type: str | None) -> Speaker:
        first = bisect_left(self.tokens, start, key=lambda t: t.start)
        last = bisect_left(self.tokens, end, key=lambda t: t.start)
        return Speaker(first, last, name, party_kind(name, actor_type), "party")

    def _own_subject(self, speaker: Speaker, number: int) -> Speaker | None:
        """`The army has killed 32, it announced`: whoever the sentence is about, where nobody spoke in it before."""
        sentence = self.draft.sentences[number]
        if self.tokens[sentence.first].low in _MARKS and speaker.anaphor in ("it", "they"):
            return None  # "“The enemy lost 400 men,” it said": whom it tells of
        as_for = self.tokens[sentence.first].low == "as" and self.tokens[sentence.first + 1].low == "for"
        if speaker.first - sentence.first < 4 or (self.found and self.found[-1].sentence == number):
            return None
        if not as_for and self._speaks_on(speaker, number):
            return None
        found = self._opening(sentence, speaker.first)
        if found is None or found.anaphor or found.rule == "owned-body":
            return None
        plural = self.tokens[found.last - 1].low.endswith("s") and not self.tokens[found.last - 1].capital
        return None if speaker.anaphor == "it" and plural else found  # "The rebels fled, it said": not they

    def _opening(self, sentence: Sentence, limit: int) -> Speaker | None:
        """The body that a sentence is about, where its first words before token `limit` name one."""
        first = self._past_the_front(sentence, limit)
        end = next((i for i in range(first + 1, min(limit, first + 8)) if self._ends_subject(i)), None)
        if end is None or any(t.kind == "n" or t.low in self.words.counts for t in self.tokens[first:end]):
            return None  # "More than 4,000 fighters left, it said": somebody else spoke of them
        if self.tokens[first].low in _FRONT and self.tokens[end - 1].low in _PAPERS:
            return None  # "In a statement, it says"
        found = self.words.speaker(self.draft, first, end, sentence.caps)
        return found if found is not None and found.rule in _NAMED else None

    def _past_the_front(self, sentence: Sentence, limit: int) -> int:
        """`Since Monday, the military has hit 160 targets`, `As for the monitor, it`: where the subject begins."""
        first = sentence.first
        if self.tokens[first].low == "as" and self.tokens[first + 1].low == "for":
            return first + 2
        if self.tokens[first].low not in _FRONT:
            return first
        comma = next((i for i in range(first + 1, min(limit - 1, first + 9)) if self.tokens[i].low == ","), None)
        return first if comma is None else comma + 1

    def _ends_subject(self, i: int) -> bool:
        """Whether a verb or a mark ends it; `armed` in "the armed forces" does not."""
        token = self.tokens[i]
        return (
            (token.kind == "p" and token.low not in _OWNED and token.low not in "()")
            or token.low in self.words.motion
            or (token.low.endswith("ly") and not token.capital)
            or token.low in ("has", "have", "had", "was", "were", "is", "are")
            or (token.low.endswith("ed") and not token.capital and self.tokens[i - 1].low != "the")
            or (token.low.endswith("s") and token.kind == "w" and not token.capital and self._runs(i))
        )

    def _runs(self, i: int) -> bool:
        """`MSF runs`: a verb behind a name, and no people of it (`Houthi rebels`)."""
        body = self.tokens[i - 1].capital or self.tokens[i - 1].low in _ORGANS
        return body and not self.words.person(self.tokens[i].low)

    def _speaks_on(self, speaker: Speaker, number: int) -> bool:
        """`Nine men, it added, were shot`: nobody's own deed, where somebody spoke in the sentence before."""
        after = self.tokens[speaker.last] if speaker.last < len(self.tokens) else None
        spoke = bool(self.found) and number - self.found[-1].sentence <= 1
        return spoke and after is not None and after.low in ("added", "adds")

    def _party_before(self, number: int) -> Speaker | None:
        """`They claimed`: the party that opens the sentence before, where nobody speaks in that one."""
        before = self.draft.sentences[number - 1] if number else None
        if before is None or (self.found and self.found[-1].sentence >= number - 1) or before.status == "noise":
            return None
        opening = self.tokens[before.first].start, self.tokens[min(before.first + 7, before.last - 1)].end
        k = bisect_left(self.draft.groups, opening[0], key=lambda g: g.start)
        if k >= len(self.draft.groups) or self.draft.groups[k].end > opening[1]:
            return None
        group = self.draft.groups[k]
        lead = [t for t in self.tokens[before.first : before.first + 8] if t.start < group.start]
        behind = bisect_left(self.tokens, group.end, key=lambda t: t.start)
        if self.tokens[behind].low in _OWNED and self.tokens[behind].start <= group.end:
            return None  # "The rebels' television": no party opens it
        if any(t.kind == "n" or t.low in self.words.pronouns or t.low in self.words.counts for t in lead):
            return None  # "They include 138 members of the security forces": about others
        return self._party(group.start, group.end, group.name, group.actor_type)

    def _body_told_of(self, speaker: Speaker, number: int) -> Speaker | None:
        """`The foreign ministry condemns the attack. It says`: the body that the sentence before is about."""
        before = self.draft.sentences[number - 1] if number else None
        if before is None or before.status == "noise" or speaker.anaphor != "it":
            return None
        if (self.found and self.found[-1].sentence >= number - 1) or before.section != self.draft.sentences[
            number
        ].section:
            return None
        if speaker.first > self.draft.sentences[number].first + 1:
            return None
        found = self._opening(before, before.last)
        return found if found is not None and found.rule in _BODY_RULES and not found.anaphor else None

    def _person_before(self, number: int) -> Speaker | None:
        """`The mayor spoke on Monday. "...," he said`: who opens the sentence before, where nobody spoke since."""
        before = self.draft.sentences[number - 1] if number else None
        if before is None or before.status == "noise" or (self.found and self.found[-1].sentence >= number - 1):
            return None
        first = before.first
        end = next((i for i in range(first + 1, min(before.last, first + 8)) if self._closes_person(i)), None)
        found = self.words.speaker(self.draft, first, end, before.caps) if end else None
        if found is None or found.rule not in ("title-and-name", "spokesman-named", "role-noun"):
            return None
        last = self.tokens[found.last - 1]
        return None if found.rule == "role-noun" and not last.capital and last.low.endswith("s") else found

    def _closes_person(self, i: int) -> bool:
        return self._ends_subject(i) or (self.tokens[i].low in self.words.say and not self.tokens[i].capital)

"""Who a speaker is: the same as before, or one that a pronoun leads back to."""

from __future__ import annotations

from bisect import bisect_left

from .attribution import Attribution
from .cues import cue
from .model import Draft, Source
from .speaker_words import Speaker, party_kind
from .speakers import Speakers

_PERSONAL = frozenset(["he", "she"])
_LEADS_BACK = cue("sources", "leads_back")
_BODIES = cue("sources", "bodies")
_ORGANS = cue("speakers", "organs")


_REACH = 40  # tokens back to the body that "the agency" may mean
# which kinds of bodies a noun can mean
_KINDS_OF = {
    "agency": ("un", "state_media"),
    "organisation": ("un", "ngo", "monitor"),
    "organization": ("un", "ngo", "monitor"),
    "charity": ("ngo",),
    "group": ("ngo", "monitor"),
    "network": ("monitor",),
    "monitor": ("monitor",),
    "watchdog": ("monitor",),
    "body": ("un", "ngo"),
}


class Resolver:
    """Keeps what was found, and leads pronouns back."""

    def __init__(self, draft: Draft, words: Speakers) -> None:
        self.draft, self.tokens, self.words = draft, draft.tokens, words
        self.dated = {i: d for d in draft.dates for i in range(d.first, d.last)}
        self.found: list[Attribution] = []
        self.persons: set[int] = set()

    def _keep(
        self, speaker: Speaker, number: int, first: int, last: int, verb: int | None, tail: bool, supplies: bool
    ) -> Attribution | None:
        source = self._resolve(speaker, number)
        if source is None:
            return None
        low = self.tokens[verb].low if verb is not None else ""
        made = Attribution(source, number, first, last, verb, tail, low in self.words.denial, supplies)
        self.found.append(made)
        if number not in self.draft.sources[source].sentences:
            self.draft.sources[source].sentences.append(number)
        return made

    def _forget(self, made: Attribution) -> None:
        """Take back what was just kept; a source that nobody else names goes with it."""
        self.found.remove(made)
        source = self.draft.sources[made.source]
        if not any(a.source == made.source for a in self.found) and made.source == len(self.draft.sources) - 1:
            self.draft.sources.pop()
            self.persons.discard(made.source)
        elif not any(a.source == made.source and a.sentence == made.sentence for a in self.found):
            source.sentences.remove(made.sentence)

    def _resolve(self, speaker: Speaker, number: int) -> int | None:
        """The index of the source: an earlier one where a pronoun or a general noun leads back to it."""
        if speaker.anaphor in ("they", "it") and (own := self._own_subject(speaker, number)) is not None:
            return own
        if speaker.anaphor in ("they", "it") and (party := self._party_before(number)) is not None:
            return party
        if speaker.anaphor and (back := self._lead_back(speaker)) is not None:
            if speaker.anaphor in self.words.pronouns or speaker.rule != "spokesman-named":
                return back
            if self.draft.sources[back].kind != "other" and speaker.kind == "other":
                speaker.kind = self.draft.sources[back].kind
        if speaker.anaphor in self.words.pronouns:
            return None
        tokens, text = self.tokens, self.draft.text
        for k, known in enumerate(self.draft.sources):
            if known.name == speaker.name or (
                speaker.rule == "proper-name" and known.name.split()[-1] == speaker.name.split()[-1]
            ):
                return k
        start, end = tokens[speaker.first].start, tokens[speaker.last - 1].end
        self.draft.sources.append(
            Source(
                start,
                end,
                text[start:end],
                speaker.name,
                speaker.kind,
                [],
                speaker.rule,
                None,
                number,
                speaker.first,
                speaker.last,
            )
        )
        index = len(self.draft.sources) - 1
        body = any(t.low in _ORGANS for t in tokens[speaker.first : speaker.last])
        if speaker.rule in ("spokesman-named", "title-and-name") or (speaker.rule == "proper-name" and not body):
            self.persons.add(index)
        return index

    def _own_subject(self, speaker: Speaker, number: int) -> int | None:
        """`The army has killed 32, it announced`: whoever the sentence is about, where nobody spoke in it before."""
        sentence = self.draft.sentences[number]
        if speaker.first - sentence.first < 4 or (self.found and self.found[-1].sentence == number):
            return None
        first = sentence.first
        limit = min(speaker.first, first + 8)
        end = next((i for i in range(first + 1, limit) if self._ends_subject(i)), None)
        if end is None or any(t.kind == "n" or t.low in self.words.counts for t in self.tokens[first:end]):
            return None  # "More than 4,000 fighters left, it said": somebody else spoke of them
        if speaker.anaphor == "it" and self.tokens[end - 1].low.endswith("s") and not self.tokens[end - 1].capital:
            return None  # "The rebels fled, it said": not they
        found = self.words.speaker(self.draft, first, end, sentence.caps)
        if found is None or found.rule not in ("party", "known-source", "role-noun", "state") or found.anaphor:
            return None
        return self._resolve(found, number)

    def _ends_subject(self, i: int) -> bool:
        token = self.tokens[i]
        return (
            (token.kind == "p" and token.low not in ("'s", "(", ")", "’s"))
            or token.low in self.words.motion
            or token.low in ("has", "have", "had", "was", "were", "is", "are")
            or (token.low.endswith("ed") and not token.capital)
        )

    def _party_before(self, number: int) -> int | None:
        """`They claimed`: the party that opens the sentence before, where nobody speaks in that one."""
        before = self.draft.sentences[number - 1] if number else None
        if before is None or (self.found and self.found[-1].sentence >= number - 1) or before.status == "noise":
            return None
        opening = self.tokens[before.first].start, self.tokens[min(before.first + 7, before.last - 1)].end
        k = bisect_left(self.draft.groups, opening[0], key=lambda g: g.start)
        if k >= len(self.draft.groups) or self.draft.groups[k].end > opening[1]:
            return None
        group = self.draft.groups[k]
        first = bisect_left(self.tokens, group.start, key=lambda t: t.start)
        last = bisect_left(self.tokens, group.end, key=lambda t: t.start)
        return self._resolve(
            Speaker(first, last, group.name, party_kind(group.name, group.actor_type), "party"), number
        )

    def _lead_back(self, speaker: Speaker) -> int | None:
        """The last source named that the pronoun or noun may mean."""
        recent = [a.source for a in reversed(self.found[-8:])]
        word = speaker.anaphor or ""
        if word == "it":
            return next((s for s in recent if s not in self.persons), None)
        if word in _PERSONAL:
            return recent[0] if recent else None
        if word in ("they", "one"):
            return recent[0] if recent else None
        for s in recent:
            if word in self.draft.sources[s].text.lower().split() or word in self.draft.sources[s].name.lower().split():
                return s
        if word in _BODIES and (mentioned := self._body_before(speaker, word)) is not None:
            return mentioned
        if word in _BODIES:
            return next((s for s in recent if s not in self.persons), None)
        return recent[0] if recent and word in _LEADS_BACK else None

    def _body_before(self, speaker: Speaker, word: str) -> int | None:
        """`a World Food Programme warehouse … The agency says`: the body of that kind that was named just before."""
        for i in range(speaker.first - 1, max(-1, speaker.first - _REACH), -1):
            hit = self.words.aliases.at(self.tokens, i, speaker.first, False)
            if hit and hit[1].table.get("kind") in _KINDS_OF.get(word, ()):
                size, entry = hit
                return self._resolve(Speaker(i, i + size, entry.name, str(entry.table["kind"]), "known-source"), -1)
        return None

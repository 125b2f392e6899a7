"""Who a speaker is: the same as before, or one that a pronoun leads back to."""

from __future__ import annotations

from .attribution import Attribution
from .cues import cue
from .model import Source
from .source_owners import Owners
from .speaker_words import Speaker

_ORGANS = cue("speakers", "organs")
_PERSONS = ("spokesman-named", "title-and-name")


class Resolver(Owners):
    """Keeps what was found."""

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
        if speaker.anaphor in ("they", "it"):
            back: Speaker | int | None = (
                self._own_subject(speaker, number) or self._party_before(number) or self._body_told_of(speaker, number)
            )
            if back is not None:
                return self._index(back, number)
        if speaker.anaphor in ("he", "she") and (person := self._person_before(number)) is not None:
            return self._index(person, number)
        if (owner := self._owner(speaker, number)) is not None:
            known = owner if isinstance(owner, Speaker) else self.draft.sources[owner]
            if speaker.rule not in _PERSONS and known.rule != "state":
                return self._index(owner, number)  # "its director" without a name: the body speaks
            if known.kind != "other" and not (known.rule == "state" and speaker.kind == "military"):
                speaker.kind, speaker.kind_rule = known.kind, "body-spoken-for"
            speaker.anaphor = None
        if speaker.anaphor and (back := self._lead_back(speaker)) is not None:
            if speaker.anaphor in self.words.pronouns or speaker.rule != "spokesman-named":
                return self._index(back, number)
            known = back if isinstance(back, Speaker) else self.draft.sources[back]
            if known.kind != "other" and speaker.kind == "other":
                speaker.kind, speaker.kind_rule = known.kind, "led-back"
        if speaker.anaphor in self.words.pronouns or speaker.rule == "paper":
            return None  # "an earlier update" of nobody who spoke before
        return self._index(speaker, number)

    def _named_in_short(self, speaker: Speaker) -> bool:
        """`The Center announced`: one capital word behind "the", of a longer name told before."""
        short = speaker.rule == "proper-name" and speaker.last - speaker.first == 2
        return short and self.tokens[speaker.first].low == "the" and self.tokens[speaker.first + 1].low in _ORGANS

    def _index(self, speaker: Speaker | int, number: int) -> int:
        """The number of a source, a new one where it was not named before."""
        if isinstance(speaker, int):
            return speaker
        for k, known in enumerate(self.draft.sources):
            back = self._named_in_short(speaker) and speaker.name.lower() in known.text.lower().split()
            if (
                back
                or known.name == speaker.name
                or (speaker.rule == "proper-name" and known.name.split()[-1] == speaker.name.split()[-1])
            ):
                return k
        start, end = self.tokens[speaker.first].start, self.tokens[speaker.last - 1].end
        text, span = self.draft.text[start:end], (speaker.first, speaker.last)
        source = Source(start, end, text, speaker.name, speaker.kind, [], speaker.rule, None, number, *span)
        source.rules = {"name": speaker.rule, "kind": speaker.kind_rule or speaker.rule, "sentences": "attributed"}
        self.draft.sources.append(source)
        index = len(self.draft.sources) - 1
        words = self.tokens[speaker.first : speaker.last]
        body = words[0].low == "the" or any(t.low in _ORGANS for t in words)
        if speaker.rule in _PERSONS or (speaker.rule == "proper-name" and not body):
            self.persons.add(index)
        return index

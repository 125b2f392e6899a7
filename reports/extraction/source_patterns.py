"""How words are put into a mouth by a verb: said, told, quoted as saying, put at, received."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from .attribution import Attribution
from .cues import cue
from .model import Sentence
from .source_gaps import JOINTS as _JOINTS
from .source_unsaid import SpeechVerb, Unsaid

_SAID_IN = cue("sources", "papers") | cue("sources", "media")
_TAKE_IN = cue("sources", "take_in")
_SEEMS = cue("sources", "seems")
_PAPER_SAYS, _SAYING = cue("sources", "paper_says"), cue("sources", "saying")
_BE = cue("grammar", "be")
_MAPS = cue("sources", "maps")
_GIVES = cue("sources", "gives")  # "the mayor, Amin Haddad, gave a third count:" has no speaker behind
_GIVEN = cue("sources", "toll_given")
_BEFORE_SOMEBODY = frozenset([",", '"', "”"])
_BEFORE_INVERTED = _BEFORE_SOMEBODY | frozenset(["“", "'", "’", "--", "—"])

NOBODY: Final = False
Said = Attribution | Literal[False] | None  # who speaks; NOBODY, and that settles it; None where the rule does not tell


class Patterns(Unsaid):
    """One method for each way in which a text names who says it."""

    def _verb(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        """Whom the verb of speech at token `v` puts words into the mouth of: what the first rule says that answers."""
        verb = SpeechVerb(self.tokens, v, number, sentence)
        for rule in _RULES:
            said = rule(self, verb)
            if said is not None:
                return said or None
        return None

    def _name(self, verb: SpeechVerb) -> Said:
        return NOBODY if self._is_name(verb) else None

    def _appears_to(self, verb: SpeechVerb) -> Said:
        """`satellite images appear to show`."""
        v = verb.v
        if verb.before != "to" or verb.low not in ("show", "confirm") or v - 2 <= verb.sentence.first:
            return None
        if self.tokens[v - 2].low not in _SEEMS:
            return None
        return self._left(v - 2, verb.number, verb.sentence) or NOBODY

    def _without_a_speaker(self, verb: SpeechVerb) -> Said:
        """`rejects reports that`, `40 villagers reported killed`, `was reported`: none of them has a speaker."""
        silent = (
            self._is_noun(verb)
            or self._told_of(verb.v, verb.sentence)
            or self._tells_since_when(verb)
            or self._is_passive(verb)
            or self._is_participle(verb)
            or self._claims_lives(verb)
        )
        return NOBODY if silent else None

    def _paper_saying(self, verb: SpeechVerb) -> Said:
        """`the office put out a statement saying`."""
        if verb.low not in _PAPER_SAYS or verb.before not in _SAID_IN:
            return None
        return self._subject(verb.v, verb.number, verb.sentence) or NOBODY

    def _loose_participle(self, verb: SpeechVerb) -> Said:
        return NOBODY if self._is_bare_saying(verb) or self._is_in_apposition(verb) else None

    def _announced_by(self, verb: SpeechVerb) -> Said:
        """`the 276 announced by the government`; but nobody speaks in `a truce declared by Moscow`."""
        if not verb.passive_by:
            return None
        if verb.low in _GIVEN and self._counts(verb.v - 1):
            made = self._after(verb.v, verb.v + 2, verb.number, verb.sentence, False)
            if made:
                made.first, made.tail = max(verb.sentence.first, verb.v - 3), False
                return made
        return NOBODY if self._is_deed_of(verb) else None

    def _goes_on_saying(self, verb: SpeechVerb) -> Said:
        """`IS claimed the attack, saying it`: the subject, where nobody speaks yet."""
        if verb.low not in _SAYING or verb.before != ",":
            return None
        if self.found and self.found[-1].sentence == verb.number:
            return NOBODY
        return self._subject(verb.v, verb.number, verb.sentence) or NOBODY

    def _weak(self, verb: SpeechVerb) -> Said:
        """A weak verb that does not hold: only who keeps a map speaks by it."""
        if verb.low not in self.words.weak or self._weak_holds(verb.v, verb.sentence.last):
            return None
        mapped = self._mapped(verb.v, verb.number, verb.sentence) if verb.low in _MAPS else None
        return mapped or NOBODY

    def _first_still_speaks(self, verb: SpeechVerb) -> Said:
        return NOBODY if self._is_told_by_the_first(verb) else None

    def _treats(self, verb: SpeechVerb) -> Said:
        """`The hospital received nine wounded`."""
        if verb.low not in _TAKE_IN:
            return None
        return self._takes_in(verb.v, verb.number, verb.sentence) or NOBODY

    def _quotes(self, verb: SpeechVerb) -> Said:
        """`the agency quoted the air force as saying`, `the agency cited`."""
        if verb.low not in ("quoted", "cited"):
            return None
        quoted = self._quoted(verb.v, verb.number, verb.sentence)
        return quoted or self._left(verb.v, verb.number, verb.sentence) or NOBODY

    def _said_somebody(self, verb: SpeechVerb) -> Said:
        """`..., said a fisherman who escaped`."""
        if verb.before not in _BEFORE_SOMEBODY or verb.low in _GIVES or not self._somebody_said(verb.v, verb.sentence):
            return None
        return self._after(verb.v, verb.v + 1, verb.number, verb.sentence, True) or NOBODY

    def _speaker_before(self, verb: SpeechVerb) -> Said:
        """`The army said`."""
        return self._left(verb.v, verb.number, verb.sentence)

    def _told_to_nobody(self, verb: SpeechVerb) -> Said:
        """`told AFP`: whom it was told stands behind, and never who told it."""
        return NOBODY if verb.low in ("told", "tells") else None

    def _speaker_behind_it(self, verb: SpeechVerb) -> Said:
        """`..., said the governor`, and the same speaker again in `..., added that`."""
        if verb.before not in _BEFORE_INVERTED and verb.v != verb.sentence.first:
            return None
        behind = self._after(verb.v, verb.v + 1, verb.number, verb.sentence, True)
        if behind is None and verb.before == ",":
            behind = self._same_subject(verb.v, verb.number, verb.sentence)
        return behind or NOBODY

    def _speaker_goes_on(self, verb: SpeechVerb) -> Said:
        """`... and said`, `... later said`."""
        if verb.before not in ("and", "but") and verb.before not in self.words.adverbs:
            return None
        return self._same_subject(verb.v, verb.number, verb.sentence)

    def _mapped(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The tracker shows a third of the town in rebel hands`: whoever keeps the map, and no paper or picture."""
        made = self._left(v, number, sentence)
        if made and self.draft.sources[made.source].kind != "monitor":
            self._forget(made)
            return None
        return made

    def _takes_in(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The hospital received nine wounded`: who treats people counts them, where nobody else says so."""
        behind = self.draft.lows[v + 1 : sentence.last]
        if any((low in self.words.say and low not in _TAKE_IN) or low == "according" for low in behind):
            return None
        if self.found and self.found[-1].sentence == number and not self.found[-1].tail and not self._new_clause(v):
            return None  # "According to its director, the hospital treated": he speaks
        made = self._left(v, number, sentence)
        if made and self.draft.sources[made.source].kind not in ("medical", "ngo"):
            self._forget(made)
            return None
        return made

    def _new_clause(self, v: int) -> bool:
        """`..., and MSF treated two`: a comma, a joint and who treats them stand right before the verb."""
        for k in range(v - 1, max(v - 8, 1), -1):
            if self.tokens[k].low in _JOINTS:
                return self.tokens[k - 1].low in (",", ";") and self.tokens[k + 1].capital
            if self.tokens[k].kind == "p":
                return False
        return False

    def _quoted(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        """`the agency quoted the air force as saying`: who is quoted speaks."""
        for k in range(v + 2, min(sentence.last - 1, v + 12)):
            if self.tokens[k].low == "as" and self.tokens[k + 1].low == "saying":
                speaker = self.words.speaker(self.draft, v + 1, k, sentence.caps)
                return (
                    self._keep(
                        speaker,
                        number,
                        v,
                        k + 2,
                        v,
                        self._is_tail(max(sentence.first, v - 4), k + 1, sentence) or k + 3 >= sentence.last,
                        False,
                    )
                    if speaker
                    else None
                )
        return None

    def _same_subject(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        """`... said X, and added that`: the same speaker goes on."""
        last = next((a for a in reversed(self.found) if a.sentence == number), None)
        if last is None:
            return self._subject(v, number, sentence) if self.tokens[v - 1].low in ("and", "but") else None
        again = Attribution(last.source, number, v, v + 1, v, False, self.tokens[v].low in self.words.denial)
        self.found.append(again)
        return again

    def _subject(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The hospital admitted 127 wounded and said`: the sentence's own subject speaks."""
        first = sentence.first
        end = next(
            (
                i
                for i in range(first + 1, min(v, first + 10))
                if (self.tokens[i].kind == "p" and self.tokens[i].low not in ("'s", "(", ")"))
                or self.tokens[i].low in self.words.motion
                or self.tokens[i].low in _BE
                or (self.tokens[i].low.endswith("ed") and "-" not in self.tokens[i].low)  # "the US-led coalition"
            ),
            None,
        )
        if end is None or self.tokens[first].low in ("in", "on", "at", "after", "if"):
            return None
        if any(t.kind == "n" or t.low in ("least", "some", "more") for t in self.tokens[first:end]):
            return None
        speaker = self.words.speaker(self.draft, first, end, sentence.caps)
        if speaker is None or speaker.rule == "proper-name":
            return None
        armed = speaker.rule == "party" and self.tokens[v - 1].low in _JOINTS
        # "The militia shelled the port and said": what it did stands before, what it said behind
        return self._keep(speaker, number, v if armed else first, v + 1, v, False, False)


_RULES: tuple[Callable[[Patterns, SpeechVerb], Said], ...] = (
    Patterns._name,
    Patterns._appears_to,
    Patterns._without_a_speaker,
    Patterns._paper_saying,
    Patterns._loose_participle,
    Patterns._announced_by,
    Patterns._goes_on_saying,
    Patterns._weak,
    Patterns._first_still_speaks,
    Patterns._treats,
    Patterns._quotes,
    Patterns._said_somebody,
    Patterns._speaker_before,
    Patterns._told_to_nobody,
    Patterns._speaker_behind_it,
    Patterns._speaker_goes_on,
)

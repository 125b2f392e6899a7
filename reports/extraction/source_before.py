"""The speaker before the verb, past dates and asides."""

from __future__ import annotations

from dataclasses import dataclass

from .attribution import Attribution
from .cues import cue
from .model import Sentence
from .source_asides import PERSONS
from .source_bounds import Bounds
from .speaker_words import Speaker

_CLAUSE = cue("sources", "clause")
_PLAIN = cue("sources", "plain")
_EVIDENCE = cue("sources", "evidence")
_ISSUED = cue("sources", "issued")
_SUPPLIES = cue("sources", "supplies")
_ARTICLES = frozenset(["the", "a", "an", "its", "their", "his", "her"])
_GAVE = cue("sources", "gap_verbs")
_WHO = 12  # tokens of a clause between a speaker and the verb
_BETWEEN = 6  # dates, adverbs and asides between a speaker and the verb
_BEFORE_DATES = frozenset(["on", "late", "early", "in", "by"])
_PLACES_AND_TIMES = frozenset(["in", "on", "at", "near", "from", "by", "after", "for"])
_RELATIVES = frozenset(["who", "whom", "which"])


@dataclass(slots=True)
class Between:
    """What stands between a speaker and the verb."""

    j: int  # the token before it all, with which the speaker's phrase ends
    aside: tuple[int, int] | None = None  # the words of the foremost aside
    supplies: bool = False  # an aside tells that he gave the count


@dataclass(slots=True)
class SpeakerPhrase:
    """The noun phrase before the verb at token `v`, over tokens `[first, last)`."""

    v: int
    first: int
    last: int
    told: bool = False  # "whom it says have died": its clause tells of what stands before


class Before(Bounds):
    """Finds the noun phrase that ends at the verb."""

    def _left(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The army said`: the noun phrase that ends at the verb, past adverbs, dates and asides."""
        if (between := self._between(v, sentence.first)) is None:
            return None
        phrase = self._phrase_before(v, between, sentence)
        speaker = self._who_is(phrase, sentence) if phrase else None
        if phrase is None or speaker is None:
            return None
        aside = between.aside
        if aside and speaker.rule not in PERSONS and (named := self._named_aside(speaker, *aside, sentence)):
            speaker = named
        elif aside:
            self._describe(speaker, *aside, number)
        tail = self._is_tail(phrase.first, v, sentence) or phrase.told
        made = self._keep(speaker, number, phrase.first, v + 1, v, tail, between.supplies)
        if made and aside and self.words.say.isdisjoint(self.draft.lows[slice(*aside)]):
            made.aside = aside
        return made

    def _between(self, v: int, start: int) -> Between | None:
        """`The army, which lost 12 men there, on Monday also said`; None where it all belongs to no speaker."""
        tokens = self.tokens
        between = Between(self._before_quoted_as(v, start))
        for _ in range(_BETWEEN):
            j = between.j
            if j < start:
                return None
            if j in self.dated:
                between.j = self._before_date(self.dated[j].first - 1, start)
            elif tokens[j].low in self.words.adverbs and tokens[j].kind == "w":
                between.j -= 1
            elif tokens[j].low == ",":
                opened = self._aside(j, start)
                if opened is None:
                    return None
                between.j, between.aside = opened - 1, (opened + 1, j)
                between.supplies = between.supplies or any(t.low in _SUPPLIES for t in tokens[opened:j])
            elif between.aside and tokens[j].kind == "n" and tokens[j - 1].low == ",":
                between.j -= 2  # "Fatuma Ali, 45, a farmer,"
            elif tokens[j].low == "statement" and j - 2 >= start and tokens[j - 2].low == "in":
                between.j -= 3  # "in a statement"
            else:
                break
        return between

    def _before_quoted_as(self, v: int, start: int) -> int:
        """The token before the verb: `the mayor was quoted as saying`."""
        j = v - 1
        quoted = self.tokens[v].low == "saying" and j >= start + 2 and self.tokens[j].low == "as"
        return j - 3 if quoted and self.tokens[j - 1].low == "quoted" else j

    def _before_date(self, j: int, start: int) -> int:
        """Past `late on`, `by` before a date."""
        if j >= start and self.tokens[j].low in _BEFORE_DATES:
            j -= 1
        return j - 1 if j >= start and self.tokens[j].low in ("late", "early", "on") else j

    def _phrase_before(self, v: int, between: Between, sentence: Sentence) -> SpeakerPhrase | None:
        """The speaker's own words: without a clause, a place or a time about them."""
        tokens, start = self.tokens, sentence.first
        phrase = SpeakerPhrase(v, self._phrase_start(between.j, start), between.j + 1)
        if self._ends_with_pronoun(phrase):
            phrase.first = phrase.last - 1
        if phrase.first >= v and v - 1 > start and tokens[v - 1].low in ("which", "who"):
            self._lead_to_antecedent(phrase, v - 1 - (tokens[v - 2].low == ","), start)
        if between.aside and tokens[phrase.first].low in _PLACES_AND_TIMES:
            return None
        self._leave_relative_clause(phrase, sentence)
        first, last = phrase.first, phrase.last
        if first >= last or tokens[first].low == "whose":  # "the agency, whose hospital treats ten a day": no speaker
            return None
        phrase.first = self._trim(first, last)
        phrase.last = self._before_evidence(phrase.first, last)
        return phrase

    def _ends_with_pronoun(self, phrase: SpeakerPhrase) -> bool:
        """`In its evening update it put`."""
        low = self.tokens[phrase.last - 1].low
        return phrase.last - phrase.first > 1 and low in self.words.pronouns and low != "one"

    def _lead_to_antecedent(self, phrase: SpeakerPhrase, last: int, start: int) -> None:
        """`the army, which says it carried out two raids, ...`: what the relative clause hangs on ends at `last`."""
        phrase.first, phrase.last = self._phrase_start(last - 1, start), last

    def _leave_relative_clause(self, phrase: SpeakerPhrase, sentence: Sentence) -> None:
        """`a correspondent who reached the town said`: the phrase before "who" speaks."""
        first, start = phrase.first, sentence.first
        hangs = first > start + 1 and self.tokens[first - 1].low in _RELATIVES
        phrase.told = (hangs and self._subject_of_its_own(first)) or self._gave_it(first, phrase.v, sentence)
        if not hangs or phrase.told or self.tokens[first - 1].low == "whom":
            return
        if self.tokens[first - 2].kind == "w":
            self._lead_to_antecedent(phrase, first - 1, start)

    def _before_evidence(self, first: int, last: int) -> int:
        """Where the phrase ends in `footage published on Monday shows`, `the mission's own records show`."""
        tokens = self.tokens
        if last - 1 > first and tokens[last - 1].low in _ISSUED and tokens[last - 2].low in _EVIDENCE:
            last -= 1
        if tokens[last - 1].low not in _EVIDENCE:
            return last
        return next((k for k in range(first + 1, last - 1) if tokens[k].low in ("'s", "’s")), last)

    def _who_is(self, phrase: SpeakerPhrase, sentence: Sentence) -> Speaker | None:
        """The speaker whom the phrase names, or else whom the words before it do."""
        first, last = phrase.first, phrase.last
        speaker = self._author(first, last, sentence) or self.words.speaker(self.draft, first, last, sentence.caps)
        if speaker is None and self._opens_clause(first, sentence.first):
            speaker = self._somebody(phrase) or self._told_so(first, last) or self._shown(first, last)
        return speaker or self._before_who(phrase, sentence)

    def _opens_clause(self, first: int, start: int) -> bool:
        """Nothing of the clause stands before the phrase."""
        return first <= start + 1 or self.tokens[first - 1].kind == "p" or self.tokens[first - 1].low in _CLAUSE

    def _somebody(self, phrase: SpeakerPhrase) -> Speaker | None:
        """`A farmer said`: anyone, by a verb that does nothing but say."""
        plain = self.tokens[phrase.v].low in _PLAIN
        return self.words.anyone(self.draft, phrase.first, phrase.last) if plain else None

    def _shown(self, first: int, last: int) -> Speaker | None:
        """`Satellite images show`: evidence that nobody owns."""
        tokens = self.tokens
        if last - first > 4 or tokens[last - 1].low not in _EVIDENCE:
            return None
        words = " ".join(self.draft.text[tokens[first].start : tokens[last - 1].end].split())
        return Speaker(first, last, words, "other", "evidence")

    def _before_who(self, phrase: SpeakerPhrase, sentence: Sentence) -> Speaker | None:
        """`Two officials who spoke on condition of anonymity put`: the phrase then begins with them."""
        who = self._past_who(phrase.v, sentence.first)
        if who is None:
            return None
        phrase.first = self._phrase_start(who - 1, sentence.first)
        return self.words.speaker(self.draft, phrase.first, who, sentence.caps) if phrase.first < who else None

    def _told_so(self, first: int, last: int) -> Speaker | None:
        """`the service`: by the noun that heads the name of one who spoke before."""
        if last - first != 2 or self.tokens[first].low != "the" or self.tokens[first + 1].capital:
            return None
        noun = self.tokens[first + 1].low
        for said in reversed(self.found[-8:]):
            source = self.draft.sources[said.source]
            heads = {words.lower().partition(" of ")[0].rpartition(" ")[2] for words in (source.name, source.text)}
            if said.source not in self.persons and noun in heads:
                return Speaker(first, last, source.name, source.kind, "led-back", noun)
        return None

    def _gave_it(self, first: int, v: int, sentence: Sentence) -> bool:
        """`up from the 60 that the mayor gave on Monday`: of what stands before the clause."""
        if first < sentence.first + 3 or self.tokens[first - 1].low != "that" or self.tokens[v].low not in _GAVE:
            return False
        behind = self.tokens[v + 1] if v + 1 < sentence.last else None
        ends = behind is None or behind.kind == "p" or v + 1 in self.dated or behind.low in ("on", "in", "earlier")
        return ends and self.tokens[first - 2].low not in self.words.say

    def _past_who(self, v: int, start: int) -> int | None:
        """`Two officials who spoke on condition of anonymity put`: the token `who`, whose clause ends at the verb."""
        for k in range(v - 2, max(start, v - _WHO) - 1, -1):
            low = self.tokens[k].low
            if self.tokens[k].kind == "p" and low not in ("'s", "-", "’s"):
                return None
            if low == "who" or (low == "that" and self._of_a_noun(k)):
                return None if k == start or self._subject_of_its_own(k + 1) else k
        return None

    def _of_a_noun(self, that: int) -> bool:
        """`the alliance that fights for the president`: the clause tells of a noun, and is not what somebody says."""
        if that + 1 >= len(self.tokens):
            return False
        before, verb = self.tokens[that - 1], self.tokens[that + 1]
        plain = before.kind == "w" and before.low not in self.words.say and not before.low.endswith("ly")
        return plain and verb.low.endswith("s") and not self.words.person(verb.low)

    def _subject_of_its_own(self, first: int) -> bool:
        """`... dead, whom it says have died`, `men who the army said were rebels`: the clause has a subject of its own,
        which speaks of what stands before."""
        token = self.tokens[first]
        return token.low in self.words.pronouns or token.low in _ARTICLES or token.capital

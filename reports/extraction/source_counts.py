"""Speakers without a verb of saying: signed headlines, brackets, counts and claims that somebody owns."""

from __future__ import annotations

from .attribution import Attribution
from .cues import cue
from .model import Sentence
from .source_behind import Behind
from .speaker_words import Speaker

_OWNED = cue("sources", "owned")
_PAPERS = cue("sources", "papers")
_GIVEN = cue("sources", "given")
_BE = cue("grammar", "be")
_HAVE_BEEN = _BE | {"has", "have", "had"}
_TELLS = cue("sources", "tells")
_CLAIMS = cue("sources", "claims")
_LOOKS_INTO = cue("sources", "looks_into")
_INSURGENT = cue("parties", "thing_words")
_CLAIM_NOUNS = _CLAIMS | cue("sources", "says") | cue("sources", "claims_too")
_KEPT = cue("sources", "kept")
_OF_REPORTS = cue("sources", "of_reports")
_WHOSE = 16  # tokens between "the claim of" and "that"


class Counts(Behind):
    """One method for each way in which a noun tells whose word it is."""

    def _signed(self, number: int, sentence: Sentence) -> None:
        """`27 more die in strikes - monitor`: a headline signed with who says so."""
        end = sentence.last
        if self.tokens[end - 1].kind == "p" or end - sentence.first > 30:
            return
        for k in range(end - 2, max(sentence.first, end - 5), -1):
            if self.tokens[k].text in ("-", "–", "—", "--", ":") and self.tokens[k].space:
                speaker = self.words.speaker(self.draft, k + 1, end, sentence.caps)
                if (
                    speaker
                    and speaker.rule in ("role-noun", "known-source", "party", "state")
                    and not any(t.low in self.words.say for t in self.tokens[k + 1 : end])
                ):
                    self._keep(speaker, number, k, end, None, True, False)
                return

    def _bracket(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`nine dead (hospital source)`: a role noun or a known source alone in brackets."""
        tokens, end = self.tokens, sentence.last
        close = next((k for k in range(i + 2, min(end, i + 8)) if tokens[k].low == ")"), None)
        if (
            close is None
            or (tokens[i - 1].capital and i > sentence.first and i - 1 not in self.dated and not self._sourced(i))
            or any(t.kind == "n" for t in tokens[i:close])
            or tokens[i + 1].low == "all"  # "(all times local)"
        ):
            return None
        if self._sourced(i):  # "(source: IOM/UNHCR)"
            first = i + 3
            close = next((k for k in range(first + 1, close) if tokens[k].low in ("/", ",", ";")), close)
            speaker = self.words.speaker(self.draft, first, close, sentence.caps)
            return self._keep(speaker, number, i, close + 1, None, True, False) if speaker else None
        speaker = self.words.speaker(self.draft, i + 1, close, sentence.caps)
        if speaker is None or speaker.rule not in ("role-noun", "known-source") or speaker.kind == "wire":
            return None
        return self._keep(speaker, number, i, close + 1, None, True, False)

    def _sourced(self, i: int) -> bool:
        return self.tokens[i + 1].low in ("source", "sources") and self.tokens[i + 2].low == ":"

    def _by_count(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`by Israeli tallies`, `by the estimate of US envoy X`, `by the ministry's count`, `in a military count`."""
        tokens, end = self.tokens, sentence.last
        for k in range(i + 1, min(end, i + 7)):
            if k in self.dated or (tokens[k].low in self.words.say and tokens[k].low not in self.words.by_nouns):
                return None  # "on Monday put the toll at seven"
            if tokens[k].low in self.words.by_nouns:
                if k + 1 < end and tokens[k + 1].low in ("of", "by", "from"):
                    return self._after(i, k + 2, number, sentence, False)
                last = next((n for n in range(i + 1, k) if tokens[n].low in _OWNED), k)  # "the ministry's first count"
                while last > i + 1 and tokens[last - 1].low in ("own", "latest"):
                    last -= 1
                code = self.words.world.adjectives.get(tokens[i + 1].low) if last == i + 2 else None
                if tokens[i + 1].low in ("its", "their"):
                    it = Speaker(i + 1, i + 2, "it", "other", "pronoun", "it")
                    return self._keep(it, number, i, k + 1, None, True, False)
                if code:
                    speaker: Speaker | None = Speaker(i + 1, k + 1, self.words.world.name[code], "government", "tally")
                else:
                    speaker = self.words.speaker(self.draft, i + 1, last, sentence.caps)
                if speaker:
                    return self._keep(speaker, number, i, k + 1, None, True, False)
                return None
            if tokens[k].kind == "p" and tokens[k].low not in _OWNED:
                return None
        return None

    def _by_agent(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The losses are put at 20 by the militia`: who gives a number in the passive."""
        for k in range(i - 1, max(sentence.first, i - 14), -1):
            low = self.tokens[k].low
            if low in (";", ":", "."):
                return None
            if (
                low in _CLAIM_NOUNS and self.tokens[k + 1].low == "of" and i - k < 9
            ):  # "a claim of 40 dead by the rebels"
                made = self._after(i, i + 1, number, sentence, False)
                if made:
                    made.first, made.tail = k, False
                return made
            if low in _GIVEN:
                own = (
                    self.tokens[k - 1].low == "," and self.tokens[k - 2].low in self.words.by_nouns
                )  # "the toll, given by"
                if not own and not {self.tokens[k - 1].low, self.tokens[k - 2].low} & _BE:
                    return None
                made = self._after(i, i + 1, number, sentence, False)
                if made:  # it holds from the beginning of its clause
                    made.first = next(
                        (n + 1 for n in range(k, sentence.first, -1) if self.tokens[n].low == ";"), sentence.first
                    )
                    given = next((a for a in self.found[-4:-1] if a.sentence == number and a.first == made.first), None)
                    made.first = given.last if given else made.first  # "put at 60 by the rebels and at 14 by the army"
                    made.tail = False
                return made
        return None

    def _own_count(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The UN's last estimate was of 5,400`: whose count it is, says it."""
        last = next((k for k in range(i - 1, max(sentence.first, i - 4), -1) if self.tokens[k].low in _OWNED), i)
        first = self._trim(self._phrase_start(last - 1, sentence.first), last)
        speaker = self.words.speaker(self.draft, first, last, sentence.caps) if first < last else None
        if speaker is None or speaker.rule in ("proper-name", "pronoun"):
            return None
        return self._keep(speaker, number, first, i + 1, None, False, False)

    def _by_or_from(self, i: int) -> bool:
        """`a tally by the agency`, `a tally kept by the agency`, `the claim of the militia that`."""
        behind = self.tokens[i + 1].low
        if behind == "of":  # "the claim of the militia that 20 soldiers died"
            return self.tokens[i].low in _CLAIMS and "that" in self.draft.lows[i + 3 : i + 3 + _WHOSE]
        return behind in ("by", "from") or (self.draft.lows[i + 2] == "by" and behind in _KEPT)

    def _noun_of_saying(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`a claim by the group that 470 died`, `figures from the ministry show`: a noun that says, and whose it is."""
        tokens = self.tokens
        owned = i > sentence.first and (tokens[i - 1].capital or tokens[i - 1].low in _OWNED)
        if owned and tokens[i + 1].low == "from":
            return None  # "an AFP tally from official figures"
        made = self._after(i, i + 2 + (tokens[i + 1].low in _KEPT), number, sentence, False)
        if made is None:
            return None
        if tokens[i].low == "toll" and self.draft.sources[made.source].rule not in (
            "known-source",
            "role-noun",
            "party",
        ):
            self._forget(made)  # "the toll from India's strikes"
            return None
        behind = self._past_aside(made.last, sentence.last)
        if behind < sentence.last and tokens[behind].low in _TELLS:
            made.tail = False
            return made
        if tokens[i].low in self.words.by_nouns:
            return made
        self._forget(made)
        return None

    def _past_aside(self, k: int, end: int) -> int:
        """`the claim of the militia, repeated by some, that`: past what stands between two commas."""
        if k >= end or self.tokens[k].low != ",":
            return k
        close = next((n for n in range(k + 1, min(end, k + 9)) if self.tokens[n].low == ","), None)
        return k if close is None else close + 1

    def _looks_into(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The office is checking reports that 50 died`: who looks into what is told, or heard of it, passes it on."""
        if i + 2 >= sentence.last or self.tokens[i + 1].low not in ("that", "of"):
            return None
        v = i - 1
        while v > sentence.first + 1 and self.tokens[v].low in _OF_REPORTS:
            v -= 1
        if self.tokens[v].low not in _LOOKS_INTO:
            return None
        j = v
        while j - 1 > sentence.first and self.tokens[j - 1].low in _HAVE_BEEN:
            j -= 1
        return self._left(j, number, sentence)

    def _issued(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`a statement issued today by the command`: whoever puts a paper out speaks in it."""
        for k in range(i + 2, min(i + 7, sentence.last - 1)):
            if self.tokens[k].low == "by":
                return self._after(i, k + 1, number, sentence, False)
        return None

    def _owned_claim(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`a rebel claim that 40 died`, `Ukrainian claims of 40 dead`: whose claim it is."""
        word = self.tokens[i - 1]
        if self.tokens[i].low not in _CLAIMS or i - 1 <= sentence.first or i + 2 >= sentence.last:
            return None
        if self.tokens[i + 1].low not in ("that", "of", "to") or (word.low.endswith("s") and not word.capital):
            return None  # "the rebels claim that": a verb
        code = self.words.world.adjectives.get(word.low) if word.capital else None
        if code:
            speaker: Speaker | None = Speaker(i - 1, i, self.words.world.name[code], "government", "tally")
        else:
            speaker = self.words.speaker(self.draft, i - 1, i, sentence.caps) or self._insurgent(i - 1)
        if speaker is None or speaker.rule in ("proper-name", "pronoun"):
            return None
        return self._keep(speaker, number, i - 1, i + 2, None, False, False)

    def _is_count(self, k: int, first: int) -> bool:
        """`tally`; `bulletin`, where somebody owns it (`The ministry's evening bulletin is out:`)."""
        low = self.tokens[k].low
        owned = low in _PAPERS and any(t.low in _OWNED for t in self.tokens[first:k])
        return low in self.words.by_nouns or owned

    def _insurgent(self, i: int) -> Speaker | None:
        """`a rebel claim`: the armed party named last, or else rebels of no name."""
        if self.tokens[i].low not in _INSURGENT:
            return None
        party = self._party_named(i)
        return party or Speaker(i, i + 1, self.tokens[i].low + "s", "other", "party")

    def _body_alone(self, first: int, colon: int, number: int, sentence: Sentence) -> int | None:
        """`UNHCR: 1,200 families`: a known body, and nothing else, before the colon and a count."""
        counted = colon + 1 < sentence.last and self.tokens[colon + 1].kind == "n"
        if not counted or not 0 < colon - first < 6:
            return None
        speaker = self.words.speaker(self.draft, first, colon, sentence.caps)
        if speaker is None or speaker.rule != "known-source" or speaker.kind == "wire" or speaker.anaphor:
            return None
        self._keep(speaker, number, first, colon + 1, None, False, False)
        return colon + 1

    def _label(self, number: int, sentence: Sentence) -> int | None:
        """`Government tally as of Friday: 428 militants ...`: whose count it is. Returns the token behind the colon."""
        tokens, first = self.tokens, sentence.first
        colon = next((k for k in range(first, min(sentence.last, first + 14)) if tokens[k].low == ":"), None)
        if colon and (alone := self._body_alone(first, colon, number, sentence)):
            return alone
        noun = next((k for k in range(first, colon or first) if self._is_count(k, first)), None)
        if colon is None or noun is None or any(tokens[k].low in self.words.say for k in range(first, colon)):
            return None
        owner = noun
        if tokens[noun].low not in self.words.by_nouns:
            owner = next(k for k in range(first, noun) if tokens[k].low in _OWNED)
        while owner > first and (tokens[owner - 1].low in _OWNED or tokens[owner - 1].low in ("own", "latest")):
            owner -= 1
        speaker = self.words.speaker(self.draft, first, owner, sentence.caps) if owner > first else None
        if speaker is None and noun + 1 < colon and tokens[noun + 1].low in ("by", "from", "of"):
            speaker = self.words.speaker(self.draft, noun + 2, colon, sentence.caps)
        if speaker is None or speaker.rule in ("proper-name", "pronoun"):
            return None
        self._keep(speaker, number, first, colon + 1, None, False, False)
        return colon + 1

"""How words are put into a mouth by a verb: said, told, quoted as saying, put at, received."""

from __future__ import annotations

from .attribution import Attribution
from .cues import cue
from .model import Sentence
from .source_gaps import JOINTS as _JOINTS
from .source_weak import WeakVerbs

_QUOTES = frozenset(['"', "“", "”", "«", "»"])
_PAPERS = cue("sources", "papers")
_MEDIA = cue("sources", "media")
_COUNTS = cue("sources", "counts")
_TAKE_IN = cue("sources", "take_in")
_SEEMS, _TAKES_UP = cue("sources", "seems"), cue("sources", "takes_up")
_MEANS = cue("sources", "means")
_PARTICIPLES = cue("sources", "participles")
_PAPER_SAYS, _SAYING = cue("sources", "paper_says"), cue("sources", "saying")
_BE = cue("grammar", "be")
_MAPS = cue("sources", "maps")
_GIVES = cue("sources", "gives")  # "the mayor, Amin Haddad, gave a third count:" has no speaker behind
_BEFORE_NOUNS = cue("sources", "before_nouns")

_GIVEN = cue("sources", "toll_given")


class Patterns(WeakVerbs):
    """One method for each way in which a text names who says it."""

    def _verb(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        start, end = sentence.first, sentence.last
        low = self.tokens[v].low
        before = self.tokens[v - 1].low if v > start else ""
        if self.tokens[v].capital and v > start and not sentence.caps and before not in _QUOTES:
            return None
        if before == "to" and v - 2 > start and self.tokens[v - 2].low in _SEEMS and low in ("show", "confirm"):
            return self._left(v - 2, number, sentence)  # "satellite images appear to show"
        if before == "own" or (low in ("reports", "claims") and before in _TAKES_UP):
            return None  # "the ministry rejects reports that": a noun
        if self._told_of(v, sentence):
            return None
        if before in _BEFORE_NOUNS:
            return None
        begun = low in _GIVEN and v + 1 < end and self.tokens[v + 1].low in ("its", "their", "his", "the", "a")
        if begun and "since" in self.draft.lows[max(start, v - 5) : v]:
            return None  # "since the army announced its offensive"
        passive = v - 1
        while (
            passive > start
            and self.tokens[passive].low in self.words.adverbs
            and self.tokens[passive].low not in ("has", "have", "had")
        ):
            passive -= 1
        if (
            (
                self.tokens[max(passive, start)].low in _BE
                and not self._acronym(max(passive, start))  # "IS said"
                and low != "saying"
                and low != "quoted"
            )
            or (
                low in _PARTICIPLES
                and v + 1 < end
                and (
                    before == "of"
                    or (
                        before == ","
                        and self.tokens[v + 1].low not in ("that", "on", "in", ".", ",", ";")
                        and (
                            self.tokens[v + 1].low == "by"
                            or (self._aside(v - 1, start) is None and not self._ends_with_speaker(v, sentence))
                        )
                    )
                )
            )
        ) and not (
            low == "quoted" and v + 2 < end and self.tokens[v + 1].low == "as" and self.tokens[v + 2].low == "saying"
        ):
            return None
        if low in _PAPER_SAYS and before in _PAPERS | _MEDIA:
            return self._subject(v, number, sentence)  # "the office put out a statement saying"
        if low == "saying" and before != "as" and before != ",":
            return None
        if low.endswith("ed") and self._in_apposition(v, end):
            return None
        done = low.endswith("ed") and v + 1 < end and self.tokens[v + 1].low == "by"
        if done and low in _GIVEN and self._counts(v - 1) and (made := self._after(v, v + 2, number, sentence, False)):
            made.first, made.tail = max(start, v - 3), False  # "the 276 announced by the government"
            return made
        if done and self.tokens[v - 1].kind == "w" and not self._by_means(v, end):
            return None  # "a truce declared by Moscow": done to it, by somebody
        if low in _SAYING and before == ",":
            speaking = self.found and self.found[-1].sentence == number
            return None if speaking else self._subject(v, number, sentence)  # "IS claimed the attack, saying it"
        if (
            low == "claimed"
            and v + 1 < end
            and (self.tokens[v + 1].low in ("the", "at") or self.tokens[v + 1].kind == "n")
            and any(t.low == "lives" for t in self.tokens[v : min(end, v + 8)])
        ):
            return None
        if low in self.words.weak and not self._weak_holds(v, end):
            return self._mapped(v, number, sentence) if low in _MAPS else None
        if (
            (low in self.words.weak or low in _COUNTS)
            and self.found
            and self.found[-1].sentence == number
            and self.found[-1].verb is not None
            and not self.found[-1].tail
        ):
            clause = self.tokens[self.found[-1].verb : v]
            if (
                len(clause) < 9
                and not any(t.kind == "p" for t in clause if t.low != "'s")
                and not _JOINTS & {t.low for t in clause}
            ):
                return None  # "says its intelligence counted": the first still speaks
        if low in _TAKE_IN:
            return self._takes_in(v, number, sentence)
        if low in ("quoted", "cited"):
            return self._quoted(v, number, sentence) or self._left(v, number, sentence)
        if before in (",", '"', "”") and low not in _GIVES and self._somebody_said(v, sentence):
            return self._after(v, v + 1, number, sentence, True)
        if made := self._left(v, number, sentence):
            return made
        if low in ("told", "tells"):
            return None
        if before in (",", '"', "”", "“", "'", "’") or v == start or before in ("--", "—"):
            behind = self._after(v, v + 1, number, sentence, True)
            return behind or (self._same_subject(v, number, sentence) if before == "," else None)
        if before in ("and", "but") or before in self.words.adverbs:
            return self._same_subject(v, number, sentence)
        return None

    def _in_apposition(self, v: int, end: int) -> bool:
        """`The front, an alliance of factions announced on Friday, said`: a participle, and the verb stands behind."""
        k = v + 1
        while k < min(end - 1, v + 6) and (self.tokens[k].kind == "w" or k in self.dated):
            k += 1
        if k + 1 >= end or self.tokens[k].low != "," or self.tokens[k + 1].low not in self.words.say:
            return False
        first = self._phrase_start(v - 1, max(0, v - 12))
        return self.tokens[first].low in ("a", "an") and first > 0 and self.tokens[first - 1].low == ","

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

    def _ends_with_speaker(self, v: int, sentence: Sentence) -> bool:
        """`..., reported the human rights network`: nothing but a speaker stands behind the verb."""
        last = sentence.last - (self.tokens[sentence.last - 1].low in (".", "!", "?"))
        if not 1 <= last - v - 1 <= 12 or any(t.kind == "n" or t.low == "," for t in self.tokens[v + 1 : last]):
            return False
        speaker = self.words.speaker(self.draft, v + 1, last, sentence.caps)
        return speaker is not None and speaker.rule != "proper-name"

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

    def _by_means(self, v: int, end: int) -> bool:
        """`confirmed by phone that`, `announced by decree`: how it was said, not by whom it was done."""
        means = self.tokens[v + 2].low if v + 2 < end else ""
        return means in _MEANS or (v + 3 < end and self.tokens[v + 3].low == "that")

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

"""Verbs of speech that put words into nobody's mouth: names, nouns, passives, participles, deeds without a word."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cues import cue
from .model import Sentence, Token
from .source_gaps import JOINTS as _JOINTS
from .source_weak import WeakVerbs

_QUOTES = frozenset(['"', "“", "”", "«", "»"])
_COUNTS = cue("sources", "counts")
_TAKES_UP = cue("sources", "takes_up")
_MEANS = cue("sources", "means")
_PARTICIPLES = cue("sources", "participles")
_BE, _HAVE = cue("grammar", "be"), frozenset(["has", "have", "had"])
_BEFORE_NOUNS = cue("sources", "before_nouns")
_GIVEN = cue("sources", "toll_given")
_BEGINS = frozenset(["its", "their", "his", "the", "a"])
_NO_PARTICIPLE_BEFORE = frozenset(["that", "on", "in", ".", ",", ";"])
_SHORT_CLAUSE = 9  # tokens from the verb of one who speaks up to the verb of what he tells of


@dataclass(slots=True)
class SpeechVerb:
    """A verb of speech at token `v` of a sentence, with its neighbours."""

    tokens: list[Token]
    v: int
    number: int  # of the sentence
    sentence: Sentence
    low: str = field(init=False)
    before: str = field(init=False)  # the word right before it in the sentence; empty where it opens it
    behind: str = field(init=False)  # the word right behind it; empty where it ends the sentence

    def __post_init__(self) -> None:
        v = self.v
        self.low = self.tokens[v].low
        self.before = self.tokens[v - 1].low if v > self.sentence.first else ""
        self.behind = self.tokens[v + 1].low if v + 1 < self.sentence.last else ""

    @property
    def passive_by(self) -> bool:
        """`announced by`: a participle, and behind it by whom, or how."""
        return self.behind == "by" and self.low.endswith("ed")


class Unsaid(WeakVerbs):
    """One method for each way in which such a verb says nothing."""

    def _is_name(self, verb: SpeechVerb) -> bool:
        """A capital within a sentence, and no quote begins there."""
        capital = verb.tokens[verb.v].capital and verb.v > verb.sentence.first and not verb.sentence.caps
        return capital and verb.before not in _QUOTES

    def _is_noun(self, verb: SpeechVerb) -> bool:
        """`the ministry rejects reports that`, `its own reports`, `the estimates`."""
        if verb.before == "own" or verb.before in _BEFORE_NOUNS:
            return True
        return verb.low in ("reports", "claims") and verb.before in _TAKES_UP

    def _tells_since_when(self, verb: SpeechVerb) -> bool:
        """`since the army announced its offensive`."""
        begun = verb.low in _GIVEN and verb.behind in _BEGINS
        return begun and "since" in self.draft.lows[max(verb.sentence.first, verb.v - 5) : verb.v]

    def _is_passive(self, verb: SpeechVerb) -> bool:
        """`was reported`, `is widely believed`; but `IS said`, `was saying` and `was quoted` speak."""
        if verb.low in ("saying", "quoted"):
            return False
        be = self._past_adverbs(verb.v - 1, verb.sentence.first)
        return self.tokens[be].low in _BE and not self._acronym(be)

    def _past_adverbs(self, k: int, start: int) -> int:
        """Leftwards from token `k` past `widely`, `later`; no further than where the sentence starts."""
        while k > start and self.tokens[k].low in self.words.adverbs and self.tokens[k].low not in _HAVE:
            k -= 1
        return max(k, start)

    def _is_participle(self, verb: SpeechVerb) -> bool:
        """`an offensive, announced by the army`, `of reported abuses`; but `..., reported the network` speaks."""
        if verb.low not in _PARTICIPLES or not verb.behind or self._quoted_as_saying(verb):
            return False
        if verb.before != ",":
            return verb.before == "of"
        if verb.behind in _NO_PARTICIPLE_BEFORE:
            return False
        if verb.behind == "by":
            return True
        within = self._aside(verb.v - 1, verb.sentence.first) is not None
        return not within and not self._ends_with_speaker(verb.v, verb.sentence)

    def _quoted_as_saying(self, verb: SpeechVerb) -> bool:
        """`..., quoted as saying`."""
        quoted = verb.low == "quoted" and verb.v + 2 < verb.sentence.last
        return quoted and verb.behind == "as" and self.tokens[verb.v + 2].low == "saying"

    def _is_bare_saying(self, verb: SpeechVerb) -> bool:
        """`saying` behind neither "as" nor a comma."""
        return verb.low == "saying" and verb.before != "as" and verb.before != ","

    def _is_in_apposition(self, verb: SpeechVerb) -> bool:
        """`The front, an alliance of factions announced on Friday, said`: a participle, and the verb stands behind."""
        if not verb.low.endswith("ed"):
            return False
        v, end = verb.v, verb.sentence.last
        k = v + 1
        while k < min(end - 1, v + 6) and (self.tokens[k].kind == "w" or k in self.dated):
            k += 1
        if k + 1 >= end or self.tokens[k].low != "," or self.tokens[k + 1].low not in self.words.say:
            return False
        first = self._phrase_start(v - 1, max(0, v - 12))
        return self.tokens[first].low in ("a", "an") and first > 0 and self.tokens[first - 1].low == ","

    def _is_deed_of(self, verb: SpeechVerb) -> bool:
        """`a truce declared by Moscow`: done to it, by somebody."""
        return (
            verb.passive_by and self.tokens[verb.v - 1].kind == "w" and not self._by_means(verb.v, verb.sentence.last)
        )

    def _by_means(self, v: int, end: int) -> bool:
        """`confirmed by phone that`, `announced by decree`: how it was said, not by whom it was done."""
        means = self.tokens[v + 2].low if v + 2 < end else ""
        return means in _MEANS or (v + 3 < end and self.tokens[v + 3].low == "that")

    def _claims_lives(self, verb: SpeechVerb) -> bool:
        """`claimed the lives of 12`, `claimed 12 lives`."""
        v, end = verb.v, verb.sentence.last
        if verb.low != "claimed" or not verb.behind:
            return False
        claimed = verb.behind in ("the", "at") or self.tokens[v + 1].kind == "n"
        return claimed and any(t.low == "lives" for t in self.tokens[v : min(end, v + 8)])

    def _is_told_by_the_first(self, verb: SpeechVerb) -> bool:
        """`says its intelligence counted`: the first still speaks."""
        if verb.low not in self.words.weak and verb.low not in _COUNTS:
            return False
        last = self.found[-1] if self.found else None
        if last is None or last.sentence != verb.number or last.verb is None or last.tail:
            return False
        clause = self.tokens[last.verb : verb.v]
        if len(clause) >= _SHORT_CLAUSE or any(t.kind == "p" for t in clause if t.low != "'s"):
            return False
        return not any(t.low in _JOINTS for t in clause)

    def _ends_with_speaker(self, v: int, sentence: Sentence) -> bool:
        """`..., reported the human rights network`: nothing but a speaker stands behind the verb."""
        last = sentence.last - (self.tokens[sentence.last - 1].low in (".", "!", "?"))
        if not 1 <= last - v - 1 <= 12 or any(t.kind == "n" or t.low == "," for t in self.tokens[v + 1 : last]):
            return False
        speaker = self.words.speaker(self.draft, v + 1, last, sentence.caps)
        return speaker is not None and speaker.rule != "proper-name"

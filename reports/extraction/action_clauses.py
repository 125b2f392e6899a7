"""A party in its clause: the words before and behind it, and what they say it does or suffers."""

from __future__ import annotations

from itertools import takewhile

from .cues import cue
from .model import Draft, Group
from .suffered import befallen
from .words import CountWords

_LOSSES, _REMAINS = cue("actions", "losses"), cue("actions", "remains")
_BE = cue("actions", "be")
_SKIP = cue("actions", "skip")
_ONTO = cue("actions", "onto")
_HOSTILE = cue("actions", "hostile")
_SENT = cue("actions", "sent")
_STAYING = cue("actions", "staying")
_HIT = cue("actions", "hit")
_DONE_TO = cue("actions", "done_to")
_STRONG = cue("tenses", "strong")
_FOLLOWING = cue("actions", "following")
_COUNTED = cue("actions", "counted")
_WRESTED = cue("actions", "wrested")
_MODALS = cue("actions", "modals")
_MANY = tuple(sorted(cue("actions", "many")))
_ARTICLES = cue("actions", "before_party")
_WITH = frozenset(["of", "with", "on", "at", "from"])
_ACCUSE = cue("actions", "accuse")
_APART = frozenset(["for", "and", "but"])  # "blamed the army for a raid on the rebels"
_ON_WHOM = {"on": cue("actions", "blame"), "to": cue("actions", "ascribe")}
_WHICH = frozenset(["of", "on", "with"])
_PHRASE = 9  # words between "troops of" and their verb
_BLOWS = cue("actions", "blows")
_HIT_OR_LEFT = cue("actions", "hit") | {"left", "killed", "wounded"}
_DIED = cue("actions", "died")


class Clause:
    """A party with the words before and behind it in its clause."""

    def __init__(
        self,
        draft: Draft,
        group: Group,
        first: int,
        last: int,
        words: CountWords,
        dated: frozenset[int],
        aside: tuple[int, int] | None = None,
    ) -> None:
        self.tokens, self.words, self.dated = draft.tokens, words, dated
        sentence = draft.sentences[group.sentence]
        self.opens = first - sentence.first <= 2
        self.start, self.end = sentence.first, sentence.last
        if aside is not None and aside[0] <= first and last <= aside[1]:
            self.end = aside[1]  # "the militia, allied with the army, said": the verb is not the army's
        self.first, self.last = first, last
        self.before = self._before()
        self.i = self._skip(last)
        self.after = self.tokens[self.i].low if self.i < self.end else ""

    def _before(self) -> list[str]:
        """Up to three words before it, articles apart, back to the last mark: `On March 5, US forces` has none."""
        found: list[str] = []
        for k in range(self.first - 1, max(self.start, self.first - 5) - 1, -1):
            token = self.tokens[k]
            if k in self.dated or (token.kind == "p" and token.low not in ("'s", "-", '"', "“", "”")):
                break  # "On Thursday the rebels took"
            if token.kind == "w" and token.low not in _ARTICLES:
                found.insert(0, token.low)
        return found

    def _skip(self, i: int) -> int:
        """Past auxiliaries, adverbs and a day: `units on Sunday completed`."""
        while i < self.end:
            token = self.tokens[i]
            if token.low in _SKIP or token.low.endswith("ly"):
                i += 1
            elif token.low in ("on", "overnight", "late", "early") and i + 1 < self.end and self.tokens[i + 1].capital:
                i += 2
            else:
                break
        return i

    def role(self) -> tuple[str, str]:
        """What a party does, and the rule that says so."""
        before, after, words = self.before, self.after, self.words
        if before and before[-1] == "by":
            return "actor", "by-agent"
        if before and before[-1] in ("loyal", "backed"):
            return "mentioned", "backed-by-others"
        if self._losses_behind():
            return "target", "its-losses"
        if suffered := befallen(self.tokens, self.first, self.last, self.start, self.end):
            return suffered
        if passive := self._passive():
            return passive
        if self._harmed_right_behind():
            return "target", "harmed-right-behind"
        if after == "'s" and before and before[-1] in _WITH:
            return "mentioned", "owner-behind-a-preposition"
        if onto := self._onto():
            return onto
        if after in _REMAINS or any(t.low == "not" for t in self.tokens[self.last : self.i]):
            return "mentioned", "stays-or-does-not"
        if after and (words.participle(after) or after in words.verbs or after in words.object or after in _BE):
            return "actor", "verb-behind"
        if self._finite(self.i):
            return "actor", "verb-behind"
        if after in _BLOWS and self.i == self.last and self._strikes(self.i + 1):
            return "actor", "its-blow-strikes"
        if any(t.low in _MODALS for t in self.tokens[self.last : self.i]):
            return "actor", "modal-behind"
        if self.opens or after in ("and", "or", "("):
            return "actor", "opens-or-is-listed"
        if self._deed_past_a_phrase():
            return "actor", "verb-past-a-phrase"
        return "mentioned", "no-verb-near"

    def _losses_behind(self) -> bool:
        """`the army's losses`, `AFU losses`, `put the Taliban dead at 51`."""
        lows = [t.low for t in self.tokens[self.last : min(self.end, self.last + 3)]]
        lows = [low for low in lows if low not in ("'s", "’s", "'", "own", "total")]
        return lows[:1] != [] and lows[0] in _LOSSES

    def _deed_past_a_phrase(self) -> bool:
        """`The army (SSPDF) shelled`, `troops of the 5th Brigade repelled`: the verb stands past what tells which."""
        k = self.last
        if k < self.end and self.tokens[k].low == ")":
            k += 1
        elif not (k < self.end and self.tokens[k].low in _WHICH):
            return False
        for i in range(k, min(self.end, k + _PHRASE)):
            token = self.tokens[i]
            if token.kind == "p" or token.low in _BE or token.low in ("who", "which", "that"):
                return False
            if not token.capital and (token.low in _STRONG or self.words.participle(token.low)):
                return self.tokens[min(i + 1, self.end - 1)].low != "by"
        return False

    def _strikes(self, i: int) -> bool:
        """`a Hezbollah drone hit a base`, `NATO air strikes killed three`, `RSF raids near X left 300 dead`."""
        for k in range(i, min(i + 6, self.end)):
            low = self.tokens[k].low
            if self.tokens[k].kind == "p" and low != "-":
                return False
            if low in _BE:
                return False
            if low in self.words.object or low in _STRONG or low in _HIT_OR_LEFT:
                return self.tokens[min(k + 1, self.end - 1)].low != "by"
        return False

    def _passive(self) -> tuple[str, str] | None:
        """`were driven out`: done to; `will be deployed`: does; `are stationed`: is there."""
        rest = [t.low for t in self.tokens[self.i : self.i + 5]]
        if not rest or rest[0] not in _BE:
            return None
        behind = rest[1:]
        if any(w in _SENT for w in behind[:3]):
            return "actor", "sent-in-the-passive"
        if any(w in _STAYING for w in behind[:3]):
            return "mentioned", "stays-in-the-passive"
        told = any(self.words.participle(w) or w in self.words.subject for w in behind[:3])
        if not told or any(w.endswith("ing") for w in behind[:2]):
            return None
        if any(w in self.words.subject or w in _HIT for w in behind[:3]):
            return "target", "harmed-in-the-passive"
        return "actor", "other-passive"

    def _harmed_right_behind(self) -> bool:
        """`US troops killed since May`, `our servicemen have fallen`: the verb is theirs, and nothing follows it."""
        if self.after in _DIED:
            return True
        if self.after not in _DONE_TO or self.i != self.last or self.i + 1 >= self.end:
            return False
        lead = self.tokens[self.first - 1] if self.first > self.start else None
        if lead is None or not (lead.kind == "n" or lead.low in _COUNTED):
            return False
        token = self.tokens[self.i + 1]
        return token.kind == "p" or token.low in self.words.prepositions | {"this", "last", "so", "were", "was"}

    def _onto(self) -> tuple[str, str] | None:
        """What a verb or preposition before it says of the party."""
        before, words = self.before, self.words
        if self._accused():
            return "actor", "accused"
        near = bool(before) and before[-1] in _ONTO
        far = len(before) > 1 and before[-2] in _ONTO and before[-1] not in words.stops
        if not near and not far:
            return None
        word = before[-1] if near else before[-2]
        if word not in _WITH or word == "on":
            return "target", "verb-before"
        if word == "from" and any(
            t.low in _WRESTED for t in self.tokens[max(self.start, self.first - 14) : self.first]
        ):
            return "target", "taken-from"
        if any(t.low in _HOSTILE for t in self.tokens[max(self.start, self.first - 7) : self.first]):
            return "target", "foe-of-a-fight"
        acts = self.after in words.object or words.participle(self.after)
        return ("actor", "preposition-then-verb") if acts else ("mentioned", "behind-a-preposition")

    def _accused(self) -> bool:
        """`accused the rebels of it`, `blamed the raid on the army`: by somebody's word, they did it."""
        last = self.before[-1] if self.before else ""
        back = reversed(self.tokens[max(self.start, self.first - 9) : self.first])
        clause = takewhile(lambda t: t.kind != "p" and t.low not in _APART, back)
        if last in _ACCUSE:
            return self.after in ("of", "for")  # "blames the battalion": of which deed, nothing tells
        return last in _ON_WHOM and any(t.low in _ON_WHOM[last] for t in clause)

    def _finite(self, i: int) -> bool:
        """`rebels slip away`, `troops blew a hole`: a verb that no list of deeds holds."""
        if i >= self.end or self.tokens[i].kind != "w" or self.tokens[i].capital:
            return False
        low = self.tokens[i].low
        if low in _STRONG:
            return True
        plain = low not in self.words.stops and not self.words.plural(low) and not self.words.person(low)
        if plain and self.tokens[i - 1].low != "," and self.tokens[self.last - 1].low.endswith(_MANY):
            return True  # "rebels storm Malakal", "the attackers first engaged"
        follows = self.tokens[i + 1].low if i + 1 < self.end else ""
        return plain and follows in _FOLLOWING

"""Where the phrase of a speaker begins, and whether what he says stands before it."""

from __future__ import annotations

from .cues import cue
from .model import Sentence
from .source_asides import Asides

_BREAKS = cue("sources", "breaks")
_CLAUSE = cue("sources", "clause")
_FRONT = cue("sources", "front")
_LINKS = cue("sources", "links")
_SMALL = cue("speakers", "small")
_SAID_IN = cue("sources", "papers") | cue("sources", "media") | cue("speakers", "outlets")
_CLAUSE_BEHIND = cue("sources", "clause_behind")
_TAIL_ENDS = cue("sources", "tail_ends")
_NOUNS_TOO = cue("sources", "nouns_too")
_AL = ("al-", "el-", "ar-", "as-", "ad-")  # "al-Jahmaliya and Thaabat"
_FIELDS = cue("speakers", "fields")


class Bounds(Asides):
    """Finds the ends of noun phrases and clauses."""

    def _phrase_start(self, j: int, start: int) -> int:
        """Leftwards to where the clause of the speaker begins."""
        tokens = self.tokens
        i = j
        while i >= start and j - i < 20:
            low = tokens[i].low
            if low == ")":
                k = i - 1
                while k > start and tokens[k].low != "(" and i - k < 8:
                    k -= 1
                i = k - 1
                continue
            if low == "." and i > start and tokens[i - 1].low in self.words.titles:
                i -= 1  # "Army Col. Omar Diallo"
                continue
            if tokens[i].kind == "p" and (low in _BREAKS or low == ","):
                break
            if low in _CLAUSE and low not in ("and", "or") and not self._acronym(i):
                break
            if low in ("and", "or") and not self._joins(i, j):
                break
            if low in self.words.say and i < j and not tokens[i].capital and low not in _NOUNS_TOO:
                break
            if i in self.dated and i < j:
                break
            i -= 1
        return i + 1

    def _joins(self, i: int, j: int) -> bool:
        """`medics and residents`, `WHO and its partners`, `Human Rights and Democracy`."""
        if i + 1 >= len(self.tokens):
            return False
        before, after = self.tokens[i - 1], self.tokens[i + 1]
        if (before.capital or before.low.startswith(_AL)) and (after.capital or after.low in ("its", "their")):
            return True
        if before.low in _FIELDS and after.low in _FIELDS:
            return True  # "the ministry of displacement and migration"
        left = bool(self.words.roles.before(self.tokens, i, max(0, i - 3)))
        right = bool(self.words.roles.before(self.tokens, j + 1, i))
        return (left and j - i <= 4) or (before.capital and right and j - i <= 4)

    def _trim(self, first: int, last: int) -> int:
        """Past a place or time in front: `In Benghazi the army`, `On Thursday the Security Council`."""
        tokens = self.tokens
        if tokens[first].low in _FRONT:
            heads = [k for k in range(first + 2, last) if self._heads(k)]
            if heads:  # "On its channel the group", "In a post on X the army"
                return heads[-1]
            for k in range(first + 1, last):
                own = tokens[k].low in ("a", "an", "its")
                if own or (tokens[k].low in ("the", "his", "one", "another") and k - first > 1):
                    return k
                if k in self.dated:
                    return max(self.dated[k].last, k + 1) if self.dated[k].last < last else k
            return first + 1 if tokens[first].low in _LINKS else min(first + 2, last)
        return first

    def _heads(self, k: int) -> bool:
        """An article that begins a phrase of its own, and hangs on no preposition."""
        tokens = self.tokens
        return tokens[k].low in ("the", "a", "an") and tokens[k - 1].low not in _SMALL and tokens[k - 1].kind == "w"

    def _past_paper(self, k: int, end: int) -> int:
        """Past `in its daily bulletin`, `on his Telegram channel`: where it was said."""
        if k < end and self.tokens[k].low in ("in", "on", "via", "through"):
            paper = next((n for n in range(k + 1, min(end, k + 6)) if self.tokens[n].low in _SAID_IN), None)
            if paper is not None and all(t.kind == "w" for t in self.tokens[k:paper]):
                return paper + 1
        return k

    def _is_tail(self, first: int, v: int, sentence: Sentence) -> bool:
        """What is said stands before: a comma before the speaker, and nothing of a clause after the verb."""
        tokens, end = self.tokens, sentence.last
        if first <= sentence.first:
            return False
        before = tokens[first - 1].low
        if before not in (",", "”", '"', "“", "--", "—", "–"):
            return False
        k = v + 1
        k = self._past_paper(k, end)
        while (
            k < end
            and k < v + 12
            and (k in self.dated or (tokens[k].kind == "w" and tokens[k].low not in _CLAUSE_BEHIND))
        ):
            if tokens[k].kind == "w" and tokens[k].low in ("were", "was", "had", "have", "are", "is", "killed"):
                return before != ","
            k += 1
        return k >= end or tokens[k].low in _TAIL_ENDS

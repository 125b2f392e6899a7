"""The speaker before the verb, past dates and asides."""

from __future__ import annotations

from .attribution import Attribution
from .cues import cue
from .model import Sentence
from .source_asides import PERSONS, Asides
from .speaker_words import Speaker

_BREAKS = cue("sources", "breaks")
_CLAUSE = cue("sources", "clause")
_PLAIN = cue("sources", "plain")
_EVIDENCE = cue("sources", "evidence")
_ISSUED = cue("sources", "issued")
_FRONT = cue("sources", "front")
_LINKS = cue("sources", "links")
_SUPPLIES = cue("sources", "supplies")
_SMALL = cue("speakers", "small")
_ARTICLES = frozenset(["the", "a", "an", "its", "their", "his", "her"])
_GAVE = cue("sources", "gap_verbs")
_WHO = 12  # tokens of a clause between a speaker and the verb
_SAID_IN = cue("sources", "papers") | cue("sources", "media") | cue("speakers", "outlets")
_CLAUSE_BEHIND = cue("sources", "clause_behind")
_TAIL_ENDS = cue("sources", "tail_ends")
_NOUNS_TOO = cue("sources", "nouns_too")
_AL = ("al-", "el-", "ar-", "as-", "ad-")  # "al-Jahmaliya and Thaabat"
_FIELDS = cue("speakers", "fields")


class Before(Asides):
    """Finds the noun phrase that ends at the verb."""

    def _left(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The army said`: the noun phrase that ends at the verb, past adverbs, dates and asides."""
        tokens, start = self.tokens, sentence.first
        j = v - 1
        supplies = False
        aside: tuple[int, int] | None = None
        if tokens[v].low == "saying" and j >= start + 2 and tokens[j].low == "as" and tokens[j - 1].low == "quoted":
            j -= 3
        for _ in range(6):
            if j < start:
                return None
            if j in self.dated:
                j = self.dated[j].first - 1
                if j >= start and tokens[j].low in ("on", "late", "early", "in", "by"):
                    j -= 1
                if j >= start and tokens[j].low in ("late", "early", "on"):
                    j -= 1
            elif tokens[j].low in self.words.adverbs and tokens[j].kind == "w":
                j -= 1
            elif tokens[j].low == ",":
                opened = self._aside(j, start)
                if opened is None:
                    return None
                aside = (opened + 1, j)
                supplies = supplies or bool({t.low for t in tokens[opened:j]} & _SUPPLIES)
                j = opened - 1
            elif aside and tokens[j].kind == "n" and tokens[j - 1].low == ",":  # "Fatuma Ali, 45, a farmer,"
                j -= 2
            elif tokens[j].low == "statement" and j - 2 >= start and tokens[j - 2].low == "in":
                j -= 3
            else:
                break
        last = j + 1
        first = self._phrase_start(j, start)
        if last - first > 1 and tokens[last - 1].low in self.words.pronouns and tokens[last - 1].low != "one":
            first = last - 1  # "In its evening update it put"
        if v - 1 > start and tokens[v - 1].low in ("which", "who") and first >= v:
            # "the army, which says it carried out two raids, ...": what the relative clause hangs on
            last = v - 1 - (tokens[v - 2].low == ",")
            first = self._phrase_start(last - 1, start)
        if aside and tokens[first].low in ("in", "on", "at", "near", "from", "by", "after", "for"):
            return None
        hangs = first > start + 1 and tokens[first - 1].low in ("who", "whom", "which")
        told = (hangs and self._subject_of_its_own(first)) or self._gave_it(first, v, sentence)
        if hangs and not told and tokens[first - 1].low != "whom" and tokens[first - 2].kind == "w":
            # "a correspondent who reached the town said": the phrase before "who" speaks
            last = first - 1
            first = self._phrase_start(last - 1, start)
        if first >= last or tokens[first].low == "whose":  # "the agency, whose hospital treats ten a day": no speaker
            return None
        first = self._trim(first, last)
        if last - 1 > first and tokens[last - 1].low in _ISSUED and tokens[last - 2].low in _EVIDENCE:
            last -= 1  # "footage published on Monday shows"
        if tokens[last - 1].low in _EVIDENCE:  # "the mission's own records show"
            last = next((k for k in range(first + 1, last - 1) if tokens[k].low in ("'s", "’s")), last)
        speaker = self._author(first, last, sentence) or self.words.speaker(self.draft, first, last, sentence.caps)
        opens = first <= start + 1 or tokens[first - 1].kind == "p" or tokens[first - 1].low in _CLAUSE
        if speaker is None and tokens[v].low in _PLAIN and opens:
            speaker = self.words.anyone(self.draft, first, last)
        if speaker is None and opens:
            speaker = self._told_so(first, last)
        if speaker is None and opens and last - first <= 4 and tokens[last - 1].low in _EVIDENCE:
            words = " ".join(self.draft.text[tokens[first].start : tokens[last - 1].end].split())
            speaker = Speaker(first, last, words, "other", "evidence")
        if speaker is None and (who := self._past_who(v, start)) is not None:
            first = self._phrase_start(who - 1, start)
            speaker = self.words.speaker(self.draft, first, who, sentence.caps) if first < who else None
        if speaker is None:
            return None
        if aside and speaker.rule not in PERSONS and (named := self._named_aside(speaker, *aside, sentence)):
            speaker = named
        elif aside:
            self._describe(speaker, *aside, number)
        tail = self._is_tail(first, v, sentence)
        made = self._keep(speaker, number, first, v + 1, v, tail or told, supplies)
        if made and aside and self.words.say.isdisjoint(self.draft.lows[slice(*aside)]):
            made.aside = aside
        return made

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

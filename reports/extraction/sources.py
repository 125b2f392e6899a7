"""Find who says what: a speaker by a speech verb or "according to", before, after, in the next sentence, across quotes.

Needs tokens, sentences, dates and groups; gives `sources`, each with the sentences it covers, and `attributions`
(where in a sentence each holds), by which figures find theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from .cues import cue
from .lexicon import Lexicon
from .model import Draft, Sentence, Source
from .speakers import Speaker, Speakers, party_kind

_BREAKS = cue("sources", "breaks")
_CLAUSE = cue("sources", "clause")
_QUOTES = frozenset(['"', "“", "”", "«", "»"])
_PLAIN = cue("sources", "plain")
_PERSONAL = frozenset(["he", "she"])
_LEADS_BACK = cue("sources", "leads_back")


@dataclass(slots=True)
class Attribution:
    """Source number `source` speaks in a sentence, over tokens `[first, last)`; `tail` where it stands after what is said."""

    source: int
    sentence: int
    first: int
    last: int
    verb: int | None
    tail: bool
    denial: bool = False
    supplies: bool = False  # "which supplied the count": it stands behind the figures before as well


def speakers(lexicon: Lexicon) -> Speakers:
    if "speakers" not in lexicon.cache:
        lexicon.cache["speakers"] = Speakers(lexicon)
    made: Speakers = lexicon.cache["speakers"]
    return made


def find_sources(draft: Draft, lexicon: Lexicon) -> list[Attribution]:
    """Fill in `draft.sources`; returns where each of them speaks, in the order of the text."""
    finder = _Finder(draft, speakers(lexicon))
    for number, sentence in enumerate(draft.sentences):
        if sentence.status != "noise":
            finder.sentence(number, sentence)
    finder.carry_on()
    return finder.found


class _Finder:
    def __init__(self, draft: Draft, words: Speakers) -> None:
        self.draft, self.tokens, self.words = draft, draft.tokens, words
        self.dated = {i: d for d in draft.dates for i in range(d.first, d.last)}
        self.found: list[Attribution] = []
        self.persons: set[int] = set()

    def sentence(self, number: int, sentence: Sentence) -> None:
        start, end = sentence.first, sentence.last
        used = -1
        self._signed(number, sentence)
        for i in range(start, end):
            low = self.tokens[i].low
            if i < used:
                continue
            made = None
            if low == "according" and i + 1 < end and self.tokens[i + 1].low == "to":
                made = self._after(i, i + 2, number, sentence, False)
            elif low in ("citing", "quoting") or (low == "quoted" and i + 1 < end and self.tokens[i + 1].low == "by"):
                made = self._after(i, i + 1 + (low == "quoted"), number, sentence, False)
                if made and low == "quoted":
                    made = None
            elif low == "(":
                made = self._bracket(i, number, sentence)
            elif low == "by":
                made = self._by_count(i, number, sentence)
            elif (
                low in self.words.by_nouns
                and i > start + 1
                and "'s" in (self.tokens[i - 1].low, self.tokens[i - 2].low)
            ):
                made = self._own_count(i, number, sentence)
            elif low in self.words.say:
                made = self._verb(i, number, sentence)
            if made:
                used = max(used, made.last)

    # ---- where the speaker stands

    def _verb(self, v: int, number: int, sentence: Sentence) -> Attribution | None:
        start, end = sentence.first, sentence.last
        low = self.tokens[v].low
        before = self.tokens[v - 1].low if v > start else ""
        if self.tokens[v].capital and v > start and not sentence.caps and before not in _QUOTES:
            return None
        if before in ("to", "not", "the", "a", "an", "of", "no", "and/or", "its", "his", "their", "in", "on"):
            return None
        passive = v - 1
        while (
            passive > start
            and self.tokens[passive].low in self.words.adverbs
            and self.tokens[passive].low not in ("has", "have", "had")
        ):
            passive -= 1
        if (
            (
                self.tokens[max(passive, start)].low in ("were", "was", "been", "is", "are", "be", "being")
                and low != "saying"
                and low != "quoted"
            )
            or (
                low in ("called", "reported", "claimed", "alleged", "estimated", "expected", "believed")
                and v + 1 < end
                and (
                    before == "of"
                    or before == ","
                    and self.tokens[v + 1].low not in ("that", "on", "in", ".", ",", ";")
                )
            )
        ) and not (
            low == "quoted" and v + 2 < end and self.tokens[v + 1].low == "as" and self.tokens[v + 2].low == "saying"
        ):
            return None
        if low == "saying" and before != "as" and before != ",":
            return None
        if (
            low == "claimed"
            and v + 1 < end
            and (self.tokens[v + 1].low in ("the", "at") or self.tokens[v + 1].kind == "n")
            and any(t.low == "lives" for t in self.tokens[v : min(end, v + 8)])
        ):
            return None
        if low in self.words.weak and not self._weak_holds(v, end):
            return None
        if (
            low in self.words.weak
            and self.found
            and self.found[-1].sentence == number
            and self.found[-1].verb is not None
            and not self.found[-1].tail
        ):
            clause = self.tokens[self.found[-1].verb : v]
            if (
                len(clause) < 9
                and not any(t.kind == "p" for t in clause if t.low != "'s")
                and not {"and", "but"} & {t.low for t in clause}
            ):
                return None  # "says its intelligence counted": the first still speaks
        if low == "quoted":
            return self._quoted(v, number, sentence) or self._left(v, number, sentence)
        if made := self._left(v, number, sentence):
            return made
        if low in ("told", "tells"):
            return None
        if before in (",", '"', "”", "“", "'", "’") or v == start or before in ("--", "—"):
            return self._after(v, v + 1, number, sentence, True)
        if before in ("and", "but") or before in self.words.adverbs:
            return self._same_subject(v, number, sentence)
        return None

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

    def _weak_holds(self, v: int, end: int) -> bool:
        """`put the dead at`, `gave its losses as`: a weak verb speaks only with a count or a clause after it."""
        after = list(self.tokens[v + 1 : min(end, v + 16)])
        lows = {t.low for t in after}
        if "that" in [t.low for t in after[:4]] or any(t.low in _QUOTES for t in after[:5]):
            return True
        verb = self.tokens[v].low
        if verb in ("gave", "gives", "give"):
            return bool(lows & {"as", "toll", "losses", "breakdown", "figure", "figures"})
        if verb in ("put", "puts"):
            return "at" in lows
        if verb in ("spoke", "speaks", "speak"):
            return bool(after) and after[0].low == "of"
        if verb in ("called", "calls", "demanded"):
            return (bool(after) and (after[0].low in ("for", "on", "that"))) or verb == "demanded"
        if verb in ("expected", "believed", "broadcast", "quoted", "published", "posted", "agreed", "hailed"):
            return verb == "quoted" or False
        if verb in (
            "documented",
            "verified",
            "recorded",
            "registered",
            "counted",
            "admitted",
            "records",
            "counts",
            "lists",
            "listed",
        ):
            return any(
                t.kind == "n"
                or t.low in self.words.small
                or t.low in ("at", "least", "that", "more", "some", "nearly", "about")
                for t in after[:4]
            ) and not (verb == "admitted" and not any(t.low == "that" for t in after[:3]))
        if verb in ("raises", "raised", "revised", "updated"):
            return bool({"toll", "count", "tally", "estimate", "figure"} & {t.low for t in after[:5]})
        if verb in ("found", "finds"):
            return bool(after) and after[0].low == "that"
        if verb in ("show", "shows", "showed"):
            return any(
                t.low in ("images", "imagery", "footage", "data", "figures", "map", "maps", "records", "survey")
                for t in self.tokens[max(0, v - 5) : v]
            )
        if verb == "accused":
            return True
        return not (after and after[0].low in (".", ",", ";")) or verb in (
            "saw",
            "reported",
            "estimates",
            "reports",
            "claimed",
            "estimated",
            "notes",
            "admitted",
            "reported",
            "claims",
        )

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
                supplies = supplies or bool(
                    {t.low for t in tokens[opened:j]}
                    & {"supplied", "provided", "compiled", "released", "gave", "keeps", "collects"}
                )
                j = opened - 1
            elif tokens[j].low == "statement" and j - 2 >= start and tokens[j - 2].low == "in":
                j -= 3
            else:
                break
        last = j + 1
        first = self._phrase_start(j, start)
        if aside and tokens[first].low in ("in", "on", "at", "near", "from", "by", "after", "for"):
            return None
        if first > start + 1 and tokens[first - 1].low in ("who", "which") and tokens[first - 2].kind == "w":
            # "a correspondent who reached the town said": the phrase before "who" speaks
            last = first - 1
            first = self._phrase_start(last - 1, start)
        if first >= last:
            return None
        first = self._trim(first, last)
        speaker = self.words.speaker(self.draft, first, last, sentence.caps)
        if speaker is None and tokens[v].low in _PLAIN:
            speaker = self.words.anyone(self.draft, first, last)
        if speaker is None:
            return None
        if (
            aside
            and not sentence.caps
            and 1 < aside[1] - aside[0] < 5
            and all(t.capital or t.low.startswith(("al", "el", "bin", "de")) for t in tokens[aside[0] : aside[1]])
        ):
            # "the head of the camp, Amina Osman, said": the aside is the name
            name = self.draft.text[tokens[aside[0]].start : tokens[aside[1] - 1].end]
            speaker = Speaker(speaker.first, aside[1], name, speaker.kind, "spokesman-named", speaker.anaphor)
        tail = self._is_tail(first, v, sentence)
        return self._keep(speaker, number, first, v + 1, v, tail, supplies)

    def _aside(self, comma: int, start: int) -> int | None:
        """The comma that opens the aside which `comma` closes: `, which supplied the count,`."""
        for k in range(comma - 1, max(start, comma - 26) - 1, -1):
            if self.tokens[k].low == "," and k > start:
                after = self.tokens[k + 1].low
                if (
                    after
                    in (
                        "which",
                        "who",
                        "whose",
                        "a",
                        "an",
                        "the",
                        "quoted",
                        "citing",
                        "speaking",
                        "based",
                        "also",
                        "however",
                        "meanwhile",
                        "in",
                        "its",
                        "himself",
                        "itself",
                        "now",
                        "where",
                        "using",
                        "head",
                        "director",
                        "chief",
                        "his",
                    )
                    or self.tokens[k + 1].capital
                    or after in self.words.titles
                    or after in self.words.spokes
                ):
                    return k
                return k if comma - k <= 3 else None
            if self.tokens[k].low in (";", ".", '"', "”"):
                return None
        return None

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
            if tokens[i].kind == "p" and (low in _BREAKS or low == ","):
                break
            if low in _CLAUSE and low not in ("and", "or") and not self._acronym(i):
                break
            if low in ("and", "or") and not self._joins(i, j):
                break
            if (
                low in self.words.say
                and i < j
                and not tokens[i].capital
                and low not in ("report", "reports", "estimates", "claims")
            ):
                break
            if i in self.dated and i < j:
                break
            i -= 1
        return i + 1

    def _acronym(self, i: int) -> bool:
        """`WHO` is no pronoun."""
        word = self.tokens[i].text
        return (
            len(word) > 1
            and word.isupper()
            and not (i and self.tokens[i - 1].text.isupper() and len(self.tokens[i - 1].text) > 3)
        )

    def _joins(self, i: int, j: int) -> bool:
        """`medics and residents`, `WHO and its partners`, `Human Rights and Democracy`."""
        before, after = self.tokens[i - 1], self.tokens[i + 1]
        if before.capital and (after.capital or after.low in ("its", "their")):
            return True
        left = bool(self.words.roles.before(self.tokens, i, max(0, i - 3)))
        right = bool(self.words.roles.before(self.tokens, j + 1, i))
        return (left and j - i <= 4) or (before.capital and right and j - i <= 4)

    def _trim(self, first: int, last: int) -> int:
        """Past a place or time in front: `In Benghazi the army`, `On Thursday the Security Council`."""
        tokens = self.tokens
        if tokens[first].low in (
            "in",
            "on",
            "at",
            "from",
            "near",
            "for",
            "by",
            "with",
            "of",
            "to",
            "after",
            "about",
            "earlier",
            "meanwhile",
            "but",
            "and",
            "then",
            "inside",
            "outside",
            "separately",
            "yet",
            "still",
            "so",
            "across",
        ):
            for k in range(first + 1, last):
                if tokens[k].low in ("the", "a", "an", "its", "his", "one", "another"):
                    if k - first > 1 or tokens[k].low in ("a", "an", "its"):
                        return k
                if k in self.dated:
                    return max(self.dated[k].last, k + 1) if self.dated[k].last < last else k
            return (
                first + 1
                if tokens[first].low
                in ("but", "and", "meanwhile", "earlier", "separately", "then", "yet", "so", "still")
                else min(first + 2, last)
            )
        return first

    def _is_tail(self, first: int, v: int, sentence: Sentence) -> bool:
        """What is said stands before: a comma before the speaker, and nothing of a clause after the verb."""
        tokens, end = self.tokens, sentence.last
        if first <= sentence.first:
            return False
        before = tokens[first - 1].low
        if before not in (",", "”", '"', "“", "--", "—", "–"):
            return False
        k = v + 1
        while (
            k < end
            and k < v + 12
            and (
                k in self.dated
                or (
                    tokens[k].kind == "w"
                    and tokens[k].low
                    not in (
                        "that",
                        "who",
                        "adding",
                        "citing",
                        "as",
                        "but",
                        "and",
                        "without",
                        "there",
                        "its",
                        "it",
                        "they",
                        "he",
                    )
                )
            )
        ):
            if tokens[k].kind == "w" and tokens[k].low in ("were", "was", "had", "have", "are", "is", "killed"):
                return before != ","
            k += 1
        return k >= end or tokens[k].low in (
            ".",
            ",",
            ";",
            '"',
            "”",
            ")",
            "--",
            "—",
            "!",
            "who",
            "adding",
            "citing",
            "as",
            "but",
            "and",
            "without",
        )

    def _after(self, at: int, first: int, number: int, sentence: Sentence, inverted: bool) -> Attribution | None:
        """`said a spokesman for the coalition`, `according to the Observatory`."""
        tokens, end = self.tokens, sentence.last
        for k in range(first, min(end - 1, first + 4)):
            if tokens[k].low in (
                "figures",
                "data",
                "estimates",
                "statistics",
                "information",
                "numbers",
                "records",
                "documents",
            ) and tokens[k + 1].low in ("from", "by", "of"):
                first = k + 2  # "according to figures from the ministry"
        j = first
        while j < end and j - first < 18:
            low = tokens[j].low
            if (
                tokens[j].kind == "p"
                and low not in ("'s", "(", ")", "&", "'")
                and not (
                    low == "."
                    and j + 1 < end
                    and not tokens[j].space
                    and tokens[j - 1].capital
                    and len(tokens[j - 1].text) < 5
                )
            ):
                break
            if low == "(" and not (j + 2 < end and tokens[j + 2].low == ")"):
                break
            if j in self.dated:
                break
            if (
                (low in _CLAUSE and low not in ("and", "or", "that") and not self._acronym(j))
                or low in ("with", "after", "during", "on", "by", "adding", "following", "via", "through", "without")
                or low == "that"
            ):
                break
            if low in ("and", "or") and not self._joins(j, j + 2):
                break
            if low in ("who", "which") or (low in self.words.say and j > first + 1):
                break
            if inverted and low in ("in", "at") and j > first:
                break
            j += 1
        speaker = self.words.speaker(self.draft, first, j, sentence.caps) if j > first else None
        if (
            speaker is not None
            and speaker.anaphor == "one"
            and j + 1 < end
            and tokens[j].low == ","
            and tokens[j + 1].capital
        ):
            k = j + 1
            while k < end and tokens[k].capital:
                k += 1
            speaker = Speaker(
                first, k, self.draft.text[tokens[j + 1].start : tokens[k - 1].end], "residents", "one-of-them"
            )
        if speaker is None:
            return None
        lead = at <= sentence.first + 1 and not inverted
        return self._keep(speaker, number, at, max(speaker.last, first + 1), at, not lead, False)

    def _by_count(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`by Israeli tallies`, `by the estimate of US envoy X`, `by the ministry's count`."""
        tokens, end = self.tokens, sentence.last
        for k in range(i + 1, min(end, i + 7)):
            if tokens[k].low in self.words.by_nouns:
                if k + 1 < end and tokens[k + 1].low in ("of", "by", "from"):
                    return self._after(i, k + 2, number, sentence, False)
                last = k - (tokens[k - 1].low in ("'s", "own", "latest"))
                while last > i + 1 and tokens[last - 1].low in ("'s", "own", "latest"):
                    last -= 1
                code = self.words.world.adjectives.get(tokens[i + 1].low) if last == i + 2 else None
                if code:
                    speaker: Speaker | None = Speaker(i + 1, k + 1, self.words.world.name[code], "government", "tally")
                else:
                    speaker = self.words.speaker(self.draft, i + 1, last, sentence.caps)
                if speaker:
                    return self._keep(speaker, number, i, k + 1, None, True, False)
                return None
            if tokens[k].kind == "p" and tokens[k].low != "'s":
                return None
        return None

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
                    and speaker.rule in ("role-noun", "known-source", "party")
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
            or (tokens[i - 1].capital and i > sentence.first)
            or any(t.kind == "n" for t in tokens[i:close])
        ):
            return None
        speaker = self.words.speaker(self.draft, i + 1, close, sentence.caps)
        if speaker is None or speaker.rule not in ("role-noun", "known-source") or speaker.kind == "wire":
            return None
        return self._keep(speaker, number, i, close + 1, None, True, False)

    def _own_count(self, i: int, number: int, sentence: Sentence) -> Attribution | None:
        """`The UN's last estimate was of 5,400`: whose count it is, says it."""
        last = i - 1 if self.tokens[i - 1].low == "'s" else i - 2
        first = self._trim(self._phrase_start(last - 1, sentence.first), last)
        speaker = self.words.speaker(self.draft, first, last, sentence.caps) if first < last else None
        if speaker is None or speaker.rule in ("proper-name", "pronoun"):
            return None
        return self._keep(speaker, number, first, i + 1, None, False, False)

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
                or self.tokens[i].low.endswith("ed")
            ),
            None,
        )
        if end is None or self.tokens[first].low in ("in", "on", "at", "after", "if"):
            return None
        speaker = self.words.speaker(self.draft, first, end, sentence.caps)
        if speaker is None or speaker.rule == "proper-name":
            return None
        return self._keep(speaker, number, first, v + 1, v, False, False)

    # ---- who it is

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

    def _resolve(self, speaker: Speaker, number: int) -> int | None:
        """The index of the source: an earlier one where a pronoun or a general noun leads back to it."""
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
        if speaker.rule in ("spokesman-named", "title-and-name", "proper-name"):
            self.persons.add(index)
        return index

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
        if word in (
            "group",
            "agency",
            "organisation",
            "organization",
            "monitor",
            "watchdog",
            "charity",
            "network",
            "body",
        ):
            return next((s for s in recent if s not in self.persons), None)
        return recent[0] if recent and word in _LEADS_BACK else None

    # ---- across sentences

    def carry_on(self) -> None:
        """Quotations and clipped sentences go on with the speaker before them."""
        by_sentence: dict[int, list[Attribution]] = {}
        for a in self.found:
            by_sentence.setdefault(a.sentence, []).append(a)
        quoting: int | None = None
        last: Attribution | None = None
        for number, sentence in enumerate(self.draft.sentences):
            own = by_sentence.get(number)
            inside = [t.low for t in self.draft.tokens_of(sentence) if t.low in _QUOTES]
            before = self.draft.sentences[number - 1] if number else None
            if own:
                last = own[-1]
                quoting = last.source if inside else None
                continue
            if sentence.status == "noise" or last is None or before is None:
                last = None if sentence.status == "noise" else last
                continue
            near = number - last.sentence <= 2 and sentence.section == before.section
            first = self.tokens[sentence.first].low
            same = sentence.line == before.line
            goes_on = quoting is not None and near and (first in _QUOTES or len(inside) % 2 == 1)
            quoted = first in ('"', "“", "«") and same and number - last.sentence == 1
            clipped = near and same and (self._clipped(sentence) or quoted)
            if goes_on or clipped:
                source = quoting if goes_on and quoting is not None else last.source
                made = Attribution(source, number, sentence.first, sentence.first, None, False)
                self.found.append(made)
                self.draft.sources[source].sentences.append(number)
                last = Attribution(source, number, sentence.first, sentence.first, None, False)
            elif not same:
                quoting = None
        self.found.sort(key=lambda a: (a.sentence, a.first))

    def _clipped(self, sentence: Sentence) -> bool:
        """`The other three`, `Another 1,000`, `Of those`, `They included`: no news of its own, more of the last."""
        lows = [t.low for t in self.tokens[sentence.first : sentence.first + 4]]
        two = " ".join(lows[:2])
        if (
            lows[0] == "of" and self.tokens[sentence.first + 1].kind == "n"
            if sentence.last - sentence.first > 2
            else False
        ):
            return True
        return (
            (
                two
                in (
                    "the other",
                    "the others",
                    "the rest",
                    "the dead",
                    "the wounded",
                    "the toll",
                    "its count",
                    "the victims",
                    "the remaining",
                    "the figure",
                    "the figures",
                    "the casualties",
                    "its toll",
                    "the total",
                    "the injured",
                    "the latest",
                    "the count",
                    "among them",
                    "among those",
                    "of those",
                    "of these",
                    "of them",
                    "most of",
                    "at least",
                    "they included",
                    "that included",
                    "that was",
                    "those killed",
                    "those include",
                    "this included",
                    "that brought",
                    "that brings",
                    "this brings",
                    "this brought",
                )
                and two != "at least"
            )
            or (
                lows[0] in ("its", "their", "the", "this", "his")
                and bool({"toll", "tally", "count", "figures", "tolls", "losses"} & set(lows[1:]))
            )
            or two in ("among the",)
            or lows[0] in ("another", "others", "most", "eleven", "half")
        )

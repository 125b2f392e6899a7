"""What stands between a speaker and the verb: asides, and the names and papers in them."""

from __future__ import annotations

from .cues import cue
from .model import Sentence
from .source_names import Resolver
from .speaker_words import Speaker

_ASIDES = cue("sources", "asides")
_PAPERS = cue("sources", "papers")
_OFFICERS = cue("speakers", "officers")
_OUTLETS = cue("speakers", "outlets")
_EVIDENCE, _STUDIED = cue("sources", "evidence"), cue("sources", "studied")
_MEASURES = cue("sources", "measures")
_BEFORE_PEOPLES = frozenset(["al", "el"])  # "JNIM, al Qaeda's affiliate, said"
_OF = frozenset(["of", "for", "at", "in", "from"])
_LEADS = cue("sources", "leads")
_LIFE = frozenset(["whose", "aged"])  # these tell of a person's life, not of an office
_ASIDE_ENDS = frozenset([",", ";", '"', "”", "“", "!", "?", ":", "--", "—", "–", "("])
PERSONS = ("proper-name", "title-and-name", "spokesman-named")


class Asides(Resolver):
    """Finds where an aside opens, and who is named in it."""

    def _aside(self, comma: int, start: int) -> int | None:
        """The comma that opens the aside which `comma` closes: `, which supplied the count,`."""
        for k in range(comma - 1, max(start, comma - 26) - 1, -1):
            if self.tokens[k].low == "," and k > start:
                after = self.tokens[k + 1].low
                if after.endswith(("ed", "ing")) or (after in _BEFORE_PEOPLES and self.tokens[k + 2].capital):
                    return k
                if self._tells_where(k + 1, comma):
                    return k
                if (
                    after in _ASIDES
                    or self.tokens[k + 1].capital
                    or after in self.words.titles
                    or after in self.words.spokes
                ):
                    return k
                return k if comma - k <= 3 else None
            short = self.tokens[k].low == "." and self.tokens[k - 1].low in self.words.titles  # "Lt. Col."
            if self.tokens[k].low in (";", ".", '"', "”") and not short:
                return None
        return None

    def _tells_where(self, first: int, last: int) -> bool:
        """`A nurse in Kaya, 45 km (28 miles) to the south, said`: the aside is a distance."""
        counted = any(t.kind == "n" for t in self.tokens[first : min(first + 3, last)])
        return counted and not _MEASURES.isdisjoint(self.draft.lows[first:last])

    def _named_aside(self, speaker: Speaker, first: int, last: int, sentence: Sentence) -> Speaker | None:
        """`The head of the camp, Amina Osman, said`, `the UN mission, MINUSMA, says`: the aside is the name."""
        tokens = self.tokens
        if not 0 < last - first < 8 or tokens[first].low in ("a", "an", "which", "who"):
            return None
        known = self.words.speaker(self.draft, first, last, sentence.caps)
        if known and self._outlet_by_name(speaker, known):
            kind = known.kind if known.rule == "known-source" else speaker.kind
            return Speaker(speaker.first, last, known.name, kind, known.rule)
        if tokens[first].low == "the":
            return None
        if known and known.rule in ("known-source", "party") and last - first < 5:
            return Speaker(speaker.first, last, known.name, known.kind, known.rule)
        begin = first
        while begin < last - 1 and (tokens[begin].low.rstrip(".") in self.words.titles or tokens[begin].low == "."):
            begin += 1
        titled = begin > first
        if sentence.caps and not titled:
            return None
        name = tokens[begin:last]
        if not (titled or len(name) > 1) or any(t.kind == "n" for t in name):
            return None
        if not all(t.capital or t.low == "." or t.low.startswith(("al", "el", "bin", "de", "abu")) for t in name):
            return None
        words = self.draft.text[name[0].start : name[-1].end]
        return Speaker(speaker.first, last, " ".join(words.split()), speaker.kind, "spokesman-named", speaker.anaphor)

    def _outlet_by_name(self, speaker: Speaker, known: Speaker) -> bool:
        """`The group's radio, Al-Andalus,`, `its newspaper, the New Light,`: a name behind a general word."""
        by_word = self.tokens[speaker.last - 1].low in _OUTLETS and speaker.rule == "role-noun"
        return by_word and known.rule in ("known-source", "proper-name")

    def _apposed(self, speaker: Speaker, comma: int, number: int) -> Speaker:
        """`according to its director, Samira Haddad`, `said Yusuf Demir, the governor`: an office and a name.

        `comma` is the token behind the speaker; what it opens ends at the next comma or with the sentence.
        """
        sentence = self.draft.sentences[number]
        tokens, end = self.tokens, sentence.last
        if comma >= end or tokens[comma].low != "," or comma + 1 >= end:
            return speaker
        first = comma + 1
        aged = tokens[first].kind == "n" and first + 1 < end and tokens[first + 1].low == ","
        first += 2 * aged
        last = next((k for k in range(first, min(end, first + 16)) if k == end - 1 or self._ends_aside(k)), None)
        if last is None or last == first:
            return speaker
        last += tokens[last].kind != "p"
        if speaker.rule not in PERSONS and self._is_office(speaker):
            return self._named_aside(speaker, first, last, sentence) or speaker
        self._describe(speaker, first, last, number)
        if aged and speaker.kind == "other" and speaker.rule in PERSONS:
            speaker.kind, speaker.kind_rule = "residents", "life-told"  # "said Elif Demir, 58, who stood in the street"
        return speaker

    def _ends_aside(self, k: int) -> bool:
        """A comma, a full stop that is none of a title, a quotation mark."""
        token = self.tokens[k]
        if token.low == ".":
            return self.tokens[k - 1].low not in self.words.titles
        return token.low in _ASIDE_ENDS

    def _is_office(self, speaker: Speaker) -> bool:
        """One person by his office, without a name: `its director`, `the mayor of the port`."""
        for token in self.tokens[speaker.first : speaker.last]:
            if token.low in self.words.titles or token.low in self.words.spokes or token.low in _OFFICERS:
                return True
            if token.low in _OF:
                break
        return False

    def _describe(self, speaker: Speaker, first: int, last: int, number: int) -> None:
        """`Hafiz Rahimi, a member of the provincial council,`: what a person is gives the kind."""
        if speaker.rule not in PERSONS or speaker.kind != "other":
            return
        tokens = self.tokens
        age = tokens[first].kind == "n" and last - first == 1
        if age or tokens[first].low in _LIFE:  # "45", "whose house burnt"
            speaker.kind, speaker.kind_rule = "residents", "life-told"
            return
        if tokens[first].low == "who":
            if first + 1 < last and tokens[first + 1].low in _LEADS:  # "who heads the council"
                speaker.kind = self.words.kind_of(tokens, first + 2, last)
            return
        last = next((k for k in range(first + 1, last) if tokens[k].low in ("who", "whose", "which")), last)
        what = self.words.speaker(self.draft, first, last, self.draft.sentences[number].caps)
        somebody = self.words.anyone(self.draft, first, last) if what is None else None
        if somebody is not None and somebody.kind == "residents":
            kind = "residents"  # "a carpenter"
        elif what is None or what.rule in ("pronoun", "proper-name", "anyone"):
            kind = self.words.kind_of(tokens, first, last)
        elif what.anaphor and (back := self._lead_back(what)) is not None and what.kind in ("other", "government"):
            kind = back.kind if isinstance(back, Speaker) else self.draft.sources[back].kind
        elif tokens[first].low in ("its", "their") and (owner := self._owner(what, number)):
            kind = owner.kind if isinstance(owner, Speaker) else self.draft.sources[owner].kind
        else:
            kind = what.kind
        speaker.kind, speaker.kind_rule = kind, "described-in-an-aside"

    def _author(self, first: int, last: int, sentence: Sentence) -> Speaker | None:
        """`a statement from the governor`, `a report by the agency`: whose paper it is."""
        for k in range(first, min(last - 2, first + 4)):
            whose = k > first and self.tokens[k - 1].capital and self.tokens[k + 1].low in ("from", "of")
            if whose:
                return None  # "an AFP tally from official figures"
            shown = self.tokens[k].low in _EVIDENCE and self.tokens[k + 1].low in _STUDIED
            if shown and self.tokens[k + 2].low == "by":  # "satellite images analysed by the university"
                return self.words.speaker(self.draft, k + 3, last, sentence.caps) if k + 3 < last else None
            if self.tokens[k].low in _PAPERS and self.tokens[k + 1].low in ("from", "by", "of", "issued"):
                begin = k + 2 + (self.tokens[k + 1].low == "issued")
                author = self.words.speaker(self.draft, begin, last, sentence.caps)
                return author if author and author.rule not in ("proper-name", "pronoun") else None
        return None

    def _acronym(self, i: int) -> bool:
        """`WHO` is no pronoun; in a line all in capitals it is."""
        word = self.tokens[i].text
        behind = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
        if len(behind) > 3 and behind.isupper():
            return False
        return (
            len(word) > 1
            and word.isupper()
            and not (i and self.tokens[i - 1].text.isupper() and len(self.tokens[i - 1].text) > 3)
        )

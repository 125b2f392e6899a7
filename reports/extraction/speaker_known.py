"""Sources with a name of their own in the lexicon, and how much of a phrase that name is."""

from __future__ import annotations

from dataclasses import dataclass

from .aliases import Entry
from .cues import cue
from .model import Token
from .speaker_kinds import WITHIN_OR_FROM, SpeakerKinds
from .speaker_words import NounPhrase, Speaker

_ARTICLES = cue("grammar", "articles")
_BEHIND_NAMES = cue("speakers", "behind_names")
_BODY_ENDS = cue("speakers", "organs") | {"committees", "councils"}
_UNITED = frozenset(["un", "u.n.", "nations", ".", "'s", "’s"])
_BEFORE_LONGER = _UNITED | _ARTICLES
_ANALYSTS = cue("speakers", "analysts")


@dataclass(slots=True)
class _Hit:
    """The name of a known source over tokens `[first, last)`."""

    first: int
    last: int
    entry: Entry
    general: bool  # a word that a known body goes by, and not its name: "the monitoring group"

    @property
    def kind(self) -> str:
        """The source's own, by the lexicon."""
        return str(self.entry.table.get("kind", "other"))


class SpeakerKnown(SpeakerKinds):
    """One method for each shape about such a name."""

    def _known(self, phrase: NounPhrase, whole: bool = False) -> Speaker | None:
        """A source with a name of its own in the lexicon; with `whole`, a name that is all of the phrase."""
        if (body := self._analysts_of(phrase)) is not None:
            return body
        for hit in self._hits(phrase):
            if whole and not self._is_all(hit, phrase):
                continue
            if (speaker := self._by_name(hit, phrase)) is not None:
                return speaker
        return None

    def _analysts_of(self, phrase: NounPhrase) -> Speaker | None:
        """`Analysts at the monitor X`: the known body whose findings they tell."""
        core, last = phrase.core, phrase.last
        if phrase.tokens[core - 1].low not in _ANALYSTS or core + 1 >= last or phrase.link not in WITHIN_OR_FROM:
            return None
        body = self._known(NounPhrase(phrase.draft, core + 1, last, last, phrase.caps))
        return Speaker(phrase.first, last, body.name, body.kind, "known-source") if body and not body.anaphor else None

    def _hits(self, phrase: NounPhrase) -> list[_Hit]:
        """All names of known sources in the phrase, the surest first; the first of two that "and" joins is alone."""
        tokens, core = phrase.tokens, phrase.core
        hits: list[_Hit] = []
        for i in range(phrase.first, core):
            if found := self.aliases.at(tokens, i, phrase.last, phrase.caps):
                size, entry = found
                general = " ".join([t.low for t in tokens[i : i + size]]) in self.generic
                hits.append(_Hit(i, i + size, entry, general))
        for hit in hits:
            if hit.first == phrase.begin and tokens[min(hit.last, core - 1)].low == "and":
                return [hit]
        # "the UN mission MONUSCO": the name that ends the phrase says more; but no general word ("X monitoring group")
        hits.sort(key=lambda hit: (hit.general, hit.last < core, hit.first))
        return hits

    def _is_all(self, hit: _Hit, phrase: NounPhrase) -> bool:
        """`the Observatory`, `Doctors Without Borders (MSF)`: nothing but the name."""
        if hit.first != phrase.begin:
            return False
        return hit.last >= phrase.core or (phrase.tokens[hit.last].low == "(" and phrase.core - hit.last <= 3)

    def _by_name(self, hit: _Hit, phrase: NounPhrase) -> Speaker | None:
        """Who speaks where a known name stands in the phrase; None where it is part of another's."""
        tokens, first, core = phrase.tokens, phrase.first, phrase.core
        if self.longer_name(tokens, first, hit.first, hit.last - hit.first):
            return None
        if self._is_national(hit, phrase):
            return Speaker(first, core, self._words(phrase.draft, first, core), hit.kind, "known-source")
        if hit.last < core and tokens[hit.last].low == "and":
            return Speaker(first, core, hit.entry.name, hit.kind, "known-source")
        if self._belongs_to_noun(hit, phrase) or self._is_any_such(hit, phrase):
            return None
        man = self._man_behind(tokens, hit.last, core)
        if man and hit.kind in ("un", "ngo", "monitor"):
            name = phrase.draft.text[tokens[man].start : tokens[core - 1].end]
            return Speaker(first, core, name, hit.kind, "title-and-name")
        if any(t.low in ("experts", "investigators") for t in tokens[first:core]):
            return Speaker(first, core, self._words(phrase.draft, first, core), hit.kind, "known-source")
        back = self._general_noun(hit, phrase)
        return Speaker(first, max(core, hit.last), hit.entry.name, hit.kind, "known-source", back)

    def longer_name(self, tokens: list[Token], first: int, i: int, size: int) -> bool:
        """`the Kurdistan Region Security Council`, where the UN's goes by "Security Council" alone."""
        before = tokens[i - 1] if i > first else None
        if before is None or size < 2 or not all(t.capital for t in tokens[i : i + size]):
            return False
        return before.capital and before.low not in _UNITED | _ARTICLES and tokens[i + size - 1].low in _BODY_ENDS

    def _is_national(self, hit: _Hit, phrase: NounPhrase) -> bool:
        """`the Syrian Red Crescent`, `Lebanon's Civil Defence`: a country's own, by a name that many bear."""
        if hit.first <= phrase.begin or phrase.tokens[hit.first].low not in ("red", "civil"):
            return False
        country = phrase.tokens[hit.first - 1].low
        return bool(self.world.adjectives.get(country) or self.world.countries.get(country))

    def _belongs_to_noun(self, hit: _Hit, phrase: NounPhrase) -> bool:
        """`the UN mission's convoy`: a noun stands behind the name, and means something else."""
        return any(
            t.kind == "w" and not t.capital and t.low not in _BEHIND_NAMES
            for t in phrase.tokens[hit.last : phrase.core]
            if t.low not in ("(", ")")
        )

    def _is_any_such(self, hit: _Hit, phrase: NounPhrase) -> bool:
        """`a monitor`, `another monitor`: not the one that goes by this word."""
        inside = hit.first > phrase.first and phrase.opening in ("a", "another")
        return inside and phrase.tokens[hit.first].text in self.generic

    def _general_noun(self, hit: _Hit, phrase: NounPhrase) -> str | None:
        """`the observatory`: the noun that leads back, where a general word stands for the name."""
        name = phrase.tokens[hit.first : hit.last]
        if len(name) >= 3 or phrase.opening != "the" or not name[0].text.islower():
            return None
        return name[-1].low if " ".join([t.text for t in name]) in self.generic else None

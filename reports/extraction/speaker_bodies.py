"""States that speak, and whoever else has a proper name: a person, a paper, a body that no list knows."""

from __future__ import annotations

from .cues import cue
from .model import Draft
from .speaker_roles import SpeakerRoles
from .speaker_words import NounPhrase, Speaker

_ARTICLES = cue("grammar", "articles")
_OWNED = cue("sources", "owned")
_DESKS = cue("speakers", "desks")
_AL = frozenset(["al-", "el-", "ar-", "as-", "ad-"])
_WITHIN = frozenset(["of", "for", "and"])  # "the Eye of Humanity Center for Rights and Development"
_NO_NAMES = cue("speakers", "no_names")
_PLAIN_PEOPLE = cue("speakers", "plain_people")


class SpeakerBodies(SpeakerRoles):
    """One method for each form."""

    def _state(self, draft: Draft, first: int, core: int, last: int) -> Speaker | None:
        """`Moscow`, `Iran`, `the United States`: a state, by its name or its capital."""
        words = self._words(draft, first, core).lower()
        code = self.world.countries.get(words) or self.world.capitals.get(words)
        if code and draft.tokens[first].capital | (draft.tokens[first].low in _ARTICLES):
            return Speaker(first, core, self.world.name.get(code, words), "government", "state")
        return None

    def _name(self, phrase: NounPhrase) -> Speaker | None:
        """A proper name: a person, a paper, a body that no list knows."""
        draft, tokens, first, core = phrase.draft, phrase.tokens, phrase.first, phrase.core
        if phrase.begin >= core or phrase.caps:
            return None
        desk = phrase.link in ("of", "for") and tokens[core - 1].low in _DESKS
        if desk and (party := self._owner_of(draft, core, phrase.last)):
            # "the Media Center of the SDF"
            return Speaker(first, phrase.last, party.name, party.kind, "media-of-a-party")
        begin = self._past_general_words(phrase)
        owned = next((k + 1 for k in range(begin, core - 1) if tokens[k].low in _OWNED), begin)
        if owned > begin and not tokens[owned].capital:
            # "Nigeria's defence headquarters": a body of its owner's, by no name of its own
            words, kind = self._words(draft, first, core), self._kind(tokens, first, core, "other")
            return self._of_a_state(draft, Speaker(first, core, words, kind, "owned-body"))
        # "Ukraine's First Azov Corps": the name stands behind
        phrase = NounPhrase(draft, first, self._end_of_title(phrase), phrase.last, phrase.caps)
        run = (owned, phrase.core) if phrase.core > core else self._capitals(tokens, owned, core, phrase.caps)
        return self._by_capitals(owned, run, phrase) if run else None

    def _past_general_words(self, phrase: NounPhrase) -> int:
        """Past a word that begins no name, to the next capital."""
        begin = phrase.begin
        if phrase.tokens[begin].low in _NO_NAMES:
            begin += 1
            while begin < phrase.core and not phrase.tokens[begin].capital:
                begin += 1
        return begin

    def _end_of_title(self, phrase: NounPhrase) -> int:
        """`the Eye of Humanity Center for Rights and Development`: a body's name goes on; in `Ahmed Ali of UNICEF` a
        man's, without an article, does not."""
        tokens, core, last = phrase.tokens, phrase.core, phrase.last
        if phrase.opening not in _ARTICLES:
            return core
        while core + 1 < last and tokens[core].low in _WITHIN and tokens[core + 1].capital and tokens[core - 1].capital:
            core = next((k for k in range(core + 1, last) if not (tokens[k].capital or tokens[k].low[:3] in _AL)), last)
        return core

    def _by_capitals(self, begin: int, run: tuple[int, int], phrase: NounPhrase) -> Speaker | None:
        """The speaker by a run of capitals, if it is nearly all that stands from token `begin`."""
        draft, tokens, first, core = phrase.draft, phrase.tokens, phrase.first, phrase.core
        if run[1] - run[0] < core - begin - 3 or (run[0] != begin and run[1] != core):
            return None
        alone = run[1] - run[0] == 1 and run[1] < core and self._begins(tokens, run[0])
        if alone and not tokens[run[0]].text.isupper() and not self.world.country_of(tokens[run[0]].low):
            return None  # "Battle damage assessment", "Geolocated footage": a word with a sentence's capital
        if run[1] < core and tokens[core - 1].low.endswith("s") and not tokens[core - 1].capital:
            # "Russian military bloggers": many, by a noun that no list has
            return Speaker(first, core, self._words(draft, first, core), "other", "anyone")
        name = draft.text[tokens[run[0]].start : tokens[run[1] - 1].end]
        if len(name) < 3 or self.world.adjectives.get(name.lower()):
            return None
        return Speaker(first, core, name, self._kind_of_name(run, phrase), "proper-name")

    def _kind_of_name(self, run: tuple[int, int], phrase: NounPhrase) -> str:
        """The kind by the words about a name, by what was told of it before, or by the body behind it."""
        tokens = phrase.tokens
        kind = self._kind(tokens, phrase.first, phrase.core, "other")
        if kind == "other" and run[1] - run[0] == 1 and not tokens[run[0]].text.isupper():
            kind = self._told_earlier(phrase.draft, run[0]) or kind
        if kind == "other" and tokens[run[0]].low in _PLAIN_PEOPLE:
            kind = "residents"
        if kind == "other" and phrase.core + 1 < phrase.last and phrase.link in ("of", "from"):
            behind, end = phrase.core + 1, min(phrase.last, phrase.core + 8)
            kind = self._body_kind(phrase.draft, behind, end, phrase.caps) or kind  # "Omar Diallo of UNICEF"
        return kind

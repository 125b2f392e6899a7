"""The bodies and people who speak by what they are: a known source, a party, a role, a state, a proper name."""

from __future__ import annotations

from .aliases import Entry
from .cues import cue
from .model import Draft, Token
from .speaker_kinds import MOVEMENT, WITHIN_OR_FROM, SpeakerKinds
from .speaker_words import Speaker

_ARTICLES = cue("grammar", "articles")
_BODIES = cue("sources", "bodies")  # that "the group", "the agency" may lead back to
_HEADS = cue("speakers", "heads")
_OWNED = cue("sources", "owned")
_BEHIND_NAMES = cue("speakers", "behind_names")
_HEADS_ALONE = cue("speakers", "heads_alone")
_DESKS = cue("speakers", "desks")
_BODY_ENDS = cue("speakers", "organs") | {"committees", "councils"}
_UNITED = frozenset(["un", "u.n.", "nations", ".", "'s", "’s"])
_AL = frozenset(["al-", "el-", "ar-", "as-", "ad-"])
_WITHIN = frozenset(["of", "for", "and"])  # "the Eye of Humanity Center for Rights and Development"
_NO_NAMES = cue("speakers", "no_names")
_OFFICERS = cue("speakers", "officers")
_WIRE_PEOPLE = cue("speakers", "witnesses")
_COMMAND = cue("speakers", "command")
_OUTLETS = cue("speakers", "outlets")
_MOVEMENTS = cue("parties", "movements")
_ANALYSTS = cue("speakers", "analysts")
_PLAIN_PEOPLE = cue("speakers", "plain_people")


class SpeakerBodies(SpeakerKinds):
    """One method for each form."""

    def _known(self, draft: Draft, first: int, core: int, last: int, caps: bool, whole: bool = False) -> Speaker | None:
        """A source with a name of its own in the lexicon; with `whole`, a name that is all of the phrase."""
        tokens = draft.tokens
        if (body := self._analysts_of(draft, first, core, last, caps)) is not None:
            return body
        begin = first + (tokens[first].low in _ARTICLES)
        hits = [(i, found) for i in range(first, core) if (found := self.aliases.at(tokens, i, last, caps))]
        # "the UN mission MONUSCO": the name that ends the phrase says more; but no general word ("X monitoring group")
        hits.sort(key=lambda hit: (self._is_general(tokens, hit), hit[0] + hit[1][0] < core, hit[0]))
        first_of_two = next(
            (h for h in hits if h[0] == begin and tokens[min(h[0] + h[1][0], core - 1)].low == "and"), None
        )
        hits = [first_of_two] if first_of_two else hits
        for i, found in hits:
            size, entry = found
            ends = i + size >= core or (tokens[i + size].low == "(" and core - i - size <= 3)  # "... (MSF)"
            if whole and not (i == begin and ends):
                continue
            own = i > begin and (
                self.world.adjectives.get(tokens[i - 1].low) or self.world.countries.get(tokens[i - 1].low)
            )
            if self.longer_name(tokens, first, i, size):
                continue
            if own and tokens[i].low in ("red", "civil"):
                return Speaker(
                    first, core, self._words(draft, first, core), str(entry.table.get("kind", "other")), "known-source"
                )
            if i + size < core and tokens[i + size].low == "and":
                return Speaker(first, core, entry.name, str(entry.table.get("kind", "other")), "known-source")
            if core > i + size and any(
                tokens[k].kind == "w" and not tokens[k].capital and tokens[k].low not in _BEHIND_NAMES
                for k in range(i + size, core)
                if tokens[k].low not in ("(", ")")
            ):
                continue
            if tokens[i].text in self.generic and i > first and tokens[first].low in ("a", "another"):
                continue
            kind = str(entry.table.get("kind", "other"))
            if (man := self._man_behind(tokens, i + size, core)) and kind in ("un", "ngo", "monitor"):
                return Speaker(
                    first, core, draft.text[tokens[man].start : tokens[core - 1].end], kind, "title-and-name"
                )
            generic = " ".join(t.text for t in tokens[i : i + size]) in self.generic and size < 3
            back = (
                tokens[i + size - 1].low
                if generic and tokens[i].text.islower() and tokens[first].low == "the"
                else None
            )
            words = {t.low for t in tokens[first:core]}
            if words & {"experts", "investigators"}:
                return Speaker(first, core, self._words(draft, first, core), kind, "known-source")
            return Speaker(first, max(core, i + size), entry.name, kind, "known-source", back)
        return None

    def _is_general(self, tokens: list[Token], hit: tuple[int, tuple[int, Entry]]) -> bool:
        """`the monitoring group`: a word that a known body goes by, and not its name."""
        first, size = hit[0], hit[1][0]
        return " ".join(t.low for t in tokens[first : first + size]) in self.generic

    def longer_name(self, tokens: list[Token], first: int, i: int, size: int) -> bool:
        """`the Kurdistan Region Security Council`, where the UN's goes by "Security Council" alone."""
        before = tokens[i - 1] if i > first else None
        if before is None or size < 2 or not all(t.capital for t in tokens[i : i + size]):
            return False
        return before.capital and before.low not in _UNITED | _ARTICLES and tokens[i + size - 1].low in _BODY_ENDS

    def _analysts_of(self, draft: Draft, first: int, core: int, last: int, caps: bool) -> Speaker | None:
        """`Analysts at the monitor X`: the known body whose findings they tell."""
        if (
            draft.tokens[core - 1].low not in _ANALYSTS
            or core + 1 >= last
            or draft.tokens[core].low not in WITHIN_OR_FROM
        ):
            return None
        body = self._known(draft, core + 1, last, last, caps)
        return Speaker(first, last, body.name, body.kind, "known-source") if body and not body.anaphor else None

    def _role(self, draft: Draft, first: int, core: int, last: int, caps: bool) -> Speaker | None:
        """`officials`, `a medical source`, `the health ministry in Hamas-run Gaza`: a role noun heads the phrase."""
        tokens = draft.tokens
        head = core - 1
        while head > first and (tokens[head].low in ("there", "himself", "itself", ")") or tokens[head].kind == "p"):
            head -= 1
        found = self.roles.before(tokens, head + 1, first)
        if not found:
            k = next((k for k in range(head, first - 1, -1) if self.roles.before(tokens, k + 1, first)), None)
            if k is None or any(t.kind == "w" and not t.capital for t in tokens[k + 1 : core]):
                return None
            found, head = self.roles.before(tokens, k + 1, first), k
        assert found
        size, kind = found
        if (
            tokens[head].low in _HEADS_ALONE
            and size == 1
            and head == first
            and not tokens[head].capital
            and tokens[head].low not in ("rebels",)
        ):
            return None
        words = self._words(draft, first, core)
        proper = tokens[head].capital and not caps and head > first + 1  # "the Pak Institute for Peace Studies"
        kind = self._kind(tokens, first, last if tokens[head].low in _HEADS or proper else core, str(kind))
        low_head = tokens[head].low
        if (party := self._man_of_a_party(draft, first, head, core, last)) is not None:
            return Speaker(
                first, core, party.name, "military" if low_head in _COMMAND else party.kind, "man-of-a-party"
            )
        if low_head in _OFFICERS:
            kind = self._officer_kind(draft, first, head, last, caps, kind)
        if low_head in _WIRE_PEOPLE and any(
            (hit := self.aliases.at(tokens, k, core, caps)) and hit[1].table.get("kind") == "wire"
            for k in range(first, head)
        ):
            kind = "wire"  # "a Reuters witness"
        owned_by_one = tokens[head].low in _OUTLETS and head > first + 1 and tokens[first + 1].low in _MOVEMENTS
        if owned_by_one or (tokens[head].low in _OUTLETS and kind != "un" and self._of_a_movement(draft, first, last)):
            kind = MOVEMENT  # "the group's radio", "a channel close to the movement"
        joined = next((k for k in range(first + 1, head) if tokens[k].low == "and"), None)
        if joined and (leading := self.roles.before(tokens, joined, first)):
            kind = self._kind(tokens, first, joined, str(leading[1]))  # "local authorities and aid groups"
        low = tokens[head].low
        bare = head - (tokens[first].low in _ARTICLES) - first - size + 1 <= 0 and core == last
        anaphor = None
        named = any(t.capital for t in tokens[first + 1 : core]) and not caps
        nearly_bare = low in _BODIES and head - first <= 2  # "the agency", "the monitoring group"
        if core == last and not named and tokens[first].low in ("the", "this", "that") and (bare or nearly_bare):
            anaphor = low
        if (
            core < last
            and tokens[core].low in ("of", "for")
            and low in _DESKS
            and (party := self._owner_of(draft, core, last))
        ):
            return Speaker(first, last, party.name, party.kind, "media-of-a-party")
        if core < last and tokens[core].low in ("in", "for", "of", "from", "at", "with", "on", "close", "near"):
            words_long = self._words(draft, first, last)
            return self._of_a_state(draft, Speaker(first, last, words_long, kind, "role-noun", anaphor))
        return self._of_a_state(draft, Speaker(first, core, words, kind, "role-noun", anaphor))

    def _state(self, draft: Draft, first: int, core: int, last: int) -> Speaker | None:
        """`Moscow`, `Iran`, `the United States`: a state, by its name or its capital."""
        words = self._words(draft, first, core).lower()
        code = self.world.countries.get(words) or self.world.capitals.get(words)
        if code and draft.tokens[first].capital | (draft.tokens[first].low in _ARTICLES):
            return Speaker(first, core, self.world.name.get(code, words), "government", "state")
        return None

    def _name(self, draft: Draft, first: int, core: int, last: int, caps: bool) -> Speaker | None:
        """A proper name: a person, a paper, a body that no list knows."""
        tokens = draft.tokens
        begin = first + (tokens[first].low in _ARTICLES)
        if begin >= core or caps:
            return None
        desk = core < last and tokens[core].low in ("of", "for") and tokens[core - 1].low in _DESKS
        if desk and (party := self._owner_of(draft, core, last)):
            return Speaker(first, last, party.name, party.kind, "media-of-a-party")  # "the Media Center of the SDF"
        if tokens[begin].low in _NO_NAMES:
            begin += 1
            while begin < core and not tokens[begin].capital:
                begin += 1
        owned = next((k + 1 for k in range(begin, core - 1) if tokens[k].low in _OWNED), begin)
        if owned > begin and not tokens[owned].capital:
            # "Nigeria's defence headquarters": a body of its owner's, by no name of its own
            words = self._words(draft, first, core)
            return self._of_a_state(
                draft, Speaker(first, core, words, self._kind(tokens, first, core, "other"), "owned-body")
            )
        begin = owned  # "Ukraine's First Azov Corps": the name stands behind
        short = core
        titled = tokens[first].low in _ARTICLES  # a body's name; "Ahmed Ali of UNICEF" is a man's
        while (
            titled
            and core + 1 < last
            and tokens[core].low in _WITHIN
            and tokens[core + 1].capital
            and tokens[core - 1].capital
        ):
            core = next((k for k in range(core + 1, last) if not (tokens[k].capital or tokens[k].low[:3] in _AL)), last)
        run = (begin, core) if core > short else self._capitals(tokens, begin, core, caps)
        if not run or run[1] - run[0] < core - begin - 3 or (run[0] != begin and run[1] != core):
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
        kind = self._kind(tokens, first, core, "other")
        if kind == "other" and run[1] - run[0] == 1 and not tokens[run[0]].text.isupper():
            kind = self._told_earlier(draft, run[0]) or kind
        if kind == "other" and tokens[run[0]].low in _PLAIN_PEOPLE:
            kind = "residents"
        if kind == "other" and core + 1 < last and tokens[core].low in ("of", "from"):
            kind = self._body_kind(draft, core + 1, min(last, core + 8), caps) or kind  # "Omar Diallo of UNICEF"
        return Speaker(first, core, name, kind, "proper-name")

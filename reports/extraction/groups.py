"""Find the armed parties: by name, by a country's adjective and a force noun, by a general word of the theatre.

Needs tokens, sentences and sections; gives `groups` without roles: `actions` adds those.
"""

from __future__ import annotations

from .cues import cue
from .lexicon import Lexicon
from .model import Draft, Group, Sentence
from .parties import parties
from .party_forms import MILITIA, PartyForms, Seen
from .party_words import GeneralWords
from .world import world

_UNNAMED = cue("parties", "unnamed")
_BY_CAUSE = cue("parties", "by_cause")
_NO_FORCE = cue("parties", "no_force")
_MISSIONS = "External/Other forces"
_MOVEMENTS = cue("parties", "movements")
_IRREGULAR = ("Rebel group", "Political militia", "Identity militia")
_OTHER_BODIES = cue("sources", "bodies") - _MOVEMENTS
_REACH = 60  # tokens back to the party that "the group" may mean
_NOT_OF_STATE = cue("parties", "not_of_state")


def find_groups(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `draft.groups`, in the order of the text."""
    finder = _Finder(draft, lexicon)
    for number, sentence in enumerate(draft.sentences):
        if sentence.status != "noise":
            finder.sentence(number, sentence)


class _Finder(GeneralWords):
    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        super().__init__(draft, parties(lexicon), world(lexicon))
        self.forms = PartyForms(draft, self.parties, self.world, self.own)

    def sentence(self, number: int, sentence: Sentence) -> None:
        section = self.draft.sections[sentence.section] if sentence.section is not None else None
        self.country = (section.country or self._named(section.heading) if section else None) or self.theatre
        self.number = number
        free = sentence.first
        for i in self._spots(sentence):
            if i >= free and (found := self._at(i, sentence)) is not None:
                begin, end, name, kind, slug, rule = found
                self._keep(begin, end, name, kind, slug, rule, number)
                free = end

    def _spots(self, sentence: Sentence) -> list[int]:
        """The tokens that a party's name may begin with: with a capital, a digit, or a word that opens one."""
        openers = self.parties.openers
        return [
            i
            for i, token in enumerate(self.tokens[sentence.first : sentence.last], sentence.first)
            if (token.capital or token.low in openers or token.low in _MOVEMENTS or token.low[0].isdigit())
            and (token.kind != "p" or token.low == "'s")
        ]

    def _named(self, heading: str) -> str | None:
        """The country that a topic's heading begins with: `Philippines: clashes drop by half`."""
        return self.world.countries.get(heading.partition(":")[0].strip().lower())

    def _keep(
        self, begin: int, end: int, name: str, kind: str | None, slug: str | None, rule: str, number: int
    ) -> None:
        start, stop = self.tokens[begin].start, self.tokens[end - 1].end
        rules = {"name": rule, "actor_type": rule}
        group = Group(
            start, stop, self.draft.text[start:stop], name, "mentioned", kind, rule, None, number, slug, rules=rules
        )
        self.draft.groups.append(group)
        if kind and rule != "general-word":
            self.last[kind] = group
            if kind == _MISSIONS and rule == "state-forces":
                self.last.setdefault("State forces", group)

    def _at(self, i: int, sentence: Sentence) -> Seen | None:
        end = sentence.last
        if found := self.parties.aliases.at(self.tokens, i, end, sentence.caps):
            size, entry = found
            row = entry.table
            if i + size < end and self.tokens[i + size].low in _NO_FORCE and row.get("actor_type") == "State forces":
                return None  # "two Russian military bloggers"
            stop = self._tail(i + size, end)
            return Seen(i, stop, entry.name, row.get("actor_type"), row.get("slug"), "name")  # type: ignore[arg-type]
        if form := self.forms.at(i, sentence, self._near, self.speaks_for or self.country):
            return form
        if found_ := self._state(i, end, sentence):
            return found_
        return self._people(i, end) or self._general(i, end) or self._movement(i, end)

    def _movement(self, i: int, end: int) -> Seen | None:
        """`the group`, `the movement`: the party by name, no state's, that was named last and not far before."""
        if self.tokens[i].low not in _MOVEMENTS or i < 1 or self.tokens[i - 1].low != "the":
            return None
        last = self.draft.groups[-1] if self.draft.groups else None
        if last is None or last.actor_type not in _IRREGULAR or last.rule == "general-word":
            return None
        if i + 1 < end and self.tokens[i + 1].low in ("of", "that", "which", "who"):
            return None
        back = next((k for k in range(i - 1, max(-1, i - _REACH), -1) if self.tokens[k].end <= last.end), None)
        if back is None or not _OTHER_BODIES.isdisjoint(self.draft.lows[back:i]):
            return None
        return Seen(i, i + 1, last.name, last.actor_type, last.slug, "led-back")

    def _people(self, i: int, end: int) -> Seen | None:
        """`Kurdish fighters`, `Tuareg rebels`, `Afghan guerrillas`."""
        token = self.tokens[i]
        people = token.low in self.parties.peoples
        if not people and token.low not in self.world.adjectives:
            return None
        j = i + 1 + (i + 1 < end and self.tokens[i + 1].low == "armed")
        if j >= end or self.tokens[j].low not in (self.parties.people_nouns if people else _UNNAMED):
            return None
        if not token.capital and token.low not in _BY_CAUSE:
            return None
        if general := self._generic(j, end):
            return Seen(i, j + 1, *general, "general-word")
        name = " ".join(self.draft.text[token.start : self.tokens[j].end].split())
        kind = MILITIA if "milit" in self.tokens[j].low else "Rebel group"
        return Seen(i, j + 1, name, kind, None, "people-and-noun")

    def _tail(self, i: int, end: int) -> int:
        """`Taliban fighters`, `Rapid Support Forces (RSF)`: what belongs to the name."""
        if i + 2 < end and self.tokens[i].low == "(":
            close = next((k for k in range(i + 2, min(i + 6, end)) if self.tokens[k].low == ")"), None)
            if close and self.tokens[i + 1].capital and (self.tokens[i + 1].text.isupper() or close > i + 2):
                i = close + 1
        if i < end and self.tokens[i].low in self.parties.tails:
            return i + 1
        return i

    def _state(self, i: int, end: int, sentence: Sentence) -> Seen | None:
        """`Iraqi troops`, `Sudan's army`, `Syrian government forces`, `Russian warplanes`."""
        token = self.tokens[i]
        if not token.capital:
            return None
        code, j = self.world.adjectives.get(token.low), i + 1
        if not code and i + 1 < end:
            code = self.world.adjectives.get(f"{token.low} {self.tokens[i + 1].low}")
            j += bool(code)
        if not code and "'s" in self.draft.lows[i + 1 : min(i + 4, end)]:
            for size in (3, 2, 1):
                if i + size < end and self.draft.lows[i + size] == "'s":
                    words = " ".join(self.draft.lows[i : i + size])
                    code = self.world.countries.get(words) or self.world.capitals.get(words)
                    if code:
                        j = i + size + 1
                        break
        if not code:
            return None
        for skip in range(3):
            if j + skip >= end or self.tokens[j + skip].kind == "p":
                return None
            if found := self.parties.state_nouns.at(self.tokens, j + skip, end, sentence.caps):
                behind = j + skip + found[0]
                if behind < end and self.tokens[behind].low in _NO_FORCE:
                    return None  # "a Syrian military source"
                noun = self.tokens[behind - 1].low
                name, kind, slug = self.parties.branch_of(noun, code, self.world) or self.parties.state_of(
                    code, self.world
                )
                if kind == "State forces" and code != self.country and code in self.parties.state["external"]:
                    kind = "External/Other forces"
                return Seen(i, j + skip + found[0], name, kind, slug, "state-forces")
            if self.tokens[j + skip].low in _NOT_OF_STATE:
                return None
            if self.tokens[j + skip].low.endswith(("ed", "s")):
                return None
        return None


def overlapping(groups: list[Group], start: int, end: int) -> Group | None:
    """The first group that overlaps a stretch of the text."""
    return next((g for g in groups if g.start < end and start < g.end), None)

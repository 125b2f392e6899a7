"""Find the armed parties: by name, by a country's adjective and a force noun, by a general word of the theatre.

Needs tokens, sentences and sections; gives `groups` without roles: `actions` adds those.
"""

from __future__ import annotations

from .cues import cue
from .lexicon import Lexicon
from .model import Draft, Group, Sentence
from .parties import parties
from .party_forms import MILITIA, PartyForms, Seen
from .world import theatre, world

_INSURGENTS = ("Rebel group", MILITIA)
_UNNAMED = cue("parties", "unnamed")
_STRANGERS = cue("parties", "strangers")
_THING_WORDS = cue("parties", "thing_words")
_THINGS = cue("parties", "things")
_POINTED = cue("parties", "pointed")
_POINTERS = cue("parties", "pointers")
_ARMY_WORDS = cue("parties", "army_words")
_ARMY_AFTER = cue("parties", "army_after")
_HAVING = cue("parties", "having")
_BY_CAUSE = cue("parties", "by_cause")
_MISSIONS = "External/Other forces"


def find_groups(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `draft.groups`, in the order of the text."""
    finder = _Finder(draft, lexicon)
    for number, sentence in enumerate(draft.sentences):
        if sentence.status != "noise":
            finder.sentence(number, sentence)


class _Finder:
    def __init__(self, draft: Draft, lexicon: Lexicon) -> None:
        self.draft, self.tokens = draft, draft.tokens
        self.parties, self.world = parties(lexicon), world(lexicon)
        self.theatre = theatre(draft)
        self.issuer = self._issuer()
        self.forms = PartyForms(draft, self.parties, self.world)
        self.last: dict[str, Group] = {}  # the last party of each actor type
        self.country: str | None = None
        self.number = 0

    def sentence(self, number: int, sentence: Sentence) -> None:
        section = self.draft.sections[sentence.section] if sentence.section is not None else None
        self.country = (section.country or self._named(section.heading) if section else None) or self.theatre
        self.number = number
        i = sentence.first
        while i < sentence.last:
            found = self._at(i, sentence)
            if found is None:
                i += 1
                continue
            begin, end, name, kind, slug, rule = found
            self._keep(begin, end, name, kind, slug, rule, number)
            i = max(end, i + 1)

    def _named(self, heading: str) -> str | None:
        """The country that a topic's heading begins with: `Philippines: clashes drop by half`."""
        return self.world.countries.get(heading.partition(":")[0].strip().lower())

    def _keep(
        self, begin: int, end: int, name: str, kind: str | None, slug: str | None, rule: str, number: int
    ) -> None:
        start, stop = self.tokens[begin].start, self.tokens[end - 1].end
        group = Group(start, stop, self.draft.text[start:stop], name, "mentioned", kind, rule, None, number, slug)
        self.draft.groups.append(group)
        if kind and rule != "general-word":
            self.last[kind] = group
            if kind == _MISSIONS and rule == "state-forces":
                self.last.setdefault("State forces", group)

    def _at(self, i: int, sentence: Sentence) -> Seen | None:
        token, end = self.tokens[i], sentence.last
        if token.kind == "p" and token.low != "'s":
            return None
        if found := self.parties.aliases.at(self.tokens, i, end, sentence.caps):
            size, entry = found
            row = entry.table
            stop = self._tail(i + size, end)
            return Seen(i, stop, entry.name, row.get("actor_type"), row.get("slug"), "name")  # type: ignore[arg-type]
        if form := self.forms.at(i, sentence, self._near(), self.issuer or self.country):
            return form
        if found_ := self._state(i, end, sentence):
            return found_
        return self._people(i, end) or self._general(i, end)

    def _near(self) -> list[Group]:
        """The parties of this sentence and the one before."""
        return [g for g in self.draft.groups[-12:] if self.number - g.sentence <= 1]

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
        if not code:
            for size in (3, 2, 1):
                if i + size < end and self.tokens[i + size].low == "'s":
                    words = " ".join(t.low for t in self.tokens[i : i + size])
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
                noun = self.tokens[j + skip + found[0] - 1].low
                name, kind, slug = self.parties.branch_of(noun, code, self.world) or self.parties.state_of(
                    code, self.world
                )
                if kind == "State forces" and code != self.country and code in self.parties.state["external"]:
                    kind = "External/Other forces"
                return Seen(i, j + skip + found[0], name, kind, slug, "state-forces")
            if self.tokens[j + skip].low in ("rebels", "militants", "fighters", "rebel"):
                return None
            if self.tokens[j + skip].low.endswith(("ed", "s")):
                return None
        return None

    def _general(self, i: int, end: int) -> Seen | None:
        """`the army`, `the jihadists`, `the enemy`: a general word that stands for a party of the theatre."""
        low = self.tokens[i].low
        before = self.tokens[i - 1].low if i else ""
        foe = self.parties.enemy.get(self.issuer or self.theatre or "")
        if foe and low == "enemy" and self.theatre in self.parties.enemy and before in ("the", "'s", "an", "of"):
            row = self.parties.by_name.get(foe, {})
            return Seen(i, i + 1, foe, row.get("actor_type", "State forces"), row.get("slug"), "enemy")
        if generic := self._generic(i, end):
            return Seen(i, i + 1, *generic, "general-word")
        if found := self.parties.state_generic.at(self.tokens, i, end, False):
            size = found[0]
            after = self.tokens[i + size] if i + size < end else None
            if (low == "soldiers" and before in ("other", "foreign")) or before.endswith("-backed"):
                return None
            if (
                size == 1
                and low in _ARMY_WORDS
                and after is not None
                and after.kind == "w"
                and after.low not in _ARMY_AFTER
                and before not in ("the", "'s")
            ):
                return None
            if size == 1 and low in ("military", "police") and before not in ("the", "'s", "and"):
                return None
            name, kind, slug = (
                self.parties.branch_of(self.tokens[i + size - 1].low, self.country, self.world)
                or self._having(i)
                or self._own_state()
            )
            return Seen(i, i + size, name, kind, slug, "general-word")
        if low in _UNNAMED and low not in self.parties.generic:
            last = self._insurgents()
            if last is not None:
                return Seen(i, i + 1, last.name, last.actor_type, last.slug, "general-word")
            return Seen(i, i + 1, low, "Rebel group", None, "general-word")
        return None

    def _insurgents(self) -> Group | None:
        return self.last.get("Rebel group") or self.last.get(MILITIA)

    def _having(self, i: int) -> tuple[str, str | None, str | None] | None:
        """`UNIFIL has some 10,000 troops`, `the force, whose 1,400 soldiers`: theirs."""
        last = self.draft.groups[-1] if self.draft.groups else None
        if last is None or last.sentence != self.number:
            return None
        for j in range(i - 1, max(i - 7, 0), -1):
            if self.tokens[j].low in _HAVING:
                k = j - 2 if self.tokens[j - 1].low == "," else j - 1
                return (last.name, last.actor_type, last.slug) if self.tokens[k].end == last.end else None
        return None

    def _issuer(self) -> str | None:
        """The country of the staff that issues a communiqué."""
        for words in (self.draft.outlet or "", self.draft.text[:200]):
            for token in words.replace(",", " ").split():
                code = self.world.country_of(token.strip(".:;()'"))
                if code in self.parties.enemy:
                    return code
        return None

    def _own_state(self) -> tuple[str, str | None, str | None]:
        """The state forces last named where they are the theatre's own, or else the theatre's."""
        name, kind, slug = self.parties.state_of(self.country, self.world)
        last = self.last.get("State forces")
        if last is not None and self.number - last.sentence <= 1 and last.rule != "general-word":
            now, then = self.draft.sentences[self.number], self.draft.sentences[last.sentence]
            if now.section == then.section:
                return last.name, last.actor_type, last.slug
        if last is not None and (self.country is None or self.country not in self.parties.state["names"]):
            return last.name, last.actor_type, last.slug
        return name, "State forces" if kind == "External/Other forces" and self.country == self.theatre else kind, slug

    def _generic(self, i: int, end: int) -> tuple[str, str | None, str | None] | None:
        """A general word of insurgents: the party last named that it may stand for, or the theatre's."""
        token = self.tokens[i]
        rows = self.parties.generic.get(token.low)
        if not rows:
            return None
        before = self.tokens[i - 1].low if i else ""
        after = self.tokens[i + 1].low if i + 1 < end else ""
        if token.low in _POINTED and before not in _POINTERS and (token.low != "coalition" or not token.capital):
            return None
        if token.low in _THING_WORDS and after in _THINGS:
            return None
        if token.low in _STRANGERS and before not in _POINTERS and (i == 0 or self.tokens[i - 1].kind != "n"):
            known = {r["name"] for r in rows}
            group = next((g for g in self._near() if g.sentence == self.number and g.name in known), None)
            return (group.name, group.actor_type, group.slug) if group else (token.low, MILITIA, None)
        here = [r for r in rows if self.country in r["countries"]]
        for group in reversed(self.draft.groups[-12:]):
            if any(r["name"] == group.name for r in rows) and (not here or any(r["name"] == group.name for r in here)):
                return group.name, group.actor_type, group.slug
        if here:
            return here[0]["name"], here[0]["actor_type"], here[0]["slug"]
        if all(r["actor_type"] in _INSURGENTS for r in rows):
            if (last := self._insurgents()) is not None:
                return last.name, last.actor_type, last.slug
            return (token.low, "Rebel group", None) if token.low in _UNNAMED else None
        anywhere = next((r for r in rows if not r["countries"]), None)
        return (anywhere["name"], anywhere["actor_type"], anywhere["slug"]) if anywhere else None


def overlapping(groups: list[Group], start: int, end: int) -> Group | None:
    """The first group that overlaps a stretch of the text."""
    return next((g for g in groups if g.start < end and start < g.end), None)

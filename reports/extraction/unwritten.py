"""Counts that are not written as numbers: no violations, nobody, twin blasts, an air strike, a soldier killed."""

from __future__ import annotations

from .cues import cue
from .kind_signs import on_foot
from .model import Token
from .number_values import Number
from .words import CountWords

_HARMING = cue("kinds", "harming")
_HARMED = cue("exclusions", "harmed")
_BLOWS = cue("exclusions", "blows")
_PASSIVE = cue("grammar", "be") | {"has", "have", "had"}
_SINGLE = cue("figures", "single")
_STRIKES = cue("figures", "strikes")
_MANY = tuple(sorted(cue("figures", "many")))
_DIED = cue("figures", "died")
_HARMS = cue("figures", "harms")
_NO_STRIKE = cue("figures", "no_strike")
_STRIKES_AT = cue("figures", "strikes_at")
_THESE = frozenset(["the", "its", "their", "these", "those"])
_WORDS_SAID = cue("figures", "words_said")
_SAYS = cue("figures", "said")
_OPENS = frozenset([",", ";", "and", "but", "that", "."])
_SEES = cue("figures", "sees")
_WASTED = cue("figures", "wasted")
_ASKED = frozenset(["how", "whether", "that", "who", "if"])  # "nobody knows how many died"
_JUST_HARMED = cue("exclusions", "just_harmed")
_NEVER = frozenset(["not", "n't", "never", "without"])
_WHENCE = frozenset(["without", "from", "in", "of", "as"])


class Unwritten:
    """Finds them at a token of one report."""

    def __init__(self, tokens: list[Token], words: CountWords) -> None:
        self.tokens, self.words = tokens, words

    def at(self, i: int, end: int) -> Number | None:
        """The count that begins at token `i`."""
        low = self.tokens[i].low
        if low in ("a", "an"):
            return self._single(i, end) or self._one_strike(i, end) or self._one_harmed(i, end)
        if low == "not":
            return self._not_one(i, end)
        if low == "twin":
            return self._twin(i, end)
        return self._nothing(i, end) or self._nobody(i, end)

    def _nothing(self, i: int, end: int) -> Number | None:
        """`no air strikes`, `no humanitarian flight`: a count of nothing."""
        token = self.tokens[i]
        if token.low not in ("no", "zero") or i + 1 >= end or token.low == "zero":
            return None
        if i + 3 < end and self.tokens[i + 2].low in _PASSIVE and self._laid_waste(i + 3, end):
            return Number(i, i + 1, 0.0, 0.0, derived=True, begin=i, finish=i + 1, rule="nothing", head=i + 1)
        for j in range(i + 1, min(i + 4, end)):
            low = self.tokens[j].low
            if low in self.words.countable_nothing:
                told = j + 1 < end and self.tokens[j + 1].low in _PASSIVE
                head = j if low.endswith("ing") or told else None  # "no shelling", "no attack was": nouns, no verbs
                return Number(i, i + 1, 0.0, 0.0, derived=True, begin=i, finish=i + 1, rule="nothing", head=head)
            if self.tokens[j].kind != "w" or low in self.words.stops:
                return None
        return None

    def _laid_waste(self, j: int, end: int) -> bool:
        """`no school was struck`, `no bridge has been hit`: whatever the thing is, none was."""
        return any(t.low in _WASTED for t in self.tokens[j : min(end, j + 2)])

    def _nobody(self, i: int, end: int) -> Number | None:
        """`nobody was hurt`, `no one died`, `no civilian was harmed`: a count of nobody."""
        tokens, low = self.tokens, self.tokens[i].low
        if low in ("nobody", "none") or (low == "no" and i + 1 < end and tokens[i + 1].low == "one"):
            last = i + (2 if low == "no" else 1)
        elif low == "no" and i + 1 < end and self.words.person(tokens[i + 1].low):
            last = i + 1
        else:
            return None
        if i and tokens[i - 1].low in _HARMS:
            return Number(i, last, 0.0, 0.0, derived=True, begin=i, finish=last, rule="nobody")
        if low == "none" and (self._none_of_them(i, last, end) or self._seen_none(i)):
            return Number(i, last, 0.0, 0.0, derived=True, begin=i, finish=last, rule="nobody")
        for k in range(last, min(end, last + 7)):
            if tokens[k].low in _HARMED:
                return Number(i, last, 0.0, 0.0, derived=True, begin=i, finish=last, rule="nobody")
            if tokens[k].kind == "p" or tokens[k].low in _ASKED:
                return None
        return None

    def _none_of_them(self, i: int, j: int, end: int) -> bool:
        """`none got through`, `none of the hospitals is working`: something is told of all that were counted."""
        lows = [t.low for t in self.tokens[j : min(end, j + 4)]]
        if lows[:1] == ["of"] and len(lows) > 3 and lows[1] in _THESE:
            return self.words.plural(lows[2]) and lows[2] not in _WORDS_SAID and not self.words.person(lows[2])
        verb = lows[0] if lows else ""
        done = verb.endswith("ed") or (verb in self.words.verbs and verb not in _PASSIVE and verb not in _SAYS)
        return done and i > 0 and self.tokens[i - 1].low in _OPENS

    def _seen_none(self, i: int) -> bool:
        """`having seen none at all in May`: of what was counted before."""
        return self.tokens[i - 1].low in _SEES if i else False

    def _not_one(self, i: int, end: int) -> Number | None:
        """`not one of our men was hurt`, `not a single case has been seen`: a count of nobody, or of nothing."""
        tokens = self.tokens
        two = [t.low for t in tokens[i + 1 : i + 3]]
        single = two[:1] == ["a"] and two[-1] in _SINGLE
        if not single and two[:1] != ["one"]:
            return None
        last = i + 2 + single
        head = next((k for k in range(last, min(end, last + 4)) if self._counted(tokens[k].low)), None)
        if head is None and single and last < end and tokens[last].kind == "w":
            head = last  # "not a single piece of equipment was left"
        if head is None:
            return None
        behind = {t.low for t in tokens[head + 1 : min(end, head + 7)]}
        passed = tokens[min(head + 1, end - 1)].low in ("has", "have", "had")  # "has come through"
        if self.words.person(tokens[head].low) and not (behind & _HARMED or (single and passed)):
            return None
        alone = not self.words.person(tokens[head].low)
        rule = "nothing" if alone else "nobody"
        return Number(
            i, last, 0.0, 0.0, derived=True, begin=i, finish=last, rule=rule, head=head if single or alone else None
        )

    def _counted(self, low: str) -> bool:
        return self.words.person(low) or low in self.words.countable_nothing or low in self.words.noun_kind

    def _twin(self, i: int, end: int) -> Number | None:
        """`twin air strikes`, `twin suicide bombings`: two."""
        for k in range(i + 1, min(end, i + 4)):
            if self.tokens[k].low in _BLOWS:
                return Number(i, i + 1, 2.0, 2.0, derived=True, begin=i, finish=i + 1, rule="twin", head=k)
        return None

    def _one_strike(self, i: int, end: int) -> Number | None:
        """`an air strike`: one, though no number says so."""
        for j in range(i + 1, min(i + 5, end)):
            low = self.tokens[j].low
            if low in _STRIKES:
                inside = {t.low for t in self.tokens[i + 1 : j]}
                after = self.tokens[j + 1].low if j + 1 < end else ""
                if after in _NO_STRIKE:
                    return None
                plain = (
                    low == "strike" and (after in self.words.object or after in _STRIKES_AT) and "hunger" not in inside
                )
                fallen = low == "raid" and after == "on" and self.tokens[i - 1].low != "in"
                fallen = (
                    fallen and j + 2 < end and self.tokens[j + 2].capital and not on_foot(self.tokens, i, j, self.words)
                )
                if fallen or low.startswith("air") or inside & self.words.strike_words or plain:
                    return Number(i, i + 1, 1.0, 1.0, derived=True, begin=i, finish=i + 1, rule="article", head=j)
                return None
            if self.tokens[j].kind != "w" or low in self.words.stops:
                return None
        return None

    def _single(self, i: int, end: int) -> Number | None:
        """`a single death`, `a lone arrest`: one."""
        if i + 2 >= end or self.tokens[i].low != "a" or self.tokens[i + 1].low not in _SINGLE:
            return None
        if i and self.tokens[i - 1].low in _WHENCE:
            return None  # "without a single loss", "seven of them from a single family"
        for k in range(i + 2, min(end, i + 5)):
            low = self.tokens[k].low
            if (low in self.words.noun_kind or low in self.words.people) and any(
                t.low in _NEVER for t in self.tokens[max(0, i - 4) : i]
            ):  # "has not sent a single soldier"
                return Number(i, i + 2, 0.0, 0.0, derived=True, begin=i, finish=i + 2, rule="nothing", head=k)
            if low in self.words.noun_kind or low in self.words.people:
                return Number(i, i + 2, 1.0, 1.0, derived=True, begin=i, finish=i + 2, rule="single", head=k)
        return None

    def _harmed_too(self, i: int) -> bool:
        """`killing 53 soldiers and a civilian`: the other of two that one verb harmed."""
        if not i or self.tokens[i - 1].low != "and":
            return False
        before = self.tokens[max(0, i - 7) : i - 1]
        at = next((k for k, t in enumerate(before) if t.low in _HARMING), None)
        counted = at is not None and at + 1 < len(before) and self._number(before[at + 1])
        return counted and all(t.kind != "p" for t in before[at or 0 :])

    def _number(self, token: Token) -> bool:
        return token.kind == "n" or token.low in self.words.small

    def _one_harmed(self, i: int, end: int) -> Number | None:
        """`a soldier was killed`, `a woman of 70 was hurt`, `killing a nurse`: one, though no number says so."""
        tokens = self.tokens
        k = next((k for k in range(i + 1, min(end, i + 5)) if self.words.person(tokens[k].low)), None)
        if k is None or tokens[k].low.endswith(_MANY):
            return None
        if any(t.kind != "w" or t.low in self.words.stops for t in tokens[i + 1 : k]):
            return None
        v = k + 1
        if v + 1 < end and tokens[v + 1].kind == "n":  # "a woman of 70", "a man, 34,"
            v += 2 if tokens[v].low == "of" else 3 * (tokens[v].low == ",")
        passive = v < end and (
            tokens[v].low in _DIED
            or (tokens[v].low in _JUST_HARMED and tokens[v + 1].low in ("and", "by", "in", ",", "."))
            or (tokens[v].low in _PASSIVE and any(t.low in _HARMED for t in tokens[v + 1 : min(end, v + 3)]))
        )
        if (
            passive
            or (i and tokens[i - 1].low in _HARMING)
            or (self._harmed_too(i) and not (v < end and tokens[v].low in _SAYS))
        ):
            return Number(i, i + 1, 1.0, 1.0, derived=True, begin=i, finish=i + 1, rule="one-harmed", head=k)
        return None

"""The number words of `quantities.toml`, and phrases looked up by their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .cues import cue
from .lexicon import Lexicon
from .model import Token


@dataclass(slots=True)
class Phrases:
    """Phrases of up to `longest` words, by their words."""

    entries: dict[tuple[str, ...], Any]
    longest: int
    sizes: dict[str, tuple[int, ...]]  # of the phrases that begin with a word, the most first
    lasts: frozenset[str]

    @classmethod
    def of(cls, table: dict[str, Any]) -> Phrases:
        entries = {tuple(k.split()): v for k, v in table.items()}
        sizes: dict[str, set[int]] = {}
        for key in entries:
            sizes.setdefault(key[0], set()).add(len(key))
        by_first = {first: tuple(sorted(some, reverse=True)) for first, some in sizes.items()}
        return cls(entries, max(map(len, entries)), by_first, frozenset(key[-1] for key in entries))

    def at(self, tokens: list[Token], i: int, end: int) -> tuple[int, Any] | None:
        """The longest phrase that begins at token `i`: how many tokens, and its value."""
        sizes = self.sizes.get(tokens[i].low) if i < end else None
        if not sizes:
            return None
        lows = [t.low for t in tokens[i : min(i + sizes[0], end)]]
        for size in sizes:
            if size <= len(lows) and (key := tuple(lows[:size])) in self.entries:
                return size, self.entries[key]
        return None

    def all_in(self, lows: list[str]) -> dict[int, tuple[int, Any]]:
        """The longest phrase at each of some words where one begins, by the word's index: how many words, its value."""
        found: dict[int, tuple[int, Any]] = {}
        if self.sizes.keys().isdisjoint(lows):
            return found
        for i in [i for i, low in enumerate(lows) if low in self.sizes]:
            for size in self.sizes[lows[i]]:
                if (key := tuple(lows[i : i + size])) in self.entries and len(key) == size:
                    found[i] = size, self.entries[key]
                    break
        return found

    def before(self, tokens: list[Token], i: int, start: int) -> tuple[int, Any] | None:
        """The longest phrase that ends just before token `i`."""
        if i <= start or tokens[i - 1].low not in self.lasts:
            return None
        lows = tuple([t.low for t in tokens[max(i - self.longest, start) : i]])
        for size in range(len(lows), 0, -1):
            if lows[-size:] in self.entries:
                return size, self.entries[lows[-size:]]
        return None


class Quantities:
    """The words of `quantities.toml`, made ready."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon["quantities"]
        self.small: dict[str, int] = words["small"]
        self.scales: dict[str, int] = words["scales"]
        self.vague = Phrases.of(words["vague"])
        self.shares = Phrases.of(words["shares"])
        self.open_shares = Phrases.of(words["open_shares"])
        self.ratio_of = frozenset(words["ratios"]["of"])
        self.times: dict[str, int] = words["times"]
        self.before = Phrases.of(words["before"])
        self.after = Phrases.of(words["after"])
        self.lengths = cue("figures", "lengths")
        self.fillers = frozenset(words["fillers"]["words"])
        self.phrases = Phrases.of(words["vague"] | words["shares"] | words["open_shares"])
        numbers = {"dozen", "hundred", "thousand", "million", "between", "from", "none", "no", "a", "half"}
        numbers = numbers.union(self.small, self.times)
        self.starts = {*self.phrases.sizes, *numbers}
        self.openers = self.phrases.sizes.keys() - numbers  # `the` of "the majority of": no number by themselves


def quantities(lexicon: Lexicon) -> Quantities:
    """The number words of a lexicon, made once."""
    return lexicon.made(Quantities)


def small_number(token: Token, small: dict[str, int]) -> int | None:
    """A whole number under ten thousand, in digits or as one word."""
    if token.kind == "n":
        text = token.text.replace(",", "")
        return int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 else None
    value = word_value(token.low, small)
    return int(value) if value is not None else None


def word_value(low: str, small: dict[str, int]) -> float | None:
    if low in small:
        return small[low]
    if "-" in low:
        a, _, b = low.partition("-")
        if small.get(a, 0) >= 20 and 0 < small.get(b, 0) < 10:
            return small[a] + small[b]
    return None

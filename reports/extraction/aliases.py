"""Names in a run of tokens: the longest alias that begins at a token, with the case that short names need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .model import Token
from .tokenise import tokenise


@dataclass(frozen=True, slots=True)
class Entry:
    """What an alias stands for; `table` is its row in the lexicon."""

    name: str
    table: dict[str, object] = field(hash=False, compare=False)


class Aliases:
    """Aliases by their first word."""

    def __init__(self, pairs: Iterable[tuple[str, Entry]]) -> None:
        self.index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Entry]]] = {}
        for alias, entry in pairs:
            tokens = tokenise(alias)
            if tokens:
                lows = tuple(t.low for t in tokens)
                self.index.setdefault(lows[0], []).append((lows, tuple(t.text for t in tokens), entry))
        for rows in self.index.values():
            rows.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: list[Token], i: int, end: int, caps: bool) -> tuple[int, Entry] | None:
        """The longest alias at token `i`: how many tokens, and what it stands for."""
        rows = self.index.get(tokens[i].low)
        if not rows:
            return None
        after = tokens[i + 1].low if i + 1 < end else None
        for lows, texts, entry in rows:
            size = len(lows)
            if size > 1 and (lows[1] != after or i + size > end):
                continue
            if size > 2 and any(tokens[i + k].low != lows[k] for k in range(2, size)):
                continue
            if self._case(tokens, i, texts, caps):
                return size, entry
        return None

    @staticmethod
    def _case(tokens: list[Token], i: int, texts: tuple[str, ...], caps: bool) -> bool:
        """`IS` is a party and "is" a verb; in a text all in capitals, two letters tell nothing."""
        if len(texts) == 1 and texts[0].isupper():
            return tokens[i].text == texts[0] and not (caps and len(texts[0]) < 3)
        if texts[0][:1].isupper():
            return tokens[i].capital
        return True

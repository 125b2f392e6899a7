"""Names in a run of tokens: the longest alias that begins at a token, with the case that short names need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .cues import cue
from .model import Token
from .tokenise import tokenise


@dataclass(frozen=True, slots=True)
class Entry:
    """What an alias stands for; `table` is its row in the lexicon."""

    name: str
    table: dict[str, object] = field(hash=False, compare=False)


_POINTED = cue("grammar", "pointed")
Row = tuple[tuple[str, ...], tuple[str, ...], Entry]  # an alias in lower case, as it is written, what it stands for


def spellings(alias: str) -> Iterator[str]:
    """An alias as it is, and with the points that some papers put: "UN agency", "U.N. agency"."""
    yield alias
    first, _, rest = alias.partition(" ")
    if first in _POINTED and rest:
        yield f"{'.'.join(first)}. {rest}"


class Aliases:
    """Aliases by their first word, and by their second; "" for those of one word."""

    def __init__(self, pairs: Iterable[tuple[str, Entry]]) -> None:
        self.index: dict[str, dict[str, list[Row]]] = {}
        for tokens, entry in ((tokenise(spelt), entry) for alias, entry in pairs for spelt in spellings(alias)):
            if tokens:
                lows = tuple(t.low for t in tokens)
                rows = self.index.setdefault(lows[0], {}).setdefault(lows[1] if len(lows) > 1 else "", [])
                rows.append((lows, tuple(t.text for t in tokens), entry))
        for by_second in self.index.values():
            for rows in by_second.values():
                rows.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: list[Token], i: int, end: int, caps: bool) -> tuple[int, Entry] | None:
        """The longest alias at token `i`: how many tokens, and what it stands for."""
        by_second = self.index.get(tokens[i].low)
        if not by_second:
            return None
        after = tokens[i + 1].low if i + 1 < end else ""
        for second in (after, "") if after else ("",):
            for lows, texts, entry in by_second.get(second, ()):
                size = len(lows)
                if i + size > end or any(tokens[i + k].low != lows[k] for k in range(2, size)):
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

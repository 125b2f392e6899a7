"""What a report speaks of as a whole: which countries, and which words are names of people."""

from __future__ import annotations

from collections import Counter

from ..model import Draft
from .words import PlaceWords


def countries_in_play(draft: Draft, words: PlaceWords) -> Counter[str]:
    """How often each country is named or meant by an adjective; the headings' countries count more."""
    play: Counter[str] = Counter(s.country for s in draft.sections if s.country for _ in range(5))
    noise = [(n.start, n.end) for n in draft.noise]
    tokens = [t for t in draft.tokens if t.capital and t.kind == "w"]
    for i, token in enumerate(tokens):
        low = token.low
        code = words.country.get(low) or words.nationality.get(low)
        if code is None and low.endswith("s"):
            code = words.nationality.get(low[:-1])
        if low in words.long_names:
            name = " ".join(t.low for t in tokens[i : i + 4])
            code = next((c for n, c in words.long_names[low] if name.startswith(n)), code)
        if code and not any(start <= token.start < end for start, end in noise):
            play[code] += 1
    return play


def people_named(draft: Draft, words: PlaceWords) -> frozenset[str]:
    """Words that stand behind a title or a given name somewhere: they are people elsewhere too ("Kirby said")."""
    people: set[str] = set()
    tokens = draft.tokens
    for i, token in enumerate(tokens[:-1]):
        low = token.low
        if low not in words.titles and not (token.capital and low in words.ordinary and low not in words.function):
            continue
        j = i + 1
        while j < min(len(tokens), i + 4) and tokens[j].kind == "w" and tokens[j].capital and tokens[j].space:
            if words.never(tokens[j].low):
                break
            people.add(tokens[j].low)
            j += 1
    return frozenset(people - words.country.keys() - words.capital.keys())

"""Find the places a text names."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..model import Draft, Place
from ..names import Names


def find_places(document: Draft, lexicon: Lexicon, names: Names) -> list[Place]:
    """Capitalised names that the gazetteer knows, longest first, in the order of the text."""
    places: list[Place] = []
    for number, sentence in enumerate(document.sentences):
        if sentence.status == "noise":
            continue
        tokens = document.tokens_of(sentence)
        i = 0
        while i < len(tokens):
            step = 1
            if tokens[i].capital:
                for size in range(min(names.longest, len(tokens) - i), 0, -1):
                    span = document.text[tokens[i].start : tokens[i + size - 1].end]
                    if hits := names.look(span):
                        best = hits[0]
                        places.append(
                            Place(
                                tokens[i].start, tokens[i + size - 1].end, span, span, best.country,
                                kind=best.kind, role="event", rule="known-name", sentence=number,
                            )
                        )
                        step = size
                        break
            i += step
    return places

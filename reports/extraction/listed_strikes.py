"""In a list of strikes, the total that opens it."""

from __future__ import annotations

from .model import Draft, Figure, Sentence


def total_of_the_list(draft: Draft, k: int) -> int | None:
    """In a list of strikes: the count of each line is part of the total that opens the list."""
    figure = draft.figures[k]
    sentence = draft.sentences[figure.sentence]
    opens = draft.tokens[sentence.last - 1].low == ":"
    if opens:
        total = next(
            (
                j
                for j in range(k - 1, max(-1, k - 40), -1)
                if draft.figures[j].kind == "strikes"
                and draft.figures[j].sentence < 4
                and (draft.figures[j].high or 0) > (figure.high or 0)
            ),
            None,
        )
        return total
    if not _starts_line(draft, figure, sentence):
        return None
    best = None
    for j in range(k - 1, max(-1, k - 60), -1):
        other = draft.figures[j]
        if other.kind != "strikes" or other.high is None or figure.high is None or other.high < figure.high:
            continue
        head = draft.sentences[other.sentence]
        closes = draft.tokens[head.last - 1].low == ":"
        if closes and head.section == sentence.section and other.sentence < figure.sentence:
            return j
        if best is None and closes:
            best = j
    return best


def _starts_line(draft: Draft, figure: Figure, sentence: Sentence) -> bool:
    first = draft.tokens[sentence.first]
    line = draft.text.rfind("\n", 0, first.start) + 1
    return bool(draft.text[line : first.start].strip(" \t")) or first.low == "near"

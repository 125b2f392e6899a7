"""The status of a figure whose clause has its own verb of saying and stands otherwise than its sentence.

`The army denied that it had fled, and said it had lost two men`: the flight is denied, the two are not.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from .attribution import Attribution
from .cues import cue
from .event_words import Events
from .model import DateMention, Draft, Sentence
from .status import status_of

_JOINTS = cue("status", "joints")
_GOES_ON = cue("status", "goes_on")
_DENIED = "denied"


def status_of_figures(
    draft: Draft, number: int, said: list[Attribution], dates: list[DateMention], words: Events
) -> None:
    """Set the status of those figures of a sentence that are denied apart from it, or told apart from a denial."""
    sentence = draft.sentences[number]
    first = bisect_left(draft.figures, sentence.start, key=lambda f: f.start)
    figures = draft.figures[first : bisect_left(draft.figures, sentence.end, key=lambda f: f.start)]
    turns = _turns(draft, sentence, said)
    if not figures or len(turns) == 1 or not (sentence.status == _DENIED or any(a.denial for a in said)):
        return
    for begin, end in pairwise([*turns, sentence.last]):
        here = [a for a in said if begin <= (a.first if a.verb is None else a.verb) < end]
        own = [d for d in dates if begin <= d.first < end]
        clause = replace(sentence, first=begin, last=end)
        status, _ = status_of(draft.lows[begin:end], here, own, clause, draft, words, counted=True)
        if (status == _DENIED) is (sentence.status == _DENIED):
            continue
        for figure in figures:
            if begin <= figure.first < end:
                figure.status, figure.rules["status"] = status, "of-its-clause"


def _turns(draft: Draft, sentence: Sentence, said: list[Attribution]) -> list[int]:
    """The tokens at which a clause begins that somebody says: `and said`, `but the mayor told`, `, adding that`."""
    lows = draft.lows
    spoken = {a.first for a in said if a.verb is not None and not a.tail}
    adding = {i for i in range(sentence.first + 1, sentence.last) if lows[i] in _GOES_ON and lows[i - 1] == ","}
    begins = {i for i in spoken | adding if i > sentence.first and lows[_before(draft, i)] in _JOINTS}
    return sorted({sentence.first} | begins)


def _before(draft: Draft, i: int) -> int:
    """The token before `i`, past an article: that of `but the mayor said`."""
    return i - 2 if draft.lows[i - 1] in ("the", "a", "an") else i - 1

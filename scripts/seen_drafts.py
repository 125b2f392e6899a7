"""A kept first sight as a draft, as far as the evidence of opinions looks at it."""

from bisect import bisect_left, bisect_right

import reading  # noqa: F401 (sets the path to the project)

from reports.extraction.model import Draft, Figure, Sentence, Span
from reports.extraction.normalise import normalise
from reports.extraction.tokenise import tokenise


def as_draft(report, row):
    """The reading of a kept line, as far as evidence looks at it."""
    draft = Draft(normalise(report["text"]))
    draft.take(tokenise(draft.text))
    for told in row["sentences"]:
        first, last = bisect_left(draft.starts, told["start"]), bisect_left(draft.starts, told["end"])
        draft.sentences.append(Sentence(first=first, last=last, **told))
    begins = [s.start for s in draft.sentences]
    for told in row["figures"]:
        number = Span(*told["number"]) if "number" in told else None
        bare = not told["subject"]
        known = {"bare": bare, "low": None, "high": None, "text": "", **told, "number": number}
        draft.figures.append(Figure(sentence=max(0, bisect_right(begins, told["start"]) - 1), **known))
    return draft

"""Who speaks, and whose name is no place's for that: "the United Nations", "Save the Children", "Rida Issa"."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..cues import cue
from ..model import Draft, Source
from .candidates import Candidate

_BODIES = cue("places", "bodies_that_speak")
_CITY = 300_000
_STANDS = re.compile(r"\b(?:in|at|of|from|near)\W+(?:the )?$", re.IGNORECASE)
_NAMES = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+")


class Spoken:
    """The sources of a report, asked by the token that a name begins with."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.at: dict[int, Source] = {}  # by token
        for source in draft.sources:
            first = bisect_left(draft.starts, source.start)
            self.at.update(dict.fromkeys(range(first, bisect_left(draft.starts, source.end, first)), source))

    def claims(self, found: Candidate) -> bool:
        """Whether the candidate is, or is a part of, the name of a body or of a person who speaks."""
        source = self.at.get(found.first)
        if source is None or found.typed is not None:
            return False
        name, query = source.name.casefold(), found.query.casefold()
        if source.kind not in _BODIES:
            return self._first_name(found, source)
        text, start = self.draft.text, self.draft.tokens[found.first].start
        if _STANDS.search(text, source.start, start) or text[source.end - 2 : source.end] in ("'s", "’s"):
            return False
        return query == name or name.startswith(query + " ") or name.endswith(" " + query)

    def _first_name(self, found: Candidate, source: Source) -> bool:
        """ "Rida Issa": the source is nothing but two names."""
        weak = not found.hits or found.hits[0].population < _CITY
        start = self.draft.tokens[found.first].start
        return weak and source.text == source.name and source.start == start and bool(_NAMES.fullmatch(source.text))

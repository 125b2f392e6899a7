"""The issuer of a communiqué: what "our forces" tell and nobody else is said to say is the word of who filed it."""

from __future__ import annotations

from .cues import cue
from .model import Draft, Sentence, Source
from .speakers import Speakers
from .tokenise import tokenise

_OURS = cue("issuer", "ours")
_FORCES = cue("issuer", "forces")
_MEDIA = cue("issuer", "media")  # they quote those who say "our troops", with marks or without
_QUOTES = frozenset(['"', "“", "”", "«", "»"])
_LEAST = 2  # sentences in its own voice: one alone may be a stray quotation


def find_issuer(draft: Draft, speakers: Speakers, spoken: frozenset[int]) -> None:
    """Make the outlet of a communiqué a source; `spoken` are the sentences in which somebody else speaks.

    Its `sentences` are those in its own voice; no wire tells of "our troops" outside a quotation.
    """
    if draft.outlet is None or not _MEDIA.isdisjoint(draft.outlet.lower().split()):
        return
    own = [
        (number, at)
        for number, sentence in enumerate(draft.sentences)
        if number not in spoken and sentence.status != "noise" and (at := _in_own_voice(draft, sentence)) is not None
    ]
    if len(own) < _LEAST:
        return
    known = speakers.by_alias.get(draft.outlet.lower())
    name = known.name if known else draft.outlet
    draft.issuer = next((k for k, source in enumerate(draft.sources) if source.name == name), None)
    if draft.issuer is not None:
        return
    tokens = tokenise(draft.outlet)
    kind = str(known.table.get("kind", "other")) if known else speakers.kind_of(tokens, 0, len(tokens))
    number, at = own[0]
    token = draft.tokens[at]
    source = Source(token.start, token.end, token.text, name, kind, [n for n, _ in own], "issuer", None, number)
    source.first, source.last = at, at + 1
    source.rules = dict.fromkeys(("name", "kind", "sentences"), "issuer")
    draft.issuer = len(draft.sources)
    draft.sources.append(source)


def _in_own_voice(draft: Draft, sentence: Sentence) -> int | None:
    """The token of "our forces", "we lost", where no quotation holds it."""
    lows = draft.lows
    for i in range(sentence.first, sentence.last):
        if lows[i] in _QUOTES:
            return None
        ours = lows[i] in _OURS and not _FORCES.isdisjoint(lows[i + 1 : min(i + 4, sentence.last)])
        if ours or (lows[i] == "we" and i + 1 < sentence.last):
            return i
    return None

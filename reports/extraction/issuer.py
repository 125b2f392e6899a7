"""The issuer of a communiqué or note: what it tells in its own voice and nobody else is said to say is its word."""

from __future__ import annotations

from collections.abc import Iterator

from .cues import cue
from .model import Draft, Source
from .speakers import Speakers
from .tokenise import tokenise

_OURS = cue("issuer", "ours")
_DEEDS = cue("issuer", "deeds")
_MEDIA = cue("issuer", "media")  # they quote those who say "our troops", with marks or without
_BODIES = cue("issuer", "bodies")
_AUXILIARIES = cue("issuer", "auxiliaries")
_LEAST = 2  # sentences in its own voice: one alone may be a stray quotation
_LONGEST = 8  # words of a name at the head


def find_issuer(draft: Draft, speakers: Speakers, spoken: frozenset[int]) -> None:
    """Make a source of who speaks of "our troops", "we recorded"; `spoken` are the sentences in which others speak.

    It is the outlet, where that is no wire, or the body that stands at the head of a text without one.
    """
    named = _outlet(draft, speakers) if draft.outlet else _masthead(draft)
    if named is None:
        return
    own = [(number, at) for number, at in _in_own_voice(draft) if number not in spoken]
    if len(own) < _LEAST:
        return
    name, span = named
    known = speakers.by_alias.get(name.lower())
    name = known.name if known else name
    draft.issuer = next((k for k, source in enumerate(draft.sources) if source.name == name), None)
    if draft.issuer is not None:
        return
    tokens = tokenise(name)
    kind = str(known.table.get("kind", "other")) if known else speakers.kind_of(tokens, 0, len(tokens))
    number, at = own[0]
    start, end = span or (draft.tokens[at].start, draft.tokens[at].end)
    source = Source(start, end, draft.text[start:end], name, kind, [n for n, _ in own], "issuer", None, number)
    source.first, source.last = at, at + 1
    source.rules = dict.fromkeys(("name", "kind", "sentences"), "issuer")
    draft.issuer = len(draft.sources)
    draft.sources.append(source)


_Named = tuple[str, tuple[int, int] | None]  # a name, and where it stands


def _outlet(draft: Draft, speakers: Speakers) -> _Named | None:
    outlet = draft.outlet or ""
    known = speakers.by_alias.get(outlet.lower())
    wire = (known and known.table.get("kind") == "wire") or not _MEDIA.isdisjoint(outlet.lower().split())
    return None if wire else (outlet, None)


def _masthead(draft: Draft) -> _Named | None:
    """The first line, where it is no more than the name of a body: "SUDAN HARM MONITOR"."""
    line = next((line for line in draft.text.splitlines() if line.strip()), "").strip()
    words = line.lower().split()
    if not words or len(words) > _LONGEST or _BODIES.isdisjoint(words) or not _MEDIA.isdisjoint(words):
        return None
    start = draft.text.index(line)
    return (line.title() if line.isupper() else line), (start, start + len(line))


def _in_own_voice(draft: Draft) -> Iterator[tuple[int, int]]:
    """Sentences that say "our forces", "we lost" outside every quotation, each with the token where they do."""
    quoted, section = False, None
    for number, sentence in enumerate(draft.sentences):
        if sentence.section != section:
            quoted, section = False, sentence.section
        found = None
        for i in range(sentence.first, sentence.last):
            low = draft.lows[i]
            if low in ('"', "“", "«", "”", "»"):
                quoted = low in ("“", "«") or (low == '"' and not quoted)
            elif not quoted and found is None and _owns(draft.lows, i, sentence.last):
                found = i
        if found is not None and sentence.status != "noise":
            yield number, found


def _owns(lows: list[str], i: int, end: int) -> bool:
    if lows[i] == "our":
        return not _OURS.isdisjoint(lows[i + 1 : min(i + 4, end)])
    if lows[i] != "we":
        return False
    behind = [low for low in lows[i + 1 : min(i + 5, end)] if low not in _AUXILIARIES]
    return behind[:1] != [] and behind[0] in _DEEDS

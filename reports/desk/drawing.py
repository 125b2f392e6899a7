"""Draw a report's text with its marks, on the server: headings, figures, places, groups, sources, dates, the undecided.

Marks may nest and overlap. Each is a class (colour and kind of line) and a level (how far below the words its line
runs), so that two lines never cover each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.extraction.named_bodies import is_body
from reports.models import Claim
from reports.workflow.marks import Segment, segments

LEGEND = {
    "heading": gettext_lazy("Heading"),
    "figure": gettext_lazy("Figure"),
    "place": gettext_lazy("Place"),
    "group": gettext_lazy("Group"),
    "source": gettext_lazy("Source"),
    "date": gettext_lazy("Date"),
    "control": gettext_lazy("Control"),
    "unresolved": gettext_lazy("Undecided by the reader"),
}
KIND_OF_LIST = {
    "sections": "heading",
    "figures": "figure",
    "places": "place",
    "groups": "group",
    "sources": "source",
    "dates": "date",
    "controls": "control",
    "unresolved": "unresolved",
}
DEEPEST = 4


@dataclass(frozen=True)
class Mark:
    """A stretch [start, end) to be drawn, and the claim that it became, if it did."""

    start: int
    end: int
    kind: str
    title: str
    level: int = 0
    claim: str = ""
    verdict: str = ""


def draw(text: str, document: dict[str, Any] | None, claims: Iterable[Claim]) -> SafeString:
    """The text as HTML: each sentence in its own span, each mark a link to its claim where there is one."""
    marks = _levelled(_marks(document or {}, claims))
    spans = [(mark.start, mark.end, mark) for mark in marks]
    sentences = [(s["start"], s["end"], f"s{i}") for i, s in enumerate((document or {}).get("sentences", []))]
    return format_html_join("", "{}", ((part,) for part in _sentence_by_sentence(text, spans, sentences)))


def _sentence_by_sentence(text: str, spans: list, sentences: list[tuple[int, int, str]]) -> Iterable[SafeString]:
    pieces = segments(text, [*spans, *sentences])

    def sentence_of(piece: Segment) -> str:
        return next((payload for payload in piece.payloads if isinstance(payload, str)), "")

    for name, run in groupby(pieces, key=sentence_of):
        inner = format_html_join("", "{}", ((_piece(piece),) for piece in run))
        yield format_html('<span class="sentence" id="{}">{}</span>', name, inner) if name else inner


def _piece(piece: Segment) -> SafeString:
    """One stretch inside all its marks: the longest outermost; the innermost claim is the link."""
    marks = [payload for payload in piece.payloads if isinstance(payload, Mark)]
    html: SafeString = format_html("{}", piece.text)
    linked = False
    for mark in reversed(marks):
        link = bool(mark.claim) and not linked
        linked = linked or link
        html = _wrapped(html, mark, link)
    return html


def _wrapped(html: SafeString, mark: Mark, link: bool) -> SafeString:
    attributes = format_html(
        'class="mark mark-{} level-{}" title="{}" data-claim="{}" data-verdict="{}"',
        *(mark.kind, mark.level, mark.title, mark.claim, mark.verdict),
    )
    if link:
        return format_html('<a href="#c-{}" {}>{}</a>', mark.claim, attributes, html)
    return format_html("<span {}>{}</span>", attributes, html)


def _marks(document: dict[str, Any], claims: Iterable[Claim]) -> list[Mark]:
    by_mention = {}
    added = []
    for claim in claims:
        if claim.mention:
            by_mention[claim.mention] = claim
        else:
            added.append(claim)
    marks = [
        _mark(kind, entry, by_mention.get(f"{name}/{index}"))
        for name, kind in KIND_OF_LIST.items()
        for index, entry in enumerate(document.get(name, []))
        if not is_body(entry)  # it has its mark as a source
    ]
    kinds = {"location": "place", "involvement": "group"}
    for claim in added:
        if claim.kind != "development":
            kind = kinds.get(claim.kind, claim.kind)
            marks.append(_mark(kind, {"start": claim.start, "end": claim.end}, claim))
    return marks


def _mark(kind: str, entry: dict[str, Any], claim: Claim | None) -> Mark:
    told = {
        "heading": entry.get("level"),
        "figure": entry.get("kind"),
        "place": entry.get("name"),
        "group": entry.get("name"),
        "source": entry.get("name"),
        "date": entry.get("date_start"),
        "control": entry.get("status"),
        "unresolved": entry.get("reason"),
    }[kind]
    title = f"{LEGEND[kind]}: {told}" if told else str(LEGEND[kind])
    if kind == "place" and entry.get("role") not in (None, "event"):
        title = f"{title} ({_('no pin')})"
    return Mark(
        *(entry["start"], entry["end"], kind, title, 0),
        claim.public_id if claim else "",
        claim.verdict if claim else "",
    )


def _levelled(marks: list[Mark]) -> list[Mark]:
    """Give each mark the first line that no shorter mark over the same words has taken."""
    placed: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.end - m.start, m.start)):
        taken = {other.level for other in placed if other.start < mark.end and mark.start < other.end}
        level = next((n for n in range(DEEPEST) if n not in taken), DEEPEST)
        placed.append(Mark(**{**vars(mark), "level": 0 if mark.kind == "heading" else level}))
    return placed

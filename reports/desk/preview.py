"""What the reader would make of a text, before it is saved: the same code as the worker's, and nothing is kept."""

import logging
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.extraction import UnreadableText, read, settle
from reports.extraction.named_bodies import is_body
from reports.geocoding import GazetteerMissing, locate
from reports.models import Source
from reports.workflow.intake import first_line
from reports.workflow.knowledge import desk_knowledge
from reports.workflow.likeness import likes_of
from reports.workflow.outlet import opening_dateline

from .drawing import LEGEND, draw

HEAD = 4  # lines: a headline and a byline may stand above the dateline
NEAR = 2  # days between a dateline and the day of publication
LONGEST = 60_000  # characters: a longer text is read by the worker alone
log = logging.getLogger(__name__)


@require_POST
def preview_view(request: HttpRequest) -> HttpResponse:
    """A fragment: the text with its marks, the instant it describes, and how much was found; or why there is none."""
    if not request.user.has_perm("reports.add_report"):
        raise PermissionDenied
    published = _day(request.POST.get("published", ""))
    chosen = request.POST.get("outlet", "")
    outlet = Source.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
    context: dict[str, Any] = {"problem": ""}
    try:
        text = settle(request.POST.get("text", ""))
        document = _read(text, published, outlet)
    except (UnreadableText, GazetteerMissing, _TooLong) as problem:
        context["problem"] = str(problem)
    except Exception:
        log.exception("the reader broke on a preview")
        context["problem"] = _("The reader could not make sense of this text. You can save it; it is kept.")
    else:
        context |= {
            "drawn": draw(text, document, []),
            "as_of": parse_datetime(document["as_of"] or ""),
            "other_day": _other_day(text, document, published),
            "found": _counted(document),
            "fronts": [s["heading"] for s in document["sections"] if s["level"] == "front"],
            "likes": likes_of(
                text,
                published=published,
                outlet=outlet,
                headline=request.POST.get("headline", "").strip() or first_line(text),
            ),
            "chosen": request.POST.get("supersedes"),
        }
    return TemplateResponse(request, "desk/_preview.html", context)


def _day(given: str) -> date | None:
    """The day as typed so far; None until it is one."""
    try:
        return parse_date(given)
    except ValueError:  # 31 February
        return None


def _other_day(text: str, document: dict[str, Any], published: date | None) -> date | None:
    """The day of the text's own dateline, where it is not about the one that was typed."""
    lines = [line for line in text.splitlines() if line.strip()][:HEAD]
    head = next((line for line in lines if opening_dateline(line)), None)
    if head is None:
        return None
    ends = text.index(head) + len(opening_dateline(head))
    filed = next((one["date_start"] for one in document["dates"] if one["end"] <= ends and one["date_start"]), None)
    day = parse_date(filed) if filed else None
    return day if day and published and abs((day - published).days) > NEAR else None


class _TooLong(Exception):
    """The text is left to the worker."""


def _read(text: str, published: date | None, outlet: Source | None) -> dict[str, Any]:
    if len(text) > LONGEST:
        raise _TooLong(_("This text is too long for a preview. Save it: a worker reads it."))
    knowledge = desk_knowledge()
    named = outlet.name if outlet else None
    document = read(text, knowledge.lexicon, knowledge.geocoder, published=published, outlet=named)
    return locate(document, knowledge.geocoder).to_dict()


def _counted(document: dict[str, Any]) -> list[tuple[Any, int]]:
    """What was found, by kind, in the words of the legend."""
    lists = {"figure": "figures", "place": "places", "group": "groups", "source": "sources", "date": "dates"}
    counts = {kind: sum(not is_body(one) for one in document[name]) for kind, name in lists.items()}
    return [(LEGEND[kind], count) for kind, count in counts.items() if count]

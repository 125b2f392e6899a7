"""The review page and its parts: one context, drawn whole for a browser and as a fragment for the keyboard.

Every decision answers the same way (`answer`): a redirect to the next open item for a plain form, the board itself for
a script that says `X-Desk: board`. One that also says what it has drawn (`drawn`) is sent only what looks different.
"""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from reports.models import Claim, Country, Front, Report
from reports.models.vocabulary import ClaimKind, ReadingState
from reports.workflow.errors import Conflict, WorkflowError
from reports.workflow.likeness import likes_of_report
from reports.workflow.progress import progress, with_progress
from reports.workflow.restating import not_repeated

from .board import Board, board_of
from .differing import open_differences
from .drawing import LEGEND, draw
from .drawn import changed, mark
from .pins import pins


def find_report(request: HttpRequest, pk: int) -> Report:
    """The report with its progress; the viewer must be allowed to see reports."""
    reports = with_progress(Report.objects.select_related("outlet", "entered_by"))
    return get_object_or_404(reports, pk=pk)


def find_claim(report: Report, public_id: str) -> Claim:
    claim = get_object_or_404(Claim.objects.with_parts(), report=report, public_id=public_id)
    claim.report = report
    return claim


def expected_version(request: HttpRequest) -> int | None:
    """The version of the report that the editor was looking at; None where a form does not say."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() else None


def wants_board(request: HttpRequest) -> bool:
    return request.headers.get("X-Desk") == "board"


def page_context(request: HttpRequest, report: Report, board: Board | None = None, **more: Any) -> dict[str, Any]:
    """All that the review page and its fragments show."""
    reading = report.readings.first()
    board = board or board_of(report, request.user)
    pinned, repeats = pins(board), not_repeated(report)
    may_review, may_publish = (
        request.user.has_perm("reports.review_claim"),
        request.user.has_perm("reports.publish_claim"),
    )
    mark(board, pinned, repeats, reading and (reading.pk, reading.state), may_review, may_publish)
    document = reading.result if reading else None
    if reading and document is None:
        done = report.readings.filter(state=ReadingState.DONE).first()
        document = done.result if done else None
    return {
        "report": report,
        "reading": reading,
        "is_open": bool(reading and ReadingState(reading.state).is_open),
        "document": document,
        "board": board,
        "pins": pinned,
        "not_repeated": repeats,
        "differences": open_differences(report),
        "progress": progress(report),
        "fronts": Front.objects.kept() if any(not block.has_front for block in board.blocks) else [],
        "countries": Country.objects.all() if any(not block.has_front for block in board.blocks) else [],
        "unresolved": [_told(report, entry) for entry in (document or {}).get("unresolved", [])],
        "may_review": may_review,
        "may_publish": may_publish,
        "may_change": request.user.has_perm("reports.change_report"),
        "may_read_again": may_read_again(request.user),
        **more,
    }


def may_read_again(user) -> bool:
    return user.has_perm("reports.change_report") or user.has_perm("reports.review_claim")


def draw_page(request: HttpRequest, report: Report, status: int = 200) -> TemplateResponse:
    """The whole review page."""
    context = page_context(request, report)
    claims = [item.claim for item in context["board"].items]
    asks = report.supersedes_id is None and not context["progress"].public
    context |= {
        **admin.site.each_context(request),
        "opts": Report._meta,
        "title": str(report),
        "has_places": any(item.claim.kind == ClaimKind.LOCATION for item in context["board"].items),
        "drawn": draw(report.text, context["document"], claims),
        "likes": likes_of_report(report) if asks else [],
        "legend": LEGEND,
        "map_words": {"read": _("Show what was read"), "reported": _("reported"), "handle": _("Drag to where it lies")},
        "tiles": settings.TILES_URL,
        "tiles_attribution": settings.TILES_ATTRIBUTION,
    }
    return TemplateResponse(request, "desk/review.html", context, status=status)


def part_or_page(
    request: HttpRequest, report: Report, part: str, context: dict[str, Any], status: int = 200
) -> TemplateResponse:
    """A form of the review page: as a part for a script that draws it in place, else on a page of its own.

    `context` has its title; the version that the form carries is the report's newest.
    """
    report.refresh_from_db(fields=["review_version"])
    context |= {"report": report, "part": part}
    if wants_board(request):
        return TemplateResponse(request, part, context, status=status)
    context |= {**admin.site.each_context(request), "opts": Report._meta, "title": context["title"]}
    return TemplateResponse(request, "desk/alone.html", context, status=status)


def answer(
    request: HttpRequest,
    report: Report,
    words: str = "",
    *,
    problem: WorkflowError | None = None,
    at: str = "",
    added: str = "",
) -> HttpResponse:
    """After a decision: the board with a sentence, or back to the page, at the next open item after `at`.

    `added` is a claim that was just made: a script opens its correction.
    """
    if wants_board(request):
        status = 200 if problem is None else 409 if isinstance(problem, Conflict) else 422
        report = find_report(request, report.pk)
        told: dict[str, Any] = {"notice": str(problem or words), "notice_is_error": problem is not None, "added": added}
        return _redraw(request, page_context(request, report, **told), status)
    if problem is not None:
        messages.error(request, str(problem))
    elif words:
        messages.success(request, words)
    address = reverse("admin:reports_report_review", args=[report.pk])
    if problem is None and at:
        following = board_of(report, request.user).after(at)
        return redirect(f"{address}#{following.anchor if following else f'c-{at}'}")
    return redirect(f"{address}#c-{at}" if at else address)


def _redraw(request: HttpRequest, context: dict[str, Any], status: int) -> TemplateResponse:
    """What a script must draw anew: the items that look different from those it holds, or the whole board."""
    board, drawn = context["board"], request.POST.get("drawn", "")
    different = changed(board, drawn)
    if different is None:
        return TemplateResponse(request, "desk/_board.html", context, status=status)
    context |= {"changed": different, "send_pins": board.pinned not in drawn.split()}
    return TemplateResponse(request, "desk/_changes.html", context, status=status)


def left_in_words(left: list[tuple[Claim, str]]) -> str:
    """ "3 wait: figures of killed are decided one by one (2); it has no day (1)"."""
    if not left:
        return ""
    reasons: dict[str, int] = {}
    for _claim, reason in left:
        reasons[reason] = reasons.get(reason, 0) + 1
    listed = "; ".join(f"{reason} ({count})" for reason, count in reasons.items())
    return _("%(count)d wait for a decision: %(reasons)s.") % {"count": len(left), "reasons": listed}


def _told(report: Report, entry: dict[str, Any]) -> dict[str, Any]:
    return {"words": report.text[entry["start"] : entry["end"]], "reason": entry["reason"]}

"""Publish: first what readers will see and what is held back, and why; then the step itself."""

from collections import Counter

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reports.models import Report
from reports.models.vocabulary import ClaimKind, FigureKind
from reports.workflow.errors import WorkflowError
from reports.workflow.progress import progress
from reports.workflow.publish import publish_report

from .board import Board, board_of
from .pages import answer, expected_version, left_in_words, part_or_page
from .review import on_report


@require_http_methods(["GET", "POST"])
@on_report
def publish_view(request: HttpRequest, report: Report) -> HttpResponse:
    """GET: what would be published. POST: publish what was accepted, and say what is held back and why."""
    if request.method == "GET":
        if not request.user.has_perm("reports.publish_claim"):
            raise PermissionDenied
        return _confirm(request, report)
    try:
        result = publish_report(report, request.user, expected_version=expected_version(request))
    except WorkflowError as problem:
        return answer(request, report, problem=problem)
    words = _("%(n)d published.") % {"n": len(result.published)}
    return answer(request, report, f"{words} {left_in_words(result.held)}".strip())


def _confirm(request: HttpRequest, report: Report) -> HttpResponse:
    board = board_of(report, request.user)
    context = {
        "title": _("Publish"),
        "board": board,
        "progress": progress(report),
        "counted": counted(board),
        "in_bulk": sum(item.claim.in_bulk for item in board.publishable),
    }
    return part_or_page(request, report, "desk/_publish.html", context)


def counted(board: Board) -> list[tuple[str, int]]:
    """What would be published: kinds in words and how many, figures of killed on a line of their own."""
    words = {
        ClaimKind.DEVELOPMENT: _("Developments"),
        "killed": _("Figures of killed"),
        ClaimKind.FIGURE: _("Other figures"),
        ClaimKind.CONTROL: _("Claims of control"),
        ClaimKind.LOCATION: _("Places"),
        ClaimKind.INVOLVEMENT: _("Groups"),
    }
    counts = Counter(
        "killed" if getattr(item.part, "figure_kind", "") == FigureKind.KILLED else item.claim.kind
        for item in board.publishable
    )
    return [(label, counts[kind]) for kind, label in words.items() if counts[kind]]

"""The review page's verbs: look, accept, reject, undo, set a status, accept the rest, withdraw, read again."""

from functools import wraps
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from reports.models import Claim, Report
from reports.models.vocabulary import ClaimKind, Status, Verdict
from reports.workflow.errors import WorkflowError
from reports.workflow.publish import withdraw
from reports.workflow.review import accept, accept_rest, reject
from reports.workflow.revise import set_status, undo
from reports.workflow.submit import read_again

from .pages import answer, draw_page, expected_version, find_claim, find_report, left_in_words, may_read_again

# What one key sets; the others are chosen in the correction.
STATUSES = (Status.CURRENT, Status.BACKGROUND, Status.ANNOUNCED, Status.DENIED)


def on_report(view):
    """Hand the view its report; only those who may see reports come in."""

    @wraps(view)
    def guarded(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        if not request.user.has_perm("reports.view_report"):
            raise PermissionDenied
        return view(request, find_report(request, pk), **kwargs)

    return guarded


@require_safe
@on_report
def review_view(request: HttpRequest, report: Report) -> HttpResponse:
    return draw_page(request, report)


@require_safe
@on_report
def state_view(request: HttpRequest, report: Report) -> HttpResponse:
    """The state of the latest reading, asked for again and again: 304 while nothing changed."""
    reading = report.readings.defer("result").first()
    etag = quote_etag(f"{reading.pk}-{reading.state}-{reading.attempts}" if reading else "none")
    if same := get_conditional_response(request, etag=etag):
        return same
    context = {"report": report, "reading": reading}
    return TemplateResponse(request, "desk/_state.html", context, headers={"ETag": etag, "Cache-Control": "no-cache"})


@require_POST
@on_report
def decide_view(request: HttpRequest, report: Report, public_id: str) -> HttpResponse:
    """Accept or reject one claim, undo the last decision on it, or set its status."""
    action = request.POST.get("action", "")
    steps = {"accept": _accept, "reject": _reject, "reopen": _undo} | dict.fromkeys(STATUSES, _status)
    step = steps.get(action)
    if step is None:
        return HttpResponseBadRequest(f"action: {', '.join(steps)}")
    claim = find_claim(report, public_id)
    try:
        with transaction.atomic():
            step(claim, request.user, action, expected_version(request))
    except WorkflowError as problem:
        return answer(request, report, problem=problem, at=public_id)
    return answer(request, report, at=public_id)


@require_POST
@on_report
def rest_view(request: HttpRequest, report: Report) -> HttpResponse:
    """Accept all that is left but for what must be decided singly, and say what stays and why."""
    try:
        result = accept_rest(report, request.user, expected_version=expected_version(request))
    except WorkflowError as problem:
        return answer(request, report, problem=problem)
    count = len(result.accepted)
    words = ngettext("%(n)d accepted in bulk.", "%(n)d accepted in bulk.", count) % {"n": count}
    return answer(request, report, f"{words} {left_in_words(result.left)}".strip())


@require_POST
@on_report
def withdraw_view(request: HttpRequest, report: Report, public_id: str) -> HttpResponse:
    """Take a public claim back, with the reason that readers will see."""
    claim = find_claim(report, public_id)
    try:
        withdraw(claim, request.user, request.POST.get("why", ""), expected_version=expected_version(request))
    except WorkflowError as problem:
        return answer(request, report, problem=problem, at=public_id)
    return answer(request, report, _("Withdrawn. Readers see the reason among the corrections."), at=public_id)


@require_POST
@on_report
def read_again_view(request: HttpRequest, report: Report) -> HttpResponse:
    """Retry a failed reading, or read a finished one with what the reader knows by now."""
    if not may_read_again(request.user):
        raise PermissionDenied
    try:
        read_again(report, request.user)
    except WorkflowError as problem:
        return answer(request, report, problem=problem)
    return answer(request, report, _("A worker is reading it again. What you decided stays."))


def _accept(claim: Claim, by, action: str, version: int | None) -> None:
    accept(claim, by, expected_version=version)


def _reject(claim: Claim, by, action: str, version: int | None) -> None:
    """A development takes with it all that hangs on it and is still open: a rejected sentence says nothing."""
    batch = uuid4()
    reject(claim, by, batch=batch, expected_version=version)
    if claim.kind == ClaimKind.DEVELOPMENT:
        for child in Claim.objects.hanging_on(claim).filter(verdict=Verdict.PROPOSED).with_parts():
            reject(child, by, why=_("rejected with its development"), batch=batch)


def _undo(claim: Claim, by, action: str, version: int | None) -> None:
    undo(claim, by, expected_version=version)


def _status(claim: Claim, by, action: str, version: int | None) -> None:
    set_status(claim, action, by, expected_version=version)

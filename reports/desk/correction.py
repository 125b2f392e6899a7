"""Correct one claim: a small form in place, or a page of its own without JavaScript."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from reports.models import Claim, Report
from reports.models.vocabulary import ClaimKind
from reports.workflow.errors import Conflict, WorkflowError
from reports.workflow.review import accept, asks_for_two, correct

from .correction_forms import form_for
from .forms import CorrectForm
from .pages import answer, expected_version, find_claim, part_or_page
from .review import on_report


@on_report
def correct_view(request: HttpRequest, report: Report, public_id: str) -> HttpResponse:
    """GET: the form. POST: the correction, which also accepts the claim."""
    if not request.user.has_perm("reports.review_claim"):
        raise PermissionDenied
    claim = find_claim(report, public_id)
    if request.method != "POST":
        return _draw(request, report, claim, form_for(claim))
    form = form_for(claim, request.POST)
    if form.is_valid() and claim.is_public and form.changes() and not form.cleaned_data["why"]:
        form.add_error("why", _("This is public. Say why it is corrected."))
    if not form.is_valid():
        return _draw(request, report, claim, form, status=422)
    try:
        _keep(claim, form, request)
    except Conflict as problem:
        return _draw(request, report, claim, form, status=409, problem=str(problem))
    except WorkflowError as problem:
        return _draw(request, report, claim, form, status=422, problem=str(problem))
    return answer(request, report, format_html("{} {}", _("Corrected."), form.afterword()), at=public_id)


def _keep(claim: Claim, form: CorrectForm, request: HttpRequest) -> None:
    """Nothing changed means that the editor looked and agrees: that is an acceptance."""
    changes, why = form.changes(), form.cleaned_data["why"]
    step = {"why": why, "expected_version": expected_version(request)}
    with transaction.atomic():
        if changes:
            correct(claim, request.user, changes, **step)
        else:
            accept(claim, request.user, **step)
        form.remember(request.user)


def _draw(
    request: HttpRequest, report: Report, claim: Claim, form: CorrectForm, status: int = 200, problem: str = ""
) -> HttpResponse:
    development = claim if claim.kind == ClaimKind.DEVELOPMENT else claim.part.development.claim  # type: ignore[attr-defined]
    context = {
        "title": _("Correct"),
        "claim": claim,
        "hides_it": claim.is_public and asks_for_two(claim),
        "form": form,
        "problem": problem,
        "before": report.text[development.start : claim.start],
        "words": report.text[claim.start : claim.end],
        "after": report.text[claim.end : development.end],
    }
    return part_or_page(request, report, "desk/_correct.html", context, status)

"""Reading again on the desk: runs over all reports, their progress and what they changed; differences settled."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from reports.models import Difference, Report, Rereading
from reports.workflow.differences import leave, take
from reports.workflow.errors import WorkflowError
from reports.workflow.rereading import progress_of, read_again_all

from .pages import answer, expected_version, may_read_again
from .review import on_report

RUNS = 10
MOST = 50


@require_http_methods(["GET", "HEAD", "POST"])
def runs_view(request: HttpRequest) -> HttpResponse:
    """GET: the last runs. POST: read all reports again."""
    if not may_read_again(request.user):
        raise PermissionDenied
    if request.method == "POST":
        start_run(request, Report.objects.all())
        return redirect("admin:reports_report_runs")
    runs = [(run, progress_of(run)) for run in Rereading.objects.select_related("requested_by")[:RUNS]]
    differing = (
        Report.objects.filter(claims__differences__state=Difference.State.OPEN).distinct().select_related("outlet")
    )
    context = {
        **admin.site.each_context(request),
        "opts": Report._meta,
        "title": _("Read again"),
        "runs": runs,
        "is_open": any(not progress.is_over for _run, progress in runs),
        "n_reports": Report.objects.count(),
        "differing": differing.defer("text")[:MOST],
    }
    return TemplateResponse(request, "desk/runs.html", context)


def start_run(request: HttpRequest, reports) -> Rereading:
    """Queue the readings and say how many wait, for the action on the list too."""
    run = read_again_all(reports, request.user)
    queued = run.readings.count()
    words = ngettext("%(n)d report waits for a worker.", "%(n)d reports wait for a worker.", queued) % {"n": queued}
    if run.skipped:
        words += " " + _("%(n)d were being read already.") % {"n": run.skipped}
    messages.success(request, words)
    return run


@require_POST
@on_report
def difference_view(request: HttpRequest, report: Report, difference: int) -> HttpResponse:
    """Take over what the new reading says, or leave the claim as it was decided."""
    row = get_object_or_404(Difference.objects.select_related("claim"), pk=difference, claim__report=report)
    row.claim.report = report
    if row.state != Difference.State.OPEN:
        return answer(request, report, at=row.claim.public_id)
    try:
        if request.POST.get("step") == "take":
            take(row, request.user, request.POST.get("why", ""), expected_version=expected_version(request))
        else:
            leave(row, request.user, expected_version=expected_version(request))
    except WorkflowError as problem:
        return answer(request, report, problem=problem, at=row.claim.public_id)
    return answer(request, report, at=row.claim.public_id)

"""Other reports that hold a place's name: listed on a page of the place, and moved in one step by a worker."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reports.models import Place, Relocation
from reports.workflow.errors import WorkflowError
from reports.workflow.relocate import ask, namesakes

LISTED = 200  # mentions on the page; the worker takes all
KEPT = 5  # earlier passes shown below


@require_http_methods(["GET", "POST"])
def namesakes_view(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the mentions that stand elsewhere, and what earlier passes did. POST: have a worker move the undecided."""
    if not request.user.has_perm("reports.view_report"):
        raise PermissionDenied
    place = get_object_or_404(Place, pk=pk)
    if request.method == "POST":
        try:
            ask(place, request.user)
            messages.success(request, _("A worker moves them. This page shows what it changed."))
        except WorkflowError as problem:
            messages.error(request, str(problem))
        return redirect("admin:reports_place_namesakes", pk)
    found = namesakes(place)
    relocations = Relocation.objects.filter(place=place).select_related("requested_by")
    context = {
        **admin.site.each_context(request),
        "title": _("Same name in other reports"),
        "opts": Place._meta,
        "place": place,
        "found": found[:LISTED],
        "movable": [row for row in found if not row.why_left],
        "open": relocations.filter(finished_at=None).exists(),
        "relocations": relocations.exclude(finished_at=None)[:KEPT],
    }
    return TemplateResponse(request, "admin/reports/place/namesakes.html", context)

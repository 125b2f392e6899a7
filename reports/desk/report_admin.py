"""Reports: listed with their state, pasted on a page of their own, corrected in all but their text."""

from django.contrib import admin
from django.db import models
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from reports.models import Report
from reports.models.vocabulary import ReadingState
from reports.workflow import progress as states
from reports.workflow.progress import progress, with_progress

from .comparing import compare_pasted_view
from .metadata import correct_metadata
from .pages import may_read_again
from .paste import guess_view, paste_view
from .preview import preview_view
from .rereading import runs_view, start_run
from .review_urls import review_urls

METADATA = ("headline", "outlet", "published", "as_of", "url", "language", "supersedes")
STATE_WORDS = {
    states.WAITING: _("waiting for a worker"),
    states.READING: _("being read"),
    states.FAILED: _("could not be read"),
    states.EMPTY: _("nothing found"),
    states.TO_REVIEW: _("to review"),
    states.TO_PUBLISH: _("to publish"),
    states.PUBLIC: _("public"),
}


class StateFilter(admin.SimpleListFilter):
    """By where a report stands; the conditions are those of `workflow.progress`."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return list(STATE_WORDS.items())

    def queryset(self, request, queryset: QuerySet) -> QuerySet:
        open_states = [ReadingState.QUEUED, ReadingState.READING]
        finished = queryset.exclude(latest_state__in=open_states)
        settled = finished.filter(n_undecided=0, n_unpublished=0)
        choices = {
            states.WAITING: queryset.filter(latest_state=ReadingState.QUEUED),
            states.READING: queryset.filter(latest_state=ReadingState.READING),
            states.TO_REVIEW: finished.filter(n_undecided__gt=0),
            states.TO_PUBLISH: finished.filter(n_undecided=0, n_unpublished__gt=0),
            states.PUBLIC: settled.filter(n_public__gt=0),
            states.FAILED: settled.filter(n_public=0, latest_state=ReadingState.FAILED),
            states.EMPTY: settled.filter(n_public=0).exclude(latest_state=ReadingState.FAILED),
        }
        return choices.get(self.value() or "", queryset)


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    list_display = ("title", "outlet", "published", "state", "decided", "entered_by", "entered_at")
    list_display_links = None
    list_filter = (StateFilter, ("outlet", admin.RelatedOnlyFieldListFilter), "published")
    list_select_related = ("outlet", "entered_by")
    list_per_page = 50
    search_fields = ("headline", "public_id", "text")
    date_hierarchy = "published"
    autocomplete_fields = ("outlet", "supersedes")
    fieldsets = (
        (None, {"fields": METADATA}),
        (_("As pasted"), {"fields": ("whole_text", "sha256", "entered_by", "entered_at")}),
    )
    readonly_fields = ("whole_text", "sha256", "entered_by", "entered_at")
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    actions = ("read_selected_again",)
    change_form_template = "admin/reports/report/change_form.html"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("add/guess/", wrap(guess_view), name="reports_report_guess"),
            path("add/preview/", wrap(preview_view), name="reports_report_preview"),
            path("read-again/", wrap(runs_view), name="reports_report_runs"),
            path("add/compare/", wrap(compare_pasted_view), name="reports_report_compare_pasted"),
            *review_urls(wrap),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context=None):
        return super().changelist_view(request, {"title": _("Reports"), **(extra_context or {})})

    def add_view(self, request: HttpRequest, form_url="", extra_context=None):
        return paste_view(request)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name == "as_of":
            for part, told in zip(field.widget.widgets, (_("As of: day"), _("As of: hour, UTC")), strict=True):
                part.attrs["aria-label"] = told
        return field

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        return with_progress(super().get_queryset(request))

    def save_model(self, request: HttpRequest, report: Report, form, change: bool) -> None:
        correct_metadata(report, request.user, form.changed_data)

    @admin.action(description=_("Read again"), permissions=["read_again"])
    def read_selected_again(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse:
        """Queue a reading of each; those under way are left alone."""
        start_run(request, queryset)
        return redirect("admin:reports_report_runs")

    def has_read_again_permission(self, request: HttpRequest) -> bool:
        return may_read_again(request.user)

    @admin.display(description=_("report"), ordering="headline")
    def title(self, report: Report) -> str:
        return format_html('<a href="{}">{}</a>', reverse("admin:reports_report_review", args=[report.pk]), report)

    @admin.display(description=_("state"), ordering="latest_state")
    def state(self, report: Report) -> str:
        now = progress(report)
        words = STATE_WORDS[now.state]
        return format_html('<span class="state" data-state="{}">{}</span>', now.state, words)

    @admin.display(description=_("decided"), ordering=F("n_undecided"))
    def decided(self, report: Report) -> str:
        now = progress(report)
        return f"{now.decided} / {now.total}" if now.total else "–"

    @admin.display(description=_("text"))
    def whole_text(self, report: Report) -> str:
        return format_html('<div class="as-pasted" dir="auto">{}</div>', report.text)

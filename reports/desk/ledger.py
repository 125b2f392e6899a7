"""What was read and what was decided: to be looked at, never edited."""

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from reports.models import Decision, Reading


class ReadOnlyAdmin(admin.ModelAdmin):
    """Neither added, changed nor deleted here."""

    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    """The ledger. Appended to by the review pages alone; the database refuses all else."""

    list_display = ("at", "by", "role", "action", "about", "in_bulk", "why")
    list_filter = ("action", "in_bulk", "role", ("by", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("by", "claim__report", "report__outlet")
    search_fields = ("why", "claim__public_id", "report__headline", "claim__report__headline")
    date_hierarchy = "at"
    ordering = ("-at", "-pk")
    fields = ("at", "by", "role", "action", "about", "why", "before", "after", "in_bulk", "batch")
    readonly_fields = ("about",)

    @admin.display(description=_("about"))
    def about(self, decision) -> str:
        if decision.claim is None:
            return _report_link(decision.report, str(decision.report))
        claim = decision.claim
        words = f"{claim.get_kind_display()}: “{shortened(claim.quote)}”"
        return _report_link(claim.report, words, f"#c-{claim.public_id}")


@admin.register(Reading)
class ReadingAdmin(ReadOnlyAdmin):
    """Each run of the reader. A failed one is tried again from its report."""

    list_display = ("report", "state", "requested_at", "seconds_taken", "attempts", "failure", "open_review")
    list_filter = ("state",)
    list_select_related = ("report__outlet",)
    search_fields = ("report__headline", "report__public_id", "failure")
    date_hierarchy = "requested_at"
    fields = (
        *("report", "state", "open_review", "failure", "failure_detail"),
        *("requested_at", "requested_by", "started_at", "finished_at", "seconds_taken", "attempts"),
        *("reader_version", "lexicon_version", "gazetteer_version", "aliases_version"),
    )
    readonly_fields = ("seconds_taken", "open_review")

    def get_queryset(self, request):
        return super().get_queryset(request).defer("result", "report__text")

    @admin.display(description=_("seconds"))
    def seconds_taken(self, reading) -> str:
        return "–" if reading.seconds is None else f"{reading.seconds:.1f}"

    @admin.display(description=_("review"))
    def open_review(self, reading) -> str:
        return _report_link(reading.report, str(_("Open, or read again")))


def shortened(words: str, most: int = 80) -> str:
    """The words on one line, cut with an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _report_link(report, words: str, anchor: str = "") -> str:
    return format_html('<a href="{}{}">{}</a>', reverse("admin:reports_report_review", args=[report.pk]), anchor, words)

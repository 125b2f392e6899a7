"""What was said, and what was read: reports as pasted, and each reading of them."""

import hashlib
from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .identity import public_id
from .querysets import ReadingQuerySet, ReportQuerySet
from .vocabulary import ReadingState
from .world import Source


def digest(text: str) -> str:
    """SHA-256 of the settled text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


class Report(models.Model):
    """A report as it was pasted: settled once at the door, then never changed (a trigger refuses it).

    A correction by the outlet is a new report that supersedes this one and hides nothing.
    """

    public_id = models.CharField(max_length=16, unique=True, editable=False, default=public_id)
    outlet = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="filed",
        verbose_name=_("outlet"),
        help_text=_("Who filed it: the agency, the ministry, the monitor."),
    )
    headline = models.CharField(_("headline"), max_length=300, blank=True)
    text = models.TextField(_("text"), help_text=_("Paste the whole report, headings and credits included."))
    covered_text = models.TextField(
        blank=True, editable=False, help_text=_("The text with what was hidden covered; empty where nothing is.")
    )
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=10, default="en")
    published = models.DateField(
        _("day"), help_text=_("The day it was published. 'Sunday' in the text is the last Sunday up to it.")
    )
    as_of = models.DateTimeField(
        _("as of"), null=True, blank=True, help_text=_("The instant it describes, in UTC, where the text says so.")
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by", verbose_name=_("supersedes")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="reports", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"), default=timezone.now, editable=False)
    idempotency_key = models.CharField(max_length=100, null=True, blank=True, unique=True, editable=False)
    request_sha256 = models.CharField(
        max_length=64, blank=True, editable=False, help_text=_("Of the request that carried the key.")
    )
    review_version = models.PositiveIntegerField(default=0, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-published", "-pk"]
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="report_has_text"),
            models.CheckConstraint(condition=~Q(supersedes=F("id")), name="report_supersedes_another"),
        ]
        permissions = [("publish_report", _("Can publish and withdraw what a report holds"))]

    def __str__(self) -> str:
        return self.headline or _("%(outlet)s, %(day)s") % {"outlet": self.outlet, "day": self.published.isoformat()}

    def save(self, *args, **kwargs):
        if not self.sha256:
            self.sha256 = digest(self.text)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("report", args=[self.public_id])

    @property
    def public_text(self) -> str:
        """The text that readers are quoted from, as long as the text itself: see `models.covering`."""
        return self.covered_text or self.text

    def hides(self, start: int, end: int) -> bool:
        """Whether some of the characters [start, end) are covered for readers."""
        return self.public_text[start:end] != self.text[start:end]

    @property
    def reported_at(self) -> datetime:
        """When it was reported: as of, or else the end of the day it was published (UTC)."""
        return self.as_of or datetime.combine(self.published, time(23, 59, 59), tzinfo=UTC)

    @property
    def latest_reading(self) -> "Reading | None":
        return self.readings.order_by("-requested_at", "-pk").first()


class Reading(models.Model):
    """One run of the reader over one report. Its result is the whole located document (docs/reader.md), immutable."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="readings", verbose_name=_("report"))
    state = models.CharField(_("state"), max_length=8, choices=ReadingState, default=ReadingState.QUEUED)
    requested_at = models.DateTimeField(_("requested at"), default=timezone.now)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    reader_version = models.CharField(max_length=40, blank=True)
    lexicon_version = models.CharField(max_length=64, blank=True)
    gazetteer_version = models.CharField(max_length=64, blank=True)
    aliases_version = models.CharField(max_length=64, blank=True)
    result = models.JSONField(_("result"), null=True, blank=True)
    failure = models.TextField(_("why it failed"), blank=True, help_text=_("A sentence the editor can act on."))
    failure_detail = models.TextField(blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-pk"]
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ReadingState.DONE) | Q(result__isnull=False, finished_at__isnull=False),
                name="reading_done_has_result",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReadingState.FAILED) | (~Q(failure="") & Q(finished_at__isnull=False)),
                name="reading_failed_has_reason",
            ),
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(state__in=[ReadingState.QUEUED, ReadingState.READING]),
                name="reading_one_open_per_report",
            ),
        ]
        indexes = [models.Index(fields=["state", "requested_at"], name="reading_by_state_and_age")]

    def __str__(self) -> str:
        return f"{self.report} · {self.get_state_display()}"

    @property
    def document(self) -> dict[str, Any]:
        """The result of a reading that is done; a ValueError for one that is not."""
        if self.result is None:
            raise ValueError(f"reading {self.pk} has no result: it is {self.state}")
        return self.result

    @property
    def seconds(self) -> float | None:
        """How long it took, from start to end."""
        if self.started_at and self.finished_at:
            return (self.finished_at - self.started_at).total_seconds()
        return None

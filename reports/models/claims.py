"""What we hold: claims. One row of `Claim` carries what all kinds share, a row of its kind what is its own.

One table for the shared part gives the promises one place: one set of constraints and triggers, one id for the
ledger to point to (docs/adr/0001). A claim starts as a proposal of a reading or an addition by an editor.
"""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .covering import shown
from .identity import public_id
from .querysets import ClaimQuerySet
from .reports import Reading, Report
from .vocabulary import (
    PART_OF_KIND,
    ClaimKind,
    DateBasis,
    DatePrecision,
    Status,
    Verdict,
)
from .world import Source

if TYPE_CHECKING:
    from .parts import ClaimPart


class Claim(models.Model):
    """Someone says something, at characters [start, end) of a report."""

    public_id = models.CharField(max_length=16, unique=True, editable=False, default=public_id)
    kind = models.CharField(_("kind"), max_length=12, choices=ClaimKind)
    report = models.ForeignKey(Report, models.PROTECT, related_name="claims", verbose_name=_("report"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    reading = models.ForeignKey(Reading, models.PROTECT, null=True, blank=True, related_name="claims")
    mention = models.CharField(max_length=40, blank=True, help_text=_("Where in the reading: figures/3"))
    rule = models.CharField(_("rule"), max_length=80, blank=True)
    confidence = models.FloatField(_("confidence"), null=True, blank=True)

    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("source")
    )
    source_words = models.CharField(_("source, in the words of the text"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.CURRENT)
    date_start = models.DateField(_("from"), null=True, blank=True)
    date_end = models.DateField(_("to"), null=True, blank=True)
    date_precision = models.CharField(max_length=8, choices=DatePrecision, default=DatePrecision.UNKNOWN)
    date_basis = models.CharField(max_length=8, choices=DateBasis, default=DateBasis.INFERRED)
    reported_at = models.DateTimeField(_("reported at"))
    restates = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="restated_by")

    # What follows from the decisions; `manage.py replay` rebuilds it from the ledger.
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict, default=Verdict.PROPOSED)
    in_bulk = models.BooleanField(_("accepted in bulk"), default=False)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    visible_from = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    delayed_until = models.DateTimeField(null=True, blank=True)
    withheld_at = models.DateTimeField(null=True, blank=True)
    blurred_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["report_id", "start", "pk"]
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="claim_span_not_empty"),
            models.CheckConstraint(
                condition=Q(date_start__isnull=True, date_end__isnull=True) | Q(date_start__lte=F("date_end")),
                name="claim_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__gte=0, confidence__lte=1),
                name="claim_confidence_0_to_1",
            ),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.PROPOSED) | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
                name="claim_decided_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(verdict=Verdict.ACCEPTED, reviewed_by__isnull=False),
                name="claim_published_is_reviewed",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | Q(date_start__isnull=False, date_end__isnull=False, source__isnull=False),
                name="claim_published_is_dated_with_source",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, visible_from__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False, visible_from__gte=F("published_at")),
                name="claim_visible_after_published",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(published_at__lte=F("withdrawn_at")),
                name="claim_withdrawn_after_published",
            ),
        ]
        indexes = [
            models.Index(fields=["report", "start"], name="claim_by_report_and_place"),
            models.Index(fields=["kind", "date_start"], name="claim_by_kind_and_day"),
            models.Index(fields=["visible_from", "withdrawn_at"], name="claim_by_visibility"),
        ]
        permissions = [
            ("review_claim", _("Can accept, correct and reject claims")),
            ("publish_claim", _("Can publish and withdraw claims")),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.public_id}"

    @property
    def quote(self) -> str:
        """The words themselves, for the desk."""
        return self.report.text[self.start : self.end]

    @property
    def public_quote(self) -> str:
        """The words as readers see them: a name that was blurred is covered."""
        return shown(self.report.public_text[self.start : self.end])

    @property
    def source_label(self) -> str:
        """Who says it, for readers: the register's name, or the words of the text where the register has none."""
        if self.source is None or (self.source.unnamed and self.source_words):
            return self.source_words
        return self.source.name

    @property
    def part(self) -> "ClaimPart":
        """The row of its kind."""
        return getattr(self, PART_OF_KIND[ClaimKind(self.kind)])

    @property
    def waits_for_publication(self) -> bool:
        """Accepted, and not public: never published, or withdrawn and corrected since (`querysets.waiting`)."""
        if self.verdict != Verdict.ACCEPTED or self.published_at is None:
            return self.verdict == Verdict.ACCEPTED
        return self.withdrawn_at is not None and self.reviewed_at is not None and self.withdrawn_at <= self.reviewed_at

    @property
    def is_public(self) -> bool:
        """Whether readers see it now (`querysets.visible`), as far as it hangs on itself."""
        return (
            self.visible_from is not None
            and self.visible_from <= timezone.now()
            and self.withdrawn_at is None
            and self.withheld_at is None
        )

    @property
    def is_delayed(self) -> bool:
        return self.delayed_until is not None and self.delayed_until > timezone.now()

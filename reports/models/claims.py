"""What we hold: claims. One row of `Claim` carries what all kinds share, a row of its kind what is its own.

One table for the shared part gives the promises one place: one set of constraints and triggers, one id for the
ledger to point to (docs/adr/0001). A claim starts as a proposal of a reading or an addition by an editor.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .covering import shown
from .identity import public_id
from .querysets import ClaimQuerySet, DevelopmentQuerySet, LocationQuerySet, PublicPartQuerySet
from .reports import Reading, Report
from .vocabulary import (
    PART_OF_KIND,
    ClaimKind,
    ControlStatus,
    DateBasis,
    DatePrecision,
    DevelopmentType,
    FigureKind,
    FrontBasis,
    InvolvementRole,
    Modifier,
    PlaceKind,
    PlaceRole,
    Scope,
    Status,
    SubjectClass,
    Verdict,
)
from .world import Country, Front, Group, Place, Source


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


class ClaimPart(models.Model):
    """The part of a claim that is its kind's own; shares the claim's primary key."""

    claim = models.OneToOneField(Claim, models.CASCADE, primary_key=True, related_name="%(class)s")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.claim)


class Development(ClaimPart):
    """What happened, in one sentence."""

    type = models.CharField(_("type"), max_length=16, choices=DevelopmentType, default=DevelopmentType.OTHER)
    event_type = models.CharField(_("ACLED event type"), max_length=40, blank=True)
    sub_event_type = models.CharField(_("ACLED sub-event type"), max_length=60, blank=True)
    fronts = models.ManyToManyField(Front, through="DevelopmentFront", related_name="developments")
    new_front = models.CharField(
        _("new front?"), max_length=200, blank=True, help_text=_("A heading that no front of ours answers to yet.")
    )
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="+", help_text=_("Of the heading above it.")
    )

    objects = DevelopmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("development")
        verbose_name_plural = _("developments")


class DevelopmentFront(models.Model):
    """A development belongs to fronts, one of them primary, on a stated basis."""

    development = models.ForeignKey(Development, models.CASCADE, related_name="front_links")
    front = models.ForeignKey(Front, models.PROTECT, related_name="development_links", verbose_name=_("front"))
    primary = models.BooleanField(_("primary"), default=True)
    basis = models.CharField(_("basis"), max_length=8, choices=FrontBasis)

    class Meta:
        verbose_name = _("front of a development")
        verbose_name_plural = _("fronts of developments")
        constraints = [
            models.UniqueConstraint(fields=["development", "front"], name="developmentfront_once"),
            models.UniqueConstraint(
                fields=["development"], condition=Q(primary=True), name="developmentfront_one_primary"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.development_id} – {self.front}"


class Location(ClaimPart):
    """Where, with its own coordinates and precision as decided; moving a Place never moves it."""

    development = models.ForeignKey(Development, models.PROTECT, related_name="locations")
    name = models.CharField(_("name"), max_length=200)
    place_kind = models.CharField(_("kind"), max_length=16, choices=PlaceKind, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=PlaceRole)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True, related_name="locations")
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    radius_km = models.FloatField(_("radius in km"), null=True, blank=True)
    where_prec = models.PositiveSmallIntegerField(_("precision"), null=True, blank=True)
    geometry = models.JSONField(_("area"), null=True, blank=True, help_text=_("GeoJSON, where it is no circle."))
    relation = models.JSONField(_("relation"), null=True, blank=True)
    alternatives = models.JSONField(_("other candidates"), default=list, blank=True)
    gazetteer = models.CharField(max_length=40, blank=True)
    gazetteer_id = models.CharField(max_length=80, blank=True)
    place = models.ForeignKey(Place, models.SET_NULL, null=True, blank=True, related_name="locations")

    objects = LocationQuerySet.as_manager()

    class Meta:
        verbose_name = _("place of a development")
        verbose_name_plural = _("places of developments")
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="location_on_earth",
            ),
            models.CheckConstraint(
                condition=Q(where_prec__isnull=True) | Q(where_prec__gte=1, where_prec__lte=7),
                name="location_where_prec_1_to_7",
            ),
        ]
        indexes = [models.Index(fields=["latitude", "longitude"], name="location_by_viewport")]


class Figure(ClaimPart):
    """A number with what it counts. Bounds stay bounds: an open end is null."""

    development = models.ForeignKey(Development, models.PROTECT, related_name="figures")
    low = models.FloatField(_("low"), null=True, blank=True)
    high = models.FloatField(_("high"), null=True, blank=True)
    modifier = models.CharField(_("modifier"), max_length=10, choices=Modifier, default=Modifier.EXACT)
    figure_kind = models.CharField(_("kind"), max_length=20, choices=FigureKind)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    subject_class = models.CharField(max_length=16, choices=SubjectClass, default=SubjectClass.UNSPECIFIED)
    scope = models.CharField(_("scope"), max_length=12, choices=Scope, blank=True)
    denominator = models.CharField(_("of what"), max_length=300, blank=True)
    vague = models.BooleanField(_("vague"), default=False)
    derived = models.BooleanField(_("not written as a number"), default=False)
    part_of = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="parts")
    same_as = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="twins")
    locations = models.ManyToManyField(Location, blank=True, related_name="figures")

    objects = PublicPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")), name="figure_low_to_high"
            ),
            models.CheckConstraint(condition=Q(low__isnull=False) | Q(high__isnull=False), name="figure_has_a_bound"),
            models.CheckConstraint(condition=~Q(part_of=F("claim")), name="figure_part_of_another"),
            models.CheckConstraint(condition=~Q(same_as=F("claim")), name="figure_same_as_another"),
        ]
        indexes = [models.Index(fields=["figure_kind", "scope"], name="figure_by_kind_and_scope")]


class Involvement(ClaimPart):
    """A group and its role in a development."""

    development = models.ForeignKey(Development, models.PROTECT, related_name="involvements")
    group = models.ForeignKey(
        Group, models.PROTECT, null=True, blank=True, related_name="involvements", verbose_name=_("group")
    )
    name = models.CharField(_("name as read"), max_length=200)
    role = models.CharField(_("role"), max_length=10, choices=InvolvementRole)

    objects = PublicPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("group of a development")
        verbose_name_plural = _("groups of developments")


class ControlClaim(ClaimPart):
    """Someone says who holds a place, from a day on."""

    development = models.ForeignKey(Development, models.PROTECT, related_name="controls")
    location = models.ForeignKey(Location, models.PROTECT, null=True, blank=True, related_name="controls")
    control_status = models.CharField(_("control"), max_length=12, choices=ControlStatus)
    holder = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="holds")
    contender = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="contends")
    valid_from = models.DateField(_("valid from"), null=True, blank=True)

    objects = PublicPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("control claim")
        verbose_name_plural = _("control claims")

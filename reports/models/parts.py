"""What each kind of claim has of its own, beside the row of `Claim` that all kinds share."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .claims import Claim
from .querysets import DevelopmentQuerySet, LocationQuerySet, PublicPartQuerySet
from .vocabulary import (
    ControlStatus,
    DevelopmentType,
    FigureKind,
    FrontBasis,
    InvolvementRole,
    Modifier,
    PlaceKind,
    PlaceRole,
    Scope,
    SubjectClass,
)
from .world import Country, Front, Group, Place


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

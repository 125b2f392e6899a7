"""The world as the editors keep it: countries, fronts, groups, sources and places."""

from datetime import date

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .mergeable import Mergeable
from .vocabulary import (
    ActorType,
    GroupLinkKind,
    PlaceKind,
    Reliability,
    SourceKind,
)


class Country(models.Model):
    """A country or territory of ISO 3166-1."""

    iso2 = models.CharField(_("ISO 3166-1 alpha-2"), max_length=2, primary_key=True)
    iso3 = models.CharField(_("ISO 3166-1 alpha-3"), max_length=3, unique=True)
    name = models.CharField(_("name"), max_length=100)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name = _("country")
        verbose_name_plural = _("countries")

    def __str__(self) -> str:
        return self.name


class Group(Mergeable):
    """An armed party: state forces, an armed group, a militia, a coalition. Its parents are links."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    actor_type = models.CharField(_("ACLED actor type"), max_length=24, choices=ActorType, blank=True)
    countries = models.ManyToManyField(Country, verbose_name=_("countries"), blank=True, related_name="groups")
    colour = models.CharField(
        _("colour"),
        max_length=20,
        blank=True,
        help_text=_("A name of the palette: side-1, side-2 …"),
    )
    note = models.TextField(_("note"), blank=True)

    history = HistoricalRecords(m2m_fields=[countries])

    class Meta:
        ordering = ["name"]
        verbose_name = _("group")
        verbose_name_plural = _("groups")

    def __str__(self) -> str:
        return self.name


class GroupLink(models.Model):
    """Who is part of whom, or with whom, from when to when (inclusive days; empty is open)."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="links", verbose_name=_("group"))
    other = models.ForeignKey(Group, models.CASCADE, related_name="linked_from", verbose_name=_("other group"))
    kind = models.CharField(_("kind"), max_length=12, choices=GroupLinkKind)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("link between groups")
        verbose_name_plural = _("links between groups")
        constraints = [
            models.CheckConstraint(condition=~Q(group=F("other")), name="grouplink_not_itself"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")),
                name="grouplink_from_before_to",
            ),
            models.UniqueConstraint(
                "group", "other", "kind", Coalesce("valid_from", Value(date.min)), name="grouplink_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.get_kind_display()} {self.other}"


class Source(Mergeable):
    """Who says it: a monitor, a ministry, an agency, residents. Wires are the outlets that file reports."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind, default=SourceKind.OTHER)
    affiliation = models.ForeignKey(
        Group,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("affiliation"),
        help_text=_("The side it speaks for. Its claims about itself are marked as such."),
    )
    reliability = models.CharField(
        _("reliability"),
        max_length=10,
        choices=Reliability,
        default=Reliability.UNREVIEWED,
        help_text=_("Admiralty scale. Leave 'unreviewed' until someone has looked."),
    )
    is_wire = models.BooleanField(_("files reports"), default=False)
    unnamed = models.BooleanField(
        _("stands for its kind"),
        default=False,
        editable=False,
        help_text=_("For those who speak without being in the register: residents, a medical source, an official."),
    )
    full_text_public = models.BooleanField(
        _("full text may be shown"),
        default=False,
        help_text=_("Readers see only the sentences we quote unless this outlet allows its whole text."),
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.name


class Place(Mergeable):
    """A place as the editors fixed it. Moving it never moves what is published (see Location)."""

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=16, choices=PlaceKind)
    country = models.ForeignKey(Country, models.PROTECT, related_name="places", verbose_name=_("country"))
    latitude = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Degrees north, WGS 84."))
    longitude = models.FloatField(_("longitude"), null=True, blank=True, help_text=_("Degrees east, WGS 84."))
    radius_km = models.FloatField(_("radius in km"), default=5, help_text=_("How far off the spot can be."))
    where_prec = models.PositiveSmallIntegerField(_("precision"), default=1, help_text=_("UCDP where_prec, 1 to 7."))
    gazetteer = models.CharField(_("gazetteer"), max_length=40, blank=True)
    gazetteer_id = models.CharField(_("gazetteer id"), max_length=80, blank=True)
    set_by = models.ForeignKey(
        "auth.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("set by")
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="place_on_earth",
            ),
            models.CheckConstraint(condition=Q(where_prec__gte=1, where_prec__lte=7), name="place_where_prec_1_to_7"),
            models.CheckConstraint(condition=Q(radius_km__gte=0), name="place_radius_not_negative"),
        ]

    def __str__(self) -> str:
        return self.name


class Front(Mergeable):
    """A battle front. Fronts recur and cross borders, so the slug carries its year: `aleppo-2016`."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True, help_text=_("With its year: aleppo-2016."))
    name = models.CharField(_("name"), max_length=200)
    countries = models.ManyToManyField(Country, verbose_name=_("countries"), related_name="fronts")
    started = models.DateField(_("started"))
    ended = models.DateField(_("ended"), null=True, blank=True, help_text=_("Empty while it goes on. Inclusive."))
    sides = models.ManyToManyField(Group, through="FrontSide", related_name="fronts", verbose_name=_("sides"))
    places = models.ManyToManyField(Place, blank=True, related_name="fronts", verbose_name=_("places"))
    latitude = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Where its label stands."))
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    south = models.FloatField(_("south"), null=True, blank=True)
    west = models.FloatField(_("west"), null=True, blank=True)
    north = models.FloatField(_("north"), null=True, blank=True)
    east = models.FloatField(_("east"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    history = HistoricalRecords(m2m_fields=[countries, places])

    class Meta:
        ordering = ["name", "started"]
        verbose_name = _("front")
        verbose_name_plural = _("fronts")
        constraints = [
            models.CheckConstraint(
                condition=Q(ended__isnull=True) | Q(started__lte=F("ended")), name="front_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(south__isnull=True, west__isnull=True, north__isnull=True, east__isnull=True)
                | Q(south__gte=-90, north__lte=90, south__lte=F("north"), west__gte=-180, east__lte=180),
                name="front_area_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def bounds(self) -> list[float] | None:
        """[south, west, north, east] in degrees, or None where no area is set."""
        box = [self.south, self.west, self.north, self.east]
        return None if any(edge is None for edge in box) else box  # type: ignore[return-value]


class FrontSide(models.Model):
    """A group that fights on a front, and on which side: 'A' fights 'B'; a third party is 'C'."""

    front = models.ForeignKey(Front, models.CASCADE, related_name="front_sides")
    group = models.ForeignKey(Group, models.CASCADE, related_name="front_sides", verbose_name=_("group"))
    side = models.CharField(_("side"), max_length=1, choices=[("A", "A"), ("B", "B"), ("C", "C")])

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("side")
        verbose_name_plural = _("sides")
        constraints = [models.UniqueConstraint(fields=["front", "group"], name="frontside_once")]

    def __str__(self) -> str:
        return f"{self.group} ({self.side})"

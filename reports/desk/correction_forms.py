"""Correct a claim in place: one small form a kind, with the fields of that kind."""

from typing import Any

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from reports.models import Claim, Country, Figure, Front, Group, Location
from reports.models.vocabulary import (
    ClaimKind,
    ControlStatus,
    DevelopmentType,
    FigureKind,
    InvolvementRole,
    Modifier,
    PlaceKind,
    PlaceRole,
    Scope,
    SubjectClass,
)
from reports.workflow.relocate import namesakes
from reports.workflow.revise import change
from reports.workflow.teaching import remember_place, teach

from .forms import CorrectForm, day, number_field
from .words import number

BLANK: list[tuple[str, Any]] = [("", "–")]


class DevelopmentForm(CorrectForm):
    type = forms.ChoiceField(label=_("Type"), choices=DevelopmentType.choices)
    front = forms.ModelChoiceField(label=_("Front"), queryset=Front.objects.all(), required=False)
    other_fronts = forms.ModelMultipleChoiceField(label=_("Also on"), queryset=Front.objects.all(), required=False)
    country = forms.ModelChoiceField(label=_("Country"), queryset=Country.objects.all(), required=False)
    OWN = ("type", "front")
    SELDOM = ("other_fronts", "country")

    def starting_values(self) -> dict[str, Any]:
        links = self.claim.development.front_links.order_by("-primary", "pk").select_related("front")
        fronts = [link.front for link in links]
        return super().starting_values() | {"front": fronts[0] if fronts else None, "other_fronts": fronts[1:]}

    def changes(self) -> dict[str, Any]:
        found = super().changes()
        first, others = self.cleaned_data["front"], list(self.cleaned_data["other_fronts"])
        before = self.starting_values()
        fronts = list(dict.fromkeys([*filter(None, [first]), *others]))
        held = [*filter(None, [before["front"]]), *before["other_fronts"]]
        found = {name: value for name, value in found.items() if name not in ("front", "other_fronts")}
        return found | ({"fronts": fronts} if fronts != held else {})


class FigureForm(CorrectForm):
    low = number_field(_("From (low)"))
    high = number_field(_("To (high)"))
    modifier = forms.ChoiceField(label=_("In words"), choices=Modifier.choices)
    figure_kind = forms.ChoiceField(label=_("What it counts"), choices=FigureKind.choices)
    scope = forms.ChoiceField(label=_("Scope"), choices=BLANK + Scope.choices, required=False)
    subject = forms.CharField(label=_("Who or what"), max_length=200, required=False)
    subject_class = forms.ChoiceField(label=_("Class"), choices=SubjectClass.choices)
    unit = forms.CharField(label=_("Unit"), max_length=60, required=False)
    denominator = forms.CharField(label=_("Of what"), max_length=300, required=False)
    part_of = forms.ModelChoiceField(label=_("Part of"), queryset=Figure.objects.none(), required=False)
    same_as = forms.ModelChoiceField(label=_("Says again"), queryset=Figure.objects.none(), required=False)
    locations = forms.ModelMultipleChoiceField(
        label=_("Places"), queryset=Location.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    OWN = ("low", "high", "modifier", "figure_kind", "scope", "subject", "subject_class", "unit", "locations")
    SELDOM = ("denominator", "part_of", "same_as")

    def __init__(self, data=None, *, claim: Claim, prefix: str | None = None):
        super().__init__(data, claim=claim, prefix=prefix)
        figures = Figure.objects.filter(claim__report=claim.report).exclude(pk=claim.pk).select_related("claim")
        for name in ("part_of", "same_as"):
            field = self.fields[name]
            field.queryset = figures  # type: ignore[attr-defined]
            field.label_from_instance = self._words_of  # type: ignore[attr-defined]
        places = self.fields["locations"]
        near = Q(development=claim.figure.development_id) | Q(figures=claim.figure)
        places.queryset = Location.objects.filter(near).select_related("claim").distinct()  # type: ignore[attr-defined]
        places.label_from_instance = lambda row: row.name  # type: ignore[attr-defined]
        if not places.queryset:  # type: ignore[attr-defined]
            del self.fields["locations"]

    def _words_of(self, figure: Figure) -> str:
        return self.claim.report.text[figure.claim.start : figure.claim.end][:70]

    def starting_values(self) -> dict[str, Any]:
        held = super().starting_values()
        bounds = {name: _tidy(held[name]) for name in ("low", "high")}
        return held | bounds | {"locations": list(self.claim.figure.locations.order_by("pk"))}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        low, high = cleaned.get("low"), cleaned.get("high")
        if low is None and high is None and not {"low", "high"} & set(self.errors):
            self.add_error("low", _t("Give at least one bound."))
        if low is not None and high is not None and high < low:
            self.add_error("high", _t("The high bound is below the low one."))
        if "locations" in cleaned:
            cleaned["locations"] = sorted(cleaned["locations"], key=lambda row: row.pk)
        return cleaned


class CandidateSelect(forms.RadioSelect):
    """Candidates with their spots, so that the map can show the one that is chosen."""

    spots: dict[str, tuple[float, float]] = {}

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if spot := self.spots.get(str(value)):
            option["attrs"] |= {"data-lat": spot[0], "data-lng": spot[1]}
        return option


class LocationForm(CorrectForm):
    candidate = forms.ChoiceField(label=_("Which one"), required=False, widget=CandidateSelect)
    name = forms.CharField(label=_("Name"), max_length=200)
    role = forms.ChoiceField(label=_("Role"), choices=PlaceRole, help_text=_("Only where it happened is a pin."))
    place_kind = forms.ChoiceField(label=_("Kind"), choices=BLANK + PlaceKind.choices, required=False)
    country = forms.ModelChoiceField(label=_("Country"), queryset=Country.objects.all(), required=False)
    latitude = number_field(_("Latitude"), -90, 90, help_text=_("Or click on the map, or drag the handle."))
    longitude = number_field(_("Longitude"), -180, 180)
    radius_km = number_field(_("± km"), 0)
    where_prec = forms.TypedChoiceField(
        label=_("Precision"),
        choices=BLANK + [(n, str(n)) for n in range(1, 8)],
        coerce=int,
        empty_value=None,
        required=False,
    )
    remember_spot = forms.BooleanField(required=False)
    remember_for = forms.ChoiceField(label=_("So it is"), required=False)
    taught: Any = None  # the place that was kept, once it is
    OWN = ("candidate", "latitude", "longitude", "name", "role", "remember_spot", "remember_for")
    SELDOM = ("place_kind", "country", "radius_km", "where_prec")

    def __init__(self, data=None, *, claim: Claim, prefix: str | None = None):
        super().__init__(data, claim=claim, prefix=prefix)
        found = claim.location.alternatives
        choices = [(str(i), candidate_words(candidate)) for i, candidate in enumerate(found)]
        self.fields["candidate"].choices = [("", _t("As below")), *choices]  # type: ignore[attr-defined]
        self.fields["candidate"].widget.spots = {
            str(i): (candidate["latitude"], candidate["longitude"])
            for i, candidate in enumerate(found)
            if candidate.get("latitude") is not None
        }
        if not choices:
            del self.fields["candidate"]
        self.front = Front.objects.filter(development_links__development=claim.location.development_id).first()
        here = [("front", _t("on this front: %(front)s") % {"front": self.front})] if self.front else []
        self.fields["remember_for"].choices = [("", _t("in its country")), *here]  # type: ignore[attr-defined]
        self.fields["remember_spot"].label = _t("From now on “%(words)s” is this place") % {"words": claim.quote}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if (cleaned.get("latitude") is None) != (cleaned.get("longitude") is None):
            self.add_error("longitude", _t("Give both latitude and longitude, or neither."))
        return cleaned

    def changes(self) -> dict[str, Any]:
        found = super().changes()
        chosen = self.cleaned_data.get("candidate")
        if chosen:
            return found | self._of_candidate(self.claim.location.alternatives[int(chosen)])
        if {"latitude", "longitude"} & set(found):
            found |= {"gazetteer": "", "gazetteer_id": "", "geometry": None}
        return found

    def remember(self, by) -> None:
        """The desk's places come before the gazetteer's: later readings put the pin here."""
        super().remember(by)
        if self.cleaned_data.get("remember_spot"):
            claim = Claim.objects.with_parts().get(pk=self.claim.pk)
            self.taught = remember_place(claim.location, claim.quote, by, scope=self._scope())
            if self.taught and self.taught.pk != claim.location.place_id:
                change(claim, by, {"place": self.taught})

    def _scope(self) -> Front | None:
        return self.front if self.cleaned_data["remember_for"] else None

    def afterword(self) -> str:
        """Where else the name is mentioned and stands on another spot, with the way there."""
        elsewhere = [one for one in namesakes(self.taught) if not one.why_left] if self.taught else []
        if not elsewhere:
            return ""
        told = ngettext(
            "%(n)d more mention of this name stands elsewhere.",
            "%(n)d more mentions of this name stand elsewhere.",
            len(elsewhere),
        ) % {"n": len(elsewhere)}
        address = reverse("admin:reports_place_namesakes", args=[self.taught.pk])
        return format_html('{} <a href="{}">{}</a>', told, address, _t("Look at them"))

    def _of_candidate(self, candidate: dict[str, Any]) -> dict[str, Any]:
        country = Country.objects.filter(pk=candidate.get("country") or "").first()
        return {
            "name": candidate["name"],
            "country": country,
            "latitude": candidate.get("latitude"),
            "longitude": candidate.get("longitude"),
            "place_kind": candidate.get("kind") or "",
            "radius_km": candidate.get("radius_km", self.claim.location.radius_km),
            "gazetteer": candidate.get("gazetteer") or "",
            "gazetteer_id": str(candidate.get("id") or ""),
            "geometry": None,
        }


class InvolvementForm(CorrectForm):
    group = forms.ModelChoiceField(label=_("Group"), queryset=Group.objects.all(), required=False)
    role = forms.ChoiceField(label=_("Role"), choices=InvolvementRole.choices)
    remember_name = forms.BooleanField(label=_("Remember"), required=False)
    OWN = ("group", "role", "remember_name")

    def __init__(self, data=None, *, claim: Claim, prefix: str | None = None):
        super().__init__(data, claim=claim, prefix=prefix)
        self.fields["remember_name"].label = _t("From now on “%(words)s” means this group") % {"words": claim.quote}

    def remember(self, by) -> None:
        """Teach the alias once: later readings know it."""
        super().remember(by)
        group = self.cleaned_data.get("group")
        if group and self.cleaned_data.get("remember_name"):
            teach(self.claim.quote, group=group)


class ControlForm(CorrectForm):
    location = forms.ModelChoiceField(label=_("Place"), queryset=Location.objects.none(), required=False)
    control_status = forms.ChoiceField(label=_("Control"), choices=ControlStatus.choices)
    holder = forms.ModelChoiceField(label=_("Held by"), queryset=Group.objects.all(), required=False)
    contender = forms.ModelChoiceField(label=_("Contested by"), queryset=Group.objects.all(), required=False)
    valid_from = day(_("Since"))
    OWN = ("location", "control_status", "holder", "contender", "valid_from")

    def __init__(self, data=None, *, claim: Claim, prefix: str | None = None):
        super().__init__(data, claim=claim, prefix=prefix)
        field = self.fields["location"]
        field.queryset = Location.objects.filter(claim__report=claim.report).select_related("claim")  # type: ignore[attr-defined]
        field.label_from_instance = lambda row: row.name  # type: ignore[attr-defined]


FORMS: dict[str, type[CorrectForm]] = {
    ClaimKind.DEVELOPMENT: DevelopmentForm,
    ClaimKind.FIGURE: FigureForm,
    ClaimKind.LOCATION: LocationForm,
    ClaimKind.INVOLVEMENT: InvolvementForm,
    ClaimKind.CONTROL: ControlForm,
}


def form_for(claim: Claim, data=None) -> CorrectForm:
    """The form of the claim's kind, filled with what the claim holds."""
    return FORMS[claim.kind](data, claim=claim, prefix="fix")


def _tidy(value: float | None) -> float | int | None:
    """413, not 413.0, in a field to be edited."""
    return int(value) if value is not None and value == int(value) else value


def candidate_words(candidate: dict[str, Any]) -> str:
    """ "Palmyra, US (town), 33.000, -88.000"."""
    name = ", ".join(filter(None, (candidate.get("name"), candidate.get("country"))))
    spot = [candidate.get("latitude"), candidate.get("longitude")]
    where = ", ".join(number(value) for value in spot if value is not None)
    return " · ".join(filter(None, (name, candidate.get("kind"), where)))

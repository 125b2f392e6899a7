"""Correct where something happened: another candidate, a pin of one's own, and what is taught by it."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from reports.models import Claim, Country, Front
from reports.models.vocabulary import PlaceKind, PlaceRole
from reports.workflow.relocate import namesakes
from reports.workflow.revise import change
from reports.workflow.teaching import remember_place

from .forms import BLANK, CorrectForm, number_field
from .words import number


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


def candidate_words(candidate: dict[str, Any]) -> str:
    """ "Palmyra, US (town), 33.000, -88.000"."""
    name = ", ".join(filter(None, (candidate.get("name"), candidate.get("country"))))
    spot = [candidate.get("latitude"), candidate.get("longitude")]
    where = ", ".join(number(value) for value in spot if value is not None)
    return " · ".join(filter(None, (name, candidate.get("kind"), where)))

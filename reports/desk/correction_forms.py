"""Correct a claim in place: one small form a kind, with the fields of that kind."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reports.models import Claim, Country, Figure, Front, Group, Location
from reports.models.vocabulary import (
    ClaimKind,
    ControlStatus,
    DevelopmentType,
    FigureKind,
    InvolvementRole,
    Modifier,
    Scope,
    SubjectClass,
)
from reports.workflow.teaching import teach

from .forms import BLANK, CorrectForm, day, number_field
from .place_form import LocationForm


class DevelopmentForm(CorrectForm):
    type = forms.ChoiceField(label=_("Type"), choices=DevelopmentType.choices)
    front = forms.ModelChoiceField(label=_("Front"), queryset=Front.objects.kept(), required=False)
    other_fronts = forms.ModelMultipleChoiceField(label=_("Also on"), queryset=Front.objects.kept(), required=False)
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


class InvolvementForm(CorrectForm):
    group = forms.ModelChoiceField(label=_("Group"), queryset=Group.objects.kept(), required=False)
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
    holder = forms.ModelChoiceField(label=_("Held by"), queryset=Group.objects.kept(), required=False)
    contender = forms.ModelChoiceField(label=_("Contested by"), queryset=Group.objects.kept(), required=False)
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

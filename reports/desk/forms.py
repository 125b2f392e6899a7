"""What the correction forms of all kinds share: source, status, days, and the reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reports.models import Claim, Source
from reports.models.vocabulary import DatePrecision, Status
from reports.workflow.teaching import teach

BLANK: list[tuple[str, Any]] = [("", "–")]  # before the choices of a field that may be left open


def day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}))


def number_field(
    label: Any, least: float | None = None, most: float | None = None, help_text: Any = ""
) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        required=False,
        min_value=least,
        max_value=most,
        help_text=help_text,
        widget=forms.NumberInput(attrs={"step": "any"}),
    )


class CorrectForm(forms.Form):
    """The fields that all kinds share. `changes()` is what the editor changed, for `workflow.review.correct`."""

    source = forms.ModelChoiceField(label=_("Source"), queryset=Source.objects.kept(), required=False)
    status = forms.ChoiceField(label=_("Status"), choices=Status.choices)
    date_start = day(_("From"))
    date_end = day(_("To"))
    date_precision = forms.ChoiceField(label=_("Known"), choices=DatePrecision.choices)
    why = forms.CharField(
        label=_("Why"), required=False, help_text=_("Needed once this is public: readers see it in the corrections.")
    )
    remember_source = forms.BooleanField(required=False)
    # The fields of the kind: those at hand, and those folded away until they are needed.
    OWN: tuple[str, ...] = ()
    SELDOM: tuple[str, ...] = ()

    def __init__(self, data=None, *, claim: Claim, prefix: str | None = None):
        self.claim = claim
        super().__init__(data, initial=self.starting_values(), prefix=prefix)
        words = claim.source_words
        self.fields["remember_source"].label = _t("From now on “%(words)s” means this source") % {"words": words}
        if not words:
            del self.fields["remember_source"]
        shared = ("source", "remember_source", "status", "date_start", "date_end", "why")
        self.order_fields([*self.OWN, *shared, *self.SELDOM, "date_precision"])

    def starting_values(self) -> dict[str, Any]:
        names = ("source", "status", "date_start", "date_end", "date_precision")
        return {name: getattr(self.claim, name) for name in names} | {
            name: getattr(self.claim.part, name) for name in (*self.OWN, *self.SELDOM) if hasattr(self.claim.part, name)
        }

    @property
    def at_hand(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in (*self.SELDOM, "date_precision")]

    @property
    def folded_away(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in (*self.SELDOM, "date_precision")]

    @property
    def must_unfold(self) -> bool:
        """Whether something is wrong in a field that is folded away."""
        return any(field.errors for field in self.folded_away)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("date_start"), cleaned.get("date_end")
        if start and end is None and "date_end" not in self.errors:
            cleaned["date_end"] = end = start
        if end and start is None and "date_start" not in self.errors:
            self.add_error("date_start", _t("Give the first day as well."))
        if start and end and end < start:
            self.add_error("date_end", _t("It ends before it starts."))
        return cleaned

    def changes(self) -> dict[str, Any]:
        """Field name → new value, for those that differ from what the claim holds."""
        before = self.starting_values()
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name in before and name != "why" and value != before[name]
        }

    def remember(self, by) -> None:
        """Keep what the editor taught beyond this claim; call after the correction is kept."""
        source = self.cleaned_data.get("source")
        if source and self.cleaned_data.get("remember_source"):
            teach(self.claim.source_words, source=source)

    def afterword(self) -> str:
        """What there is to do elsewhere after what was taught; empty where nothing."""
        return ""

"""Add what the reader missed: words of the text, what kind of claim they are, and the sentence they belong to."""

import re
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reports.models import Claim, Development, Front, Location, Report
from reports.models.vocabulary import ClaimKind, DateBasis, DatePrecision, FigureKind
from reports.workflow.errors import WorkflowError
from reports.workflow.review import add_claim

from .candidates import candidates_for
from .ledger import shortened
from .pages import answer, expected_version, part_or_page, wants_board
from .review import on_report


class AddForm(forms.Form):
    """What is needed to make a claim; its other fields are given in the correction that follows."""

    words = forms.CharField(label=_("Words of the text"), max_length=2000, help_text=_("Exactly as they stand there."))
    kind = forms.ChoiceField(label=_("They are a"), choices=ClaimKind.choices, initial=ClaimKind.FIGURE)
    development = forms.ModelChoiceField(
        label=_("In the sentence"), queryset=Development.objects.none(), required=False, empty_label="–"
    )
    value = forms.FloatField(label=_("Number"), required=False, help_text=_("Of a figure."))
    figure_kind = forms.ChoiceField(label=_("It counts"), choices=FigureKind.choices, required=False)
    front = forms.ModelChoiceField(
        label=_("Front"), queryset=Front.objects.kept(), required=False, help_text=_("Of a development.")
    )

    def __init__(self, *args, report: Report, **kwargs):
        super().__init__(*args, **kwargs)
        self.report = report
        field: Any = self.fields["development"]
        field.queryset = (
            Development.objects.filter(claim__report=report).select_related("claim").order_by("claim__start")
        )
        field.label_from_instance = self._sentence

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind, development = cleaned.get("kind"), cleaned.get("development")
        if kind != ClaimKind.DEVELOPMENT and development is None:
            self.add_error("development", _t("Say which sentence it belongs to."))
        if kind == ClaimKind.FIGURE and cleaned.get("value") is None:
            self.add_error("value", _t("Give the number."))
        if "words" in cleaned:
            cleaned["span"] = find_words(self.report.text, cleaned["words"], development)
            if cleaned["span"] is None:
                self.add_error("words", _t("The text does not hold these words. Copy them from it."))
        return cleaned

    def fields_of_kind(self) -> dict[str, Any]:
        """What `add_claim` takes beyond the words."""
        words, day = self.cleaned_data["words"], self.report.published
        value = self.cleaned_data["value"]
        by_kind: dict[str, dict[str, Any]] = {
            ClaimKind.FIGURE: {"low": value, "high": value, "figure_kind": self.cleaned_data["figure_kind"] or "other"},
            ClaimKind.LOCATION: {"name": words[:200], "role": "event"},
            ClaimKind.INVOLVEMENT: {"name": words[:200], "role": "actor"},
            ClaimKind.CONTROL: {"control_status": "unknown"},
            ClaimKind.DEVELOPMENT: {
                "source": self.report.outlet,
                "date_start": day,
                "date_end": day,
                "date_precision": DatePrecision.DAY,
                "date_basis": DateBasis.INFERRED,
                "fronts": [self.cleaned_data["front"]] if self.cleaned_data["front"] else [],
            },
        }
        return by_kind[self.cleaned_data["kind"]]

    def _sentence(self, development: Development) -> str:
        return shortened(self.report.text[development.claim.start : development.claim.end], 90)


@on_report
def add_view(request: HttpRequest, report: Report) -> HttpResponse:
    """GET: the form, filled from `words` and `development` in the address. POST: the claim, then its correction."""
    if not request.user.has_perm("reports.review_claim"):
        raise PermissionDenied
    problem = ""
    if request.method == "POST":
        form = AddForm(request.POST, report=report)
        if form.is_valid():
            try:
                claim = _add(report, form, request)
            except WorkflowError as refused:
                problem = str(refused)
            else:
                if wants_board(request):
                    return answer(request, report, _t("Added. Now its other fields."), added=claim.public_id)
                return redirect("admin:reports_report_review_correct", report.pk, claim.public_id)
    else:
        form = AddForm(report=report, initial={name: request.GET.get(name) for name in ("words", "development")})
    context = {
        "title": _t("Add what was missed"),
        "form": form,
        "problem": problem,
        "back": reverse("admin:reports_report_review", args=[report.pk]),
    }
    return part_or_page(request, report, "desk/_add.html", context, 422 if form.errors or problem else 200)


def find_words(text: str, words: str, development: Development | None = None) -> tuple[int, int] | None:
    """[start, end) of the words, whatever blanks are between them: inside the sentence first, then anywhere."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    if not pattern.pattern:
        return None
    inside = pattern.search(text, development.claim.start, development.claim.end) if development else None
    found = inside or pattern.search(text)
    return found.span() if found else None


def _add(report: Report, form: AddForm, request: HttpRequest) -> Claim:
    cleaned = form.cleaned_data
    start, end = cleaned["span"]
    claim = add_claim(
        report,
        request.user,
        kind=cleaned["kind"],
        start=start,
        end=end,
        development=cleaned["development"] if cleaned["kind"] != ClaimKind.DEVELOPMENT else None,
        expected_version=expected_version(request),
        **form.fields_of_kind(),
    )
    if claim.kind == ClaimKind.LOCATION:
        found = candidates_for(cleaned["words"], cleaned["development"].country_id)
        Location.objects.filter(pk=claim.pk).update(alternatives=found)
    return claim

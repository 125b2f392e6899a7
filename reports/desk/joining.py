"""Merge two claims, or split a sentence: a small form in place, or a page of its own without JavaScript."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reports.models import Claim, Report
from reports.models.vocabulary import Verdict
from reports.workflow.errors import Conflict, WorkflowError
from reports.workflow.revise import merge, split

from .adding import find_words
from .ledger import shortened
from .pages import answer, expected_version, find_claim, part_or_page
from .review import on_report


class MergeForm(forms.Form):
    """Which claim of the same kind this one is."""

    into = forms.ModelChoiceField(label=_("It is the same as"), queryset=Claim.objects.none())

    def __init__(self, *args, claim: Claim, **kwargs):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["into"]
        same_kind = Claim.objects.filter(report=claim.report, kind=claim.kind).exclude(pk=claim.pk)
        field.queryset = same_kind.exclude(verdict=Verdict.REJECTED).order_by("start")
        field.label_from_instance = lambda row: shortened(claim.report.text[row.start : row.end], 90)

    def apply(self, claim: Claim, by, version: int | None) -> str:
        merge(claim, self.cleaned_data["into"], by, expected_version=version)
        return _t("Merged. Undo takes it apart again.")


class SplitForm(forms.Form):
    """Which words of the sentence tell of something else."""

    words = forms.CharField(
        label=_("The words that tell of something else"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000
    )

    def __init__(self, *args, claim: Claim, **kwargs):
        super().__init__(*args, **kwargs)
        self.claim = claim

    def clean_words(self) -> str:
        words = self.cleaned_data["words"]
        self.span = find_words(self.claim.report.text, words, self.claim.development)
        if self.span is None or not self.claim.start <= self.span[0] < self.span[1] <= self.claim.end:
            raise forms.ValidationError(_t("This sentence does not hold these words. Copy them from it."))
        return words

    def apply(self, claim: Claim, by, version: int | None) -> str:
        split(claim, *self.span, by, expected_version=version)  # type: ignore[misc]
        return _t("Split. What was read from these words went with them.")


@on_report
def merge_view(request: HttpRequest, report: Report, public_id: str) -> HttpResponse:
    return _step(request, report, public_id, MergeForm, _t("Merge"))


@on_report
def split_view(request: HttpRequest, report: Report, public_id: str) -> HttpResponse:
    return _step(request, report, public_id, SplitForm, _t("Split"))


def _step(request: HttpRequest, report: Report, public_id: str, form_class: Any, title: str) -> HttpResponse:
    """GET: the form. POST: the step, or the form with what is wrong."""
    if not request.user.has_perm("reports.review_claim"):
        raise PermissionDenied
    claim, problem, status = find_claim(report, public_id), "", 200
    form = form_class(request.POST if request.method == "POST" else None, claim=claim, initial=request.GET.dict())
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return answer(request, report, form.apply(claim, request.user, expected_version(request)), at=public_id)
            except WorkflowError as refused:
                problem, status = str(refused), 409 if isinstance(refused, Conflict) else 422
    context = {"claim": claim, "form": form, "problem": problem, "title": title}
    return part_or_page(request, report, "desk/_step.html", context, status)

"""A heading that no front answers to: create the front, or say which one it means, for all its sentences at once."""

from datetime import date
from uuid import uuid4

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from reports.models import Claim, Country, Front, Report
from reports.models.vocabulary import AliasKind, Verdict
from reports.workflow.errors import WorkflowError
from reports.workflow.ledger import bump
from reports.workflow.review import may_review
from reports.workflow.revise import change
from reports.workflow.teaching import teach

from .pages import answer, expected_version
from .review import on_report


class FrontForm(forms.Form):
    """Either an existing front, or the name, start and countries of a new one."""

    new_front = forms.CharField(max_length=200, required=False)
    front = forms.ModelChoiceField(label=_("It is"), queryset=Front.objects.kept(), required=False)
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    started = forms.DateField(label=_("Started"), required=False)
    countries = forms.ModelMultipleChoiceField(label=_("Countries"), queryset=Country.objects.all(), required=False)

    def clean(self) -> dict:
        cleaned = super().clean() or self.cleaned_data
        is_new = all(cleaned.get(name) for name in ("name", "started", "countries"))
        if not cleaned.get("front") and not is_new:
            raise forms.ValidationError(_t("Choose a front, or give the name, the start and the country of a new one."))
        return cleaned


@require_POST
@on_report
def front_view(request: HttpRequest, report: Report) -> HttpResponse:
    """Give the sentences below a heading their front. What was open stays open; what was accepted is corrected."""
    form = FrontForm(request.POST)
    if not form.is_valid():
        words = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return answer(request, report, problem=WorkflowError(words))
    needed = "review_claim" if form.cleaned_data["front"] else "add_front"
    if not request.user.has_perm(f"reports.{needed}"):
        raise PermissionDenied
    try:
        with transaction.atomic():
            front = form.cleaned_data["front"] or _create(form.cleaned_data)
            count = _assign(report, form.cleaned_data["new_front"], front, request.user, expected_version(request))
    except WorkflowError as problem:
        return answer(request, report, problem=problem)
    told = _t("%(n)d sentences now belong to the front “%(front)s”.")
    return answer(request, report, told % {"n": count, "front": front})


def _assign(report: Report, heading: str, front: Front, by, version: int | None) -> int:
    waiting = Claim.objects.filter(report=report, development__new_front=heading, development__front_links__isnull=True)
    may_review(by)
    claims = list(waiting.exclude(verdict=Verdict.REJECTED).with_parts())
    batch = uuid4()
    with transaction.atomic():
        bump(report, version)
        for claim in claims:
            claim.report = report
            change(claim, by, {"fronts": [front], "new_front": ""}, batch)
    teach(heading, front=front)
    return len(claims)


def _create(cleaned: dict) -> Front:
    front = Front.objects.create(
        name=cleaned["name"], slug=_free_slug(cleaned["name"], cleaned["started"]), started=cleaned["started"]
    )
    front.countries.set(cleaned["countries"])
    teach(front.name, kind=AliasKind.NAME, preferred=True, front=front)
    return front


def _free_slug(name: str, started: date) -> str:
    """`aleppo-2016`; a second front of the name in a year gets a number."""
    base = f"{slugify(name)[:70] or 'front'}-{started.year}"
    taken = set(Front.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)

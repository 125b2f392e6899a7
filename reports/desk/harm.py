"""What readers are not to see: delay, blur or withhold one claim, or show it again. A page of its own, plain forms."""

from collections.abc import Callable
from datetime import UTC, datetime

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import Claim, Decision, Report
from reports.models.vocabulary import Action, ClaimKind
from reports.workflow.areas import Area, areas
from reports.workflow.consequences import HELD_BY
from reports.workflow.errors import WorkflowError
from reports.workflow.harm import blur, delay, lift, withhold

from .pages import answer, expected_version, find_claim
from .review import on_report

AREAS_MISSING = gettext_lazy("No district or province is known around this place. Withhold it instead.")


class HideForm(forms.Form):
    """One choice, what it needs, and why."""

    step = forms.ChoiceField(label=gettext_lazy("How"), widget=forms.RadioSelect)
    until = forms.DateTimeField(
        label=gettext_lazy("Until (UTC)"),
        required=False,
        help_text=gettext_lazy("Readers see it from then on, without anything being done."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    area = forms.ChoiceField(
        label=gettext_lazy("Shown as"),
        required=False,
        help_text=gettext_lazy(
            "Its name is covered wherever this report is quoted. Look for roundabout words yourself."
        ),
    )
    why = forms.CharField(
        label=gettext_lazy("Why?"),
        max_length=500,
        help_text=gettext_lazy("Readers see the reason: do not name in it what is hidden."),
        widget=forms.TextInput(attrs={"size": 60}),
    )

    def __init__(self, data, claim: Claim, around: list[Area]):
        super().__init__(data)
        self.around = {area.key: area for area in around}
        steps = [(Action.DELAY.value, _("Show it later")), (Action.WITHHOLD.value, _("Do not show it at all"))]
        if claim.kind == ClaimKind.LOCATION and around:
            steps.insert(1, (Action.BLUR.value, _("Show the place only roughly")))
        else:
            del self.fields["area"]
        self.fields["step"].choices = steps  # type: ignore[attr-defined]
        if "area" in self.fields:
            self.fields["area"].choices = [  # type: ignore[attr-defined]
                (key, f"{area.name} ({_(area.kind)}, {area.radius_km:.0f} km)") for key, area in self.around.items()
            ]

    def clean(self):
        step = self.cleaned_data.get("step")
        if step == Action.DELAY and not self.cleaned_data.get("until") and "until" not in self.errors:
            self.add_error("until", _("Say until when."))
        return self.cleaned_data

    def take(self, claim: Claim, by, version: int | None) -> None:
        """Decide it. WorkflowError with a sentence where that cannot be."""
        why = self.cleaned_data["why"]
        steps: dict[str, Callable[[], None]] = {
            Action.DELAY: lambda: delay(claim, self._until(), by, why, expected_version=version),
            Action.BLUR: lambda: blur(claim, self._area(), by, why, expected_version=version),
            Action.WITHHOLD: lambda: withhold(claim, by, why, expected_version=version),
        }
        steps[self.cleaned_data["step"]]()

    def _until(self) -> datetime:
        return self.cleaned_data["until"].replace(tzinfo=UTC)

    def _area(self) -> Area:
        return self.around[self.cleaned_data["area"]]


@on_report
def hide_view(request: HttpRequest, report: Report, public_id: str) -> HttpResponse:
    """GET: what is in force, and the form. POST: one step, or `lift` with what is to be lifted."""
    if not request.user.has_perm("reports.review_claim"):
        raise PermissionDenied
    claim = find_claim(report, public_id)
    around = areas(claim.location) if claim.kind == ClaimKind.LOCATION and claim.blurred_at is None else []
    if request.method != "POST":
        return _draw(request, report, claim, HideForm(None, claim, around))
    version = expected_version(request)
    try:
        if what := request.POST.get("lift"):
            if what not in HELD_BY:
                return _draw(request, report, claim, HideForm(None, claim, around), problem=_("Choose what to lift."))
            lift(claim, Action(what), request.user, request.POST.get("why", ""), expected_version=version)
            return answer(request, report, _("Readers see it as it is again."), at=public_id)
        form = HideForm(request.POST, claim, around)
        if not form.is_valid():
            return _draw(request, report, claim, form)
        form.take(claim, request.user, version)
    except WorkflowError as problem:
        return _draw(request, report, find_claim(report, public_id), HideForm(None, claim, around), str(problem))
    return answer(request, report, _("Done. Readers see the reason among the corrections."), at=public_id)


def _draw(request: HttpRequest, report: Report, claim: Claim, form: HideForm, problem: str = "") -> HttpResponse:
    report.refresh_from_db(fields=["review_version"])
    in_force = [
        Decision.objects.filter(claim=claim, action=action).select_related("by").order_by("at", "pk").last()
        for action, column in HELD_BY.items()
        if getattr(claim, column) is not None
    ]
    context = {
        **admin.site.each_context(request),
        "opts": Report._meta,
        "title": _("What readers see of it"),
        "report": report,
        "claim": claim,
        "form": form,
        "problem": problem,
        "in_force": [one for one in in_force if one],
        "may_lift": request.user.has_perm("reports.publish_claim"),
        "no_area": AREAS_MISSING if claim.kind == ClaimKind.LOCATION and not form.around else "",
    }
    status = 422 if problem or form.errors else 200
    return TemplateResponse(request, "desk/hide.html", context, status=status)

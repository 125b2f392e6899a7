"""Paste: a text, a day, an outlet. What cannot be kept is refused beside its field, and the text stays in the form."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reports.extraction import UnreadableText, settle
from reports.extraction.normalise import LIMIT
from reports.models import Report, Source
from reports.models.reports import digest
from reports.workflow.errors import DuplicateReport
from reports.workflow.intake import HEADLINE_LENGTH, first_line
from reports.workflow.likeness import Likeness, likes_of
from reports.workflow.outlet import guess_outlet
from reports.workflow.submit import submit_report


class WholeText(forms.CharField):
    """A text kept as pasted: not stripped, and judged by `settle` alone, whose sentences are for editors."""

    def __init__(self, **kwargs):
        super().__init__(strip=False, **kwargs)
        self.validators = []


class PasteForm(forms.Form):
    """A report as pasted or as a file. `clean` leaves the settled text in `cleaned_data["text"]`."""

    text = WholeText(
        label=_("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 18, "autofocus": True, "spellcheck": "false", "dir": "auto"}),
        help_text=_("The whole report, with its headings and credits. It is kept as you paste it and never changed."),
    )
    published = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The day it was published. “Sunday” in the text is the last Sunday up to it."),
    )
    outlet = forms.ModelChoiceField(
        label=_("Outlet"),
        queryset=Source.objects.kept().filter(is_wire=True),
        required=False,
        empty_label=_("Guess from the text"),
        help_text=_("Who filed it."),
    )
    headline = forms.CharField(
        label=_("Headline"), max_length=HEADLINE_LENGTH, required=False, help_text=_("Empty: the first line.")
    )
    url = forms.URLField(
        label=_("Address"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Where it stands on the web, if it does."),
    )
    supersedes = forms.ModelChoiceField(queryset=Report.objects.all(), required=False)
    file = forms.FileField(
        label=_("Or a text file"),
        required=False,
        allow_empty_file=True,
        help_text=_("Plain text in UTF-8, up to 1 MiB."),
    )

    def clean(self) -> dict:
        cleaned = super().clean() or self.cleaned_data
        field = "file" if cleaned.get("file") else "text"
        if field == "file" and cleaned.get("text", "").strip():
            self.add_error("file", _t("There is a text and a file. Keep one of them."))
            return cleaned
        try:
            cleaned["text"] = settle(cleaned["file"].read() if field == "file" else cleaned.get("text", ""))
        except UnreadableText as problem:
            self.add_error(field, str(problem))
            return cleaned
        if not cleaned.get("outlet") and "outlet" not in self.errors:
            self._offer_outlet(cleaned["text"])
        if "supersedes" not in self.data:
            self._offer_earlier(cleaned)
        return cleaned

    def refuse_copy(self, problem: DuplicateReport) -> None:
        """Say that the text is here already, with a link to the first copy."""
        link = reverse("admin:reports_report_review", args=[problem.report.pk])
        sentence = format_html('{} <a href="{}">{}</a>', str(problem), link, _t("Open the first copy"))
        self.add_error("file" if self.cleaned_data.get("file") else "text", ValidationError(sentence))

    def likes(self) -> list[Likeness]:
        """Earlier reports that the text may update, to choose from."""
        cleaned = getattr(self, "cleaned_data", {})
        if not cleaned.get("text"):
            return []
        facts = {name: cleaned.get(name) for name in ("published", "outlet")}
        headline = cleaned.get("headline") or first_line(cleaned["text"])
        return likes_of(cleaned["text"], headline=headline, **facts)

    def _offer_earlier(self, cleaned: dict) -> None:
        """Ask once, before it is kept, whether it updates what it is like; a copy is refused elsewhere."""
        if cleaned.get("text") and not Report.objects.filter(sha256=digest(cleaned["text"])).exists() and self.likes():
            self.add_error("supersedes", _t("This is like an earlier report. Say below whether it updates it."))

    def _offer_outlet(self, text: str) -> None:
        """Put the guess into the field for the editor to confirm; the first save never takes it unseen."""
        guess = guess_outlet(text)
        if guess is None:
            self.add_error("outlet", _t("The text does not say who filed it. Choose the outlet."))
            return
        self.data = {**self.data.dict(), "outlet": str(guess.outlet.pk)}  # type: ignore[attr-defined]
        self.add_error(
            "outlet",
            _t("Is it %(outlet)s? So says “%(words)s”. Save again if it is.")
            % {"outlet": guess.outlet, "words": guess.words},
        )


def paste_view(request: HttpRequest) -> HttpResponse:
    """The add page of reports."""
    if not request.user.has_perm("reports.add_report"):
        raise PermissionDenied
    form = PasteForm(request.POST or None, request.FILES or None, initial={"published": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            report = _submit(form.cleaned_data, request.user)
        except DuplicateReport as problem:
            form.refuse_copy(problem)
        else:
            messages.success(request, _t("Saved as pasted. A worker is reading it now."))
            return redirect("admin:reports_report_review", report.pk)
    context = {
        **admin.site.each_context(request),
        "title": _t("Paste a report"),
        "form": form,
        "limit": LIMIT,
        "likes": form.likes() if form.errors else [],
        "chosen": form.data.get("supersedes"),
        "opts": Report._meta,
        "has_view_permission": True,
    }
    return TemplateResponse(request, "desk/paste.html", context, status=422 if form.errors else 200)


def guess_view(request: HttpRequest) -> JsonResponse:
    """The guess while the editor pastes: {"outlet": id, "name": …, "words": …}, or nulls."""
    if not request.user.has_perm("reports.add_report"):
        raise PermissionDenied
    guess = guess_outlet(request.POST.get("text", ""))
    if guess is None:
        return JsonResponse({"outlet": None, "name": None, "words": None})
    return JsonResponse({"outlet": guess.outlet.pk, "name": guess.outlet.name, "words": guess.words})


def _submit(cleaned: dict, by) -> Report:
    return submit_report(
        text=cleaned["text"],
        published=cleaned["published"],
        outlet=cleaned["outlet"],
        entered_by=by,
        headline=cleaned["headline"] or first_line(cleaned["text"]),
        url=cleaned["url"],
        supersedes=cleaned["supersedes"],
    )

"""The page on which a record of the world is merged into another of its kind, with what will move and a reason."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reports.workflow.errors import WorkflowError
from reports.workflow.merging import may_merge, merge, what_moves


class MergeForm(forms.Form):
    """The other record, found by any of its names, and why the two are one."""

    def __init__(self, record: Any, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kind = type(record)
        self.fields["into"] = forms.ModelChoiceField(
            label=_("It is the same as"),
            queryset=kind.objects.kept().exclude(pk=record.pk),
            widget=AutocompleteSelect(kind._meta.get_field("merged_into"), admin.site),
            help_text=_("This one stays, with its name, its days and its spot."),
        )
        self.fields["why"] = forms.CharField(
            label=_("Why?"),
            max_length=500,
            widget=forms.TextInput(attrs={"size": 60}),
            help_text=_("Readers see the reason with each public claim that changes."),
        )


@require_http_methods(["GET", "POST"])
def merge_view(request: HttpRequest, pk: int, model: Any) -> HttpResponse:
    """GET: what will move, and the form. POST: merge, and go to the record that stayed."""
    if not may_merge(request.user, model):
        raise PermissionDenied
    record = get_object_or_404(model.objects.kept(), pk=pk)
    form = MergeForm(record, request.POST or None)
    if form.is_valid():
        into = form.cleaned_data["into"]
        try:
            merge(record, into, request.user, form.cleaned_data["why"])
        except WorkflowError as problem:
            form.add_error(None, str(problem))
        else:
            told = _("“%(record)s” was merged into “%(into)s”.") % {"record": record, "into": into}
            messages.success(request, told)
            return redirect(f"admin:reports_{model._meta.model_name}_change", into.pk)
    context = {
        **admin.site.each_context(request),
        "title": _("Merge into another"),
        "opts": model._meta,
        "record": record,
        "moves": what_moves(record),
        "form": form,
    }
    return TemplateResponse(request, "admin/reports/merge.html", context)

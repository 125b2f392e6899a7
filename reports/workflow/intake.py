"""One way in for all: a text and what is known about it, as words from a file, a manifest or a request.

The words are checked by a bound form, then `submit_report` keeps the text. The paste page has fields of its own and
meets the others at `submit_report`.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reports.extraction import UnreadableText, settle
from reports.extraction.folding import fold
from reports.models import Alias, Report, Source

from .errors import BadReport, KeyReused, NotAllowed
from .outlet import cut_short, guess_outlet, is_dateline, opening_dateline
from .submit import submit_report

HEADLINE_LENGTH = 300
GUESS = "guess"
_SENTENCE_ENDS = re.compile(r"(?<=\w{4}[.!?])\s")  # "U.S.", "Lt.", "Jan." end nothing


class OutletField(forms.CharField):
    """An outlet by slug or by any of its names; the word "guess" leaves it to the text's own credits."""

    def to_python(self, value: Any) -> Any:
        given = super().to_python(value)
        if not given or given == GUESS:
            return given
        outlets = Source.objects.kept().filter(is_wire=True)
        named = Alias.objects.filter(source__in=outlets, folded=fold(given)).values("source")
        found = list(outlets.filter(Q(slug=given) | Q(name__iexact=given) | Q(pk__in=named))[:2])
        if len(found) == 1:
            return found[0]
        words = (
            _t("Several outlets are called “%(given)s”: give the slug.")
            if found
            else _t(
                "No outlet is called “%(given)s”. Add it to the sources, or give the slug of one that files reports."
            )
        )
        raise ValidationError(words % {"given": given})


class EarlierReport(forms.Field):
    """A report that this one supersedes, by its public id."""

    def to_python(self, value: Any) -> Report | None:
        given = str(value or "").strip()
        if not given:
            return None
        if found := Report.objects.filter(public_id=given).first():
            return found
        raise ValidationError(_t("There is no report “%(given)s”.") % {"given": given})


class Facts(forms.Form):
    """What is known about a report, each fact as words."""

    published = forms.DateField(
        error_messages={
            "required": _("Give the day it was published, as 2016-12-11."),
            "invalid": _("“%(value)s” is not a day like 2016-12-11."),
        },
        input_formats=["%Y-%m-%d"],
    )
    outlet = OutletField(error_messages={"required": _("Say which outlet filed it, or “guess”.")})
    headline = forms.CharField(max_length=HEADLINE_LENGTH, required=False)
    url = forms.URLField(max_length=500, required=False, assume_scheme="https")
    as_of = forms.DateTimeField(required=False, error_messages={"invalid": _("Not an instant like 2016-12-11T17:00Z.")})
    supersedes = EarlierReport(required=False)


FACTS = tuple(Facts.base_fields)


def take(
    text: str | bytes, facts: Mapping[str, Any], by, *, idempotency_key: str = "", request_sha256: str = ""
) -> Report:
    """Keep a report and queue its reading.

    Raises BadReport with sentences by fact, NotAllowed, DuplicateReport for a text that is here already, and KeyReused
    where the key came with another request before. The same key and request give the report that was made then.
    """
    if not by.has_perm("reports.add_report"):
        raise NotAllowed(_t("Your account may not enter reports: it needs the role of an editor."))
    key = _key_of(by, idempotency_key)
    if key and (earlier := Report.objects.filter(idempotency_key=key).first()):
        return _same_request(earlier, request_sha256)
    settled, cleaned = _checked(text, facts)
    report = submit_report(
        text=settled,
        entered_by=by,
        idempotency_key=key or None,
        request_sha256=request_sha256,
        **cleaned | {"headline": cleaned["headline"] or first_line(settled)},
    )
    return _same_request(report, request_sha256)


def fingerprint(request: Mapping[str, Any]) -> str:
    """SHA-256 of a request's meaning: the order of its members does not matter."""
    return hashlib.sha256(json.dumps(request, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def first_line(text: str) -> str:
    """The first line with words that is no dateline, for a report that was given no headline; of prose behind a
    dateline the first sentence."""
    first, *rest = (line.strip() for line in text.splitlines() if line.strip())
    if rest and is_dateline(first):
        first = rest[0]
    if dateline := opening_dateline(first):
        first = _SENTENCE_ENDS.split(first[len(dateline) :], maxsplit=1)[0] or first
    return cut_short(first, HEADLINE_LENGTH)


def _checked(text: str | bytes, facts: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The settled text and the facts as values; BadReport with all that is wrong, not only the first."""
    problems: dict[str, list[str]] = {
        name: [_t("There is no such fact. Known are: %(names)s.") % {"names": ", ".join(FACTS)}]
        for name in facts
        if name not in FACTS
    }
    settled = ""
    try:
        settled = settle(text)
    except UnreadableText as problem:
        problems["text"] = [str(problem)]
    form = Facts({name: value for name, value in facts.items() if value is not None})
    if not form.is_valid():
        problems |= {name: [str(sentence) for sentence in found] for name, found in form.errors.items()}
    cleaned = form.cleaned_data
    if settled and cleaned.get("outlet") == GUESS:
        guess = guess_outlet(settled)
        cleaned["outlet"] = guess and guess.outlet
        if guess is None:
            problems["outlet"] = [_t("The text does not say who filed it. Name the outlet.")]
    if problems:
        raise BadReport(problems)
    return settled, cleaned


def _key_of(by, given: str) -> str:
    """Keys are each account's own."""
    return f"{by.pk}:{hashlib.sha256(given.encode()).hexdigest()}" if given else ""


def _same_request(report: Report, request_sha256: str) -> Report:
    if report.request_sha256 != request_sha256:
        raise KeyReused(report)
    return report

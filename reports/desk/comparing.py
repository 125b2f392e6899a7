"""Two reports side by side, sentence by sentence: what an update keeps, changes, drops and adds; and the editor's word
on whether it is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from reports.extraction import UnreadableText, settle
from reports.extraction.likeness import sentence_spans
from reports.models import Report
from reports.workflow.errors import NotAllowed
from reports.workflow.knowledge import shipped_lexicon

from .metadata import correct_metadata

ALIKE = 0.5  # of its words: below it a sentence is another one, not a changed one
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """Words of a sentence, and whether the other one lacks them."""

    words: str
    differs: bool = False


@dataclass(frozen=True)
class Row:
    """A sentence of each text: `kind` is same, changed, gone or new."""

    kind: str
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()


def compare(old: str, new: str) -> list[Row]:
    """The sentences of both texts in order, by the longest runs they share (difflib)."""
    before, after = _sentences(old), _sentences(new)
    rows: list[Row] = []
    for step, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            rows += [Row("same", (Piece(words),), (Piece(words),)) for words in before[i:j]]
        else:
            rows += _replaced(before[i:j], after[k:m])
    return rows


def _replaced(gone: list[str], new: list[str]) -> Iterator[Row]:
    """Where both have sentences, each new one beside the first old one that it is like; the others by themselves."""
    left, waiting = list(gone), []
    for words in new:
        match = next((n for n, one in enumerate(left) if _alike(one, words)), None)
        if match is None:
            waiting.append(Row("new", (), (Piece(words),)))
            continue
        yield from (Row("gone", (Piece(one),)) for one in left[:match])
        yield from waiting
        yield _changed(left[match], words)
        left, waiting = left[match + 1 :], []
    yield from (Row("gone", (Piece(one),)) for one in left)
    yield from waiting


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE


def _changed(one: str, other: str) -> Row:
    old_words, new_words = _WORDS.findall(one), _WORDS.findall(other)
    old, new = [], []
    for step, i, j, k, m in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes():
        if i < j:
            old.append(Piece("".join(old_words[i:j]), step != "equal"))
        if k < m:
            new.append(Piece("".join(new_words[k:m]), step != "equal"))
    return Row("changed", tuple(old), tuple(new))


def _sentences(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in sentence_spans(text, shipped_lexicon())]


@require_POST
def compare_pasted_view(request: HttpRequest) -> HttpResponse:
    """The text of the paste page, not kept yet, beside an earlier report."""
    if not request.user.has_perm("reports.add_report"):
        raise PermissionDenied
    earlier = get_object_or_404(Report, pk=request.POST.get("compare") or None)
    try:
        text = settle(request.POST.get("text", ""))
    except UnreadableText as problem:
        return _page(request, earlier, None, [], problem=str(problem))
    return _page(request, earlier, None, compare(earlier.text, text))


@require_http_methods(["GET", "HEAD", "POST"])
def compare_view(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """GET: a report beside an earlier one. POST: the editor says that it supersedes it, or that it does not."""
    if not request.user.has_perm("reports.view_report"):
        raise PermissionDenied
    report, earlier = get_object_or_404(Report, pk=pk), get_object_or_404(Report, pk=other)
    if request.method != "POST":
        return _page(request, earlier, report, compare(earlier.text, report.text))
    report.supersedes = earlier if request.POST.get("supersedes") == "yes" else None
    try:
        correct_metadata(report, request.user, ["supersedes"])
    except NotAllowed as problem:
        raise PermissionDenied(str(problem)) from None
    return redirect("admin:reports_report_review", report.pk)


def _page(request: HttpRequest, earlier: Report, report: Report | None, rows: list[Row], problem: str = ""):
    counts = {kind: sum(row.kind == kind for row in rows) for kind in ("same", "changed", "gone", "new")}
    context = {
        **admin.site.each_context(request),
        "opts": Report._meta,
        "title": _("What changed"),
        "earlier": earlier,
        "report": report,
        "rows": rows,
        "counts": counts,
        "problem": problem,
        "may_change": report is not None and request.user.has_perm("reports.change_report"),
        "back": reverse("admin:reports_report_review", args=[report.pk]) if report else "",
    }
    return TemplateResponse(request, "desk/compare.html", context)

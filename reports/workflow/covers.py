"""What a report hides from readers: the names of blurred and withheld places, and the words of what is withheld or
delayed. Found anew after each such decision, and when a delay has run out.

A name is looked for by its folding key, so that "Raqqa" is covered where "Raqa" is hidden, with every other name the
desk knows the place by. Names made from it ("Raqqawi") and roundabout words are for the editor to see and withhold.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone

from reports.extraction.folding import fold, fold_word
from reports.models import Alias, Claim, Decision, Report
from reports.models.covering import covered
from reports.models.vocabulary import Action, ClaimKind, Verdict

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`´‘][^\W_]+)*")
_OWNED = re.compile(r"['’]s$")
GAP = "[…]"  # in a field that repeats words of the text
RECENT = timedelta(days=2)


def cover(report: Report) -> None:
    """Write the report's public text anew."""
    text = report.text
    spans = [span for claim in _hidden(report) for span in _spans(claim, text)]
    report.covered_text = covered(text, spans) if spans else ""
    Report.objects.filter(pk=report.pk).update(covered_text=report.covered_text)
    # An update that changes nothing tells the database that what readers see of this report changed.
    Claim.objects.filter(report=report, published_at__isnull=False).update(version=F("version"))


def uncover_ended() -> int:
    """Cover reports anew of which a delay has run out lately. Returns how many. Until then too much is covered."""
    now = timezone.now()
    ended = Report.objects.exclude(covered_text="").filter(
        claims__delayed_until__lte=now, claims__delayed_until__gt=now - RECENT
    )
    count = 0
    for report in ended.distinct():
        before = report.covered_text
        cover(report)
        count += report.covered_text != before
    return count


def hidden_names(claim: Claim) -> list[str]:
    """Every name by which the place of a location claim could be known, as it was before it was blurred."""
    blurs = Decision.objects.filter(claim=claim, action=Action.BLUR, after__has_key="name").order_by("at", "pk")
    last = blurs.last() if claim.blurred_at else None
    was = {"name": claim.location.name, "place": claim.location.place_id} | (last.before if last else {})
    names = [claim.quote, was["name"]]
    if place := was["place"]:
        names += Alias.objects.filter(place=place).values_list("text", flat=True)
    return [one for one in dict.fromkeys(names) if fold(one)]


def without(words: str, names: Iterable[str]) -> str:
    """Words with each of these names left out."""
    for start, end in sorted(occurrences(words, names), reverse=True):
        words = words[:start] + GAP + words[end:]
    return words


def occurrences(text: str, names: Iterable[str]) -> set[tuple[int, int]]:
    """Where a text names one of these, as spans [start, end); none lies within another."""
    keys = {fold(name) for name in names}
    words = [(m.start(), m.start() + len(bare), fold_word(bare)) for m in _WORD.finditer(text) if (bare := _bare(m))]
    longest = max(map(len, keys), default=0)
    found: set[tuple[int, int]] = set()
    done = 0
    for at, (start, _end, _word) in enumerate(words):
        if start < done:
            continue
        key, best = "", 0
        for _start, end, word in words[at:]:
            key += word
            if len(key) > longest:
                break
            best = end if key in keys else best
        if best:
            found.add((start, best))
            done = best
    return found


def _bare(match: re.Match[str]) -> str:
    return _OWNED.sub("", match.group())


def _hidden(report: Report) -> Iterator[Claim]:
    """Claims of a report of which something must not be read now."""
    later = Q(delayed_until__gt=timezone.now())
    hidden = Q(blurred_at__isnull=False, kind=ClaimKind.LOCATION) | Q(withheld_at__isnull=False) | later
    yield from Claim.objects.filter(hidden, report=report).exclude(verdict=Verdict.REJECTED).with_parts()


def _spans(claim: Claim, text: str) -> set[tuple[int, int]]:
    spans = occurrences(text, hidden_names(claim)) if claim.kind == ClaimKind.LOCATION else set()
    return (
        spans
        if claim.blurred_at and not claim.withheld_at and not claim.is_delayed
        else spans | {(claim.start, claim.end)}
    )

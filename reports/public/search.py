"""Which developments speak of something: words of the sentence, and every name its front, groups and sources go by.

Both sides are folded as names are, so that "Raqqa" finds "Raqa" and "ISIS", an alias, finds Islamic State.
"""

import re

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Substr

from reports.extraction.folding import fold, fold_word
from reports.models import Alias
from reports.models.querysets import visible

_WORD = re.compile(r"\w+")


def matching(developments: QuerySet, words: str) -> set[int]:
    """Primary keys of those developments that hold the words, at the start of a word, or a thing of that name."""
    wanted = folded(words)
    if not wanted:
        return set()
    sentences = developments.annotate(
        sentence=Substr("claim__report__text", F("claim__start") + 1, F("claim__end") - F("claim__start"))
    ).order_by()
    found = {pk for pk, sentence in sentences.values_list("pk", "sentence") if f" {wanted}" in f" {folded(sentence)}"}
    return found | set(developments.filter(_named(words)).order_by().values_list("pk", flat=True))


def folded(text: str) -> str:
    """Its words, each folded, with single spaces between."""
    return " ".join(fold_word(word) for word in _WORD.findall(text))


def _named(words: str) -> Q:
    """Developments whose front, group, source or place is called so in any language."""
    owners = Alias.objects.filter(folded=fold(words))
    fronts = owners.filter(front__isnull=False).values("front")
    countries = owners.filter(country__isnull=False).values("country")
    sources = owners.filter(source__isnull=False).values("source")
    groups = owners.filter(group__isnull=False).values("group")
    places = owners.filter(place__isnull=False).values("place")
    return (
        Q(fronts__in=fronts)
        | Q(fronts__countries__in=countries)
        | Q(claim__source__in=sources)
        | visible("involvements__claim__") & Q(involvements__group__in=groups)
        | visible("locations__claim__") & Q(locations__place__in=places)
    )

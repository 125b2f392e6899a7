"""Of what class are the people counted, where a party's name or the toll's own words tell. Needs figures and groups."""

from __future__ import annotations

from bisect import bisect_left

from .lexicon import Lexicon
from .model import Draft
from .words import count_words

_CLASSES = {
    "Rebel group": "fighters",
    "Political militia": "fighters",
    "Identity militia": "fighters",
    "State forces": "security_forces",
    "External/Other forces": "security_forces",
}


def class_subjects(draft: Draft, lexicon: Lexicon) -> None:
    """Set `subject_class` where it is unspecified and the words about the count tell it."""
    class_of = count_words(lexicon).class_of
    starts = [g.start for g in draft.groups]
    for figure in draft.figures:
        if figure.subject_class != "unspecified" or figure.unit != "people":
            continue
        if figure.head is not None and not figure.bare:
            head = draft.tokens[figure.head]
            for group in draft.groups[
                max(0, bisect_left(starts, figure.start) - 1) : bisect_left(starts, figure.end) + 1
            ]:
                if (
                    figure.start <= group.start < head.end
                    and group.end >= figure.start
                    and group.actor_type in _CLASSES
                    and not head.low.endswith(("people", "civilians"))
                ):
                    figure.subject_class, figure.rules["subject_class"] = _CLASSES[group.actor_type], "party-inside"
        if figure.rule.endswith("toll") and figure.verb is not None:
            words = {t.low for t in draft.tokens[max(0, figure.verb - 2) : figure.first]}
            for word in sorted(words & class_of.keys()):
                if class_of[word] != "unspecified":
                    figure.subject_class, figure.rules["subject_class"] = class_of[word], "toll-words"
        if figure.part_of is not None and figure.bare:
            whole = draft.figures[figure.part_of]
            figure.subject_class, figure.rules["subject_class"] = whole.subject_class, "as-its-whole"

"""What of a mention leaves the library: the fields of the contract, and none that only the passes need."""

import pytest

from reports.extraction import mentions
from reports.extraction.spans import leaving

OF_A_SPAN = {"start", "end", "rule", "confidence"}
LEAVING = {
    mentions.Section: {"body_start", "body_end", "heading", "level", "country", "front"},
    mentions.Sentence: {
        *("section", "status", "type", "event_type", "sub_event_type", "date_start", "date_end", "date_precision"),
    },
    mentions.Figure: {
        *("text", "low", "high", "modifier", "kind", "unit", "subject", "subject_class", "vague", "derived", "place"),
        *("places", "source", "scope", "date_start", "date_end", "part_of", "same_as", "denominator", "status"),
    },
    mentions.Place: {
        *("text", "name", "country", "latitude", "longitude", "kind", "where_prec", "gazetteer", "id", "role"),
        *("relation", "radius_km", "area", "alternatives"),
    },
    mentions.Group: {"text", "name", "role", "actor_type"},
    mentions.Source: {"text", "name", "kind", "sentences"},
    mentions.DateMention: {"text", "date_start", "date_end", "precision"},
    mentions.Control: {"place", "status", "holder", "contender", "source"},
    mentions.Unresolved: {"text", "reason"},
}
WITHOUT_RULES = {mentions.Unresolved: {"rule", "confidence"}}


@pytest.mark.parametrize("kind", LEAVING, ids=lambda kind: kind.__name__)
def test_these_fields_leave_the_library_and_no_other(kind):
    mention = kind(*[None] * _needed(kind))
    assert set(leaving(mention)) == (LEAVING[kind] | OF_A_SPAN) - WITHOUT_RULES.get(kind, set())


def _needed(kind):
    """How many values it cannot be made without."""
    return kind.__init__.__code__.co_argcount - 1 - len(kind.__init__.__defaults__ or ())

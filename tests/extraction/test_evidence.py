"""The evidence of a figure and of a sentence, as it is weighed."""

import pytest

from reports.extraction.evidence import Evidence
from reports.extraction.model import Draft, Figure, Sentence, Span
from reports.extraction.tokenise import tokenise

TEXT = "The army said that at least 40 rebels were killed in the two villages near Aleppo on Sunday morning alone."


@pytest.fixture
def draft() -> Draft:
    """A sentence with one figure, as the passes before leave it."""
    made = Draft(TEXT)
    made.take(tokenise(TEXT))
    made.sentences = [Sentence(0, len(TEXT), first=0, last=len(made.tokens), type="clash")]
    at, end = TEXT.index("at least"), TEXT.index(" were killed")
    number = Span(TEXT.index("40"), TEXT.index("40") + 2)
    rules = {"kind": "predicate", "scope": "event"}
    made.figures = [
        Figure(at, end, TEXT[at:end], 40, None, "at_least", "killed", "people", "rebels", "fighters", number=number)
    ]
    made.figures[0].rules.update(rules)
    return made


def test_a_word_is_told_by_where_it_stands_about_the_number(draft):
    found = Evidence(draft).of_kind(draft.figures[0])
    assert {"b=army", "b=said", "i=rebel", "a=rebel", "a=kill", "s=aleppo"} <= set(found)
    assert not {"a=said", "b=kill", "a=aleppo"} & set(found)


def test_the_words_next_to_the_number_are_told_together(draft):
    assert {"b=least at", "a=rebel were"} <= set(Evidence(draft).of_kind(draft.figures[0]))


def test_what_the_rules_said_is_told_apart_from_the_words(draft):
    found = Evidence(draft).of_kind(draft.figures[0])
    assert [f for f in found if f.startswith("rule")] == [
        *("rule=predicate", "rule-kind=killed", "rule=predicate|killed", "rule=predicate|people"),
        *("rule=predicate|fighters", "rule=predicate|current", "rule=predicate|clash"),
    ]


def test_a_number_that_begins_or_ends_a_sentence_has_words_on_one_side(draft):
    figure = draft.figures[0]
    figure.number = Span(0, 3)
    assert not [f for f in Evidence(draft).of_scope(figure) if f.startswith("b=") and f != "b="]
    figure.number = Span(len(TEXT) - 1, len(TEXT))
    assert not [f for f in Evidence(draft).of_scope(figure) if f.startswith("a=") and f != "a="]


def test_a_sentence_is_told_by_its_words_its_pairs_of_words_and_its_neighbours(draft):
    draft.sentences.append(Sentence(len(TEXT), len(TEXT), first=len(draft.tokens), last=len(draft.tokens)))
    draft.sentences[1].status = "denied"
    found = set(Evidence(draft).of_status(0))
    assert {"s=kill", "s=were kill", "b=army", "kind=killed", "first=True", "rule-status-behind=denied"} <= found


def test_an_empty_sentence_has_evidence_too(draft):
    draft.sentences = [Sentence(0, 0)]
    assert "words=0" in Evidence(draft).of_status(0)

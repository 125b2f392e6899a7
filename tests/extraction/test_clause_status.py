"""A figure whose clause has its own verb of saying: it is denied, or told, apart from its sentence."""

import pytest

DENIED = [
    # What is told behind a denial is not denied
    ("The rebels denied leaving the mill, their radio said, and claimed they had shot 14 guards.", ["current"]),
    ("The mayor denied that 40 families had fled, but said 15 people were hurt.", [None, "current"]),
    ("The army denied a report of 20 dead, adding that it had captured nine rebels.", [None, "current"]),
    ("Russia denied the raid while the mayor said that 15 people were hurt.", ["current"]),
    ("The army denied it had fled, and said it would send 300 troops.", ["announced"]),
    ("The mayor said six guards were killed and denied that 40 had been captured.", ["current", None]),
    # One denial holds over all that it governs
    ("The army denied killing 40 people and taking 12 hostages.", [None, None]),
    ("The army denied that the mayor had said 30 people died.", [None]),
]


@pytest.mark.parametrize(("sentence", "statuses"), DENIED)
def test_a_denial_holds_over_its_own_clause(reading, sentence, statuses):
    document = reading(sentence)
    assert document.sentences[0].status == "denied"
    assert [f.status for f in document.figures] == statuses


def test_without_a_denial_a_figure_stands_as_its_sentence_does(reading):
    document = reading("The army said five people had died, and the mayor said that 12 were hurt.")
    assert [f.status for f in document.figures] == [None, None]

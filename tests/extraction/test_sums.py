"""A ledger of sums: counts that add up to the total before them are its parts, and of its kind."""

import pytest

LEDGER = [
    ("Seven air strikes in an hour: five on Saada and two on Hajja.", ["strikes"] * 3, [None, 0, 0]),
    ("Some say 90 villagers have died: 51 in the held west and 39 in the east.", ["killed"] * 3, [None, 0, 0]),
    (
        "She documented the killing of 60 people: 14 traders, 20 of the YPG and 26 of the brigades.",
        ["killed"] * 4,
        [None, 0, 0, 0],
    ),
    ("A mine killed six, hurt four men and left two missing.", ["killed", "wounded", "missing"], [None, None, None]),
    ("Troops killed six men, seized four lorries and two guns.", ["killed", "other", "other"], [None, None, None]),
]


@pytest.mark.parametrize(("sentence", "kinds", "parts"), LEDGER)
def test_counts_that_add_up_are_parts_of_their_sum(reading, sentence, kinds, parts):
    figures = reading(sentence).figures
    assert [f.kind for f in figures] == kinds
    assert [f.part_of for f in figures] == parts

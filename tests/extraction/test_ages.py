"""How old somebody is counts nobody; a number of people beside it does."""

import pytest

AGES = [
    ("Snipers shot dead two girls, aged six and nine, in Taez.", ["two girls"]),
    ("Shells killed three brothers aged 4, 7 and 11 in Donetsk.", ["three brothers"]),
    ("The dead were two women, ages 35 and 60, and a man of 40.", ["two women"]),
    ("Shells killed a girl of nine and six men in Goma.", ["a girl", "six men"]),
    ("The blast killed Ali Hasan, 34, a medic, and 5 others in Idlib.", ["5 others"]),
    ("Of the 12 dead, three were aged under 10, a doctor in Goma said.", ["the 12 dead", "three"]),
    ("The clinic took in two boys of 8 and 13 and a girl of six.", ["two boys"]),
    ("Children of two families fled.", ["two families fled"]),
    ("Nine people were hurt, the oldest of them 71.", ["Nine people were hurt"]),
    ("A spokesman, 44, said six men died.", ["six men died"]),
    ("Raids hit the province five times as many as in May and killed 20 people.", ["20 people"]),
]


@pytest.mark.parametrize(("text", "counted"), AGES)
def test_ages_and_factors_count_nobody(reading, text, counted):
    assert [figure.text for figure in reading(text).figures] == counted

"""What two texts share, and the stem that the headlines of a series have in common."""

import pytest

from reports.extraction import load_lexicon
from reports.extraction.likeness import MOST, sample, sentence_spans, shared, shingles, stem

OLD = "Rebels left two villages on Sunday after a week of shelling, residents of the district told the agency."
NEW = OLD + " By evening the army had entered both of them, a commander said, and families were coming back."


def test_a_text_is_wholly_in_its_longer_update():
    assert shared(shingles(OLD), shingles(NEW)) == 1


def test_other_words_share_nothing():
    assert shared(shingles(OLD), shingles("Talks on a truce for the port went on for a third day in the capital.")) == 0


def test_case_and_blanks_make_no_difference():
    assert shingles(OLD.upper().replace(" ", "\n  ")) == shingles(OLD)


def test_two_samples_share_what_the_texts_share():
    one, other = shingles(OLD), shingles(NEW)
    assert set(sample(one)) & set(sample(other)) == set(sample(one & other))


def test_a_sample_is_bounded():
    assert len(sample(shingles(" ".join(map(str, range(9000)))))) == MOST


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Where the fronts stand, 11 December", "UPDATE 2: Where the fronts stand", True),
        ("Mosul offensive: day 12", "Mosul offensive: day 13", True),
        ("Situation as of 1700 GMT Sunday: Syria, Iraq", "Situation as of 0900 GMT Monday: Syria, Iraq", True),
        ("Army enters Aleppo", "Army enters Mosul", False),
    ],
)
def test_headlines_of_a_series_have_one_stem(one, other, same):
    assert (stem(one) == stem(other)) is same
    assert stem(one)


def test_a_day_alone_is_no_stem():
    assert stem("Sunday, 11 December") == stem("Update") == ""


def test_sentences_are_cut_over_wrapped_lines_but_not_after_abbreviations():
    text = "SYRIA\n\nGen. Haddad spoke on Sunday. The U.N. sent 2.5 tonnes.\n"
    spans = sentence_spans(text, load_lexicon())
    assert [text[a:b] for a, b in spans] == ["SYRIA", "Gen. Haddad spoke on Sunday.", "The U.N. sent 2.5 tonnes."]

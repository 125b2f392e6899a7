import pytest

from reports.extraction.tokenise import tokenise


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("F-16s and an MQ-9", ["F-16s", "and", "an", "MQ-9"]),  # names with numbers are one word
        ("the U.N. said", ["the", "U.N.", "said"]),
        ("15-20 km", ["15", "-", "20", "km"]),  # a range is three
        ("80km", ["80", "km"]),
        ("1,200.5", ["1,200.5"]),
        ("al-Assad’s men", ["al-Assad", "’s", "men"]),  # the possessive stands alone
        ("the 117th", ["the", "117th"]),
        ("10\u00a0times", ["10", "times"]),  # a no-break space parts
        ("fell.<br/>\n&gt; Aid", ["fell", ".", "Aid"]),  # left-over HTML gives no tokens
        ("twenty-one", ["twenty-one"]),
    ],
)
def test_it_cuts_words_numbers_and_marks(text, tokens):
    assert [t.text for t in tokenise(text)] == tokens


def test_every_token_knows_where_it_stands():
    text = "At dawn, 12 “men” fled – 🔴 Rafah."
    assert all(text[t.start : t.end] == t.text for t in tokenise(text))

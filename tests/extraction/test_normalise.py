import pytest

from reports.extraction import LIMIT, UnreadableText, settle


def test_it_settles_newlines_and_unicode():
    assert settle("a\r\nb\rcafe\u0301".encode()) == "a\nb\ncafé"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xff\xfe", "not UTF-8"),
        (b"one\ntwo\0", "NUL character in line 2"),
        (b"bell\x07", "control character (U+0007)"),
        ("c1 \x85".encode(), "control character (U+0085)"),
        (b"a" * (LIMIT + 1), "longer than the limit"),
        ("\ud800", "not valid Unicode"),
    ],
)
def test_it_says_why_a_text_cannot_be_read(raw, sentence):
    with pytest.raises(UnreadableText) as problem:
        settle(raw)
    assert sentence in str(problem.value)


def test_it_takes_a_text_of_exactly_the_limit():
    assert len(settle(b"a" * LIMIT)) == LIMIT


def test_settling_again_changes_nothing():
    once = settle("São Tomé\r\n\u1100\u1161")
    assert settle(once) == once

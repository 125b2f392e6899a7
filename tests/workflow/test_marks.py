"""Cutting a text at its marks."""

from hypothesis import given
from hypothesis import strategies as st

from reports.workflow.marks import segments

TEXT = "🔴 at least 413 civilians in east Aleppo"


def test_nested_marks_are_cut_at_each_boundary_longest_first():
    cut = segments(TEXT, [(2, 24, "figure"), (11, 14, "number")])
    assert [(s.text, s.payloads) for s in cut] == [
        ("🔴 ", ()),
        ("at least ", ("figure",)),
        ("413", ("figure", "number")),
        (" civilians", ("figure",)),
        (" in east Aleppo", ()),
    ]


def test_a_part_of_the_text_shows_only_its_own_marks():
    cut = segments(TEXT, [(2, 25, "figure"), (34, 40, "place")], start=15, end=36)
    assert "".join(s.text for s in cut) == TEXT[15:36]
    assert [s.payloads for s in cut] == [("figure",), (), ("place",)]


marks = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers()).filter(lambda m: m[0] < m[1]))


@given(marks)
def test_the_pieces_are_the_text_and_each_piece_has_the_marks_that_cover_it(found):
    cut = segments(TEXT, found)
    assert "".join(s.text for s in cut) == TEXT
    for piece in cut:
        covering = sorted(p for a, b, p in found if a <= piece.start and piece.end <= min(b, len(TEXT)))
        assert sorted(piece.payloads) == covering

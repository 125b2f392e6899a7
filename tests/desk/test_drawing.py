"""Drawing a text with its marks: the words stay the same, marks nest, and each has a line of its own."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from reports.desk.drawing import draw

TEXT = "The 300 US troops left Raqa & Aleppo."


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def entry(start: int, end: int, **fields) -> dict:
    return {"start": start, "end": end, **fields}


def test_a_text_without_a_reading_is_drawn_as_it_is():
    assert draw("a < b", None, []) == "a &lt; b"


def test_a_mark_inside_another_runs_its_line_above():
    html = draw(TEXT, {"figures": [entry(4, 17, kind="troops")], "groups": [entry(8, 17, name="US forces")]}, [])
    assert 'mark-figure level-1" title="Figure: troops" data-claim="" data-verdict="">300 </span>' in html
    assert re.search(
        r'mark-figure level-1"[^>]*><span class="mark mark-group level-0"[^>]*>US troops</span></span>', html
    )


def test_marks_that_cross_are_cut_and_keep_their_words():
    html = draw(TEXT, {"figures": [entry(4, 17)], "places": [entry(11, 27)]}, [])
    assert plain(html) == TEXT
    assert html.count("mark-figure") == 2


def test_each_sentence_can_be_pointed_at():
    html = draw("One. Two.", {"sentences": [entry(0, 4), entry(5, 9)]}, [])
    assert html == '<span class="sentence" id="s0">One.</span> <span class="sentence" id="s1">Two.</span>'


def test_a_place_that_is_no_pin_says_so():
    assert "no pin" in draw(TEXT, {"places": [entry(23, 27, name="Raqa", role="context")]}, [])


def test_what_the_reader_says_cannot_break_the_page():
    html = draw(TEXT, {"groups": [entry(8, 17, name='"><script>')]}, [])
    assert "<script>" not in html


@given(st.text(min_size=1, max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=8))
def test_whatever_the_marks_the_words_stay_the_same(text, spans):
    entries = [entry(start, min(start + length, len(text))) for start, length in spans if start < len(text)]
    document = {"figures": entries[::2], "places": entries[1::2], "sentences": entries[:1]}
    assert plain(draw(text, document, [])).replace("\r", "") == text.replace("\r", "")

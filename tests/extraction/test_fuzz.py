"""Any text, any day: no exception, every span is its mention, the same twice (its speed: make bench)."""

import datetime as dt
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.extraction import load_lexicon, read

from .conftest import SmallNames

LAYOUT = """Beirut (AFP) - Here are the fronts as of 1700 GMT Sunday:
SYRIA
- Battle for Aleppo -
At least 413 civilians, 62 of them children, have been killed since November 15, according to the Observatory.
It says between 500 and 700 fled to within 25 kilometres (15 miles) of Raqa. "We left," said Umm Khaled, 34.
1. Kupiansk direction
The enemy lost 15-20 men; more than two dozen trucks were hit. If Raqa fell, Moscow would deny it.
"""
WORDS = st.sampled_from(
    [*LAYOUT.split(), "of", "them", "than", "—", "“", "'s", "%", "$5", "and", "no", "one", "a", "<br>", "\n", "- "]
)
SOUP = st.lists(WORDS, max_size=120).map(" ".join)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([dt.date.min, dt.date.max, dt.date(2024, 2, 29)]))


def check(text: str, day: dt.date | None) -> None:
    document = read(text, load_lexicon(), SmallNames(), published=day).to_dict()
    again = read(text, load_lexicon(), SmallNames(), published=day).to_dict()
    assert json.dumps(document, ensure_ascii=False) == json.dumps(again, ensure_ascii=False)
    size = len(document["text"])
    for key in ("sections", "sentences", "figures", "places", "groups", "sources", "dates", "controls", "unresolved"):
        for mention in document[key]:
            assert 0 <= mention["start"] < mention["end"] <= size, (key, mention)
            words = mention.get("heading") if key == "sections" else mention.get("text")
            assert words is None or words == document["text"][mention["start"] : mention["end"]], (key, mention)
    for figure in document["figures"]:
        for key, of in (("source", "sources"), ("place", "places"), ("part_of", "figures"), ("same_as", "figures")):
            assert figure[key] is None or 0 <= figure[key] < len(document[of])
        assert figure["low"] is None or figure["high"] is None or figure["low"] <= figure["high"]
    for found in document["dates"]:
        assert found["date_start"] is None or found["date_start"] <= found["date_end"]


@settings(max_examples=150)
@given(st.text(max_size=400), DAYS)
def test_any_text_is_read(text, day):
    check(text, day)


@settings(max_examples=150)
@given(SOUP, DAYS)
def test_any_order_of_a_reports_words_is_read(text, day):
    check(text, day)


@settings(max_examples=60)
@given(
    st.integers(0, len(LAYOUT)),
    st.integers(0, len(LAYOUT)),
    st.sampled_from([str, str.lower, str.upper, lambda t: t.replace(" ", "\n"), lambda t: t + t]),
)
def test_a_damaged_layout_is_read(start, end, change):
    check(change(LAYOUT[min(start, end) : max(start, end)]), dt.date(2016, 12, 11))

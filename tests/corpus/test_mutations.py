"""Real layouts, damaged as wires and web copies are: still read, every span its mention, every index in range.

The reports are those of the open corpus, read with the real gazetteer and located, as the worker does.
"""

import functools
import json
import textwrap
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import ROOT, reader, scorer

from reports.extraction import settle
from reports.extraction.tokenise import tokenise

REPORTS = scorer().load(ROOT / "tests/corpus/open")
EVERY = 41
DAYS = st.one_of(st.none(), st.dates().map(date.isoformat))


def wrapped(text: str) -> str:
    """Broken hard at 60 characters, as by an old mailer."""
    return "\n".join("\n".join(textwrap.wrap(line, 60)) for line in text.split("\n"))


def spaced(text: str) -> str:
    return text.replace("\n", "\r\n").replace(" ", " \u00a0")


def run_together(text: str) -> str:
    return " ".join(text.split())


DAMAGE = {
    "doubled": lambda text: text + text,
    "lower case": str.lower,
    "capitals": str.upper,
    "hard-wrapped": wrapped,
    "run together": run_together,
    "no-break spaces": spaced,
    "backwards": lambda text: "\n".join(reversed(text.split("\n"))),
    "marked up": lambda text: "".join(f"<p>{line}</p>\n" for line in text.split("\n")),
}


@functools.cache
def reading():
    return reader()


def check(text: str, day: str | None) -> None:
    report = {"text": settle(text.encode()), "published": day, "outlet": None}
    document = reading()(report).to_dict()
    assert json.dumps(document) == json.dumps(reading()(report).to_dict())
    size = len(document["text"])
    for key in ("sections", "sentences", "figures", "places", "groups", "sources", "dates", "controls", "unresolved"):
        for mention in document[key]:
            assert 0 <= mention["start"] < mention["end"] <= size, (key, mention)
            words = mention.get("heading" if key == "sections" else "text")
            assert words is None or words == document["text"][mention["start"] : mention["end"]], (key, mention)
    for figure in document["figures"]:
        for key, of in (("source", "sources"), ("place", "places"), ("part_of", "figures"), ("same_as", "figures")):
            assert figure[key] is None or 0 <= figure[key] < len(document[of])
        assert figure["part_of"] is None or document["figures"][figure["part_of"]] is not figure


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_report_is_read(damage) -> None:
    for report in REPORTS[:: len(DAMAGE)]:
        check(DAMAGE[damage](report["text"]), report["published"])


def test_a_text_that_ends_at_any_word_is_read() -> None:
    """A pasted text may lack its end. Every EVERYth word of all reports ends one, read from two sentences before."""
    for number, report in enumerate(REPORTS):
        text = settle(report["text"].encode())
        sentences = reading()({**report, "text": text}).sentences
        words = [token.end for token in tokenise(text)]
        for end in words[number % EVERY :: EVERY]:
            before = [sentence.start for sentence in sentences if sentence.start < end][-2:]
            reading()({**report, "text": text[before[0] if before else 0 : end]})


@settings(max_examples=40)
@given(
    st.sampled_from(REPORTS),
    st.integers(0, 4000),
    st.integers(0, 4000),
    st.sampled_from(sorted(DAMAGE)),
    DAYS,
)
def test_any_cut_of_a_damaged_report_is_read_on_any_day(report, start, end, damage, day) -> None:
    piece = report["text"][min(start, end) : max(start, end)]
    if piece.strip():
        check(DAMAGE[damage](piece), day)


@settings(max_examples=20)
@given(st.lists(st.sampled_from(REPORTS), min_size=2, max_size=3), DAYS)
def test_reports_pasted_one_after_another_are_read(reports, day) -> None:
    check("\n\n".join(report["text"] for report in reports), day)

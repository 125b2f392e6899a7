"""The reader is no worse on our own reports than the score that was kept for it (`make score`)."""

import json

import pytest
from reading import ROOT, reader, scorer
from tallies import fallen, tallies_of

KEPT = json.loads((ROOT / "tests/corpus/open.scores.json").read_text())["reports"]


@pytest.fixture(scope="module")
def tallies():
    """The tally of each report by this reader."""
    score, reading = scorer(), reader()
    reports = score.load(ROOT / "tests/corpus/open")
    return {report["slug"]: tallies_of(score.score(report, reading(report).to_dict()).result()) for report in reports}


def test_a_score_is_kept_for_every_report(tallies) -> None:
    assert set(tallies) == set(KEPT), "run make score"


@pytest.mark.parametrize("measure", sorted({name for one in KEPT.values() for name in one}))
def test_no_measure_has_fallen_by_more_than_its_noise(tallies, measure) -> None:
    both = sorted(set(KEPT) & set(tallies))
    assert fallen([KEPT[slug] for slug in both], [tallies[slug] for slug in both], measure) == 0


def test_a_reader_that_forgets_what_it_read_would_be_noticed(tallies) -> None:
    both = sorted(set(KEPT) & set(tallies))
    worse = [{name: (0.8 * got, of) for name, (got, of) in tallies[slug].items()} for slug in both]
    assert fallen([KEPT[slug] for slug in both], worse, "figures: COMPLETE") > 0

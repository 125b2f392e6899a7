"""Totals are those of the scorer, intervals hold them, and a fall within the noise is none."""

import pytest
from tallies import fallen, interval, tallies_of, total


def reports(*rights: int) -> list[dict[str, tuple[float, float]]]:
    """One report each, of ten figures, so many of them right."""
    return [{"kind": (right, 10)} for right in rights]


def test_a_total_is_the_share_over_all_reports_not_the_mean_of_their_shares() -> None:
    assert total([{"kind": (1, 1)}, {"kind": (0, 9)}], "kind") == pytest.approx(0.1)


def test_a_measure_that_no_report_has_is_unknown() -> None:
    assert total(reports(5), "place") is None
    assert interval(reports(5), "place") is None


def test_a_tally_keeps_the_f1_of_the_scorer() -> None:
    result = {"found": {"F1": 0.8, "P": 0.8, "R": 0.8, "right": 8, "predicted": 10, "gold": 10}, "pins": {"count": 2}}
    assert tallies_of(result) == {"found": (16, 20)}


def test_an_interval_holds_the_total_and_narrows_with_more_reports() -> None:
    few, many = reports(2, 8), reports(*([2, 8] * 20))
    low, high = interval(few, "kind")
    assert low <= 0.5 <= high
    narrow = interval(many, "kind")
    assert high - low > narrow[1] - narrow[0]


def test_what_is_worse_in_most_reports_has_fallen() -> None:
    assert fallen(reports(*[8] * 12), reports(*[6] * 12), "kind") == pytest.approx(0.2)


def test_what_is_worse_in_one_report_and_better_in_another_has_not() -> None:
    assert fallen(reports(8, 8, 8, 8), reports(5, 9, 9, 8), "kind") == 0


def test_what_has_risen_has_not_fallen() -> None:
    assert fallen(reports(6, 6, 6), reports(8, 8, 8), "kind") == 0

"""What opinions are asked about."""

from types import SimpleNamespace

from asking import worth_asking


def outcomes(times, rule, said, right, answer):
    return [(SimpleNamespace(rule=rule, said=said, right=right), answer)] * times


def test_an_answer_that_is_mended_often_is_asked_about():
    assert worth_asking(outcomes(12, "unexplained", "other", "troops", "troops"))["answers"] == ["other"]


def test_an_answer_that_is_mended_seldom_is_not():
    assert worth_asking(outcomes(3, "unexplained", "other", "troops", "troops"))["answers"] == []


def test_an_answer_that_is_broken_as_often_as_mended_is_not():
    mended = outcomes(12, "unexplained", "other", "troops", "troops")
    assert worth_asking(mended + outcomes(11, "predicate", "other", "other", "killed"))["answers"] == []


def test_a_rule_that_is_broken_as_often_as_mended_is_firm_though_its_answer_is_asked_about():
    mended = outcomes(30, "unexplained", "other", "troops", "troops")
    asked = worth_asking(mended + outcomes(2, "casualties", "other", "other", "killed"))
    assert asked == {"answers": ["other"], "firm": ["casualties"]}


def test_an_answer_that_opinions_leave_alone_is_neither():
    assert worth_asking(outcomes(50, "predicate", "killed", "killed", "killed")) == {"answers": [], "firm": []}

"""Opinions: what outweighs a rule, when they are asked, and what they change in a reading."""

import pytest

from reports.extraction.evidence import stem
from reports.extraction.lexicon import FOLDER
from reports.extraction.model import Draft, Figure, Sentence
from reports.extraction.opinions import RULE, Asked, Weights, kinds_of, opinions
from reports.extraction.tokenise import tokenise
from reports.extraction.words import count_words

WEIGHTS = Weights.of(
    {
        "classes": ["killed", "other", "troops"],
        "bias": [0, 10, 0],
        "margin": 50,
        "weights": {"a=left": [0, -20, 60], "unit=people": [10, 0, 30], "rule=words": [0, 0, 0]},
    }
)
ANSWERS = {
    "figures.kind": {
        *("killed", "wounded", "captured", "missing", "displaced", "trapped", "troops", "strikes", "settlements"),
        *("percent_territory", "distance_km", "other"),
    },
    "figures.scope": {"None", "cumulative", "incremental", "level"},
    "sentences.status": {"current", "background", "announced", "hypothetical", "denied"},
}


def test_an_answer_holds_where_it_clearly_outweighs_the_rule():
    assert WEIGHTS.best("other", "words", ["a=left", "unit=people"]) == "troops"


def test_a_rule_made_after_the_weights_holds():
    assert WEIGHTS.best("other", "a-new-rule", ["a=left", "unit=people"]) == "other"


def test_the_rule_holds_where_it_is_hardly_outweighed():
    assert WEIGHTS.best("other", "words", ["unit=people"]) == "other"


def test_evidence_that_was_never_weighed_says_nothing():
    assert WEIGHTS.best("killed", "words", ["a=zebra"]) == "killed"


def test_only_an_answer_that_may_hold_is_given():
    assert WEIGHTS.best("other", "words", ["a=left", "unit=people"], frozenset(["other", "killed"])) == "other"


def test_a_word_said_twice_weighs_once():
    weights = Weights.of(
        {"classes": ["a", "b"], "bias": [0, 0], "margin": 50, "weights": {"s=the": [0, 30], "rule=": [0, 0]}}
    )
    assert weights.best("a", "", ["s=the", "s=the"]) == "a"


def test_an_answer_that_was_never_weighed_stands():
    assert WEIGHTS.best("distance_km", "words", ["a=left", "unit=people"]) == "distance_km"


def test_where_nothing_else_may_hold_the_rule_does():
    assert WEIGHTS.best("other", "words", ["a=left", "unit=people"], frozenset()) == "other"


def counted(text: str, words: str, unit: str = "people", bare: bool = False) -> tuple[Figure, Draft]:
    """A sentence with one figure in it, and the draft about them."""
    draft = Draft(text)
    draft.take(tokenise(text))
    draft.sentences = [Sentence(0, len(text), first=0, last=len(draft.tokens))]
    at = text.index(words)
    return Figure(at, at + len(words), words, 1, 1, "exact", "other", unit, bare=bare), draft


@pytest.mark.parametrize(
    ("unit", "may", "may_not"),
    [
        ("people", "troops", "strikes"),
        ("families", "displaced", "settlements"),
        ("percent", "percent_territory", "killed"),
        ("times", "strikes", "displaced"),
        ("shells", "strikes", "distance_km"),
    ],
)
def test_a_unit_says_which_kinds_may_be_counted_in_it(lexicon, unit, may, may_not):
    figure, draft = counted("Nine were killed there.", "Nine", unit)
    kinds = kinds_of(figure, draft, count_words(lexicon))
    assert may in kinds
    assert may_not not in kinds


def test_nobody_is_counted_dead_where_no_word_tells_of_a_death(lexicon):
    words = count_words(lexicon)
    stormed, killed = (
        "Dozens of gunmen stormed the town hall.",
        "A shell killed a nurse and 30 gunmen stormed the town.",
    )
    assert "killed" not in kinds_of(*counted(stormed, "Dozens of gunmen"), words)
    assert "killed" in kinds_of(*counted(killed, "30 gunmen"), words)


@pytest.mark.parametrize(("before", "leans"), [("Shells killed nine in Hama.", True), ("It rained in Hama.", False)])
def test_a_bare_count_may_lean_on_a_death_told_in_the_sentence_before(lexicon, before, leans):
    figure, draft = counted(f"{before} There were 14 in Homs.", "14", bare=True)
    cut = draft.starts.index(len(before) + 1)
    draft.sentences = [
        Sentence(0, len(before), first=0, last=cut),
        Sentence(len(before) + 1, len(draft.text), first=cut, last=len(draft.tokens)),
    ]
    figure.sentence = 1
    assert ("killed" in kinds_of(figure, draft, count_words(lexicon))) is leans


def test_a_firm_rule_is_not_asked_about_nor_an_answer_that_opinions_break():
    asked = Asked(frozenset(["other"]), frozenset(["casualties"]))
    assert asked.about("unexplained", "other")
    assert not asked.about("casualties", "other")
    assert not asked.about("unexplained", "killed")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("towns", "town"), ("killed", "kill"), ("parties", "party"), ("1,300", "#"), ("his", "his"), ("dies", "die")],
)
def test_a_word_is_weighed_without_its_ending(word, expected):
    assert stem(word) == expected


@pytest.mark.parametrize("field", sorted(ANSWERS))
def test_the_shipped_weights_give_answers_of_the_contract(lexicon, field):
    opinion = opinions(lexicon)[field]
    assert set(opinion.weights.classes) <= ANSWERS[field]
    assert opinion.asked.answers <= ANSWERS[field]
    assert {len(row) for row in opinion.weights.rows.values()} == {len(opinion.weights.classes)}


TROOPS_LEFT = "The army has 4,000 men in Raqa and 2,000 are left in Mosul, where the jihadists hold on."


def test_a_count_that_no_rule_explains_is_given_the_kind_that_weighs_most(reading, weighing):
    assert [f.kind for f in reading(TROOPS_LEFT).figures] == ["troops", "other"]
    by_rule, outweighed = weighing(TROOPS_LEFT).figures
    assert (by_rule.kind, by_rule.rules["kind"]) == ("troops", "verb-object")
    assert (outweighed.kind, outweighed.rules["kind"], outweighed.unit) == ("troops", RULE, "people")


def test_the_rules_that_are_weighed_still_exist(lexicon):
    code = "\n".join(path.read_text("utf-8") for path in FOLDER.parent.rglob("*.py"))
    for field, made in lexicon["opinions"].items():
        weighed = {name.removeprefix("rule=").partition("|")[0] for name in made["weights"] if name.startswith("rule=")}
        gone = {rule for rule in weighed - {""} if f'"{rule}"' not in code}
        assert len(gone) <= len(weighed) / 20, f"{field}: weigh again (scripts/train_opinions.py), gone are {gone}"
        assert {rule for rule in made["firm"] if f'"{rule}"' not in code} == set()


def test_old_news_that_reads_like_news_is_current(reading, weighing):
    text = "Aid workers said 9,000 came across the bridge on top of those who fled last week."
    assert [s.status for s in reading(text).sentences] == ["background"]
    assert [(s.status, s.rules["status"]) for s in weighing(text).sentences] == [("current", RULE)]


def test_a_scope_that_stays_open_for_a_rule_is_weighed(reading, weighing):
    text = "The coalition said it could carry out 40 strikes in Raqa."
    assert [f.scope for f in reading(text).figures] == [None]
    assert [(f.scope, f.rules["scope"]) for f in weighing(text).figures] == [("incremental", RULE)]


def test_a_reading_is_the_same_each_time(weighing):
    assert weighing(TROOPS_LEFT).to_dict() == weighing(TROOPS_LEFT).to_dict()

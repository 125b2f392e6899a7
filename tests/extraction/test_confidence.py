from reports.extraction.confidence import key_of


def test_a_figure_is_as_sure_as_what_gave_its_kind(reading, lexicon):
    figure = reading("At least 65 civilians were killed.").figures[0]
    right, fired = lexicon["confidence"]["figures"][key_of("figures", figure.rule)]
    assert figure.confidence == round((right + 1) / (fired + 2), 3)
    assert 0 < figure.confidence < 1


def test_every_mention_names_the_rule_that_fired(reading):
    document = reading("SYRIA\nTwelve people died in Raqa on Sunday, the army said.\n")
    for mentions in (document.sentences, document.figures, document.dates, document.sources):
        assert mentions
        assert all(mention.rule for mention in mentions)

"""A ledger of figures: a sentence, what is read of it, and what it shows."""

import pytest

# sentence | low | high | modifier | kind
LEDGER = [
    ("At least 65 civilians were killed.", 65, None, "at_least", "killed"),  # plain predicate
    ("Some 8,000 people — farmers above all — have fled.", 8000, 8000, "approx", "displaced"),  # past an aside
    ("Raids claimed the lives of nine farmers.", 9, 9, "exact", "killed"),  # the noun says it
    ("Shells wounded some 30 people.", 30, 30, "approx", "wounded"),  # the verb stands before
    ("Nearly 400 gunmen surrendered.", 400, 400, "almost", "captured"),  # people who gave up
    ("Up to 8,000 residents are trapped.", None, 8000, "at_most", "trapped"),
    ("More than two dozen trucks were destroyed.", 24, None, "more_than", "other"),  # twice twelve
    ("Dozens of families fled.", 24, None, "approx", "displaced"),  # a vague word keeps an open end
    ("Hundreds of thousands have been uprooted.", 200000, None, "approx", "displaced"),
    ("Several villages were retaken.", 3, None, "approx", "settlements"),
    ("The army took 14 hamlets.", 14, 14, "exact", "settlements"),
    ("Jets carried out 31 air strikes.", 31, 31, "exact", "strikes"),
    ("The column is 80km from the coast.", 80, 80, "exact", "distance_km"),  # no space
    ("He drove past 12 bodies.", 12, 12, "exact", "killed"),  # by them, and not more than 12
    ("They stand 10 miles from the port.", 16.1, 16.1, "exact", "distance_km"),  # miles are converted
    ("The force holds around 90 percent of the city.", 90, 90, "approx", "percent_territory"),
    ("They control two-thirds of the province.", 66.7, 66.7, "exact", "percent_territory"),
    ("Half of the residents have left.", 50, 50, "exact", "displaced"),  # a share of people who fled
    ("Between 500 and 700 people were injured.", 500, 700, "exact", "wounded"),  # a range
    ("Some 1.5 million people are displaced.", 1500000, 1500000, "approx", "displaced"),
    ("Nearly 100 thousand pupils are out of class.", 100000, 100000, "almost", "other"),
    ("The ministry sent 1,200 troops.", 1200, 1200, "exact", "troops"),
    ("Eleven people are missing.", 11, 11, "exact", "missing"),
    ("No fewer than 22 people died.", 22, None, "at_least", "killed"),  # fewer, and yet a floor
    ("There were no air strikes.", 0, 0, "exact", "strikes"),  # a count of nothing
    ("Twenty-one of the wounded were moved.", 21, 21, "exact", "wounded"),
    ("The death toll has risen to 12.", 12, 12, "exact", "killed"),  # the auxiliary governs nothing
    ("The number of displaced has risen to 1.2 million.", 1200000, 1200000, "exact", "displaced"),
    ("Some 15 were taken to hospitals.", 15, 15, "approx", "wounded"),  # taken, and not captured
    ("About 30 doctors are left.", 30, 30, "approx", "other"),  # left behind, and not fled
    ("Gunmen shot dead 50 police officers.", 50, 50, "exact", "killed"),
    ("Up to half a million fled.", None, 500000, "at_most", "displaced"),
    ("They took 60 percent of the ground that rebels had held.", 60, 60, "exact", "percent_territory"),
    ("The clash cost the lives of 14 herders.", 14, 14, "exact", "killed"),  # the deed as a noun
    ("They say they slaughtered “more than 20 unbelievers”.", 20, None, "more_than", "killed"),  # only the living are
    ("A reinforcement column of 900 men arrived in Bria.", 900, 900, "exact", "troops"),  # what a unit is made of
    ("Some 4,000 people remain in the camp.", 4000, 4000, "approx", "displaced"),  # who stays in a camp
    ("The church shelters about 700 villagers.", 700, 700, "approx", "displaced"),
    ("About 40 pupils have never returned.", 40, 40, "approx", "missing"),
    ("Twelve guards were treated for burns.", 12, 12, "exact", "wounded"),  # by doctors
    ("Jets bombed the ridge nine times.", 9, 9, "exact", "strikes"),
    ("Twin car bombs hit the bank.", 2, 2, "exact", "other"),
    ("Nobody was hurt.", 0, 0, "exact", "wounded"),  # a count of nobody
    ("Nearly 200 inmates escaped.", 200, 200, "almost", "other"),  # no refugees
    ("The list has 60 rescued sailors.", 60, 60, "exact", "other"),
    ("A dozen miners died.", 12, None, "approx", "killed"),  # an open end, says the contract
    ("The troops are within a kilometre of the dam.", None, 1, "at_most", "distance_km"),
    ("The siege still holds 3,000 townspeople.", 3000, 3000, "exact", "trapped"),
    ("The clinic said it was treating 31.", 31, 31, "exact", "wounded"),  # who is cared for ...
    ("Doctors treated 300 people for cholera.", 300, 300, "exact", "other"),  # ... unless the illness is told
    ("Some 4,000 a day flee across the river.", 4000, 4000, "approx", "displaced"),  # a rate, and its verb
    ("Between 100 and 200 recruits per day are killed.", 100, 200, "exact", "killed"),
    ("Four or five men die of hunger every day.", 4, 5, "exact", "killed"),  # "or" makes a range
    ("Two or three rockets fell on the port.", 2, 3, "exact", "other"),
    ("Rebels hold half of Aleppo again.", 50, 50, "exact", "percent_territory"),
    ("They were in control of most of Goma.", 50, None, "approx", "percent_territory"),
    ("One militant was apprehended.", 1, 1, "exact", "captured"),
    ("It has announced nearly 300 such deaths.", 300, 300, "almost", "killed"),
    ("Gunmen shot dead six travellers.", 6, 6, "exact", "killed"),
    ("The group seized 15 L-39 trainers.", 15, 15, "exact", "other"),  # a type of aircraft
    ("Drones hit nine rebel supply lines.", 9, 9, "exact", "other"),  # lines, and no rebels
    ("The mission, now 500 strong, may leave.", 500, 500, "exact", "troops"),
    ("London will cut its force to about 5,500.", 5500, 5500, "approx", "troops"),
    ("The rebels number about 2,000.", 2000, 2000, "approx", "troops"),
    ("The wounded, who number several hundred, lie in cellars.", 300, None, "approx", "wounded"),
    ("He put the number of civilians trapped in the centre at 30,000.", 30000, 30000, "exact", "trapped"),
    ("Another 1,000 soldiers were lying wounded in barns.", 1000, 1000, "exact", "wounded"),
    ("A claim that 470 soldiers, with their general, laid down their arms is false.", 470, 470, "exact", "captured"),
    ("One soldier wounded on Friday died in hospital.", 1, 1, "exact", "killed"),  # the main verb
    ("The village of 60,000 people fell.", 60000, 60000, "exact", "other"),  # who live there
    ("Some 9,000 new arrivals were registered.", 9000, 9000, "approx", "displaced"),
    ("Between 2,500 and 3,000 people a day are entering.", 2500, 3000, "exact", "displaced"),
    ("Officials said they were moving 500 workers away.", 500, 500, "exact", "displaced"),
    ("The war has driven half the population from their homes.", 50, 50, "exact", "displaced"),
    ("The clinic has received 75 war-wounded.", 75, 75, "exact", "wounded"),
    ("Scores of wounded could not be moved.", 40, None, "approx", "wounded"),  # they stay what they are
    ("Two of its own soldiers died.", 2, 2, "exact", "killed"),
    ("That brings to 71 the number of men Ankara has lost.", 71, 71, "exact", "killed"),
    ("The number of those detained for theft stands at 12.", 12, 12, "exact", "captured"),
    ("Some 226 hamlets, home to many, were again under its control.", 226, 226, "approx", "settlements"),
    ("A band of fewer than 100 gunmen came near.", None, 100, "at_most", "troops"),
    ("Shells fell on the port, injuring a dozen.", 12, None, "approx", "wounded"),
    ("Gunmen abduct over 250 schoolgirls.", 250, None, "more_than", "captured"),  # a headline's present
    ("They killed the mayor and lost none of their own.", 0, 0, "exact", "killed"),
    ("There has been no shelling of the dam.", 0, 0, "exact", "other"),
    ("No new arrivals were seen.", 0, 0, "exact", "displaced"),
    ("The ministry had reported a single death.", 1, 1, "exact", "killed"),
    ("The charity has fed 98,000 people so far but warns of worse.", 98000, 98000, "exact", "other"),
    ("The clinic admits five to ten gunshot victims.", 5, 10, "exact", "wounded"),
    ("Russia pulled 30,000 men back.", 30000, 30000, "exact", "troops"),
    ("Flu has infected 3,400 people.", 3400, 3400, "exact", "other"),  # a verb of no kind right before it
    ("The siege has cut off 20,000 people from aid.", 20000, 20000, "exact", "trapped"),
    ("The hoodlums whisked away 25 worshippers.", 25, 25, "exact", "captured"),
    ("Some 700 families are living in the open.", 700, 700, "approx", "displaced"),
    ("IS fighters executed 15 men they accused of spying.", 15, 15, "exact", "killed"),  # a group, and no "is"
    ("It will receive 500 reinforcements next month.", 500, 500, "exact", "troops"),
    ("The death toll from the war has passed 38,000.", 38000, None, "more_than", "killed"),
    ("Three persons sustaining gunshot injuries were flown out.", 3, 3, "exact", "wounded"),
    ("Eleven villagers are receiving treatment.", 11, 11, "exact", "wounded"),
    ("Just under half of the districts are under rebel control.", 50, 50, "almost", "percent_territory"),
    ("Two boys abducted in May were found alive.", 2, 2, "exact", "other"),  # the main verb frees them
    ("Five soldiers have handed in their rifles.", 5, 5, "exact", "other"),  # who acts is no strength
    ("Two-thirds of the mill had been cleared.", 66.7, 66.7, "exact", "percent_territory"),
    ("Almost 900 people had reached Gao.", 900, 900, "almost", "displaced"),
    ("Troops rescued 16 of those taken.", 16, 16, "exact", "other"),  # free again
    ("Some 30 herders were beaten to death.", 30, 30, "approx", "killed"),
    ("The bodies of two interpreters were found.", 2, 2, "exact", "killed"),
    ("The army cornered about 70 gunmen.", 70, 70, "approx", "trapped"),
    ("The blast martyred three officers.", 3, 3, "exact", "killed"),
    ("Nine bodies had reached the morgue.", 9, 9, "exact", "killed"),  # the noun outweighs the verb
    ("Six hamlets remain in rebel hands.", 6, 6, "exact", "settlements"),
]


@pytest.mark.parametrize(("sentence", "low", "high", "modifier", "kind"), LEDGER)
def test_it_reads_the_figure(reading, sentence, low, high, modifier, kind):
    figures = reading(sentence).figures
    assert [(f.low, f.high, f.modifier, f.kind) for f in figures] == [(low, high, modifier, kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The truce lasted 72 hours.",  # a duration
        "Highway 47 is closed.",  # a name
        "F-16s flew over the city.",
        "The 117th Brigade dug in.",  # an ordinal
        "The plan costs $2.54 billion.",  # money
        "Call +243 81 555 0147.",  # a telephone
        "A 75-year-old man spoke.",  # an age
        "The offensive began in 2014.",  # a year
        "The fighting of 2016-17 is over.",
        "Mines were found on day eight.",
        "Talks start at 10:00 a.m. in the capital.",  # a clock time
        "Umm Khaled, 34, waited.",  # an age between commas
        "One of them spoke.",  # a pronoun
        "Resolution 2254 was adopted.",
        "A man of 45 waited.",
        "Umm Ali, a mother of four, said she would stay.",
        "Shells fell on District Three and Sector 4.",  # names of places
        "Gunmen opened fire at Mile 4 near Goma.",
        "The curfew was cut from seven hours to five and a half.",
        "Call (+374 10) 555 014.",
        "Rebels stay in the eastern half of the city.",  # a side, and no share
        "They shelled the jihadists' half of the city.",
        "They paid N50 million.",
        "All but one were intercepted.",  # an exception
        "The station was off the air for most of the night.",
        "BC-BOSNIA 2NDLD",
        "The two neighbours have quarrelled for a century.",  # named, and not counted
        "Men of 21 Special Armoured Brigade patrolled.",
        "Thieves were denied N1.3 billion.",
    ],
)
def test_it_leaves_out_numbers_that_count_nothing(reading, sentence):
    assert reading(sentence).figures == []


def test_no_count_grows_by_hundred_upon_hundred(reading):
    figures = reading(f"Three {'hundred and twenty ' * 50}{'million ' * 50}people were killed.").figures
    assert 1 < max(figure.low for figure in figures) < 1e19


def test_values_are_floats_whatever_words_gave_them(reading):
    figures = reading("A woman, twin brothers, a dozen men and nobody else were killed within a kilometre.").figures
    assert figures
    assert {type(bound) for f in figures for bound in (f.low, f.high) if bound is not None} == {float}


def test_two_counts_of_one_verb_share_the_modifier(reading):
    one, two = reading("About 18 people were killed and 35 injured.").figures
    assert (one.modifier, two.modifier) == ("approx", "approx")


def test_a_precise_count_does_not_share_a_round_ones_modifier(reading):
    figures = reading("More than 400 people have been killed and 3,056 wounded. Some 300 men and 27 boys fled.").figures
    assert [f.modifier for f in figures] == ["more_than", "exact", "approx", "exact"]


def test_killing_and_wounding_share_it_too(reading):
    killed, wounded = reading("A bomb fell on the market, killing at least 11 and wounding 47.").figures
    assert (killed.modifier, wounded.modifier, wounded.high) == ("at_least", "at_least", None)


def test_a_count_added_by_with_is_exact(reading):
    one, two = reading("At least 413 civilians were killed in the east, with 139 killed in the west.").figures
    assert (one.modifier, two.modifier) == ("at_least", "exact")
    assert two.part_of is None


def test_a_part_points_at_its_whole(reading):
    figures = reading("The raid killed 22 people, six of them soldiers and three of them women.").figures
    assert [f.part_of for f in figures] == [None, 0, 0]
    assert [f.kind for f in figures] == ["killed"] * 3
    assert [f.subject_class for f in figures] == ["unspecified", "security_forces", "women"]


def test_those_who_share_a_count_out_are_parts_and_those_of_another_verb_are_not(reading):
    figures = reading("Shells killed four people on Thursday, three women and a man.").figures
    assert [f.part_of for f in figures] == [None, 0]
    figures = reading("The raid left 61 dead: 41 rebels and 20 soldiers.").figures
    assert [f.part_of for f in figures] == [None, 0, 0]
    figures = reading("Some 11 people were killed, five of them boys, and 23 were injured.").figures
    assert [(f.kind, f.part_of) for f in figures] == [("killed", None), ("killed", 0), ("wounded", None)]


def test_killing_and_wounding_are_two_figures(reading):
    figures = reading("They shelled the market, killing eight and wounding 20.").figures
    assert [(f.low, f.kind) for f in figures] == [(8, "killed"), (20, "wounded")]


def test_a_thing_counted_behind_killed_and_wounded_is_neither(reading):
    figures = reading("Losses amounted to 120 killed, 45 wounded and three tanks.").figures
    assert [f.kind for f in figures] == ["killed", "wounded", "other"]


def test_a_preposition_in_capitals_is_no_noun(reading):
    figures = reading("SHELLS KILLED EIGHT AND WOUNDED 30 IN RAQA.").figures
    assert [(f.low, f.kind) for f in figures] == [(8, "killed"), (30, "wounded")]


def test_their_number_is_that_of_those_told_in_the_sentence_before(reading):
    figures = reading(
        "A raid hurt nine men. Its troops never crossed, Kigali says. Experts put their number at 4,000."
    ).figures
    assert [(f.low, f.kind) for f in figures] == [(9, "wounded"), (4000, "troops")]


def test_a_verb_of_no_kind_ends_what_the_verb_before_it_did(reading):
    figures = reading("They arrested 17 men and recovered two rifles, 60 rounds and five motorcycles.").figures
    assert [f.kind for f in figures] == ["captured", "other", "other", "other"]


def test_two_numbers_share_the_strikes_behind_them(reading):
    figures = reading("The enemy carried out 3 missile and 27 air strikes.").figures
    assert [(f.low, f.kind) for f in figures] == [(3, "strikes"), (27, "strikes")]


def test_killed_or_wounded_together_are_other(reading):
    (figure,) = reading("At least 2,200 men were killed or wounded.").figures
    assert (figure.kind, figure.unit) == ("other", "people")


def test_miles_in_brackets_say_the_kilometres_again(reading):
    km, miles = reading("They came to within 25 kilometres (15 miles) of Raqa.").figures
    assert (km.low, km.high, km.modifier) == (None, 25, "at_most")
    assert (miles.high, miles.modifier, miles.same_as) == (24.1, "at_most", 0)


def test_miles_in_brackets_are_as_near_as_the_kilometres(reading):
    km, miles = reading("They camped some 40 km (25 miles) south of Raqa.").figures
    assert (km.modifier, miles.modifier, miles.low, miles.high) == ("approx", "approx", 40.2, 40.2)


def test_an_increment_and_a_level_stay_apart(reading):
    more, there = reading("London will fly out an additional 200 soldiers to join the 300 already there.").figures
    assert (more.low, more.scope) == (200, "incremental")
    assert (there.low, there.scope) == (300, "level")


def test_a_change_is_no_range(reading):
    before, after = reading("The pocket shrank from 45 square kilometres to 28.").figures
    assert (before.low, after.low) == (45, 28)
    assert after.unit == "square kilometres"


def test_an_air_strike_is_one_and_derived(reading):
    figures = reading("An air strike hit a school.").figures
    assert [(f.low, f.kind, f.derived) for f in figures] == [(1, "strikes", True)]


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Rebels overran three copper and iron mines.", "copper and iron mines"),
        ("They hold several border and police posts.", "border and police posts"),
        ("Some 300 army and police officers came.", "people"),
        ("A shell killed one nurse and several guards.", "people"),  # another count begins
    ],
)
def test_two_words_before_a_noun_are_none_of_what_is_counted(reading, sentence, unit):
    assert reading(sentence).figures[0].unit == unit


@pytest.mark.parametrize("words", ["what had been insurgent territory", "what was once the insurgent camp"])
def test_what_was_once_something_is_ground_as_that_is(reading, words):
    document = reading(f"Troops hold 60 percent of {words} in Aleppo, after a raid on Saturday.")
    (figure,) = document.figures
    assert (figure.kind, figure.denominator, figure.scope) == ("percent_territory", words, "level")
    assert document.sentences[0].status == "current"


def test_a_share_names_its_denominator(reading):
    (figure,) = reading("They hold more than 85 percent of the former insurgent stronghold.").figures
    assert figure.denominator == "the former insurgent stronghold"


@pytest.mark.parametrize(
    ("sentence", "scope", "start", "end"),
    [
        ("Since December 1, 40 people have been killed.", "cumulative", "2016-12-01", "2016-12-11"),
        ("On Friday 40 people were killed.", "incremental", "2016-12-09", "2016-12-09"),
        ("In the past 24 hours 40 people were killed.", "incremental", "2016-12-10", "2016-12-11"),
        ("Shells killed 40 people.", "incremental", None, None),  # an undated event has no dates
    ],
)
def test_it_dates_the_figure(reading, sentence, scope, start, end):
    (figure,) = reading(sentence).figures
    assert (figure.scope, str(figure.date_start or "") or None, str(figure.date_end or "") or None) == (
        scope,
        start,
        end,
    )


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        ("The war has killed 900 people.", ["cumulative"]),  # what lasts, in the perfect
        ("The fighting has left 90 dead and 400 injured.", ["cumulative", "cumulative"]),
        ("More than 50,000 people have been killed in three years of war.", ["cumulative"]),
        ("Hundreds have been killed since the uprising began.", ["cumulative"]),  # since a start without a date
        ("In all, 40 people were killed.", ["cumulative"]),
        ("Five people have been killed in the blast.", ["incremental"]),  # the perfect of one event
        ("The attack killed nine people, taking the number of dead this month to 44.", ["incremental", "cumulative"]),
        ("Camps now shelter 120,000 refugees.", ["level"]),
        ("Since dawn 40 people have been killed.", ["cumulative"]),  # of this day
        ("The ministry could send 400 soldiers.", [None]),  # not yet done
        ("Five lorries were burnt.", ["incremental"]),
        ("The mob attacked from three sides and four hills.", [None]),  # only says where
        ("The stock has fallen to 300 shells, down from about 900.", ["level", "level"]),  # how many there are
        ("Some 3,000 villagers have found shelter in a school.", ["level"]),  # that is where they are
        ("The blast killed six people. Medics later raised the toll to nine.", ["incremental", "incremental"]),
        ("Of 900 dead since May, 20 of them in the past week, most were boys.", ["cumulative", "incremental"]),
        ("It is a city of 90,000 people.", ["level"]),
        ("Strikes killed 90 people on the deadliest day since May.", ["incremental"]),  # a record is no period
    ],
)
def test_it_tells_a_running_toll_from_an_event_and_a_level(reading, sentence, scopes):
    assert [f.scope for f in reading(sentence).figures] == scopes


def test_two_counts_have_the_day_that_ends_their_sentence(reading):
    figures = reading("Nine people were killed and 30 injured when shells fell on a fair on Friday.").figures
    assert [str(f.date_start) for f in figures] == ["2016-12-09", "2016-12-09"]


def test_a_share_in_a_span_of_days_leaves_the_whole_its_own(reading):
    whole, part = reading("Some 900 people have been killed since May, 20 of them in the past week.").figures
    assert (str(whole.date_start), str(part.date_start)) == ("2016-05-01", "2016-12-05")


def test_what_a_table_counts_beyond_forty_numbers_stays_unresolved(reading):
    row = ", ".join(f"{n} dead in ward {n}" for n in range(2, 60))
    document = reading(f"The clinic listed {row}.")
    beyond = [u for u in document.unresolved if "more than 40 numbers" in u.reason]
    assert len(document.figures) <= 40
    assert beyond
    assert min(u.start for u in beyond) > max(f.start for f in document.figures)


def test_what_tables_count_beyond_two_thousand_figures_stays_unresolved(reading):
    document = reading("The clinic listed 12 dead and 30 wounded. " * 1100)
    beyond = [u for u in document.unresolved if "more than 2,000 figures" in u.reason]
    assert len(document.figures) == 2000
    assert len(beyond) == 200

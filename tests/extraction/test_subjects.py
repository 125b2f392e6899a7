"""Of what class the people counted are, where their own noun does not say."""

import pytest

CLASSES = [
    ("Kyiv's general staff gave its own losses as 12 dead and 30 wounded.", ["security_forces", "security_forces"]),
    ("The Houthis said they had lost eight men.", ["fighters"]),
    ("Houthi losses were put at 70 dead.", ["fighters"]),
    ("The Pakistani army conceded the loss of four men.", ["security_forces"]),
    ("The crash cost nine men their lives.", ["unspecified"]),
    ("Eight soldiers lost their lives and 40 people were hurt.", ["security_forces", "unspecified"]),
    ("Gunmen ambushed a convoy of soldiers, killing nine and wounding two.", ["security_forces", "security_forces"]),
    ("Gunmen raided the market, killing nine.", ["unspecified"]),
    ("They attacked army posts twice, killing six.", ["unspecified", "security_forces"]),
    ("Medics counted 15 bodies of insurgents.", ["fighters"]),
    ("Three deaths among civilians were reported.", ["civilians"]),
    ("Nine bodies, all of them children, were found.", ["children"]),
    ("Eleven bodies in uniform lay by the road.", ["security_forces"]),
    ("The governor reported 44 dead (civilians: 31).", ["unspecified", "civilians"]),
    ("About 900 people fled, half of them women.", ["unspecified", "women"]),
    ("Of the wounded, 60% are women and children.", ["mixed"]),
    ("About 900 refugees fled, a third of them to Chad.", ["civilians", "civilians"]),  # as their whole
    ("Some 1,200 soldiers and civilians were killed.", ["mixed"]),
    ("Chad has withdrawn 1,500 men from Mali.", ["security_forces"]),
    ("Hezbollah fighters, about 4,000 of whom are in Syria, stayed.", ["fighters"]),
    ("Paris will send two more battalions.", ["security_forces"]),  # units are of regular forces ...
    ("Two brigades of Houthi rebels hold the ridge.", ["fighters"]),  # ... unless a party is named
    ("Thirty rebels, including two of their commanders, were killed and 18 wounded.", ["fighters"] * 3),
    ("He put government losses at 64 dead and 118 wounded.", ["security_forces", "security_forces"]),
    ("The number of refugees has passed three million.", ["civilians"]),
    ("Nine civilians died; six of those were minors.", ["civilians", "children"]),
    ("Shells killed 19 people, one of them a soldier.", ["unspecified", "security_forces"]),
    ("Nine bodies were found. Two of the dead were under 10 years old.", ["unspecified", "children"]),
    ("Six nurses were killed. Another nine were hurt.", ["medics", "medics"]),
    ("Lisbon would send 60 trainers in April.", ["security_forces"]),
    ("Shells killed six monks and dozens of Rohingya.", ["civilians", "civilians"]),
    ("Gunmen took four hostages, two of them teenage girls.", ["unspecified", "children"]),
    ("It counted 60 dead: 14 villagers and 46 rebels.", ["mixed", "civilians", "fighters"]),
    ("Raids left 18 civilians dead, seven of them in Raqa, and around 40 wounded.", ["civilians"] * 3),
    ("Seven health workers are among the dead.", ["medics"]),
    ("Half of the city's inhabitants have left.", ["civilians"]),
    ("Eleven foot soldiers were killed.", ["fighters"]),
    ("The raid killed eight, five of them children, doctors said.", ["unspecified", "children"]),
]


@pytest.mark.parametrize(("sentence", "classes"), CLASSES)
def test_it_tells_the_class_by_the_words_about_the_count(reading, sentence, classes):
    assert [f.subject_class for f in reading(sentence).figures] == classes


def test_whose_dead_are_put_at_a_number(reading):
    document = reading("The ministry put the Taliban dead at 51.")
    assert document.figures[-1].subject_class == "fighters"

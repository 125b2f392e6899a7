"""What a party does in its sentence: a sentence, and the role of each party in it."""

import pytest

ROLES = [
    ("US marines have been deployed to Aleppo.", ["actor"]),  # they go, whoever sent them
    ("Some 2,000 special forces will be sent to Goma.", ["actor"]),
    ("About 900 Russian soldiers are stationed in Aleppo.", ["mentioned"]),
    ("The rebels were driven out of Aleppo.", ["target"]),
    ("On Thursday the rebels took Goma.", ["actor"]),  # "on" is the day's
    ("On March 5, US forces destroyed two boats.", ["actor"]),
    ("South Sudan rebels storm Goma.", ["actor"]),  # a verb that no list holds
    ("Troops blew a hole in the wall.", ["actor"]),
    ("Iraqi soldiers on Sunday completed the sweep.", ["actor"]),
    ("The rebels could turn on Goma.", ["actor"]),
    ("Eight civilians and six soldiers had died in Goma.", ["target"]),
    ("The four soldiers killed on Sunday were from Goma.", ["target"]),
    ("It put the number of US troops killed since May at 12.", ["target"]),
    ("Medics counted 15 bodies of insurgents in Goma.", ["target"]),
    ("Gunmen killed nine men of the army near Goma.", ["actor", "target"]),
    ("Government forces captured the hill and the old town of Goma from the rebels.", ["actor", "target"]),
    ("Two men died in a raid that the mayor blamed on the rebels.", ["actor"]),  # by somebody's word, they did it
    ("The shelling of Goma was attributed to the rebels.", ["actor"]),
    ("The mayor accused the rebels of shelling Goma.", ["actor"]),
    ("The mayor blames the rebels.", ["mentioned"]),  # of which deed, nothing tells
    ("The mayor blamed the cold, and troops fired on the rebels.", ["actor", "target"]),
    ("Loyalist forces fought M23 rebels near Goma.", ["actor", "target"]),
]


@pytest.mark.parametrize(("sentence", "roles"), ROLES)
def test_a_party_has_the_role_that_its_clause_gives_it(reading, sentence, roles):
    assert [g.role for g in reading(sentence).groups] == roles

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
    # the verb is theirs, and no deed: they lost men, said nothing, were shot at, died with others
    ("The rebels have lost 40 men in Goma.", ["target"]),
    ("The M23 rarely disclose their losses.", ["mentioned"]),
    ("The M23 did not immediately leave Goma.", ["actor"]),
    ("A convoy of the M23 came under fire near Goma.", ["target"]),
    ("Medics saw 14 bodies in Goma, half of them rebels.", ["target"]),
    ("Ten of the dead were rebels.", ["target"]),
    ("A soldier and two boys were killed in Goma.", ["target"]),
    ("Goma fell to the M23.", ["actor"]),  # the town did
    # what its weapons do, it does
    ("An M23 drone hit a bus in Goma.", ["actor"]),
    ("An M23 column reached Goma.", ["actor"]),
    # the verb stands past what tells which; in an aside it is not the party's
    ("Troops of the northern zone repelled a raid near Goma.", ["actor"]),
    ("The Rwandan army, allied with the M23, said it took Goma.", ["source", "mentioned"]),
    ("Ali Diallo, a spokesman for the M23, said Goma was calm.", ["source"]),
    ("The army shelled Goma, and said it was calm.", ["source"]),
    # losses that are told, and parties that only stay
    ("He put the army's losses at 12.", ["target"]),
    ("About 12 rebels remain in Goma.", ["mentioned"]),
    ("Gunners cleared M23 fighters from Goma.", ["target"]),
    # the second of two does or suffers what the first does
    ("Rwandan troops fought the army and allied militias near Goma.", ["actor", "target", "target"]),
]


@pytest.mark.parametrize(("sentence", "roles"), ROLES)
def test_a_party_has_the_role_that_its_clause_gives_it(reading, sentence, roles):
    assert [g.role for g in reading(sentence).groups] == roles

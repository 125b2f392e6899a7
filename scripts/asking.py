"""What an opinion is asked about: what it mended more often than it broke on reports that were left out."""

from collections import Counter

MENDED = 10  # wrong ones of an answer that opinions have to mend before they are asked about it ...
WORTH = 1.5  # ... for each right one that they break


def worth_asking(outcomes):
    """The answers that opinions mend more often than they break, and the rules that they break as often.

    `outcomes` are pairs of a case (`rule`, `said`, `right`) and the answer of an opinion that had not met it.
    """
    better, worse = Counter(), Counter()
    for case, answer in outcomes:
        for key in (("answer", case.said), ("rule", case.rule)):
            better[key] += answer == case.right != case.said
            worse[key] += answer != case.right == case.said
    answers = [
        name for (what, name), n in better.items() if what == "answer" and n >= max(MENDED, WORTH * worse[what, name])
    ]
    firm = [
        name for (what, name), n in worse.items() if what == "rule" and name and n and better[what, name] < WORTH * n
    ]
    return {"answers": sorted(answers), "firm": sorted(firm)}

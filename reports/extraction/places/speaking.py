"""Whether a place only hosts who speaks: "an official in Tripoli told", "In Benghazi, a spokesman said"."""

from __future__ import annotations

from .around import Around
from .words import PlaceWords

_SAID_ONLY = frozenset({None, "other", "aid", "talks", "truce", "announcement"})
_SPOKE = frozenset({"told", "spoke", "speaking", "interview", "briefed", "addressed", "interviewed"})
_PEOPLE = frozenset({"people", "survivors", "refugees", "civilians", "men", "women", "those", "families", "migrants"})


def speaker_there(around: Around, words: PlaceWords) -> bool:
    """ "an official in Tripoli told", "In Benghazi, a spokesman said", "Kharkiv governor Oleh Synehubov said"."""
    roles = words.roles
    if _told_of(around, words):
        return True
    if around.back() == "in" and roles["reached"] & set(around.before(4)):
        return True  # "a colonel reached by telephone in Goma"
    if around.ahead() in roles["office_holders"] and not around.sentence.caps:
        return True
    if around.possessive and around.ahead(1) in roles["office_holders"]:
        return True  # "North Kivu's governor was shot"
    if around.possessive and any(w in roles["speakers"] for w in around.after(6)[1:]):
        return around.place.text.lower() in words.capital
    if around.back() in ("in", "of", "from", "at") and around.back(2) in roles["residents"] - roles["speakers"]:
        ahead = around.after(4)
        return any(w in roles["speech"] for w in ahead[: ahead.index(",") if "," in ahead else 4])
    if around.back() not in ("in", "at", "from"):
        return False
    if around.back() == "from" and around.back(2) in roles["speech"]:
        return True  # "it said from Brussels"
    speaks = around.back() == "in" and around.ahead() in roles["speech"] | roles["urges"]
    if speaks and around.sentence.type in _SAID_ONLY:
        return True  # "Amnesty International in Abuja urged"
    if around.back(2) in roles["speakers"] or around.back(2) in roles["rulers"]:
        return True
    if (
        around.back(2) in roles["speech"]
        and around.back() == "in"
        and around.ahead() in ("that", ",", ".", "after", "")
    ):
        return True  # "Ramaphosa said in Pretoria that"
    if around.back(2) == ")" and set(around.before(8)) & roles["speakers"]:  # "the Ministry of Health (MoH) in Gaza"
        return True
    window = around.before(5)[:-1]
    if _SPOKE & set(window) or {"spoke", "speaking"} & set(around.before(9)):
        return True
    if any(w in roles["speech"] for w in window) and any(w in roles["speakers"] for w in window):
        return True
    opens = around.first - 2 <= around.sentence.first or around.before(4) in (["in", "neighbouring"], ["in", "nearby"])
    if opens and around.ahead() == "," and _source_at(around, around.last + 1):
        return True
    return opens and around.ahead() == "," and any(w in roles["speakers"] for w in around.after(7))


def _told_of(around: Around, words: PlaceWords) -> bool:
    """ "residents who reached X by boat spoke of": where those who speak have come to."""
    before = around.before(6)
    if "who" not in before or "," in before[before.index("who") :]:
        return False
    who = before.index("who")
    speaks = any(w in words.roles["speech"] for w in around.after(6))
    return speaks and who > 0 and before[who - 1] in words.roles["residents"] | _PEOPLE


def _source_at(around: Around, first: int) -> bool:
    """Whether someone who says something is named at token `first` or right behind it."""
    low = around.draft.tokens[first].start if first < around.sentence.last else -1
    return low >= 0 and any(low <= s.start <= low + 4 for s in around.draft.sources)

"""Whether a place only hosts who speaks: "an official in Tripoli told", "In Benghazi, a spokesman said"."""

from __future__ import annotations

from ..cues import cue
from .around import Around
from .words import PlaceWords

_SAID_ONLY = frozenset({None, "other", "aid", "talks", "truce", "announcement"})
_BE = cue("grammar", "be")
_EVENTS = cue("settle", "battles")
_SPOKE = cue("scenes", "spoke")
_COUNTED = cue("scenes", "counted")
_BY_WIRE = frozenset({"telephone", "phone", "statement", "radio"})  # "in a statement from X"
_RANKS = frozenset({"provincial", "regional", "district", "deputy", "state", "military", "city"})
_LATE = 7  # words: who is named behind what he says
_ITS_OWN = frozenset({"patients", "beds", "wards", "pharmacy", "theatre"})  # what a hospital tells of itself
_COUNTS = frozenset({"counted", "counts"})
_HAS = frozenset({"has", "had"})
_EARLIER = frozenset({"earlier", "since", "already", "also", "now"})
_OF_THE_HOSPITAL = frozenset({"the", "'s", "’s", "city", "town", "main", "village", "local", "central"})
_PEOPLE = cue("scenes", "people")


def speaker_there(around: Around, words: PlaceWords) -> bool:
    """ "an official in Tripoli told", "In Benghazi, a spokesman said", "Kharkiv governor Oleh Synehubov said"."""
    roles = words.roles
    if around.back() in ("in", "at", "from", "of") and _according_to(around):
        return True
    if _told_of(around, words) or _subject_says(around, words) or _hospital_tells(around, words):
        return True
    if around.back() == "in" and roles["reached"] & set(around.before(4)):
        return True  # "a colonel reached by telephone in Goma"
    if around.back() in ("in", "from") and around.back(2) in _BY_WIRE:
        return True  # "he said by telephone from X"
    ruled = around.ahead() in roles["rulers"] and around.ahead(1) in roles["says"]
    if ruled and not around.sentence.caps:
        return True  # "Kharkiv Oblast authorities reported"
    office = around.ahead(1) if around.ahead() in _RANKS else around.ahead()
    if office in roles["office_holders"] and not around.sentence.caps:
        return True
    if around.possessive and around.ahead(1) in roles["office_holders"]:
        return True  # "North Kivu's governor was shot"
    if around.possessive and any(w in roles["speakers"] for w in around.after(6)[1:]):
        return around.place.text.lower() in words.capital
    if around.back() in ("in", "of", "from", "at") and _resident(around.back(2), words):
        ahead = around.after(4)
        return any(w in roles["speech"] for w in ahead[: ahead.index(",") if "," in ahead else 4])
    if around.back() not in ("in", "at", "from"):
        return False
    if around.back() == "from" and around.back(2) in roles["speech"]:
        return True  # "it said from Brussels"
    speaks = around.back() == "in" and (around.ahead() in roles["speech"] or around.ahead() in roles["urges"])
    if speaks and around.sentence.type in _SAID_ONLY:
        return True  # "Amnesty International in Abuja urged"
    if around.back(2) in roles["speakers"] or around.back(2) in roles["rulers"]:
        return not _had_done_to_it(around, words) and around.ahead() not in words.roles["acts"]
    if (
        around.back(2) in roles["speech"]
        and around.back(3) not in _BE  # "clashes were reported in X"
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


def _hospital_tells(around: Around, words: PlaceWords) -> bool:
    """ "A doctor at the city's X hospital told AFP", "The X hospital had spoken of one death"."""
    if around.place.text.split()[-1].lower() not in words.roles["treats"] or _ITS_OWN & set(around.after(40)):
        return False
    verb = 1 if around.ahead() in _HAS else 0
    verb += around.ahead(verb) in _EARLIER
    if around.ahead(verb) in words.roles["speech"] or around.ahead(verb) in _COUNTED:
        return True
    before = around.before(6, without=_OF_THE_HOSPITAL)
    if not before or before[-1] not in ("at", "of", "in", "from") or before[-2:-1] == []:
        return False
    return before[-2] in words.roles["speakers"] or before[-2] in words.roles["residents"]


def _resident(word: str, words: PlaceWords) -> bool:
    return word in words.roles["residents"] and word not in words.roles["speakers"]


def _according_to(around: Around) -> bool:
    """ "According to a military source in X who asked not to be named": no comma between."""
    before = around.before(9)
    at = next((k for k in range(len(before) - 2, -1, -1) if before[k : k + 2] == ["according", "to"]), None)
    return at is not None and len(before) - at > 3 and not {",", ";"} & set(before[at:])


def tells_of_home(around: Around, words: PlaceWords) -> bool:
    """ "The rescue service in X says shells hit a ward": who speaks in X, of nothing told before, tells of X."""
    place, first = around.place, around.sentence.first
    if place.kind in ("site", "country", "region") or place.text.lower() in words.capital:
        return False
    if words.roles["treats"] & set(around.before(3)) and around.first - around.sentence.first > _LATE:
        return False  # "Six of them were killed, the hospital in X said": in what was told before
    if around.back() not in ("in", "at", "of"):
        return False
    opening = [around.low(i) for i in range(first, min(first + 7, around.first))]
    if opening[0] in words.locative and "," in opening:  # "Across the frontier,"
        first += opening.index(",")
    told = [around.low(i) for i in range(first, around.first - 5)] + around.after(60)
    old = {"the", "this", "those", "there"} & set(told)  # "the battle", "the morgue": told of before
    return not old and bool(words.roles["says"] & set(around.after(8)))


def _subject_says(around: Around, words: PlaceWords) -> bool:
    """ "A statement in X said", "the director of the X hospital told": the verb of who speaks right behind the name."""
    verb = around.ahead(1) if around.ahead() in ("also", "later", "then") else around.ahead()
    if around.ahead() == "," and around.ahead(1) in ("where", "which"):  # "medics in X, where they are flown, say"
        close = next((k for k in range(2, 16) if around.ahead(k) == ","), 15)
        verb = around.ahead(close + 1)
    if (verb not in words.roles["says"] and verb not in _COUNTS) or around.back() not in ("in", "at", "from", "of"):
        return False
    noun = around.back(2)
    if noun in words.roles["rulers"]:
        return True
    return noun.isalpha() and noun not in _EVENTS and not (around.back() == "of" and around.place.kind == "region")


def _had_done_to_it(around: Around, words: PlaceWords) -> bool:
    """ "seized the headquarters of the Northern Command in X": what stands in X is taken there, and says nothing."""
    window = around.before(12)
    return any(w in words.takes for w in window) and not any(w in words.roles["says"] for w in around.after(6))


def _told_of(around: Around, words: PlaceWords) -> bool:
    """ "residents who reached X by boat spoke of": where those who speak have come to."""
    before = around.before(6)
    if "who" not in before or "," in before[before.index("who") :]:
        return False
    who = before.index("who")
    speaks = any(w in words.roles["speech"] for w in around.after(6))
    return speaks and who > 0 and (before[who - 1] in words.roles["residents"] or before[who - 1] in _PEOPLE)


def _source_at(around: Around, first: int) -> bool:
    """Whether someone who says something is named at token `first` or right behind it."""
    low = around.draft.tokens[first].start if first < around.sentence.last else -1
    return low >= 0 and any(low <= s.start <= low + 4 for s in around.draft.sources)

"""A capital or a country that stands for its government: "Washington has announced", "Moscow's envoy"."""

from __future__ import annotations

from ..cues import cue
from .around import Around
from .words import PlaceWords

_OPENS = cue("metonym", "opens")
_MODALS = cue("metonym", "modals")
_NEGATED = frozenset({"not", "did", "does", "n't"})  # "Moscow did not regard"
_WHEN = cue("metonym", "when") | cue("dates", "weekdays")
_PASSED_OVER = _NEGATED | _WHEN | {"both", "each"}
_PASSIVE = cue("metonym", "passive")
_WORDS = cue("metonym", "words")
_BEYOND = cue("metonym", "beyond")
_HAVE = frozenset({"has", "had"})
_NOT_YET = cue("metonym", "not_yet")
_SOME = cue("metonym", "some")
_RULES = cue("metonym", "rules")
_DASHES = ("-", "–", "—", "--")
_HYPHENS = ("-", "–", "‑")
_MADE = cue("metonym", "made")
_SWAY = cue("metonym", "sway")
_PRESSURE = cue("metonym", "pressure")
_LEAVE = cue("metonym", "leave")
_STATES = cue("metonym", "states")


def is_government(around: Around, words: PlaceWords, foreign: bool = False) -> bool:
    """Whether the place speaks, is spoken to, or owns an office or an army; a `foreign` capital that acts does, too."""
    roles = words.roles
    if words.capital.get(around.place.text.lower()) is None and around.place.kind != "country":
        return False
    if around.back() in _DASHES and around.ahead() == "" and around.sentence.first == around.start == 0:
        return True  # "61 clashes in a day - Kyiv": a headline signed with who says so
    if around.possessive and around.ahead(1) in _SWAY:
        return True  # "a third of it is in Moscow's hands"
    if around.possessive and around.place.kind != "country" and around.shouts(1):
        return True  # "Kyiv's SBU": a service of its
    if around.back() == "in":
        return around.back(2) in roles["rulers"] and around.ahead() in roles["speaks"]
    if around.back() in roles["addresses"]:
        return True
    deals = around.back(2) in roles["backed_by"] or around.back(2) in roles["dealings"]
    if deals and around.back() in ("to", "by", "with", "between"):
        return True
    if around.back() == "of" and around.back(2) in _LEAVE:
        return True  # "with the agreement of Kinshasa"
    if around.back() == "on" and _PRESSURE & set(around.before(4)):
        return True  # "pressure is growing on Juba"
    if around.back() in ("from", "by") and around.back(2) in roles["voices"]:
        return True  # "drew a protest from Tehran"
    if around.possessive and around.ahead(1) in _WORDS and around.place.kind != "country":
        return True
    staff = around.ahead(1) == "general" and around.ahead(2) == "staff"
    if around.possessive and (staff or around.ahead(1) in roles["state_bodies"]) and around.place.kind != "country":
        return True  # "Kyiv's envoy"; a country in an office's name is only context
    if around.ahead() in _RULES and around.place.kind != "country":
        return True  # "the Beirut government"
    if around.ahead() in _HYPHENS and around.ahead(1) in _MADE:
        return True
    ruled = around.back() == "of" and around.back(2) == "control"
    if ruled and any(around.back(n) in _BEYOND for n in (3, 4, 5)):
        return True  # "escapes the control of Damascus"
    if around.back() in words.locative and around.back() not in ("from", "to"):
        return False
    if (
        foreign
        and around.back() in _OPENS
        and (around.ahead() in words.roles["auxiliaries"] or around.ahead() in _MODALS)
    ):
        return True
    if around.place.kind != "country" and around.back() in _OPENS and (_will_do(around, words) or _does_not(around)):
        return True
    return around.back() not in ("of", "on", "near") and (_speaks(around, words) or _has_done(around, words))


def _will_do(around: Around, words: PlaceWords) -> bool:
    """ "Moscow and Kyiv will exchange prisoners", "Washington would impose sanctions": what a government is to do."""
    joined = around.ahead() == "and" and around.ahead(1) in words.capital
    begin = 2 if joined else 0
    return around.ahead(begin) in ("will", "would") and around.ahead(begin + 1) not in _PASSIVE


def _does_not(around: Around) -> bool:
    """ "Kyiv does not publish its losses": what a government does not do; a town "did not fall"."""
    denies = around.ahead() in ("does", "did") and around.ahead(1) in ("not", "n't", "n’t")
    return denies and around.ahead(2) not in _STATES


def _has_done(around: Around, words: PlaceWords) -> bool:
    """ "Moscow has not updated its count", "troops that Ankara has lost"; not "has been hit"."""
    begin = _past_relative(around)
    if around.ahead(begin) not in _HAVE or around.back() in words.takes or around.place.kind == "country":
        return False
    n = begin + 1
    while around.ahead(n) in _NOT_YET or around.ahead(n).endswith("ly"):
        n += 1
    verb = around.ahead(n)
    if verb in _SOME or verb[:1].isdigit():
        return any(around.ahead(n + k) in words.roles["armed"] for k in range(1, 5))  # "Moscow had some 70,000 troops"
    return (verb.endswith("ed") or verb in words.roles["done"]) and verb not in words.roles["befallen"]


def _speaks(around: Around, words: PlaceWords) -> bool:
    """A verb of speaking or of policy follows, past auxiliaries, days, adverbs, and another capital."""
    roles = words.roles
    joined = around.ahead() in ("and", ",") and (around.ahead(1) in words.capital or around.ahead(1) in words.country)
    begin = 2 if joined else 0  # "Kigali and Moscow agreed"
    begin = begin or _past_relative(around)
    n = begin
    while n < begin + 5 and (
        (low := around.ahead(n)) in roles["auxiliaries"] or low in _PASSED_OVER or low.endswith("ly")
    ):
        n += 1
    if n == begin + 1 and around.ahead(begin) in ("and", "'s", "’s"):
        return False
    if around.ahead(n) not in roles["speaks"] and not (n > begin and _base_of(around.ahead(n), roles["speaks"])):
        return False
    if n > begin and around.ahead(n - 1) in ("is", "was"):
        return around.ahead(n).endswith("ing")  # "is sending"; not "was sent"
    return True


def _base_of(verb: str, forms: frozenset[str]) -> bool:
    """ "send" of "sends": what stands behind "will"."""
    return len(verb) > 2 and (verb + "s" in forms or verb + "es" in forms or verb[:-1] + "ies" in forms)


def _past_relative(around: Around) -> int:
    """Past ", which is in touch with both," behind a name: how many words on its verb may stand."""
    if around.ahead() != "," or around.ahead(1) not in ("which", "who", "whose"):
        return 0
    close = next((k for k in range(2, 20) if around.ahead(k) == ","), None)
    return close + 1 if close else 0

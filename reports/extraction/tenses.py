"""How the clause of a count speaks of it: planned, standing as it is, or done."""

from __future__ import annotations

from .cues import cue
from .model import Draft, Figure, Token

_PLANNED = cue("tenses", "planned")
_STANDS = cue("tenses", "stands")
_BE = cue("tenses", "be")
_HAVE = frozenset(["has", "have"])
_SENSED = cue("tenses", "sensed")
_WERE = frozenset(["was", "were"])
_STRONG = cue("tenses", "strong")
_OPENS = cue("tenses", "opens")
_RELATIVE = frozenset(["that", "which", "who", "whom", "whose"])
_BEFORE_NOUNS = cue("tenses", "before_nouns")
_ADDS = frozenset(["and", "but", "or"])
NOT_PAST = cue("tenses", "not_past")
_REACH = 12  # tokens looked at on either side


def tense_of(figure: Figure, draft: Draft) -> str | None:
    """`planned` ("could send 400"), `stands` ("are", "holds"), `perfect`, `past`; None where no verb is near."""
    sentence = draft.sentences[figure.sentence]
    tokens = draft.tokens
    ahead = tokens[figure.last : min(sentence.last, figure.last + _REACH)]
    behind = tokens[max(sentence.first, figure.first - _REACH) : figure.first][::-1]
    inside = tokens[(figure.first if figure.head is None else figure.head) + 1 : figure.last]
    own = ahead and ahead[0].low in _RELATIVE
    governed = figure.verb is not None and figure.verb < figure.first and figure.rule.endswith("+verb-object")
    clause = _before_a_second_verb(_clause(ahead), governed)
    if own and (main := _past_the_relative(ahead)):
        return main
    return _first(inside, False) or (not own and _first(clause, True)) or _backward(behind)


def _past_the_relative(tokens: list[Token]) -> str | None:
    """`5,000 of the people who lived there before the war are left`: the verb behind the relative clause."""
    stop = next((k for k, t in enumerate(tokens) if t.kind == "p" and t.low not in ("'s", "-")), len(tokens))
    verbs = [k for k, t in enumerate(tokens[:stop]) if k > 1 and (t.low in _BE or t.low in _HAVE or t.low in _WERE)]
    if not verbs or not any(_past(t.low) for t in tokens[1 : verbs[0]]) or tokens[verbs[0] - 1].low in _RELATIVE:
        return None
    return _first(tokens[verbs[0] : stop], False)


def _before_a_second_verb(clause: list[Token], governed: bool) -> list[Token]:
    """`struck 12 launchers and would enforce the truce`: behind "and" the subject does something else."""
    for k, token in enumerate(clause[:-1]):
        after = clause[k + 1].low
        own = governed and (after in _HAVE or after in _WERE or after in _BE)
        if token.low in _ADDS and (after in _PLANNED or own):
            return clause[:k]
    return clause


def _clause(tokens: list[Token]) -> list[Token]:
    """Up to the next mark or clause; an aside between two commas is passed over."""
    if tokens and tokens[0].low == ",":
        closed = next((k for k, t in enumerate(tokens) if k and t.low == ","), None)
        listed = len(tokens) > 2 and (tokens[1].kind == "n" or tokens[1].low in _BEFORE_NOUNS - {"the", "its", "their"})
        tokens = tokens[closed + 1 :] if closed else tokens[1:] if listed else tokens
    for k, token in enumerate(tokens):
        if (token.kind == "p" and token.low not in ("'s", "-", '"', "“", "”")) or (token.low in _OPENS and k):
            return tokens[:k]
    return tokens


def _first(tokens: list[Token], ahead: bool) -> str | None:
    for k, token in enumerate(tokens):
        low = token.low
        if _plans(tokens, k, tokens[k + 1 : k + 3]):
            return "planned"
        if low in _HAVE:
            return "perfect"
        if _is(tokens, k) and k + 1 < len(tokens) and tokens[k + 1].low == "to":
            return "planned"  # "are to leave tomorrow"
        if _is(tokens, k) or (low in _STANDS and not (k and _noun_after(tokens[k - 1]))):
            return "stands"
        if low in _WERE or low == "had":
            return "past"
        if ahead and (k == 0 or tokens[0].low.endswith("ing")) and _past(low):
            return "past"  # "bombers wearing vests blew themselves up"
    return None


def _backward(tokens: list[Token]) -> str | None:
    """The verb that stands nearest before the count, up to the beginning of its clause."""
    for k, token in enumerate(tokens):
        low = token.low
        if low in (";", ":") or (low in _OPENS and k > 1):
            return None
        if _plans(tokens, k, tokens[max(0, k - 2) : k]):
            return "planned"
        if low in _STANDS and not (k + 1 < len(tokens) and _noun_after(tokens[k + 1])):
            return "stands"
        if k + 2 < len(tokens) and tokens[k + 1].low == "to" and _is(tokens, k + 2) and tokens[k + 2].low != "were":
            return "planned"  # "is to send 14 lorries"
        if low.endswith("s") and k + 1 < len(tokens) and tokens[k + 1].low == "now":
            return "stands"  # "now treats 300"
        if _past(low):
            for near in tokens[k + 1 : k + 5]:
                if near.low in _PLANNED:
                    return "planned"
                if near.low in _HAVE:
                    return "perfect"
                if near.kind == "p":
                    break
            joined = k + 1 < len(tokens) and tokens[k + 1].low == "and"
            if joined and _has_done_others(_to_the_mark(tokens[k + 2 : k + 10])):
                return "perfect"  # "have destroyed 16 camps and freed 200"
            return "past"
        if _is(tokens, k):
            return "stands"
    return None


def _has_done_others(before: list[Token]) -> bool:
    """Backwards: a counted object, its verb and `have`, which is that of both; no claim `to have` done it."""
    have = next((k for k, t in enumerate(before) if t.low in _HAVE), 0)
    claim = have + 1 < len(before) and before[have + 1].low == "to"
    return have > 0 and not claim and any(t.kind == "n" for t in before[:have])


def _to_the_mark(tokens: list[Token]) -> list[Token]:
    stop = next((k for k, t in enumerate(tokens) if t.kind == "p" or t.low in _OPENS), len(tokens))
    return tokens[:stop]


def _noun_after(before: Token) -> bool:
    """`damaging 15 houses`, `two thirds of the houses`: what stands behind a number or an article is no verb."""
    return before.kind == "n" or before.low in _BEFORE_NOUNS


def _is(tokens: list[Token], k: int) -> bool:
    """A form of `be`; in mixed case `IS` is a group's name."""
    token = tokens[k]
    return token.low in _BE and not (token.text == "IS" and any(t.text.islower() for t in tokens))


def _plans(tokens: list[Token], k: int, after: list[Token]) -> bool:
    """A word of plans and fears; neither the month of May nor what somebody could hear."""
    if tokens[k].low not in _PLANNED or _month(tokens, k):
        return False
    return not (tokens[k].low == "could" and any(t.low in _SENSED for t in after))


def _month(tokens: list[Token], k: int) -> bool:
    """`24 May`, `since May`, `MAY 3`: the month."""
    if tokens[k].low != "may":
        return False
    near = tokens[max(0, k - 1) : k + 2]
    return tokens[k].text == "May" or any(t.kind == "n" or t.low in ("since", "in", "of", "until") for t in near)


def _past(low: str) -> bool:
    return (
        (low.endswith("ed") and len(low) > 4 and low not in NOT_PAST and low not in ("hundred", "armed"))
        or low in _STRONG
        or low == "died"
    )

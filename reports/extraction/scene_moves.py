"""Scenes of people on the move, or where they were taken in: the displaced, told without a verb that says so."""

from __future__ import annotations

from .cues import cue
from .predicates import Verdict
from .scenes import Scene

_TAKES = cue("kinds", "takes")
_LETS = cue("kinds", "lets")
_AWAY = cue("kinds", "away")
_RUNNING = cue("kinds", "running")
_HOLDS = cue("kinds", "camp_holds")
_CAMPS = cue("kinds", "tents")
_CARRYING = cue("kinds", "carrying")
_BUSES = cue("kinds", "buses")
_HOMES = cue("kinds", "homes")
_BROUGHT = frozenset(["brought", "bringing"])


def in_shelter(scene: Scene) -> Verdict | None:
    """`schools shelter tens of thousands`."""
    told = scene.before == "shelter" and len(scene.lead) > 1 and (scene.folk or scene.households)
    return scene.verdict("displaced", "taken-in") if told else None


def in_camp(scene: Scene) -> Verdict | None:
    """`the camp, 70 km from the border, holds 10,000`."""
    told = scene.before in _HOLDS and scene.folk and _CAMPS & scene.near(12)
    return scene.verdict("displaced", "camp-that-holds") if told else None


def in_buses(scene: Scene) -> Verdict | None:
    """`the first convoy out carried 951 people`."""
    told = scene.before in _CARRYING and scene.folk and _BUSES & scene.near(9)
    return scene.verdict("displaced", "brought-away") if told else None


def from_their_homes(scene: Scene) -> Verdict | None:
    """`sent 7.4 million people from their homes`."""
    behind = scene.behind
    if behind[:1] != ["from"] or behind[1:2] not in (["their"], ["its"]) or _HOMES.isdisjoint(behind[2:]):
        return None
    return Verdict("displaced", "from-their-homes", scene.count.phrase.last)


def sent_running(scene: Scene) -> Verdict | None:
    """`sent hundreds of people running`, `sent 300 abroad`."""
    if scene.before not in ("sent", "sending", "sends") or not scene.folk:
        return None
    running = scene.noun and not _RUNNING.isdisjoint(scene.behind[:2])
    return scene.verdict("displaced", "sent-running") if running or scene.behind[:1] == ["abroad"] else None


def taken_in(scene: Scene) -> Verdict | None:
    """`it had taken in 1,300 families`; but not `taken in nine wounded`."""
    if scene.before != "in" or scene.second not in _TAKES or not scene.households:
        return None
    hurt = scene.behind and "wounded" in scene.count.words.subject.get(scene.behind[0], ())
    return None if hurt else scene.verdict("displaced", "taken-in")


def let_out(scene: Scene) -> Verdict | None:
    """`allowing 4,000 civilians to slip out`."""
    if _LETS.isdisjoint(scene.lead[-2:]) or not scene.households:
        return None
    told = scene.behind[:1] == ["to"] and not _AWAY.isdisjoint(scene.behind[1:])
    return scene.verdict("displaced", "let-out") if told else None


def taken_out(scene: Scene) -> Verdict | None:
    """`buses took 9,000 people out of the pocket`."""
    told = scene.behind[:1] == ["out"] and not _TAKES.isdisjoint(scene.lead[-2:]) and scene.noun and scene.folk
    return scene.verdict("displaced", "brought-away") if told else None


def brought_away(scene: Scene) -> Verdict | None:
    """`brought 40 people to the border`."""
    if _BROUGHT.isdisjoint(scene.lead[-2:]) or not scene.noun or not scene.folk:
        return None
    count, last = scene.count, scene.count.phrase.last
    to = any(t.low == "to" for t in count.tokens[last : min(count.end, last + 12)])
    return scene.verdict("displaced", "brought-away") if to or scene.behind[:1] == ["out"] else None

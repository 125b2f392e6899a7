"""Verbs that put words into a mouth only with a count or a clause behind them: put at, gave, counted, admitted."""

from __future__ import annotations

from .cues import cue
from .source_tolls import Tolls

_QUOTES = frozenset(['"', "“", "”", "«", "»"])
_PAPERS = cue("sources", "papers")
_TAKE_IN = cue("sources", "take_in")
_COUNTS, _COUNT_OPENS = cue("sources", "counts"), cue("sources", "count_opens")
_EVIDENCE = cue("sources", "evidence")
_BARE = cue("sources", "bare")
_PHRASE = 6  # words of "police of the Kursk region report."
_MANY_SAY, _MANY = cue("sources", "many_say"), cue("sources", "many")
_TELLING_OF, _TOLD_OF = cue("sources", "telling_of"), cue("sources", "told_of")
_GIVES, _GIVEN_AS = cue("sources", "gives"), cue("sources", "given_as")
_SPEAKS_OF, _CALLS = cue("sources", "speaks_of"), cue("sources", "calls")
_NEVER_ALONE = cue("sources", "never_alone")
_FATES, _FEARS = cue("sources", "fates"), cue("sources", "fears")
_OWNS_UP, _LOSSES = cue("sources", "owns_up"), cue("sources", "owned_losses")
_REVISES, _REVISED = cue("sources", "revises"), cue("sources", "revised")
_BLAMES = cue("sources", "blames")
_SHOWS, _BOASTS = cue("sources", "shows"), cue("sources", "boasts")


class WeakVerbs(Tolls):
    """Tells whether such a verb speaks where it stands."""

    def _weak_holds(self, v: int, end: int) -> bool:
        """`put the dead at`, `gave its losses as`: a weak verb speaks only with a count or a clause after it."""
        after = list(self.tokens[v + 1 : min(end, v + 16)])
        lows = {t.low for t in after}
        if "that" in [t.low for t in after[:4]] or any(t.low in _QUOTES for t in after[:5]):
            return True
        verb = self.tokens[v].low
        counted = verb in _COUNTS or verb == "found"
        if counted and after and after[0].low == "." and self.tokens[v - 1].kind == "w":
            return True  # "..., reporters counted."
        if verb in _GIVES:
            toll = bool(after) and after[0].kind == "n" and not _FATES.isdisjoint(t.low for t in after[1:4])
            back = self.tokens[max(0, v - 6) : v]
            toll = toll or (
                bool(after) and after[0].low in ("on", ".", ",", "in") and any(t.low == "that" for t in back)
            )
            return toll or bool(lows & _GIVEN_AS)  # "the mayor gave 70 dead"
        if verb == "took" and not (after and after[0].low == "in"):
            return False
        if verb in _TAKE_IN:
            return any(t.kind == "n" or t.low in self.words.numbers for t in after[:4])
        if verb in ("read", "reads"):  # "…, read a statement from the governor", "..., the statement read"
            return self.tokens[v - 1].low in _PAPERS or any(t.low in _PAPERS for t in after[:4])
        if verb in ("put", "puts"):
            return bool(lows & {"at", "to", "higher", "lower"}) or {"under", "control"} <= lows
        if verb in _SPEAKS_OF:
            of = next((k for k, t in enumerate(after[:5]) if t.low == "of"), None)  # "spoke to AFP of a dozen dead"
            return of == 0 or (of is not None and after[0].low == "to")
        if verb in _CALLS:
            return (bool(after) and (after[0].low in ("for", "on", "that"))) or verb == "demanded"
        if verb in _NEVER_ALONE:
            return verb == "quoted"
        if verb in _BOASTS:
            return bool(after) and after[0].low in ("of", "that")
        if verb in ("owns", "owned") and [t.low for t in after[:2]] == ["up", "to"]:
            return True
        if verb in _OWNS_UP and len(after) > 1 and after[0].kind == "n" and after[1].kind == "p":
            return True  # "the coalition admits 1,417."
        if verb in _OWNS_UP:  # the hospital admitted nine: no confession
            if after and after[0].low == "to" and any(t.kind == "n" or t.low in self.words.numbers for t in after[1:5]):
                return True  # "admits to 19 dead"
            return bool(after) and (lows & _LOSSES != set() or "that" in lows)
        if verb in _FEARS and after and after[0].low == ".":
            return True  # "..., the agency fears."
        if verb in _TELLING_OF:  # "described counting", "fear that", "mourned three of its men"
            return any(t.kind == "n" or t.low in self.words.numbers or t.low in _TOLD_OF for t in after[:4])
        if verb in _BLAMES:
            told = bool(after) and after[0].low not in ("for", "on")  # "a militia blamed for many deaths"
            return told and any(t.kind == "n" or t.low in self.words.numbers for t in after)
        if verb in _COUNTS:
            return any(t.kind == "n" or t.low in self.words.numbers or t.low in _COUNT_OPENS for t in after[:4])
        if verb in _REVISES:
            return bool(_REVISED & {t.low for t in after[:6]})
        if verb in ("found", "finds"):
            return bool(after) and after[0].low == "that"
        if verb in _SHOWS:
            return any(t.low in _EVIDENCE for t in self.tokens[max(0, v - 5) : v])
        if verb in ("accused", "accuse"):
            return True
        if not (after and after[0].low in (".", ",", ";")) or verb in _BARE:
            return True
        return verb in _MANY_SAY and self._many_before(v)

    def _many_before(self, v: int) -> bool:
        """`..., local authorities report.`: more than one speak, and no paper ends the sentence (`a joint report.`)."""
        for k in range(v - 1, max(0, v - _PHRASE), -1):
            token = self.tokens[k]
            if token.kind == "p":
                return False
            if not token.capital and (token.low in _MANY or (token.low.endswith("s") and len(token.low) > 3)):
                return True
            if k == v - 1 and not token.capital and token.low not in ("region", "province", "district"):
                return False
        return False

"""What stands on a place, in words: a line for lists, labels and screen readers, and what the signs of the map mean."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from reports.models.vocabulary import ControlStatus
from reports.public import words
from reports.public.index import Index

from .held import Held
from .sides import colours, name_of, side_of

NONE = "none"  # the colour of a side that is not known
Colour = int | str


def told(held: Held, index: Index) -> str:
    """A place in one line: "Palmyra: claimed for Islamic State", its besieger with it."""
    names = words.joined(name_of(pk, index) for pk in sides_of(held, index))
    state, besieger = held.standing.state, held.standing.besieger
    known = {"place": held.place, "sides": names, "besieger": name_of(besieger, index) if besieger else ""}
    if state == ControlStatus.BESIEGED and names and besieger:
        return _("%(place)s: held by %(sides)s, besieged by %(besieger)s") % known
    line = TOLD[state](bool(names)) % known
    return _("%(line)s, besieged by %(besieger)s") % {**known, "line": line} if besieger else line


TOLD: dict[str, Callable[[bool], str]] = {
    ControlStatus.CONTROLLED: lambda named: _("%(place)s: held by %(sides)s"),
    ControlStatus.CLAIMED: lambda named: _("%(place)s: claimed for %(sides)s"),
    ControlStatus.CONTESTED: lambda named: _("%(place)s: contested, %(sides)s") if named else _("%(place)s: contested"),
    ControlStatus.BESIEGED: lambda named: (
        _("%(place)s: besieged, held by %(sides)s") if named else _("%(place)s: besieged")
    ),
    ControlStatus.UNKNOWN: lambda named: _("%(place)s: not known who holds it"),
}


def sign(state: ControlStatus) -> str:
    """What a sign of the legend means."""
    return {
        ControlStatus.CONTROLLED: _("Held: nobody disputes it"),
        ControlStatus.CLAIMED: _("Claimed: only sides of the fight say so"),
        ControlStatus.CONTESTED: _("Contested, or sources differ"),
        ControlStatus.BESIEGED: _("Besieged"),
        ControlStatus.UNKNOWN: _("Not known"),
    }[state]


def sign_of(held: Held, index: Index) -> tuple[str, Colour, Colour]:
    """The state, and the numbers of the colours that its sign has: of the first side, and of the second or the
    besieger; "none" where there is no such."""
    chosen, standing = colours(index), held.standing
    numbers: list[Colour] = [chosen[pk] for pk in sides_of(held, index) if pk in chosen]
    if standing.state == ControlStatus.BESIEGED:
        besieger = chosen.get(side_of(standing.besieger, index), NONE) if standing.besieger else NONE
        return str(standing.state), numbers[0] if numbers else NONE, besieger
    first, second, *_others = [*numbers, NONE, NONE]
    return str(standing.state), first, second


def sides_of(held: Held, index: Index) -> list[int]:
    """The sides of a place, each once, in order."""
    return list(dict.fromkeys(side_of(pk, index) for pk in held.standing.sides))

"""Who holds what, by whose word: on each place the newest statement of each source, what stands of them, and how that
is drawn. Nothing is decided here (the rule: `standing`, and /method/#control)."""

from .held import Held, disputed, held, held_by
from .standing import FRESH, STATES, Standing, Statement

ON, OFF = "on", "off"  # how a page has the layer of the map before the reader switches it

__all__ = ["FRESH", "OFF", "ON", "STATES", "Held", "Standing", "Statement", "disputed", "held", "held_by"]

"""The timeline: days as columns, developments as marks by class, uncertain days as soft bars, silence hatched.

Where there are more than can be told apart, a day's developments of one class are drawn as one heap, as high as they
are many. Nothing here is HTML.
"""

from .drawing import timeline
from .window import HAPPENED, LONGEST, heard_on

__all__ = ["HAPPENED", "LONGEST", "heard_on", "timeline"]

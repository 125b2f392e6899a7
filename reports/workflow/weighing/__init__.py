"""Weigh claims against each other: which cannot both hold, which agree, on how many origins each rests, and its grade.

Nothing is averaged and nothing is decided here: a grade says how well a claim is carried by what the desk holds, by a
rule that readers can look up (`grade.RULES`, on /method/).
"""

from .grade import GRADES, Weighed, weigh
from .loading import WIDE, fronts_of, public_statements, statements_around, statements_of
from .statement import ROUNDED, Stance, Statement

__all__ = [
    "GRADES",
    "ROUNDED",
    "WIDE",
    "Stance",
    "Statement",
    "Weighed",
    "fronts_of",
    "public_statements",
    "statements_around",
    "statements_of",
    "weigh",
]

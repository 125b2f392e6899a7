"""Find the places a text names, how each is placed by another, and what it is to the report.

`find_places` needs tokens, sections, sentences and dates; `assign_roles` runs last, when sentences have a status.
"""

from __future__ import annotations

from .find import find_places
from .roles import assign_roles

__all__ = ["assign_roles", "find_places"]

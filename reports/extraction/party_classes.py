"""Of what class the people of a party are, by its actor type, and those of whoever speaks for one."""

from __future__ import annotations

CLASSES = {
    "Rebel group": "fighters",
    "Political militia": "fighters",
    "Identity militia": "fighters",
    "State forces": "security_forces",
    "External/Other forces": "security_forces",
}
SPEAKERS = {"military": "security_forces", "government": "security_forces", "armed_group_media": "fighters"}

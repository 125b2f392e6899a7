"""All tables, by the order of the flow: the world, what was said, what we hold, what we decided."""

from .access import ApiToken
from .aliases import Alias
from .claims import Claim
from .decisions import ClaimVersion, Decision
from .generation import Generation
from .likeness import Shingle
from .logins import LoginEvent
from .parts import ControlClaim, Development, DevelopmentFront, Figure, Involvement, Location
from .relocations import Relocation
from .reports import Reading, Report
from .rereading import Difference, ReadingChange, Rereading
from .workers import WorkerSign
from .world import Country, Front, FrontSide, Group, GroupLink, Place, Source

__all__ = [
    "Alias",
    "ApiToken",
    "Claim",
    "ClaimVersion",
    "ControlClaim",
    "Country",
    "Decision",
    "Development",
    "DevelopmentFront",
    "Difference",
    "Figure",
    "Front",
    "FrontSide",
    "Generation",
    "Group",
    "GroupLink",
    "Involvement",
    "Location",
    "LoginEvent",
    "Place",
    "Reading",
    "ReadingChange",
    "Relocation",
    "Report",
    "Rereading",
    "Shingle",
    "Source",
    "WorkerSign",
]

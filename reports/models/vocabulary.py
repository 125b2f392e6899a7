"""The words of the house as Django choices: those of the reader's contract (docs/reader.md), with labels for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActorType(models.TextChoices):
    """ACLED's eight actor types (codebook 2024)."""

    STATE_FORCES = "State forces", _("State forces")
    REBEL_GROUP = "Rebel group", _("Rebel group")
    POLITICAL_MILITIA = "Political militia", _("Political militia")
    IDENTITY_MILITIA = "Identity militia", _("Identity militia")
    RIOTERS = "Rioters", _("Rioters")
    PROTESTERS = "Protesters", _("Protesters")
    CIVILIANS = "Civilians", _("Civilians")
    EXTERNAL = "External/Other forces", _("External/Other forces")


class SourceKind(models.TextChoices):
    MONITOR = "monitor", _("Monitor")
    STATE_MEDIA = "state_media", _("State media")
    ARMED_GROUP_MEDIA = "armed_group_media", _("Media of an armed group")
    GOVERNMENT = "government", _("Government")
    MILITARY = "military", _("Military")
    UN = "un", _("United Nations")
    NGO = "ngo", _("Non-governmental organisation")
    MEDICAL = "medical", _("Medical")
    RESIDENTS = "residents", _("Residents")
    WIRE = "wire", _("Wire")
    OTHER = "other", _("Other")


class Reliability(models.TextChoices):
    """NATO's Admiralty scale for sources, and the honest default."""

    A = "A", _("A – completely reliable")
    B = "B", _("B – usually reliable")
    C = "C", _("C – fairly reliable")
    D = "D", _("D – not usually reliable")
    E = "E", _("E – unreliable")
    F = "F", _("F – cannot be judged")
    UNREVIEWED = "unreviewed", _("Unreviewed")


class PlaceKind(models.TextChoices):
    CITY = "city", _("City")
    TOWN = "town", _("Town")
    VILLAGE = "village", _("Village")
    NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
    DISTRICT = "district", _("District")
    PROVINCE = "province", _("Province")
    REGION = "region", _("Region")
    COUNTRY = "country", _("Country")
    AIRPORT = "airport", _("Airport")
    BASE = "base", _("Base")
    RIVER = "river", _("River")
    CROSSING = "crossing", _("Crossing")
    SITE = "site", _("Site")
    ROAD = "road", _("Road")


class AliasKind(models.TextChoices):
    NAME = "name", _("Name")
    ALIAS = "alias", _("Also called")
    SHORT = "short", _("Abbreviation")
    GENERIC = "generic", _("General word")


class GroupLinkKind(models.TextChoices):
    PART_OF = "part_of", _("part of")
    WITH = "with", _("with")


class ReadingState(models.TextChoices):
    QUEUED = "queued", _("Waiting for a worker")
    READING = "reading", _("Being read")
    DONE = "done", _("Read")
    FAILED = "failed", _("Could not be read")

    @property
    def is_open(self) -> bool:
        return self in {ReadingState.QUEUED, ReadingState.READING}


class ClaimKind(models.TextChoices):
    DEVELOPMENT = "development", _("Development")
    FIGURE = "figure", _("Figure")
    LOCATION = "location", _("Place")
    INVOLVEMENT = "involvement", _("Group")
    CONTROL = "control", _("Control")


# The one-to-one accessor from a claim to the row of its kind.
PART_OF_KIND = {
    ClaimKind.DEVELOPMENT: "development",
    ClaimKind.FIGURE: "figure",
    ClaimKind.LOCATION: "location",
    ClaimKind.INVOLVEMENT: "involvement",
    ClaimKind.CONTROL: "controlclaim",
}


class Status(models.TextChoices):
    """How the sentence holds it."""

    CURRENT = "current", _("Current")
    BACKGROUND = "background", _("Background")
    ANNOUNCED = "announced", _("Announced")
    HYPOTHETICAL = "hypothetical", _("Hypothetical")
    DENIED = "denied", _("Denied")


class Verdict(models.TextChoices):
    """What a reviewer decided; none yet is a proposal."""

    PROPOSED = "proposed", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")


class DatePrecision(models.TextChoices):
    HOUR = "hour", _("to the hour")
    DAY = "day", _("to the day")
    WEEK = "week", _("within a week or so")
    MONTH = "month", _("within a month")
    YEAR = "year", _("within a year")
    UNKNOWN = "unknown", _("not known")


class DateBasis(models.TextChoices):
    STATED = "stated", _("stated in the text")
    INFERRED = "inferred", _("inferred from the report's day")
    EDITOR = "editor", _("set by an editor")


class DevelopmentType(models.TextChoices):
    ADVANCE = "advance", _("Advance")
    CAPTURE = "capture", _("Capture")
    RECAPTURE = "recapture", _("Recapture")
    WITHDRAWAL = "withdrawal", _("Withdrawal")
    CLASH = "clash", _("Clash")
    AIRSTRIKE = "airstrike", _("Air strike")
    SHELLING = "shelling", _("Shelling")
    BOMBING = "bombing", _("Bombing")
    SIEGE = "siege", _("Siege")
    DISPLACEMENT = "displacement", _("Displacement")
    EVACUATION = "evacuation", _("Evacuation")
    DEPLOYMENT = "deployment", _("Deployment")
    TRUCE = "truce", _("Truce")
    TALKS = "talks", _("Talks")
    AID = "aid", _("Aid")
    ANNOUNCEMENT = "announcement", _("Announcement")
    OTHER = "other", _("Other")


class FrontBasis(models.TextChoices):
    HEADING = "heading", _("heading of the report")
    PLACE = "place", _("places of the sentence")
    NEARBY = "nearby", _("the sentences around it")
    EDITOR = "editor", _("editor")


class Modifier(models.TextChoices):
    EXACT = "exact", _("exactly")
    APPROX = "approx", _("about")
    AT_LEAST = "at_least", _("at least")
    MORE_THAN = "more_than", _("more than")
    ALMOST = "almost", _("almost")
    AT_MOST = "at_most", _("at most")


class FigureKind(models.TextChoices):
    KILLED = "killed", _("Killed")
    WOUNDED = "wounded", _("Wounded")
    CAPTURED = "captured", _("Captured")
    MISSING = "missing", _("Missing")
    DISPLACED = "displaced", _("Displaced")
    TRAPPED = "trapped", _("Trapped")
    TROOPS = "troops", _("Troops")
    STRIKES = "strikes", _("Strikes")
    SETTLEMENTS = "settlements", _("Settlements")
    PERCENT_TERRITORY = "percent_territory", _("Share of territory")
    DISTANCE_KM = "distance_km", _("Distance")
    OTHER = "other", _("Other")


class SubjectClass(models.TextChoices):
    CIVILIANS = "civilians", _("Civilians")
    FIGHTERS = "fighters", _("Fighters")
    SECURITY_FORCES = "security_forces", _("Security forces")
    CHILDREN = "children", _("Children")
    WOMEN = "women", _("Women")
    MEDICS = "medics", _("Medics")
    JOURNALISTS = "journalists", _("Journalists")
    MIXED = "mixed", _("Mixed")
    UNSPECIFIED = "unspecified", _("Unspecified")


class Scope(models.TextChoices):
    """Never mixed, never summed."""

    CUMULATIVE = "cumulative", _("Running toll")
    INCREMENTAL = "incremental", _("This event or day")
    LEVEL = "level", _("Level as it stands")


class PlaceRole(models.TextChoices):
    """Only `event` may become a pin."""

    EVENT = "event", _("Where it happened")
    DATELINE = "dateline", _("Dateline")
    METONYM = "metonym", _("Stands for a government")
    CONTEXT = "context", _("Context")


class InvolvementRole(models.TextChoices):
    ACTOR = "actor", _("Does it")
    TARGET = "target", _("Is done to")
    SOURCE = "source", _("Says it")
    MENTIONED = "mentioned", _("Is mentioned")


class ControlStatus(models.TextChoices):
    CONTROLLED = "controlled", _("Controlled")
    CONTESTED = "contested", _("Contested")
    BESIEGED = "besieged", _("Besieged")
    LEFT = "left", _("Left")
    CLAIMED = "claimed", _("Claimed")
    UNKNOWN = "unknown", _("Unknown")


class Grade(models.TextChoices):
    """How well a claim is carried: Airwars' words, our rules (`workflow.weighing.grade`). Computed, never stored."""

    CONFIRMED = "confirmed", _("Confirmed")
    FAIR = "fair", _("Fair")
    WEAK = "weak", _("Weak")
    CONTESTED = "contested", _("Contested")
    DISCOUNTED = "discounted", _("Discounted")


class Action(models.TextChoices):
    """What can be decided about a claim or a report."""

    ADD = "add", _("added")
    ACCEPT = "accept", _("accepted")
    CORRECT = "correct", _("corrected")
    REJECT = "reject", _("rejected")
    REOPEN = "reopen", _("reopened")
    PUBLISH = "publish", _("published")
    WITHDRAW = "withdraw", _("withdrawn")
    DELAY = "delay", _("delayed")
    BLUR = "blur", _("blurred")
    WITHHOLD = "withhold", _("withheld")
    LIFT = "lift", _("shown again")
    REDATE = "redate", _("given another day of report")
    MERGE = "merge", _("pointed to a merged record")


# What is decided so that showing something harms nobody, and taking that back: each with a reason.
HARM_ACTIONS = (Action.DELAY, Action.BLUR, Action.WITHHOLD, Action.LIFT)

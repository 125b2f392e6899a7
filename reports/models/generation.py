"""Which state of the public data this is: a random token, renewed by the database whenever what readers see changes.

Anything computed from public claims may be kept for as long as the token stands. Triggers renew it, not Python code, so
that no way of writing can forget to; a token, not a counter, since transactions neither end in the order in which they
began nor are kept when they fail. Each report with public claims has a token of its own, by which an index of them is
renewed in part. A delayed claim becomes visible without any change: its hour is the reader's to watch.
"""

from dataclasses import dataclass

from django.db import connection, models

PUBLIC, WORLD, REPORT = "public", "world", "report:"
# What public pages name beside claims: names, links between groups, sides of fronts.
WORLD_TABLES = (
    *("reports_country", "reports_front", "reports_front_countries", "reports_frontside"),
    *("reports_group", "reports_group_countries", "reports_grouplink", "reports_source", "reports_alias"),
)
# What pages and figures take from a report itself; its text never changes.
REPORT_COLUMNS = ("outlet_id", "headline", "published", "as_of", "url", "supersedes_id")


class Generation(models.Model):
    """The token of all that is public, of the world's names, or of one report ("report:12")."""

    part = models.CharField(max_length=40, primary_key=True)
    token = models.CharField(max_length=32)

    class Meta:
        verbose_name = "generation"
        verbose_name_plural = "generations"

    def __str__(self) -> str:
        return f"{self.part} {self.token}"


def generation() -> str:
    """The token of all that is public now, in one small query; empty before anything was ever kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM reports_generation WHERE part = %s", [PUBLIC])
        row = cursor.fetchone()
    return row[0] if row else ""


def tokens() -> tuple[str, dict[int, str]]:
    """The world's token, and that of each report that ever had public claims, by primary key."""
    found = dict(Generation.objects.values_list("part", "token"))
    reports = {int(part.removeprefix(REPORT)): token for part, token in found.items() if part.startswith(REPORT)}
    return found.get(WORLD, ""), reports


# --- The triggers -----------------------------------------------------------------------------------------------------

_KEEP = "INSERT INTO reports_generation (part, token) {rows} ON CONFLICT (part) DO UPDATE SET token = excluded.token"
_ALL, _NAMES = f"'{PUBLIC}'", f"'{WORLD}'"
_OF_CLAIM, _OF_REPORT = f"'{REPORT}' || NEW.report_id", f"'{REPORT}' || NEW.id"
_TOKEN = {"sqlite": "lower(hex(randomblob(12)))", "postgresql": "replace(gen_random_uuid()::text, '-', '')"}


@dataclass(frozen=True)
class Watch:
    """A trigger after `event` on `table`, in each engine's own words."""

    name: str
    table: str
    sqlite: str
    postgresql: tuple[str, ...]


def watches() -> list[Watch]:
    """Public claims, the metadata of reports, and the tables of the world."""
    world = [_world(table, event) for table in WORLD_TABLES for event in ("INSERT", "UPDATE", "DELETE")]
    return [_claims(), _reports(), *world]


def _claims() -> Watch:
    """Whole statements on PostgreSQL, so that publishing many claims renews each token once."""
    name, token = "generation_claim", _TOKEN["postgresql"]
    per_report = _KEEP.format(
        rows=f"SELECT '{REPORT}' || report_id, {token} FROM (SELECT DISTINCT report_id FROM changed"  # noqa: S608
        " WHERE published_at IS NOT NULL) AS reports WHERE TRUE"
    )
    all_rows = f"VALUES ({_ALL}, {token})"
    return Watch(
        name,
        "reports_claim",
        f"CREATE TRIGGER {name} AFTER UPDATE ON reports_claim FOR EACH ROW WHEN NEW.published_at IS NOT NULL"
        f" BEGIN {_sqlite(_ALL, _OF_CLAIM)}; END",
        (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {per_report};"
            f" IF FOUND THEN {_KEEP.format(rows=all_rows)}; END IF; RETURN NULL; END $$",
            f"CREATE TRIGGER {name} AFTER UPDATE ON reports_claim REFERENCING NEW TABLE AS changed"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
        ),
    )


def _reports() -> Watch:
    name, token = "generation_report", _TOKEN["postgresql"]
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in REPORT_COLUMNS)
    rows = f"VALUES ({_ALL}, {token}), ({_OF_REPORT}, {token})"
    return Watch(
        name,
        "reports_report",
        f"CREATE TRIGGER {name} AFTER UPDATE ON reports_report FOR EACH ROW"
        f" WHEN {changed.replace(' IS DISTINCT FROM ', ' IS NOT ')}"
        f" BEGIN {_sqlite(_ALL, _OF_REPORT)}; END",
        (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" {_KEEP.format(rows=rows)}; RETURN NULL; END $$",
            f"CREATE TRIGGER {name} AFTER UPDATE ON reports_report FOR EACH ROW WHEN ({changed})"
            f" EXECUTE FUNCTION {name}()",
        ),
    )


def _world(table: str, event: str) -> Watch:
    name, token = f"generation_{table.removeprefix('reports_')}_{event.lower()}", _TOKEN["postgresql"]
    rows = f"VALUES ({_ALL}, {token}), ({_NAMES}, {token})"
    return Watch(
        name,
        table,
        f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW BEGIN {_sqlite(_ALL, _NAMES)}; END",
        (
            "CREATE OR REPLACE FUNCTION generation_world() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" {_KEEP.format(rows=rows)}; RETURN NULL; END $$",
            f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION generation_world()",
        ),
    )


def _sqlite(*parts: str) -> str:
    return _KEEP.format(rows="VALUES " + ", ".join(f"({part}, {_TOKEN['sqlite']})" for part in parts))


def install(connection) -> None:
    """Create the triggers on a Django connection, replacing those that are there."""
    remove(connection)
    with connection.cursor() as cursor:
        for watch in watches():
            for statement in watch.postgresql if connection.vendor == "postgresql" else (watch.sqlite,):
                cursor.execute(statement)


def remove(connection) -> None:
    """Drop the triggers."""
    with connection.cursor() as cursor:
        for watch in watches():
            on = f" ON {watch.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {watch.name}{on}")

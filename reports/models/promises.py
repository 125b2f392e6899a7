"""The promises that need more than one row to see: triggers, in SQLite's words and in PostgreSQL's.

`install` is called by migration 0002 and again after every migrate, since SQLite forgets a table's triggers when Django
remakes the table. `manage.py verify` counts them. Row-local promises are check constraints on the models.
"""

from dataclasses import dataclass

PARTS = ("development", "figure", "location", "involvement", "controlclaim")


@dataclass(frozen=True)
class Promise:
    """A trigger: before `event` on `table`, where `broken` (over OLD and NEW) holds, refuse with `words`."""

    name: str
    table: str
    event: str
    broken: str
    words: str

    def sqlite(self) -> str:
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} FOR EACH ROW WHEN {self.broken} "
            f"BEGIN SELECT RAISE(ABORT, '{self.words}'); END"
        )

    def postgresql(self) -> list[str]:
        broken = self.broken.replace(" IS NOT OLD.", " IS DISTINCT FROM OLD.")
        keep = "OLD" if self.event == "DELETE" else "NEW"
        return [
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {broken} THEN RAISE EXCEPTION '{self.words}' "
            "USING ERRCODE = 'integrity_constraint_violation'; END IF; "
            f"RETURN {keep}; END $$",
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]


# Both engines count code points in length() and substr(); trim() is given the blanks that a wire report holds.
_SPAN_BROKEN = """NOT EXISTS (
    SELECT 1 FROM reports_report WHERE reports_report.id = NEW.report_id
    AND CASE WHEN NEW.start < NEW."end" AND NEW."end" <= length(reports_report.text)
        THEN length(trim(replace(replace(substr(reports_report.text, NEW.start + 1, NEW."end" - NEW.start),
            '\n', ' '), '\t', ' '))) > 0
        ELSE FALSE END)"""

PROMISES = (
    Promise(
        "promise_report_text_never_changes",
        "reports_report",
        "UPDATE",
        "NEW.text IS NOT OLD.text OR NEW.sha256 IS NOT OLD.sha256",
        "the text of a report never changes: a correction is a new report",
    ),
    Promise(
        "promise_finished_reading_never_changes",
        "reports_reading",
        "UPDATE",
        "OLD.state IN ('done', 'failed') AND (NEW.state IS NOT OLD.state OR NEW.finished_at IS NOT OLD.finished_at)",
        "a finished reading never changes: read again makes a new one",
    ),
    Promise(
        "promise_claim_span_in_text_insert",
        "reports_claim",
        "INSERT",
        _SPAN_BROKEN,
        "a claim points to words of its report",
    ),
    Promise(
        "promise_claim_span_in_text_update",
        "reports_claim",
        "UPDATE",
        'NEW.start IS NOT OLD.start OR NEW."end" IS NOT OLD."end"',
        "the words a claim points to never change: reject it and add another",
    ),
    Promise(
        "promise_claim_stays_in_its_report",
        "reports_claim",
        "UPDATE",
        "NEW.report_id IS NOT OLD.report_id OR NEW.public_id IS NOT OLD.public_id OR NEW.kind IS NOT OLD.kind",
        "a claim keeps its report, its kind and its public id",
    ),
    Promise(
        "promise_claim_is_not_born_public",
        "reports_claim",
        "INSERT",
        "NEW.published_at IS NOT NULL OR NEW.visible_from IS NOT NULL",
        "nothing is public before a person has decided it",
    ),
    Promise(
        "promise_claim_published_by_decision",
        "reports_claim",
        "UPDATE",
        "NEW.published_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reports_decision"
        " WHERE reports_decision.claim_id = NEW.id AND reports_decision.action = 'publish')",
        "nothing is public before a person has decided it",
    ),
    Promise(
        "promise_claim_published_stays",
        "reports_claim",
        "UPDATE",
        "OLD.published_at IS NOT NULL AND NEW.published_at IS NULL",
        "a published claim is withdrawn, never unpublished",
    ),
    Promise(
        "promise_claim_published_not_deleted",
        "reports_claim",
        "DELETE",
        "OLD.published_at IS NOT NULL",
        "a published claim is withdrawn, never deleted",
    ),
    Promise(
        "promise_login_event_never_changes",
        "reports_loginevent",
        "UPDATE",
        "TRUE",
        "the audit of logins only grows",
    ),
    Promise(
        "promise_login_event_never_deleted",
        "reports_loginevent",
        "DELETE",
        "TRUE",
        "the audit of logins only grows",
    ),
    *(
        Promise(
            f"promise_{part}_published_not_deleted",
            f"reports_{part}",
            "DELETE",
            "EXISTS (SELECT 1 FROM reports_claim WHERE reports_claim.id = OLD.claim_id"
            " AND reports_claim.published_at IS NOT NULL)",
            "a published claim is withdrawn, never deleted",
        )
        for part in PARTS
    ),
    Promise(
        "promise_decision_never_changes",
        "reports_decision",
        "UPDATE",
        "TRUE",
        "the ledger is append-only: take a new decision",
    ),
    Promise(
        "promise_decision_never_deleted",
        "reports_decision",
        "DELETE",
        "TRUE",
        "the ledger is append-only: take a new decision",
    ),
)

_NO_TRUNCATE = (
    "CREATE OR REPLACE FUNCTION promise_ledger_never_truncated() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER promise_ledger_never_truncated BEFORE TRUNCATE ON reports_decision "
    "FOR EACH STATEMENT EXECUTE FUNCTION promise_ledger_never_truncated()",
)


def install(connection) -> None:
    """Create all triggers on a Django connection, replacing those that are there."""
    remove(connection)
    with connection.cursor() as cursor:
        for promise in _possible(connection):
            for statement in promise.postgresql() if connection.vendor == "postgresql" else [promise.sqlite()]:
                cursor.execute(statement)
        if connection.vendor == "postgresql":
            for statement in _NO_TRUNCATE:
                cursor.execute(statement)


def remove(connection) -> None:
    """Drop all triggers: for tests that empty tables, and before `install`."""
    with connection.cursor() as cursor:
        for promise in _possible(connection):
            on = f" ON {promise.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {promise.name}{on}")
        if connection.vendor == "postgresql":
            cursor.execute("DROP TRIGGER IF EXISTS promise_ledger_never_truncated ON reports_decision")


def _possible(connection) -> list[Promise]:
    """Those whose table is there: on the way up, a migration installs promises before later tables are made."""
    tables = set(connection.introspection.table_names())
    return [promise for promise in PROMISES if promise.table in tables]


def installed(connection) -> set[str]:
    """Names of the promises that the database keeps now."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall()} & {promise.name for promise in PROMISES}

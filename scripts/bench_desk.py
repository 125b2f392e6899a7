"""How fast the desk is with many reports waiting: `make bench-desk`, or `scripts/bench_desk.py [500]`.

A database of its own in a temporary folder (DATABASE_URL names another one, which must be empty) gets the world and as
many reports as asked for, each a sample with a headline and a first line of its own, read by the real reader. Then
each page is asked for as an editor's browser does, five times; the median time on the server and the queries are told.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        started = time.perf_counter()
        fill(count)
        print(f"{count} reports read and waiting, made in {time.perf_counter() - started:.0f} s")
        measure()


def prepare(folder: str) -> None:
    os.environ.setdefault("FRONTDESK_GAZETTEER", str(ROOT / "var/gazetteer.sqlite3"))
    os.environ |= {
        "FRONTDESK_VAR": folder,
        "FRONTDESK_LOG_LEVEL": "ERROR",
        "DJANGO_DEBUG": "1",
        "FRONTDESK_DEMO": "1",
        "DJANGO_ALLOWED_HOSTS": "testserver",
    }
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frontdesk.settings")
    sys.path.insert(0, str(ROOT))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_world", verbosity=0)


def fill(count: int) -> None:
    """Reports of all ages up to two days; every tenth is accepted in part, every twentieth published."""
    from django.utils import timezone

    from reports.models import Report, Source
    from reports.workflow import submit
    from reports.workflow.demo import create_accounts, samples
    from reports.workflow.publish import publish_report
    from reports.workflow.read import claim_reading, read_and_store
    from reports.workflow.review import accept_rest

    submit.send_reading = lambda pk: True  # we read them here, one after the other
    editor, reviewer = create_accounts()["demo-editor"], create_accounts()["demo-publisher"]
    texts = samples()
    now = timezone.now()
    for number in range(count):
        sample = texts[number % len(texts)]
        report = submit.submit_report(
            text=f"Edition {number} of the desk\n\n{sample.text}",
            published=sample.published,
            outlet=Source.objects.get(slug=sample.outlet),
            entered_by=editor,
            headline=f"{sample.headline} ({number})",
        )
        Report.objects.filter(pk=report.pk).update(entered_at=now - timedelta(hours=48 * number / count))
        read_and_store(claim_reading(report.readings.get().pk, again_after=timedelta(0)))
        report.refresh_from_db()
        if number % 10 == 0:
            accept_rest(report, reviewer)
        if number % 20 == 0:
            publish_report(report, reviewer)


def measure() -> None:
    from django.contrib.auth.models import User
    from django.test import Client
    from django.urls import reverse

    from reports.models import Report
    from reports.workflow.demo import samples

    client = Client()
    client.force_login(User.objects.get(username="demo"))
    report = Report.objects.order_by("pk")[1]
    text = {
        "text": samples()[0].text + "\nIt was quiet by evening.",
        "published": "2016-10-01",
        "outlet": report.outlet_id,
    }
    pages: dict[str, Callable] = {
        "first page": lambda: client.get("/admin/"),
        "list of reports": lambda: client.get("/admin/reports/report/"),
        "list, to review": lambda: client.get("/admin/reports/report/?state=to+review"),
        "list, searched": lambda: client.get("/admin/reports/report/?q=Aleppo"),
        "review of one": lambda: client.get(reverse("admin:reports_report_review", args=[report.pk])),
        "paste": lambda: client.get("/admin/reports/report/add/"),
        "preview while pasting": lambda: client.post(reverse("admin:reports_report_preview"), text),
    }
    print(f"{'page':24}{'ms':>8}{'queries':>9}{'kB':>8}")
    for name, ask in pages.items():
        ask()  # the first time opens files and fills caches
        times, queries, size = zip(*(timed(ask) for _ in range(ROUNDS)), strict=True)
        print(f"{name:24}{statistics.median(times):8.0f}{max(queries):9}{max(size) / 1000:8.0f}")


def timed(ask: Callable) -> tuple[float, int, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        started = time.perf_counter()
        reply = ask()
        took = (time.perf_counter() - started) * 1000
    if reply.status_code != 200:
        sys.exit(f"{reply.request['PATH_INFO']} answered {reply.status_code}")
    return took, len(queries), len(reply.content)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)

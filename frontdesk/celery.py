"""The Celery application: `celery -A frontdesk worker`."""

import os

from celery import Celery, bootsteps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frontdesk.settings")

app = Celery("frontdesk")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


class SignsOfLife(bootsteps.StartStopStep):
    """Each worker leaves a sign in the database every few seconds, from its own event loop: a stuck one is silent."""

    requires = {"celery.worker.components:Timer"}

    def start(self, worker) -> None:
        from django.utils import timezone

        from reports.workflow.life import EVERY

        self.started_at = timezone.now()
        self.sign(worker)
        self.repeated = worker.timer.call_repeatedly(EVERY, self.sign, (worker,))

    def stop(self, worker) -> None:
        from reports.workflow.life import gone

        self.repeated.cancel()
        gone(worker.hostname)

    def sign(self, worker) -> None:
        from django.db import connection

        from reports.workflow.life import sign

        sign(worker.hostname, self.started_at)
        connection.close()  # the pool forks from this process, and no connection may be shared with a child


app.steps["worker"].add(SignsOfLife)

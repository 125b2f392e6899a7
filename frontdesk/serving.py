"""How Gunicorn serves the site: `gunicorn --config python:frontdesk.serving frontdesk.wsgi`.

Each worker reads what is public into memory when it starts, beside the requests it takes, so that the first reader
after a start does not wait for that. Where the database cannot be read yet, the first request reads it instead.
"""

import logging
from threading import Thread
from typing import Any

from django.db import Error, connections

worker_class = "gthread"
threads = 8
control_socket_disable = True

log = logging.getLogger(__name__)


def post_worker_init(worker: Any) -> Thread:
    """Gunicorn's hook: the application is loaded, the worker about to take requests."""
    thread = Thread(target=warm, name="warm", daemon=True)
    thread.start()
    return thread


def warm() -> None:
    """Make the index of now, as the first request would (`reports.public.index`)."""
    from reports.public.index import current

    try:
        size = current().size
        log.info("Ready: %s developments are in memory.", size)
    except Error as problem:
        log.warning("Not warmed, the first request will be: %s", problem)
    finally:
        connections.close_all()

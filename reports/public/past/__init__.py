"""The two clocks: pages, exports and the API as of another instant (docs/adr/0004).

    clock = Clock.of(request.GET)      known=DAY: only what had been reported by then, as we hold it now
                                       desk=DAY: what the desk had published by then, as it stood, from the ledger
    clock.moment()                     where the index takes its rows from (`reports.public.moment`)

What is withheld, delayed or blurred now stays so in every past: harm done today does not care when we published.
"""

from .clock import Clock

__all__ = ["Clock"]

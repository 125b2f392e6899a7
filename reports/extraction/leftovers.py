"""What was seen and could not be decided goes to `unresolved`: never guessed, never dropped."""

from __future__ import annotations

from .model import Draft, Unresolved


def find_leftovers(draft: Draft) -> None:
    """Dates without a day to lean on, and figures that neither noun nor verb explains."""
    for date in draft.dates:
        if date.date_start is None:
            draft.unresolved.append(
                Unresolved(
                    date.start, date.end, date.text, "The report's own day is not known, so this date has no year."
                )
            )
    for figure in draft.figures:
        if (
            figure.kind == "other"
            and figure.bare
            and not figure.unit.endswith(("percent", "times"))
            and "goes-on" not in figure.rule
            and "+" not in figure.rule
        ):
            draft.unresolved.append(
                Unresolved(figure.start, figure.end, figure.text, "What this number counts is not said beside it.")
            )
    draft.unresolved.sort(key=lambda u: (u.start, u.end))

"""What a person is told when a step cannot be taken. Each message is a sentence for the one who asked."""


class WorkflowError(Exception):
    """A step was refused; nothing was changed."""


class DuplicateReport(WorkflowError):
    """The same text is here already."""

    def __init__(self, report):
        self.report = report
        super().__init__(f"This text was entered before, on {report.entered_at:%d %B %Y}: “{report}”.")


class Conflict(WorkflowError):
    """Someone else decided meanwhile."""


class NotAllowed(WorkflowError):
    """The person may not take this step."""


class NotReady(WorkflowError):
    """The claim lacks something that the step needs."""


class NoReading(WorkflowError):
    """There is nothing to work on yet: the report is still being read, or its reading failed."""


class BadReport(WorkflowError):
    """A report cannot be taken as it was sent: sentences by the fact that each is about."""

    def __init__(self, problems: dict[str, list[str]]):
        self.problems = problems
        super().__init__(" ".join(f"{name}: {' '.join(found)}" for name, found in problems.items()))


class KeyReused(WorkflowError):
    """The idempotency key came with another request before."""

    def __init__(self, report):
        self.report = report
        super().__init__("This Idempotency-Key was used for another request. Take a new key for each report.")

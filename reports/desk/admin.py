"""What the desk can open. The world first, then what was said, what was read, and what was decided."""

from . import keys, ledger, report_admin, world  # noqa: F401  (each registers its own)
from .login import accounts  # noqa: F401

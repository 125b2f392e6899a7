"""Public ids: short, stable, saying nothing about how many there are."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/i/l: they are read aloud in newsrooms


def public_id() -> str:
    """Twelve characters of 31: a collision needs about a billion rows."""
    return "".join(secrets.choice(ALPHABET) for _ in range(12))

"""Logging in: a password (throttled by django-axes), where asked a second factor (django-otp), an audit of both."""

"""The second factor of an account: a code from an app (TOTP, RFC 6238), or one of ten recovery codes.

django-otp, since it stands beside the stock admin and its login: it brings devices, their throttling and a mark in the
session, and leaves pages to us. Whether an account needs it is settled by FRONTDESK_TWO_FACTOR.
"""

from io import BytesIO

import qrcode
from django.conf import settings
from django.http import HttpRequest
from django_otp import login as mark_verified
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from qrcode.image.svg import SvgPathImage

from reports.models.logins import LoginEventKind
from reports.workflow.roles import roles_of

from .audit import note

ALL = "all"
CODES = 10


def has_factor(user) -> bool:
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def must_have_factor(user) -> bool:
    """Whether the setting asks for one: "all", or roles of which the person holds one."""
    asked = set(settings.TWO_FACTOR)
    return ALL in asked or bool(asked & roles_of(user)) if asked else False


def is_let_in(request: HttpRequest) -> bool:
    """Whether nothing more is asked of who logged in by password: the factor was given, or there is none to give."""
    user = request.user
    return user.is_verified() or not (must_have_factor(user) or has_factor(user))  # type: ignore[union-attr]


def verify(request: HttpRequest, code: str) -> str:
    """Try a code of the app or a recovery code. Empty where it is right, else a reason: "wrong" or "wait"."""
    code = code.replace(" ", "").strip()
    devices = TOTPDevice if code.isdecimal() else StaticDevice
    device: Device | None = devices.objects.filter(user=request.user, confirmed=True).first()
    if device is None:
        return _refused(request, "wrong")
    allowed, _why = device.verify_is_allowed()
    if not allowed:
        return _refused(request, "wait")
    if not device.verify_token(code.lower()):
        return _refused(request, "wrong")
    mark_verified(request, device)
    note(LoginEventKind.VERIFIED, request, request.user.get_username())
    return ""


def _refused(request: HttpRequest, reason: str) -> str:
    note(LoginEventKind.WRONG_CODE, request, request.user.get_username())
    return reason


def new_device(user) -> TOTPDevice:
    """The device that a person is setting up: kept unconfirmed until a code of it came back."""
    device, _made = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "app"})
    return device


def confirm(request: HttpRequest, device: TOTPDevice, code: str) -> list[str]:
    """Take the device into use if the code is its own. Its recovery codes, to be shown once; empty where it is not."""
    if not device.verify_token(code.replace(" ", "")):
        _refused(request, "wrong")
        return []
    TOTPDevice.objects.filter(user=device.user, confirmed=True).delete()
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    mark_verified(request, device)
    note(LoginEventKind.ENROLLED, request, device.user.get_username())
    return _make_codes(device.user)


def new_codes(request: HttpRequest) -> list[str]:
    """Ten recovery codes in place of the old ones."""
    note(LoginEventKind.NEW_CODES, request, request.user.get_username())
    return _make_codes(request.user)


def remove(request: HttpRequest, user) -> None:
    """Take the factor away: by its owner, or by an administrator where a phone was lost."""
    for devices in (TOTPDevice, StaticDevice):
        devices.objects.filter(user=user).delete()
    by = "" if user == request.user else request.user.get_username()
    note(LoginEventKind.REMOVED, request, user.get_username(), by=by)


def drawing(device: TOTPDevice) -> str:
    """The QR code of a device as SVG, drawn here: the secret goes to nobody else."""
    stream = BytesIO()
    qrcode.make(device.config_url, image_factory=SvgPathImage, box_size=12).save(stream)
    return stream.getvalue().decode().partition("?>")[2] or stream.getvalue().decode()


def _make_codes(user) -> list[str]:
    device, _made = StaticDevice.objects.get_or_create(user=user, name="recovery")
    device.token_set.all().delete()
    codes = [StaticToken.random_token() for _number in range(CODES)]
    StaticToken.objects.bulk_create([StaticToken(device=device, token=code) for code in codes])
    return codes

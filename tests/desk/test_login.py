"""Logging in: by password, throttled; by a second factor where asked; and every step in an audit that only grows."""

from base64 import b32decode

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import DatabaseError, transaction
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django.asserts import assertContains, assertRedirects

from reports.models import LoginEvent
from tests import factories as make

from .conftest import client_of

pytestmark = pytest.mark.django_db
LOGIN, FACTOR, DESK = "/admin/login/", "/admin/second-factor/", "/admin/"
PASSWORD = "a long password of hers"


@pytest.fixture
def lina() -> User:
    user = make.person("Lina", "editor")
    user.set_password(PASSWORD)
    user.save()
    return user


def log_in(password: str = PASSWORD, client: Client | None = None) -> Client:
    client = client or Client()
    client.reply = client.post(f"{LOGIN}?next={DESK}", {"username": "Lina", "password": password})
    return client


def code_of(user: User, drift: int = 0) -> str:
    """What her app would show."""
    device = TOTPDevice.objects.get(user=user)
    totp = TOTP(device.bin_key)
    totp.drift = drift
    return f"{totp.token():06d}"


def set_up(user: User) -> tuple[Client, list[str]]:
    """A browser in which she set up the factor, and her recovery codes."""
    client = log_in()
    page = client.get(FACTOR)
    assert b32decode(page.context["secret"].replace(" ", "")) == TOTPDevice.objects.get(user=user).bin_key
    done = client.post(FACTOR, {"code": code_of(user)})
    return client, done.context["codes"]


def told() -> list[str]:
    return list(LoginEvent.objects.order_by("pk").values_list("kind", flat=True))


class TestPassword:
    def test_a_password_is_enough_where_no_factor_is_asked_for(self, lina):
        client = log_in()
        assertRedirects(client.reply, DESK)
        client.post("/admin/logout/")
        assert told() == ["log_in", "log_out"]

    def test_five_wrong_passwords_close_the_name_there_even_for_the_right_one(self, lina):
        client = Client()
        for _attempt in range(5):
            log_in("wrong", client)
        assertContains(log_in(client=client).reply, "Too many wrong passwords", status_code=429)
        assert client.get(DESK).status_code == 302
        assert told().count("failure") >= 5 and "lockout" in told()

    def test_the_right_password_takes_the_failures_away(self, lina):
        client = Client()
        for _round in range(2):
            for _attempt in range(3):
                log_in("wrong", client)
            assertRedirects(log_in(client=client).reply, DESK)
            client.logout()


class TestSecondFactor:
    def test_once_set_up_it_is_asked_for_after_the_password(self, lina):
        set_up(lina)
        client = log_in()
        assertRedirects(client.get(DESK, follow=True), f"{FACTOR}?next=/admin/")
        TOTPDevice.objects.update(last_t=-1)  # the same half minute again
        reply = client.post(FACTOR, {"code": code_of(lina), "next": "/admin/reports/report/"})
        assertRedirects(reply, "/admin/reports/report/")

    def test_no_page_of_the_desk_opens_before_it_was_given(self, lina):
        set_up(lina)
        client = log_in()
        for address in (DESK, "/admin/reports/report/add/", "/admin/reports/source/"):
            assert client.get(address).status_code == 302
        assert client.post("/admin/reports/report/add/preview/", {"text": "Rebels left."}).status_code == 302

    def test_a_wrong_code_is_refused_and_told(self, lina):
        set_up(lina)
        client = log_in()
        reply = client.post(FACTOR, {"code": "000000"})
        assertContains(reply, "not right", status_code=422)
        assert client.get(DESK).status_code == 302
        assert "wrong_code" in told()

    def test_codes_cannot_be_tried_one_after_the_other(self, lina):
        set_up(lina)
        client = log_in()
        client.post(FACTOR, {"code": "000000"})
        assertContains(client.post(FACTOR, {"code": code_of(lina)}), "Wait a little", status_code=422)

    def test_a_recovery_code_works_once(self, lina):
        _client, codes = set_up(lina)
        assert len(codes) == 10
        assertRedirects(log_in().post(FACTOR, {"code": codes[0]}), DESK)
        assert log_in().post(FACTOR, {"code": codes[0]}).status_code == 422

    def test_it_is_not_set_up_without_a_code_of_the_app(self, lina):
        client = log_in()
        client.get(FACTOR)
        assert client.post(FACTOR, {"code": "000000"}).status_code == 422
        assertRedirects(log_in().reply, DESK)

    def test_the_drawing_asks_nobody_else(self, lina):
        page = log_in().get(FACTOR).content.decode()
        assert "<svg" in page and "http" not in page.split('class="qr"')[1].split("</svg>")[0].replace(
            "http://www.w3.org/2000/svg", ""
        )

    def test_its_owner_takes_it_away_and_makes_new_codes(self, lina):
        client, codes = set_up(lina)
        renewed = client.post(FACTOR, {"step": "codes"}).context["codes"]
        assert not set(codes) & set(renewed)
        client.post(FACTOR, {"step": "remove"})
        assertRedirects(log_in().reply, DESK)

    @pytest.mark.parametrize(("asked", "must"), [(["all"], True), (["editor"], True), (["publisher"], False)])
    def test_a_setting_asks_all_or_some_roles_to_set_one_up(self, lina, settings, asked, must):
        settings.TWO_FACTOR = asked
        assert log_in().get(DESK).status_code == (302 if must else 200)
        client = log_in()
        if must:
            assertContains(client.get(FACTOR), "Your role asks for a second factor")

    def test_who_must_have_one_cannot_take_it_away(self, lina, settings):
        settings.TWO_FACTOR = ["all"]
        client, _codes = set_up(lina)
        client.post(FACTOR, {"step": "remove"})
        assert TOTPDevice.objects.filter(user=lina, confirmed=True).exists()

    def test_a_role_that_does_not_exist_is_told_at_the_start(self, settings):
        settings.TWO_FACTOR = ["boss"]
        with pytest.raises(SystemCheckError, match="names boss"):
            call_command("check")

    def test_it_leads_nowhere_else(self, lina):
        _client, codes = set_up(lina)
        reply = log_in().post(FACTOR, {"code": codes[0], "next": "https://elsewhere.example/"})
        assert reply.url == DESK


class TestAdministrators:
    def test_they_take_a_lost_factor_away_and_the_audit_names_them(self, lina):
        set_up(lina)
        chief = client_of("administrator", name="Chief")
        chief.post("/admin/auth/user/", {"action": "take_factor_away", "_selected_action": [lina.pk]})
        event = LoginEvent.objects.get(kind="removed")
        assert (event.username, event.by) == ("Lina", "Chief")
        assertRedirects(log_in().reply, DESK)

    def test_they_give_roles_but_make_no_superusers(self, lina):
        chief = client_of("administrator", name="Chief")
        root = User.objects.create(username="root", is_staff=True, is_superuser=True)
        page = chief.get(f"/admin/auth/user/{lina.pk}/change/")
        assert set(page.context["adminform"].form.fields) & {"is_superuser", "user_permissions"} == set()
        chief.post(f"/admin/auth/user/{lina.pk}/change/", {"username": "Lina", "is_superuser": "on", "is_staff": "on"})
        assert not User.objects.get(pk=lina.pk).is_superuser
        assert chief.post(f"/admin/auth/user/{root.pk}/password/", {}).status_code == 403

    def test_editors_see_neither_accounts_nor_the_audit(self, desk):
        assert desk.get("/admin/auth/user/").status_code == desk.get("/admin/reports/loginevent/").status_code == 403
        assertContains(client_of("administrator").get("/admin/reports/loginevent/"), "logged in")


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_the_audit(lina, change):
    log_in()
    rows = LoginEvent.objects.all()
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        rows.update(username="nobody") if change == "update" else rows.delete()

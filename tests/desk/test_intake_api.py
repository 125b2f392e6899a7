"""POST /api/v1/reports: one report for one key, refusals in words, and nothing for those without a key."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from reports.models import Alias, ApiToken, Report
from tests import factories as make

from .conftest import client_of

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/reports"
BODY = {"text": "Rebels left two villages near Aleppo on Sunday.", "published": "2016-12-11", "outlet": "afp"}


@pytest.fixture(autouse=True)
def no_worker(monkeypatch):
    monkeypatch.setattr("reports.workflow.submit.send_reading", lambda pk: True)
    make.outlet()


@pytest.fixture
def key() -> str:
    return ApiToken.make(make.person("Lina", "editor"), "the mail filter")[1]


def send(key: str, body: object = BODY, once: str = "a-1", **headers: str):
    """A request as a program makes it: a client that checks for forged forms, and no cookie."""
    client = Client(enforce_csrf_checks=True)
    headers = {"Authorization": f"Bearer {key}", "Idempotency-Key": once, **headers}
    return client.post(ADDRESS, body, content_type="application/json", headers=headers)


def test_a_report_is_kept_as_its_owners_and_waits_for_a_worker(key):
    reply = send(key, {**BODY, "as_of": "2016-12-11T17:00Z"})
    report = Report.objects.get()
    assert reply.status_code == 201
    assert reply.json()["id"] == report.public_id
    assert reply.json()["links"]["review"] == f"http://testserver/admin/reports/report/{report.pk}/review/"
    assert (report.entered_by.username, report.as_of.hour, report.headline) == ("Lina", 17, BODY["text"])
    assert report.readings.open().count() == 1
    assert not reply.cookies


def test_nothing_of_it_is_public(key, client):
    address = send(key).json()["links"]["public_once_published"]
    assert client.get(address).status_code == 404


def test_the_same_request_again_gives_the_same_answer_and_one_report(key):
    assert send(key).json() == send(key, dict(reversed(BODY.items()))).json()
    assert Report.objects.count() == 1


def test_a_key_used_for_another_request_is_refused(key):
    send(key)
    reply = send(key, {**BODY, "text": "Another text."})
    assert (reply.status_code, Report.objects.count()) == (422, 1)
    assert "Take a new key" in reply.json()["error"]


def test_two_people_may_use_the_same_key(key):
    other = ApiToken.make(make.person("Omar", "editor"), "a script")[1]
    assert send(key).status_code == send(other, {**BODY, "text": "Another text."}).status_code == 201


def test_the_same_text_is_refused_with_a_link_to_the_first(key):
    first = send(key).json()
    reply = send(key, once="a-2")
    assert reply.status_code == 409
    assert (reply.json()["id"], reply.json()["links"]["review"]) == (first["id"], first["links"]["review"])


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_kept(key):
    reply = send(key, {"text": "  ", "published": "last Sunday", "outlet": "afp", "colour": "red"})
    assert reply.status_code == 422
    assert set(reply.json()["problems"]) == {"text", "published", "colour"}
    assert reply.json()["problems"]["text"] == ["The text is empty."]
    assert not Report.objects.exists()
    assert send(key).status_code == 201  # a refusal does not use up the key


@pytest.mark.parametrize(
    ("outlet", "status"), [("AFP", 201), ("Agence", 201), ("guess", 422), ("Le Monde", 422), (None, 422)]
)
def test_an_outlet_goes_by_its_slug_its_names_or_the_texts_credits(key, outlet, status):
    Alias.objects.create(source=make.outlet(), text="Agence")
    assert send(key, {**BODY, "outlet": outlet}).status_code == status


def test_credits_are_believed_where_the_sender_says_so(key):
    send(key, {**BODY, "text": "Rebels left.\nSource: AFP", "outlet": "guess"})
    assert Report.objects.get().outlet.slug == "afp"


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Idempotency-Key": ""}, BODY, 400),
        ({"Idempotency-Key": "k" * 300}, BODY, 400),
        ({}, "{not JSON", 400),
        ({}, ["a", "list"], 400),
        ({}, {**BODY, "text": 12}, 422),
        ({}, {**BODY, "text": "a" * (1024 * 1024 + 1)}, 422),
        ({}, {**BODY, "text": "a" * (5 * 1024 * 1024)}, 413),
        ({"Authorization": "Bearer fd_wrong"}, BODY, 401),
        ({"Authorization": "Basic Zm9vOmJhcg=="}, BODY, 401),
    ],
    ids=["no key", "long key", "no JSON", "list", "number", "over 1 MiB", "over 4 MiB", "unknown token", "basic"],
)
def test_a_bad_request_gets_a_status_and_a_sentence(key, headers, body, status):
    reply = send(key, body, **headers)
    assert reply.status_code == status
    assert reply.json()["error"].endswith(".")
    assert not Report.objects.exists()


def test_other_content_and_other_methods_are_refused(key, client):
    sent = client.post(ADDRESS, BODY, headers={"Authorization": f"Bearer {key}", "Idempotency-Key": "x"})
    assert (sent.status_code, client.get(ADDRESS).status_code) == (415, 405)


def test_a_session_opens_nothing_here(desk):
    assert desk.post(ADDRESS, BODY, content_type="application/json").status_code == 401


@pytest.mark.parametrize("roles", [("reviewer",), ("publisher",)])
def test_only_those_who_may_enter_reports_can_send_them(roles):
    key = ApiToken.make(make.person("Sami", *roles), "a script")[1]
    assert send(key).status_code == 403


def test_a_revoked_key_and_a_closed_account_open_nothing(key):
    token = ApiToken.find(key)
    token.user.is_active = False
    token.user.save()
    assert send(key).status_code == 401
    token.user.is_active = True
    token.user.save()
    token.revoke()
    assert send(key).status_code == 401


def test_too_many_requests_wait(key, settings, time_machine):
    settings.API_PER_MINUTE = 2
    time_machine.move_to("2036-01-01T12:00:00Z", tick=False)
    assert [send(key, once=f"a-{n}").status_code for n in range(3)] == [201, 409, 429]
    assert send(key).headers["Retry-After"] == "60"
    time_machine.move_to("2036-01-01T12:01:01Z", tick=False)
    assert send(key, once="a-9").status_code == 409


class TestKeys:
    def test_only_a_hash_is_kept(self, key):
        token = ApiToken.objects.get()
        assert key not in {str(getattr(token, field.name)) for field in token._meta.concrete_fields}
        assert ApiToken.find(key) == token

    def test_the_desk_shows_a_new_key_once(self):
        admin = client_of("editor", name="root")
        user = make.person("root")
        user.is_superuser = True
        user.save()
        page = admin.post("/admin/reports/apitoken/add/", {"user": user.pk, "name": "a script"}, follow=True)
        shown = page.content.decode().split("<code>")[1].split("</code>")[0]
        assert ApiToken.find(shown).name == "a script"
        assert shown not in admin.get("/admin/reports/apitoken/").content.decode()

    def test_the_command_makes_lists_and_revokes(self, capsys):
        make.person("Lina", "editor")
        call_command("api_key", "make", "Lina", "the mail filter")
        key = capsys.readouterr().out.strip()
        call_command("api_key", "list")
        assert "the mail filter" in capsys.readouterr().out
        call_command("api_key", "revoke", ApiToken.find(key).hint)
        assert ApiToken.find(key) is None

    def test_the_command_makes_none_for_those_who_may_not_enter_reports(self):
        make.person("Sami", "reviewer")
        with pytest.raises(CommandError, match="role of an editor"):
            call_command("api_key", "make", "Sami", "a script")

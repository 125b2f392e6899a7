"""Four roles, made by migrate."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from reports.workflow.roles import create_roles, role_of
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        ("editor", {"reports.add_report", "reports.delete_alias"}, {"reports.publish_claim", "reports.delete_source"}),
        ("reviewer", {"reports.review_claim"}, {"reports.add_report", "reports.publish_claim"}),
        ("publisher", {"reports.publish_claim", "reports.review_claim"}, {"reports.delete_report"}),
    ],
)
def test_each_role_may_do_its_own_part(role, may, may_not):
    user = make.person("Someone", role)
    permissions = user.get_all_permissions()
    assert may <= permissions
    assert not may_not & permissions


def test_what_an_administrator_added_to_a_role_stays():
    editors = Group.objects.get(name="editor")
    extra = Group.objects.get(name="publisher").permissions.get(codename="publish_claim")
    editors.permissions.add(extra)
    create_roles(apps.get_app_config("reports"))
    assert extra in editors.permissions.all()


def test_the_ledger_names_the_highest_role():
    assert role_of(make.person("Both", "editor", "publisher")) == "publisher"


@pytest.mark.parametrize("role", ["editor", "reviewer", "publisher", "administrator"])
def test_no_role_can_change_what_roles_may_do(role):
    held = make.person(role, role).get_all_permissions()
    assert not held & {"auth.add_group", "auth.change_group", "auth.delete_group", "auth.delete_user"}
    assert ("auth.change_user" in held) is (role == "administrator")

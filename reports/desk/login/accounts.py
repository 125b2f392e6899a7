"""Accounts on the desk, and the audit of logins. An administrator gives roles; only a superuser makes superusers."""

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reports.models import LoginEvent

from ..ledger import ReadOnlyAdmin
from .factor import has_factor, remove

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Django's, without a way up: those who are no superuser neither make nor change one, and give roles alone."""

    list_display = ("username", "email", "first_name", "last_name", "roles", "second_factor", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    actions = ("take_factor_away",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (_("What it may do"), {"fields": ("is_active", "is_staff", "groups")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def get_fieldsets(self, request: HttpRequest, obj=None):
        return super().get_fieldsets(request, obj) if not (obj and request.user.is_superuser) else UserAdmin.fieldsets

    def get_queryset(self, request: HttpRequest):
        return super().get_queryset(request).prefetch_related("groups", "totpdevice_set")

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        names = sorted(group.name for group in user.groups.all())
        return ", ".join([_t("superuser")] * user.is_superuser + names) or "–"

    @admin.display(description=_("second factor"), boolean=True)
    def second_factor(self, user: User) -> bool:
        return any(device.confirmed for device in user.totpdevice_set.all())  # type: ignore[attr-defined]

    @admin.action(description=_("Take the second factor away (a lost phone)"), permissions=["change"])
    def take_factor_away(self, request: HttpRequest, queryset) -> None:
        touched = [user for user in queryset if _may_touch(request, user) and has_factor(user)]
        for user in touched:
            remove(request, user)
        self.message_user(
            request, _t("%(n)d set up a new one after the next login.") % {"n": len(touched)}, messages.INFO
        )


def _may_touch(request: HttpRequest, user: User | None) -> bool:
    return user is None or not user.is_superuser or request.user.is_superuser


@admin.register(LoginEvent)
class LoginEventAdmin(ReadOnlyAdmin):
    """Looked at, never edited: the database refuses it."""

    list_display = ("at", "kind", "username", "address", "by", "agent")
    list_filter = ("kind",)
    search_fields = ("username", "address", "by")
    date_hierarchy = "at"

"""API keys on the desk: made (and shown once), looked at, revoked. Never edited, never deleted."""

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reports.models import ApiToken


@admin.register(ApiToken)
class ApiTokenAdmin(admin.ModelAdmin):
    list_display = ("hint", "name", "user", "created_at", "last_used_at", "revoked_at")
    list_filter = (("revoked_at", admin.EmptyFieldListFilter),)
    list_select_related = ("user",)
    search_fields = ("name", "hint", "user__username")
    autocomplete_fields = ("user",)
    fields = ("user", "name")
    readonly_fields = ("hint", "created_at", "last_used_at", "revoked_at")
    actions = ("revoke_selected",)

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def get_fields(self, request: HttpRequest, obj=None):
        return (*self.fields, *self.readonly_fields) if obj else self.fields

    def save_model(self, request: HttpRequest, obj: ApiToken, form, change: bool) -> None:
        made, key = ApiToken.make(obj.user, obj.name)
        obj.__dict__.update(made.__dict__)
        told = _t("The key is {}. Keep it now: it is not shown again.")
        messages.warning(request, format_html(told, format_html("<code>{}</code>", key)))

    @admin.action(description=_("Revoke"), permissions=["change"])
    def revoke_selected(self, request: HttpRequest, queryset) -> None:
        living = list(queryset.filter(revoked_at__isnull=True))
        for token in living:
            token.revoke()
        self.message_user(request, _t("%(n)d revoked.") % {"n": len(living)})

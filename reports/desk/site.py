"""The desk: Django's admin under our name, with the day's work on its first page."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    site_header = _("Frontdesk: the desk")
    site_title = _("Frontdesk")
    index_title = _("The desk")
    site_url = "/"
    enable_nav_sidebar = False

    def each_context(self, request):
        return {**super().each_context(request), "demo": settings.DEMO}

    def has_permission(self, request) -> bool:
        from .login.factor import is_let_in

        if not hasattr(request, "let_in"):
            request.let_in = super().has_permission(request) and is_let_in(request)
        return request.let_in

    def login(self, request, extra_context=None):
        """Those who gave their password and owe a second factor are asked for it instead of the password again."""
        if super().has_permission(request) and not self.has_permission(request):
            wanted = request.GET.get("next") or reverse("admin:index")
            return redirect(f"{reverse('admin:second_factor')}?{urlencode({'next': wanted})}")
        return super().login(request, extra_context)

    def get_urls(self):
        from .login.pages import factor_urls

        return [*factor_urls(), *super().get_urls()]

    def index(self, request, extra_context=None):
        from .first_page import first_page  # the models are not loaded yet when this module is

        shown = first_page() if request.user.has_perm("reports.view_report") else {}
        return super().index(request, {**shown, **(extra_context or {})})

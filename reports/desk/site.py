"""The desk: Django's admin under our name, with the day's work on its first page."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    site_header = _("Frontdesk: the desk")
    site_title = _("Frontdesk")
    index_title = _("The desk")
    site_url = "/"
    enable_nav_sidebar = False

    def each_context(self, request):
        return {**super().each_context(request), "demo": settings.DEMO}

    def index(self, request, extra_context=None):
        from .queue import desk_queue  # the models are not loaded yet when this module is

        queue = desk_queue() if request.user.has_perm("reports.view_report") else None
        return super().index(request, {"queue": queue, **(extra_context or {})})

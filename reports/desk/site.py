"""The desk: Django's admin under our name."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    site_header = _("Frontdesk: the desk")
    site_title = _("Frontdesk")
    index_title = _("The desk")
    site_url = "/"

    def each_context(self, request):
        return {**super().each_context(request), "demo": settings.DEMO}

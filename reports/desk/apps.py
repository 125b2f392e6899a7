"""The admin's app config: the stock admin with our site, and only the admin modules that we name.

Autodiscovery would import `leaflet.admin`, which needs GDAL (django-leaflet #299, #336); we need neither.
"""

from importlib import import_module

from django.contrib.admin.apps import SimpleAdminConfig

ADMIN_MODULES = ("django.contrib.auth.admin", "reports.desk.admin")


class DeskConfig(SimpleAdminConfig):
    default_site = "reports.desk.site.DeskSite"

    def ready(self) -> None:
        super().ready()
        for module in ADMIN_MODULES:
            import_module(module)
        from .login.audit import connect

        connect()

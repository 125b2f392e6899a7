"""Where each address leads. Public pages carry their language in the path (`/ar/…`); the API and the desk do not."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from reports.desk.intake_api import reports_view

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/reports", reports_view, name="reports_api"),
    path("", include("reports.public.urls_plain")),
    *i18n_patterns(path("", include("reports.public.urls")), prefix_default_language=False),
]

handler400 = "reports.public.views.bad_request"
handler404 = "reports.public.views.not_found"

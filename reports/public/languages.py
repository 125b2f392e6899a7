"""The languages of the public pages: chosen by the path alone, never by what a browser or a cookie prefers.

So a page's bytes depend on its address, and one answer serves everybody who asks for it.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.urls import translate_url
from django.utils import translation


class PathLanguageMiddleware(LocaleMiddleware):
    """Django's, without the `Vary: Accept-Language` that would tell caches of a choice nobody makes.

    Addresses without a language (the desk, the API) are in the default one; `prefix_default_language=False` sees to it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        return response


@dataclass(frozen=True)
class Version:
    """A page in one language: where it is, with the query for readers and without it for search engines."""

    code: str
    name: str  # in that language itself
    url: str
    canonical: str
    current: bool


def versions(request: HttpRequest) -> list[Version]:
    """The same page in each language that is offered; empty where there is but one."""
    if len(settings.LANGUAGES) < 2:
        return []
    query = urlencode(sorted((name, value) for name, values in request.GET.lists() for value in values if value))
    return [_version(request, code, query) for code, _name in settings.LANGUAGES]


def _version(request: HttpRequest, code: str, query: str) -> Version:
    path = translate_url(request.path, code)
    return Version(
        code=code,
        name=translation.get_language_info(code)["name_local"].capitalize(),
        url=f"{path}?{query}" if query else path,
        canonical=request.build_absolute_uri(path),
        current=code == translation.get_language(),
    )

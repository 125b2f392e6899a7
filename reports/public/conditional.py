"""Conditional requests: an ETag for what is asked by GET, and the same one for HEAD.

Django tags answers to GET alone, but a HEAD is what a client asks to learn whether anything is new (RFC 9110, 9.3.2:
the header fields are those of the GET).
"""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import get_conditional_response, set_response_etag


class ConditionalMiddleware(ConditionalGetMiddleware):
    """Django's, for HEAD too; the body is still whole here, the server leaves it out."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.method != "HEAD" or not isinstance(response, HttpResponse):
            return super().process_response(request, response)
        if self.needs_etag(response) and not response.has_header("ETag"):
            set_response_etag(response)
        etag = response.get("ETag")
        return (etag and get_conditional_response(request, etag=etag, response=response)) or response

"""Whole answers, kept in memory for as long as the data behind them stands: never stale after a publication.

An answer remembers the state of the index it was made from, and is given again only while that is the present one.
Anonymous pages are the same for everybody: only the address matters, with its host; the language is in its path. Its
compressed twins are made once, and the ETag is that of the bytes: where nothing changed for this page, a client that
asks again gets 304 even after a publication.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import blake2b
from threading import Lock
from typing import Any
from zlib import DEFLATED, MAX_WBITS, compressobj

import brotli
from cachetools import LRUCache
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from . import naming
from .index import Index, current
from .past import Clock

SMALLEST = 200  # bytes: less is not worth compressing
State = tuple[Any, ...]


@dataclass(frozen=True)
class Answer:
    """A body and its compressed twins, with the headers of everything between the view and the middleware."""

    state: State
    body: bytes
    packed: dict[str, bytes]  # by content encoding, the best first
    headers: tuple[tuple[str, str], ...]
    policy: dict[str, Any]  # what its view asked of the content security policy

    @classmethod
    def of(cls, response: HttpResponse, index: Index) -> "Answer":
        body = response.content
        packs = len(body) >= SMALLEST and not response["Content-Type"].startswith("image/")
        response["ETag"] = f'W/"{blake2b(body, digest_size=12).hexdigest()}"'
        patch_vary_headers(response, ["Accept-Encoding"])
        policy = {name: value for name, value in vars(response).items() if name.startswith("_csp")}
        return cls(state_of(index), body, packed(body) if packs else {}, tuple(response.items()), policy)

    def __len__(self) -> int:
        return len(self.body) + sum(map(len, self.packed.values()))

    def response(self, request: HttpRequest) -> HttpResponse:
        accepted = request.headers.get("Accept-Encoding", "")
        encoding = next((name for name in self.packed if name in accepted), "")
        response = HttpResponse(self.packed[encoding] if encoding else self.body)
        for name, value in self.headers:
            response[name] = value
        response["Content-Length"] = str(len(response.content))
        if encoding:
            response["Content-Encoding"] = encoding
        vars(response).update(self.policy)
        return response


_answers: LRUCache[tuple, Answer] = LRUCache(settings.ANSWERS_MB << 20, getsizeof=len)
_lock = Lock()


class KeptMiddleware:
    """Gives an answer again while it is true, before anything is asked of the other middleware and the view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = _address(request)
        with _lock:
            answer = _answers.get(address)
        if answer and request.method in {"GET", "HEAD"}:
            request.index = index_of(request)  # type: ignore[attr-defined]
            if answer.state == state_of(request.index):  # type: ignore[attr-defined]
                return answer.response(request)
        response = self.get_response(request)
        index = getattr(response, "kept_with", None)
        if index is None or request.method != "GET":
            return response
        answer = Answer.of(response, index)
        with _lock:
            if len(answer) <= _answers.maxsize:
                _answers[address] = answer
        return answer.response(request)


def kept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A GET view whose good answers are kept. It finds the index they are of in `request.index`, what the reader set
    the clocks to in `request.clock`."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        index = request.index = getattr(request, "index", None) or index_of(request)  # type: ignore[attr-defined]
        naming.speak(index.names)
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            response.kept_with = index  # type: ignore[attr-defined]
        if request.clock.is_set:  # type: ignore[attr-defined]
            response["X-Robots-Tag"] = "noindex"
        return response

    return wrapped


def index_of(request: HttpRequest) -> Index:
    """The index that a request is answered from: that of now, or of what its clocks are set to."""
    request.clock = Clock.of(request.GET)  # type: ignore[attr-defined]
    return current(request.clock.moment())  # type: ignore[attr-defined]


def state_of(index: Index) -> State:
    """What an answer made from an index stands and falls with."""
    return index.moment.key, index.generation, index.built


def forget() -> None:
    """Drop what is kept: for tests that change settings."""
    with _lock:
        _answers.clear()


def packed(body: bytes) -> dict[str, bytes]:
    """The body in the encodings that clients ask for, the same bytes each time."""
    packer = compressobj(6, DEFLATED, MAX_WBITS | 16)
    return {"br": brotli.compress(body, quality=5), "gzip": packer.compress(body) + packer.flush()}


def _address(request: HttpRequest) -> tuple[str, ...]:
    return request.scheme or "", request.META.get("HTTP_HOST", ""), request.path, request.META.get("QUERY_STRING", "")

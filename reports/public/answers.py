"""Whole answers, kept in memory for as long as the data behind them stands: never stale after a publication.

The key of an answer holds the generation of the index it was made from, so one that is out of date is never found
again and falls out of memory by itself. Anonymous pages are the same for everybody: only address, language and host
matter. A compressed twin is made once, and the ETag is that of the bytes: where nothing changed for this page, a
client that asks again gets 304 even across generations.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import blake2b
from threading import Lock
from zlib import DEFLATED, MAX_WBITS, compressobj

from cachetools import LRUCache
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from .index import Index, current

KEPT_HEADERS = ("Content-Type", "Content-Disposition")
SMALLEST = 200  # bytes: less is not worth compressing


@dataclass(frozen=True)
class Answer:
    """A body and its compressed twin, with the headers that the view itself gave."""

    body: bytes
    packed: bytes
    etag: str
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, response: HttpResponse) -> "Answer":
        body = response.content
        headers = tuple((name, response[name]) for name in KEPT_HEADERS if response.has_header(name))
        etag = f'W/"{blake2b(body, digest_size=12).hexdigest()}"'
        packs = len(body) >= SMALLEST and not response["Content-Type"].startswith("image/")
        return cls(body, gzipped(body) if packs else b"", etag, headers)

    def __len__(self) -> int:
        return len(self.body) + len(self.packed)

    def response(self, request: HttpRequest) -> HttpResponse:
        packed = bool(self.packed) and "gzip" in request.headers.get("Accept-Encoding", "")
        response = HttpResponse(self.packed if packed else self.body)
        for name, value in self.headers:
            response[name] = value
        if packed:
            response["Content-Encoding"] = "gzip"
        response["ETag"] = self.etag
        patch_vary_headers(response, ["Accept-Encoding"])
        return response


_answers: LRUCache[tuple, Answer] = LRUCache(settings.ANSWERS_MB << 20, getsizeof=len)
_lock = Lock()


def kept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A GET view whose good answers are kept. The view finds the index they are of in `request.index`."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        index = request.index = current()  # type: ignore[attr-defined]
        key = _key(request, index)
        with _lock:
            answer = _answers.get(key)
        if answer is None:
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return response
            answer = Answer.of(response)
            with _lock:
                if len(answer) <= _answers.maxsize:
                    _answers[key] = answer
        return answer.response(request)

    return wrapped


def forget() -> None:
    """Drop what is kept: for tests that change settings."""
    with _lock:
        _answers.clear()


def gzipped(body: bytes) -> bytes:
    """The body in gzip, the same bytes each time."""
    packer = compressobj(6, DEFLATED, MAX_WBITS | 16)
    return packer.compress(body) + packer.flush()


def _key(request: HttpRequest, index: Index) -> tuple:
    query = tuple(sorted((name, value) for name, values in request.GET.lists() for value in values if value))
    return (
        *(index.moment.key, index.generation, index.built),
        *(request.scheme, request.get_host(), request.path, get_language(), query),
    )

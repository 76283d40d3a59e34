"""Asking web addresses whether they still answer: a few at a time, one at a time for each site, and never for long.

Only the head of a page is asked for, and the page itself where a site does not give heads; none of it is kept.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from http.client import HTTPException
from typing import Literal
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

from attrs import frozen

from groupkit import __version__

State = Literal["answers", "moved", "gone", "unclear", "silent", "unreachable", "not-asked"]
"""What came of asking: `unclear` is a site that answers, but not to programs, or that has a fault just now; `silent`
is no web page at all; `unreachable` is no way to the site; `not-asked` is that the time was up."""

AGENT = f"groupkit/{__version__} (checks that addresses in a resource list still answer)"
_SITES_FOR_SURE = 4
"""When so many sites in a row cannot be reached, and none can, it is our side that has no network."""


class OfflineError(Exception):
    """Raised when no site can be reached at all."""


@frozen
class Outcome:
    """What came of asking one address."""

    address: str
    state: State
    detail: str = ""
    """What the site said, as a few words; for `moved`, where it moved to."""


class _Redirects(request.HTTPRedirectHandler):
    """Follows a page that moved, but never to anything that is not a web page."""

    max_redirections = 5

    def redirect_request(self, *args: object) -> request.Request | None:
        if urlsplit(str(args[5])).scheme.lower() not in ("http", "https"):
            raise URLError("it leads to something that is not a web page")
        return super().redirect_request(*args)  # type: ignore[arg-type]


def ask_all(
    addresses: Iterable[str], *, limit: float = 120, timeout: float = 10, at_once: int = 6, pause: float = 0.5
) -> Iterator[Outcome]:
    """Give what came of each address, as the answers arrive; each address once.

    Args:
        addresses: web addresses, with http or https.
        limit: seconds for all of them. Those that had no turn, or no end, come out as `not-asked`.
        timeout: seconds to wait for a site to say something.
        at_once: how many sites are asked at the same time. One site is never asked twice at once.
        pause: seconds between two questions to one site.

    Raises:
        OfflineError: the first sites are out of reach, and nothing else answered.
    """
    waiting = list(dict.fromkeys(addresses))
    sites: dict[str, list[str]] = {}
    for address in waiting:
        sites.setdefault(_site(address), []).append(address)
    jobs = deque(sites.values())
    end = time.monotonic() + limit
    found: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
    for _ in range(min(at_once, len(jobs))):
        # Daemons: whoever stops the command, or reaches the limit, does not wait for a site that never ends.
        threading.Thread(target=_work, args=(jobs, found, end, timeout, pause), daemon=True).start()
    held: list[Outcome] = []  # what was out of reach, until something shows that there is a network
    alive = False
    while waiting:
        try:
            outcome = found.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            break
        waiting.remove(outcome.address)
        held.append(outcome)
        alive = alive or outcome.state != "unreachable"
        if alive:
            yield from held
            held.clear()
        elif len({_site(each.address) for each in held}) >= min(_SITES_FOR_SURE, len(sites)):
            jobs.clear()
            raise OfflineError
    jobs.clear()
    yield from held
    yield from (Outcome(address, "not-asked", "the time was up") for address in waiting)


def ask(address: str, timeout: float = 10) -> Outcome:
    """Ask one address: for its head, then for the page where that did not do."""
    first = _try(address, "HEAD", timeout)
    return first if first.state in ("answers", "moved", "unreachable") else _try(address, "GET", timeout)


def _work(jobs: deque[list[str]], found: queue.SimpleQueue[Outcome], end: float, timeout: float, pause: float) -> None:
    """Take one site after the other, and ask its addresses in turn."""
    while True:
        try:
            site = jobs.popleft()
        except IndexError:
            return
        for number, address in enumerate(site):
            if number:
                time.sleep(pause)
            if time.monotonic() >= end:
                return
            found.put(ask(address, timeout))


def _try(address: str, method: str, timeout: float) -> Outcome:
    try:
        asked = request.Request(_ascii(address), method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
        with _opener().open(asked, timeout=timeout) as answer:
            return _told(address, answer.status, answer.url)
    except HTTPError as error:
        with error:
            return _told(address, error.code, error.url or address)
    except (OSError, HTTPException, ValueError) as error:
        return _failed(address, error)


def _opener() -> request.OpenerDirector:
    """Give an opener that knows the web and nothing else: no files, no ftp."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
        _Redirects,
        request.HTTPErrorProcessor,
        request.HTTPDefaultErrorHandler,
        request.UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener


def _told(address: str, status: int, where: str) -> Outcome:
    """Say what a status means."""
    if 200 <= status < 300:
        same = (_site(where), _path(where)) == (_site(address), _path(_ascii(address)))
        return Outcome(address, "answers") if same else Outcome(address, "moved", where)
    if 300 <= status < 400:
        return Outcome(address, "silent", "it leads round in a ring, or to something that is not a web page")
    if status in (404, 410):
        return Outcome(address, "gone", f"the page is not there ({status})")
    if status in (401, 403, 405, 406, 429, 451, 999):
        return Outcome(address, "unclear", f"the site does not let programs look ({status})")
    if status >= 500:
        return Outcome(address, "unclear", f"the site has a fault ({status})")
    return Outcome(address, "gone", f"the site refuses ({status})")


def _failed(address: str, error: Exception) -> Outcome:
    """Say why there was no answer, and whether it may be our side that has no network."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return Outcome(address, "unreachable", "there was no answer in time")
    if isinstance(reason, socket.gaierror):
        return Outcome(address, "unreachable", "the name of the site is not known")
    if isinstance(reason, ssl.SSLError):
        return Outcome(address, "silent", "its security certificate is not valid")
    if isinstance(reason, ConnectionError):
        near = _proxied(address)
        return Outcome(address, "unreachable" if near else "silent", "the connection was refused or broke off")
    if isinstance(reason, OSError):
        return Outcome(address, "unreachable", "there is no way to the site")
    return Outcome(address, "silent", f"{reason}")


def _proxied(address: str) -> bool:
    """Tell whether a proxy stands between us and the site: what is refused then may be on our side."""
    parts = urlsplit(address)
    return parts.scheme in request.getproxies() and not request.proxy_bypass(parts.hostname or "")


def _site(address: str) -> str:
    return urlsplit(address).netloc.lower().removeprefix("www.")


def _path(address: str) -> str:
    return urlsplit(address).path.rstrip("/")


def _ascii(address: str) -> str:
    """Give an address as it goes over the wire."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    kept = "/%:=&?~#+!$,;'@()*[]"
    return urlunsplit((parts.scheme, host, quote(parts.path, kept), quote(parts.query, kept), ""))

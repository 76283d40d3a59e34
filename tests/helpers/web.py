"""A small web on this computer alone, for testing what asks other sites."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Web:
    """A running server: where it is, and what it was asked."""

    address: str
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, path and user agent of every question."""
    now: int = 0
    """How many questions are being answered at this moment."""
    most: int = 0
    """How many were at the same time, at most."""

    def paths(self, method: str) -> list[str]:
        """The paths that were asked for with a method."""
        return [path for how, path, _ in self.asked if how == method]


@contextmanager
def web() -> Iterator[Web]:
    """Serve: `/404` answers with that status, `/to/X` leads to X, `/slow/0.5` waits, `/ring` never ends,
    `/get-only/200` refuses HEAD."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"

        def do_HEAD(self) -> None:
            self._answer()

        def do_GET(self) -> None:
            self._answer()

        def _answer(self) -> None:
            site.asked.append((self.command, self.path, self.headers["User-Agent"]))
            site.now += 1
            site.most = max(site.most, site.now)
            try:
                self._speak(self.path.partition("?")[0].strip("/"))
            finally:
                site.now -= 1

        def _speak(self, path: str) -> None:
            word, _, rest = path.partition("/")
            if word == "slow":
                time.sleep(float(rest))
            elif word == "dies":
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            if word == "ring":
                self.send_response(302)
                self.send_header("Location", "/ring")
            elif word == "to":
                self.send_response(302)
                self.send_header("Location", rest)
            elif word == "get-only":
                self.send_response(int(rest) if self.command == "GET" else 405)
            else:
                self.send_response(int(word) if word.isdigit() else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    site = Web(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def closed_port() -> int:
    """A port of this computer on which nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port

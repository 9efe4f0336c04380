"""A site on this computer that answers in every way a site can, and the link check run against it, in a process of its own.

The tests themselves may open no socket at all, so this module is started by them as a program:
`python -m tests.content.link_server CONTENT` writes the server's addresses into the copy of the content and runs the check.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from threading import Event, Thread

from wizard.cli import main
from wizard.content import link_checker

seen: list[tuple[str, str, str]] = []
over = Event()


class Site(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    def do_GET(self) -> None:
        self._answer("GET")

    def _answer(self, method: str) -> None:
        seen.append((method, self.path, self.headers["User-Agent"]))
        name = self.path.strip("/")
        if name == "slow":
            over.wait(60)
        if name in ("moved", "elsewhere", "circle"):
            self.send_response(302 if name == "elsewhere" else 301)
            self.send_header("Location", "/circle" if name == "circle" else "/ok")
        else:
            known = {"gone": 404, "closed": 403, "trouble": 500, "no-head": 405 if method == "HEAD" else 200}
            self.send_response(known.get(name, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


def nobody() -> int:
    """A port at which nobody listens."""
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


def run(content: Path) -> None:
    """Start the site, put its addresses where the content says SITE and NOBODY, run the check; print what was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    file = content / "sources.toml"
    text = file.read_text(encoding="utf-8").replace("SITE", f"127.0.0.1:{server.server_port}")
    file.write_text(text.replace("NOBODY", f"127.0.0.1:{nobody()}"), encoding="utf-8")
    link_checker.TIMEOUT, link_checker.PAUSE = 3.0, 0.0  # a busy computer answers late, and is not slow
    code = main(["check", "--links", "--content", str(content)])
    over.set()
    server.shutdown()
    sys.stdout.write(json.dumps({"code": code, "seen": seen}) + "\n")


if __name__ == "__main__":
    run(Path(sys.argv[1]))

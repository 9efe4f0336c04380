"""A Chromium without a window, spoken to through a pipe: no port is opened, and nothing outside can be reached."""

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from select import select
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)  # fmt: skip
MESSAGE_END = b"\0"
PATIENCE = 60


def find_chromium() -> str | None:
    """Where Chromium is, if it is installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One tab: it shows a page, answers questions about it, prints it, and remembers what the page complained of."""

    def __init__(self, to: int, back: int) -> None:
        self._to = to
        self._back = back
        self._unread = b""
        self._number = 0
        self._session: str | None = None
        self.complaints: list[str] = []
        self._requests: dict[str, str] = {}
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **wanted: object) -> Any:
        """Ask the browser for something, and wait for its answer."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": wanted}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + MESSAGE_END)
        for told in self._messages():
            if told.get("id") == self._number:
                assert "error" not in told, told
                return told["result"]
            self._hear(told)
        raise AssertionError(f"the browser has gone, or said nothing to {method} for {PATIENCE} seconds")

    def show(self, page: Path, width: int = 1000, *, dark: bool = False, media: str = "") -> None:
        """Open a page in a window of this width, in light or dark, as on a screen or on paper."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=1400, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.complaints.clear()
        self._requests.clear()
        self.call("Page.navigate", url=page.as_uri())
        self.ask("new Promise(done => document.readyState === 'complete' ? done(0) : addEventListener('load', () => done(0)))")

    def ask(self, script: str) -> Any:
        """The value of these lines of JavaScript, run beside the page and not by it."""
        found = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    @property
    def requests(self) -> list[str]:
        """The addresses that were asked for; those that the page's own policy held back are none of them."""
        return list(self._requests.values())

    def paper(self, width: float, height: float) -> bytes:
        """The page printed on sheets of this size in inches, as a PDF."""
        pdf = self.call("Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False)
        return b64decode(pdf["data"])

    def picture(self) -> bytes:
        """The whole page as a PNG."""
        return b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def _messages(self) -> Iterator[dict[str, Any]]:
        while True:
            message, end, rest = self._unread.partition(MESSAGE_END)
            if end:
                self._unread = rest
                yield json.loads(message)
            elif select([self._back], [], [], PATIENCE)[0] and (more := os.read(self._back, 1 << 20)):
                self._unread += more
            else:
                return

    def _hear(self, told: Mapping[str, Any]) -> None:
        if told.get("method") == "Log.entryAdded":
            self.complaints.append(told["params"]["entry"]["text"])
        elif told.get("method") == "Network.requestWillBeSent":
            self._requests[told["params"]["requestId"]] = told["params"]["request"]["url"]
        elif told.get("method") == "Network.loadingFailed" and "blockedReason" in told["params"]:
            self._requests.pop(told["params"]["requestId"], None)


@contextmanager
def browser(program: str, folder: Path) -> Iterator[Browser]:
    """A browser that keeps its things in this folder and is gone afterwards."""
    kept_free = os.open(os.devnull, os.O_RDONLY), os.open(os.devnull, os.O_RDONLY)  # the browser's ends become 3 and 4
    hear, to = os.pipe()
    back, say = os.pipe()
    command = ["bash", "-c", f'exec "$@" 3<&{hear} 4>&{say}', "bash", program, *FLAGS, f"--user-data-dir={folder}", "about:blank"]
    quiet, world = subprocess.DEVNULL, {"PATH": os.environ["PATH"], "HOME": str(folder)}
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, pass_fds=(hear, say), env=world) as process:
        for end in (hear, say, *kept_free):
            os.close(end)
        try:
            yield Browser(to, back)
        finally:
            os.close(to)
            os.close(back)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()

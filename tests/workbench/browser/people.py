"""Three people, each in a browser of their own, who read pages and press buttons; whatever a page complains of or asks outside is kept."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Playwright, Request

CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000
"""Milliseconds that a page may take before it is given up."""


def chromium(playwright: Playwright) -> Browser:
    """Chromium as the system has it."""
    found = next((place for place in CHROMIUM if Path(place).exists()), None)
    if found is None:
        pytest.skip("Chromium is not on this machine")
    return playwright.chromium.launch(executable_path=found, args=QUIET)


@dataclass
class Someone:
    """Somebody at the workbench. ``complaints``: errors of the console, and every request to another address than the workbench's."""

    name: str
    page: Page
    site: str
    shots: Path
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note whatever a page complains of."""
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.name}: {error}"))
        self.page.on("request", self._request)

    def go(self, address: str) -> None:
        """Open an address of the workbench."""
        self.page.goto(address if address.startswith("http") else f"{self.site}{address}")

    def click(self, words: str, exact: bool = False) -> None:
        """Follow the link of these words, at the first place where it stands."""
        self.page.get_by_role("link", name=words, exact=exact).first.click()

    def press(self, words: str, **said: Any) -> None:
        """Fill a form in, by the names of its fields, and press its button of these words."""
        form = self.page.locator("form", has=self.page.get_by_role("button", name=words))
        for name in said:
            form = form.filter(has=self.page.locator(f'[name="{name}"]'))
        for name, value in said.items():
            self._fill(form.first.locator(f'[name="{name}"]'), value)
        with self.page.expect_navigation():
            form.first.get_by_role("button", name=words).first.click()

    def sees(self, words: str) -> None:
        """The page shows these words."""
        self.page.get_by_text(words).first.wait_for()

    def shoot(self, name: str) -> None:
        """Keep a picture of the page."""
        self.page.screenshot(path=self.shots / f"{name}.png", full_page=True)

    def status(self, address: str) -> int:
        """What the workbench answers to this person there, without opening it as a page."""
        return self.page.request.get(f"{self.site}{address}").status

    def _fill(self, control: Locator, value: Any) -> None:
        kind = control.first.evaluate("one => one.tagName === 'SELECT' ? 'select' : one.type")
        if kind == "select":
            control.first.select_option(value)
        elif kind in ("radio", "checkbox"):
            for one in value if isinstance(value, list) else [value]:
                control.and_(
                    self.page.locator(f'[value="{one}"]')
                ).first.check() if one is not True else control.first.check()
        elif kind == "file":
            control.first.set_input_files(value)
        else:
            control.first.fill(str(value))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{self.name} at {self.page.url}: {message.text}")

    def _request(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.site).netloc and not request.url.startswith("data:"):
            self.complaints.append(f"{self.name} at {self.page.url}: asks {request.url}")


def someone(browser: Browser, name: str, site: str, shots: Path) -> Someone:
    """Somebody with a browser of their own, of the size of a tablet."""
    context = browser.new_context(
        viewport={"width": 1180, "height": 820}, locale="en-GB", reduced_motion="reduce"
    )
    one = Someone(name, context.new_page(), site, shots)
    one.watch()
    return one

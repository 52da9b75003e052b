"""Run as a program: opens the page that checks receipts in Qt's Chromium, fills it in once in each language, and prints what it says.

In: {"page", "receipt", "keys", "tags"} as JSON; out: {tag: [title, direction, answer]}. Exit 77 where the browser does not start.
"""

import json
import sys
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QApplication

try:
    from PySide6.QtWebEngineCore import QWebEnginePage
except ImportError:  # a library of the system is missing
    sys.exit(77)

FILL = """(() => {
  [...document.querySelectorAll("#tongues button")].find((one) => one.lang === %s).click();
  document.getElementById("receipt").value = %s;
  document.getElementById("keys").value = %s;
  document.getElementById("form").requestSubmit();
  return JSON.stringify([document.title, document.documentElement.dir, document.getElementById("answer").textContent]);
})()"""


class Browser:
    """One page, asked language after language."""

    def __init__(self, application: QApplication, asked: dict[str, Any]) -> None:
        self._application, self._asked, self._left = application, asked, list(asked["tags"])
        self.told = dict[str, list[str]]()
        self._page = QWebEnginePage()
        self._page.loadFinished.connect(self._ask)
        self._page.load(QUrl(asked["page"]))

    def _ask(self, *_: object) -> None:
        if not self._left:
            self._application.quit()
            return
        words = (self._left[0], self._asked["receipt"], self._asked["keys"])
        self._page.runJavaScript(FILL % tuple(map(json.dumps, words)), 0, self._told)

    def _told(self, found: str) -> None:
        self.told[self._left.pop(0)] = json.loads(found)
        self._ask()


def main() -> int:
    """Ask, and print."""
    application = QApplication([])
    browser = Browser(application, json.load(sys.stdin))
    QTimer.singleShot(90_000, lambda: application.exit(77))
    ended = application.exec()
    sys.stdout.write(json.dumps(browser.told) + "\n")
    return ended


if __name__ == "__main__":
    sys.exit(main())

"""axe-core looks at the HTML report in headless Chromium, where both are installed; else this is skipped.

axe-core is no part of this repository: `npm install axe-core` in any folder; KIOSK_AXE names its axe.min.js.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from exports.replies_page import replies_page
from exports.report.as_html import as_html
from exports.report.gather import gather
from exports.report.notes import Notes
from exports.report.telling import tell
from kiosk.clock import FakeClock
from kiosk.coproduction.replies import replies
from kiosk.pack.model import Pack
from kiosk.storage.database import Store
from kiosk.storage.sealed.keys import SecretKey

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
RUN = (
    "<script>axe.run(document, {resultTypes: ['violations']}).then(found => {"
    "const told = document.createElement('pre'); told.id = 'axe';"
    "told.textContent = JSON.stringify({checks: found.passes.length, wrong: found.violations.map(one => ("
    "{id: one.id, nodes: one.nodes.map(node => node.html)}))});"
    "document.documentElement.append(told);});</script>"
)


def axe() -> Path | None:
    """axe.min.js, where it is named or lies in node_modules here or above all users."""
    named = [os.environ.get("KIOSK_AXE", ""), "node_modules/axe-core/axe.min.js"]
    named.append("/usr/local/lib/node_modules/axe-core/axe.min.js")
    return next((Path(path) for path in named if path and Path(path).is_file()), None)


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium"),
    pytest.mark.skipif(axe() is None, reason="axe-core is not here: npm install axe-core, and set KIOSK_AXE"),
]


def looked_at(page: str, tmp_path: Path) -> dict[str, object]:
    """What axe-core finds in a page."""
    script = axe()
    assert script and CHROMIUM
    whole = page.replace("</body>", f"<script>{script.read_text('utf-8')}</script>{RUN}</body>")
    assert whole != page
    path = tmp_path / "page.html"
    path.write_text(whole, "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom"]
    home = [f"--user-data-dir={tmp_path / 'chromium'}"]
    done = subprocess.run(
        [CHROMIUM, *options, *home, path.as_uri()], capture_output=True, check=True, timeout=180
    )
    found = re.search(r'<pre id="axe">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found, "axe-core did not end"
    text = found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    result: dict[str, object] = json.loads(text)
    return result


@pytest.fixture
def report(
    office: Store, secret: SecretKey, pack: Pack, told: Callable[..., list[str]], clock: FakeClock
) -> Callable[[str], str]:
    said = {"often": "most_days", "more": "toilets", "safe": "4", "wish": "جھولے", "quote": "yes"}
    ids = told("park", said, 12, language="ur")
    told("join", {"offers/bring": "time skill", "offers/need": "travel"}, 12)
    told("about", {"age": "25_to_44", "town": "tipton"}, 40)
    told("about", {"age": "65_over", "town": "oldbury"}, 40)
    notes = Notes(tags={ids[0]: ["Play"], ids[1]: ["Play"]})

    def make(language: str) -> str:
        return as_html(tell(gather(office, secret, pack, language, notes, clock=clock), language))

    return make


@pytest.mark.parametrize("language", ["en", "ur", "pa"])
def test_axe_finds_nothing_wrong_with_the_report(
    language: str, report: Callable[[str], str], tmp_path: Path
) -> None:
    found = looked_at(report(language), tmp_path)
    assert found["wrong"] == []
    assert int(str(found["checks"])) > 15


def test_axe_finds_nothing_wrong_with_the_replies(pack: Pack, tmp_path: Path) -> None:
    page = replies_page(replies(pack, date(2027, 10, 9)), pack.event)
    assert looked_at(page, tmp_path)["wrong"] == []


def test_axe_would_see_a_mistake(report: Callable[[str], str], tmp_path: Path) -> None:
    broken = report("en").replace('lang="en"', "", 1).replace("#083F3B", "#FBF8F1")
    wrong = looked_at(broken, tmp_path)["wrong"]
    assert isinstance(wrong, list)
    assert {"html-has-lang", "color-contrast"} <= {one["id"] for one in wrong}

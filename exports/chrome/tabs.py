"""The tabs of a running browser: one that draws pictures with our own scripts, and a new one for each print."""

import base64
import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any

from choreographer import Browser, Tab

from exports import json
from exports.faces import addresses, rules

ASSETS = Path(__file__).parents[2] / "assets"
SCRIPTS = ("plotly/plotly.min.js", "picture.js")
PAGE = "<!doctype html><html><head><meta charset=utf-8><style>{rules}</style></head><body></body></html>"
# A port where nobody answers: what a page, or the browser itself, wants to fetch stays on this machine.
NOWHERE = "http://127.0.0.1:9"


class ScriptFailed(Exception):
    """What was run in a tab, or asked of it, went wrong; the argument is the browser's own word."""


class Tabs:
    """`open` before anything else; `path` is the browser's program."""

    def __init__(self, path: str) -> None:
        # Chrome refuses its own sandbox to root, and to root only.
        sandbox = os.name == "nt" or os.getuid() != 0
        self._browser = Browser(path, enable_sandbox=sandbox, enable_extensions=False, proxy_server=NOWHERE)

    async def open(self) -> None:
        await self._browser.open()
        # The first tab may be the browser's own page for new tabs, whose rules let no font of ours in.
        first = self._browser.get_tab()
        self._drawing = await self._browser.create_tab("about:blank")
        if first:
            await first.close()
        await _offline(self._drawing)
        await _show(self._drawing, PAGE.format(rules=rules()))
        for script in SCRIPTS:
            await evaluated(self._drawing, (ASSETS / script).read_text(encoding="utf-8") + "\n;0")
        await evaluated(self._drawing, f"minetallPicture.given({json.text(addresses())});0")

    async def close(self) -> None:
        await self._browser.close()

    @property
    def process(self) -> Any:
        """The subprocess.Popen; there from the start of the browser on."""
        return self._browser.subprocess

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    async def drawn(self, finished: dict[str, Any], extension: str, seed: str) -> bytes:
        """A PNG or SVG. `seed` names the parts of the SVG, so that it comes out the same, and no two alike."""
        asked = f"minetallPicture.onServer({json.text(finished)},{json.text(extension)},{json.text(seed)})"
        text = await evaluated(self._drawing, asked)
        return base64.b64decode(text) if extension == "png" else text.encode()

    async def printed(self, html: str, how: dict[str, Any]) -> bytes:
        """A PDF of a document; `how` as Page.printToPDF takes it. No script of the document runs."""
        tab = await self._browser.create_tab("about:blank")
        try:
            await _offline(tab)
            await answer(tab, "Emulation.setScriptExecutionDisabled", value=True)
            await _show(tab, html)
            await evaluated(tab, "document.fonts.ready.then(() => Promise.all([...document.images]"
                            ".map(image => image.decode().catch(() => 0)))).then(() => 0)")  # fmt: skip
            return base64.b64decode((await answer(tab, "Page.printToPDF", **how))["data"])
        finally:
            await tab.close()


async def _offline(tab: Tab) -> None:
    """Emulated offline would be simpler, but then fonts inside the document (data:) do not load either."""
    await answer(tab, "Network.enable")
    await answer(tab, "Network.setBlockedURLs", urls=["http://*", "https://*", "ws://*", "wss://*", "file://*"])


async def _show(tab: Tab, html: str) -> None:
    frame = (await answer(tab, "Page.getFrameTree"))["frameTree"]["frame"]["id"]
    await answer(tab, "Page.setDocumentContent", frameId=frame, html=html)


async def evaluated(tab: Tab, expression: str) -> Any:
    found = await answer(tab, "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
    if failed := found.get("exceptionDetails"):
        raise ScriptFailed(failed.get("exception", {}).get("description") or failed.get("text"))
    return found["result"].get("value")


async def answer(tab: Tab, command: str, **params: Any) -> Any:
    found: Any = await tab.send_command(command, params)
    if "error" in found:
        raise ScriptFailed(f"{command}: {found['error'].get('message')}")
    return found["result"]


@cache
def versions() -> str:
    """All that a picture depends on beside what is drawn: the bundle, our script, the fonts."""
    files = [ASSETS / script for script in SCRIPTS] + [ASSETS / address[8:] for address in addresses()]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()

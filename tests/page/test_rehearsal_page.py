"""The rehearsal as it is started from the command line, looked at through Chromium."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, expect
from playwright.async_api import Page as Window

pytestmark = pytest.mark.outside

ROOT = Path(__file__).parents[2]
CURATOR, POLINA, TIMUR = 501, 525, 512
PATIENCE = 20_000  # milliseconds: the first screens come while the machine is still busy starting


@pytest.fixture
async def demo() -> AsyncIterator[tuple[Process, str]]:
    """`python -m bot demo`, running, and its address."""
    process = await _demo("0")
    try:
        async with asyncio.timeout(90):
            address = ""
            while not address:
                line = (await process.stdout.readline()).decode()
                assert line, (await process.stderr.read()).decode()
                address = "".join(re.findall(r"http://[\w.:]+", line))
        yield process, address
    finally:
        if process.returncode is None:
            process.terminate()
            await process.communicate()


async def _demo(port: str) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", port, stdout=PIPE, stderr=PIPE, cwd=ROOT
    )


@pytest.fixture
async def window(demo: tuple[Process, str], browser: Browser) -> Window:
    """The page on a wide screen, every phone lit."""
    page = await browser.new_page(viewport={"width": 1400, "height": 900}, locale="ru-RU")
    await page.goto(demo[1])
    await expect(phone(page, CURATOR)).to_contain_text("Ждут вас", timeout=PATIENCE)
    return page


def phone(window: Window, account: int) -> Locator:
    return window.locator(f'[data-person="{account}"]')


async def says(window: Window, account: int, text: str) -> None:
    await phone(window, account).get_by_label("Сообщение").fill(text)
    await phone(window, account).get_by_label("Сообщение").press("Enter")


async def test_a_newcomer_taps_through_the_curators_phone_and_a_pupils_and_moves_the_clock(
    window: Window, demo: tuple[Process, str]
) -> None:
    curator, polina, timur = phone(window, CURATOR), phone(window, POLINA), phone(window, TIMUR)

    await says(window, CURATOR, "/match")
    await curator.get_by_role("button", name="ученик – ученик").click()
    await expect(curator).to_contain_text("пар", timeout=PATIENCE)
    await says(window, CURATOR, "/people")
    await curator.get_by_role("button", name="Бумагин Юрий").click()
    await expect(curator).to_contain_text("бумаг")

    await polina.get_by_role("button", name="предложение").click()
    await polina.get_by_role("button", name="Согласен(на)").click()
    await expect(polina).to_contain_text("ждём приказа", timeout=PATIENCE)

    await window.get_by_role("button", name="+1 день").click()
    await expect(window.locator("#now")).to_contain_text("6 февраля")
    await window.get_by_role("button", name="+1 день").click()
    await expect(timur).to_contain_text("завтра в 15:00", timeout=PATIENCE)

    process, _ = demo
    process.send_signal(signal.SIGINT)
    async with asyncio.timeout(20):  # half a second and the interpreter's own end, on a machine that does nothing else
        code = await process.wait()
    assert (code, (await process.stderr.read()).decode()) == (0, "")


async def test_a_port_in_use_is_named_in_one_line(demo: tuple[Process, str]) -> None:
    port = demo[1].rpartition(":")[2]
    second = await _demo(port)
    async with asyncio.timeout(60):
        _, said = await second.communicate()
    assert second.returncode == 1
    assert said.decode().splitlines() == [
        f"Port {port} is in use. Another one: python -m bot demo --port {int(port) + 1}"
    ]

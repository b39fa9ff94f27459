"""Every button leads somewhere and home again; whoever replays another's buttons changes nothing and learns nothing."""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing

import pytest
from crawler import (
    COMMANDS,
    CURATOR,
    MENTEE,
    MENTOR,
    MIDDLE_OF_THE_PROGRAMME,
    PARENT,
    PSYCHOLOGIST,
    Crawler,
    families,
    kind_of,
    phone,
)
from stage import Stage, playing

from bot.rehearsal_school import furnish

STRANGER = 9001
MOST = {CURATOR: 260}
# Nobody's: whoever taps them acts for themselves alone, as with a button of their own.
EVERYBODYS = ("home", "none", "lng", "ltw", "swi", "swt")
NOT_COMPARED = ("inbox", "sqlite_sequence")


@pytest.fixture
async def school(tmp_path):
    """The fictional school, in the middle of its programme."""
    async with playing(tmp_path, MIDDLE_OF_THE_PROGRAMME) as stage:
        await furnish(stage.app)
        yield stage


def everything(stage: Stage) -> dict[str, list[tuple]]:
    """All that is remembered, but for the messenger's own bookkeeping."""
    with closing(sqlite3.connect(stage.app.database.path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for table in tables:
            if table not in NOT_COMPARED:
                rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
                found[table] = [tuple(v for name, v in row.items() if name != "screen_id") for row in rows]
    return found


@pytest.mark.parametrize("account", [CURATOR, PSYCHOLOGIST, MENTOR, MENTEE, PARENT, STRANGER])
async def test_every_button_is_answered_and_leads_home(school, account, caplog):
    caplog.set_level(logging.WARNING)
    crawler = Crawler(await phone(school, account), MOST.get(account, 150))
    await crawler.goes_everywhere()
    assert not crawler.faults, "\n".join(crawler.faults)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR], caplog.text
    assert len(crawler.tapped) >= (200 if account == CURATOR else 1)


async def test_the_curators_buttons_tapped_by_anybody_else_change_nothing_and_reveal_nothing(tmp_path, caplog):
    """What the curator can tap is gathered in one school, and tapped by others in its double, where all is still there."""
    caplog.set_level(logging.ERROR)
    async with playing(tmp_path / "gathered", MIDDLE_OF_THE_PROGRAMME) as stage:
        await furnish(stage.app)
        curator = Crawler(await phone(stage, CURATOR), MOST[CURATOR])
        await curator.goes_everywhere()
    buttons = _a_few_of_each_kind(data for data in curator.tapped if not data.startswith(EVERYBODYS))
    assert len({kind_of(data) for data in buttons}) > 40
    theirs = {*curator.texts.values()}

    async with playing(tmp_path / "double", MIDDLE_OF_THE_PROGRAMME) as stage:
        await furnish(stage.app)
        await (await phone(stage, CURATOR)).says("/match")
        for account in (STRANGER, MENTEE, MENTOR, PARENT):
            other = await phone(stage, account)
            own = _own_buttons(other)
            known = {message.text for message in other.user.chat.messages}
            before = everything(stage)
            for data in buttons:
                if data not in own:
                    await other.taps_data(other.screen.id, data)
            assert _changed(before, everything(stage)) == [], account
            shown = {message.text for message in other.user.chat.messages if message.from_bot} - known
            shown |= {toast.text for toast in other.user.toasts}
            assert not _named(shown), account
            assert not shown & theirs, account
            assert len(shown) <= 4, (account, shown)
    assert not caplog.records, caplog.text


async def test_the_curators_commands_said_by_anybody_else_change_nothing_and_reveal_nothing(school):
    curator = await phone(school, CURATOR)
    screens = set()
    for command in COMMANDS:
        await curator.says(command)
        screens.add(curator.sees)
    for account in (STRANGER, MENTEE, MENTOR, PARENT):
        other = await phone(school, account)
        await other.says("/cancel")
        before = everything(school)
        shown = set()
        for command in ("/today", "/people", "/match", "/invite", "/export", "/broadcast", "/letters"):
            await other.says(command)
            shown |= {message.text for message in other.user.chat.from_bot}
        assert _changed(before, everything(school)) == [], account
        assert not shown & screens, account
        assert not _named(shown), account


def _named(texts: set[str]) -> list[str]:
    """Surnames in what somebody was shown. (The school's own name begins with one of them.)"""
    return [name for name in families() if any(name in text.replace("Учебная школа", "") for text in texts)]


def _a_few_of_each_kind(buttons: Iterable[str], few: int = 2) -> list[str]:
    counted: Counter[str] = Counter()
    chosen = []
    for data in buttons:
        counted[kind_of(data)] += 1
        if counted[kind_of(data)] <= few:
            chosen.append(data)
    return chosen


def _own_buttons(someone) -> set[str]:
    """What stands on this person's own screens, which is theirs to tap."""
    return {
        button.data or ""
        for message in someone.user.chat.messages
        if message.from_bot
        for row in message.keyboard
        for button in row
    }


def _changed(before: dict[str, list[tuple]], after: dict[str, list[tuple]]) -> list[str]:
    changed = []
    for table, rows in after.items():
        changed += [f"{table}: +{row}" for row in rows if row not in before[table]]
        changed += [f"{table}: -{row}" for row in before[table] if row not in rows]
    return changed

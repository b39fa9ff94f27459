"""Updates on their way in and answers on their way out, when Telegram, the network or the file is not at its best."""

from __future__ import annotations

import logging
import sqlite3

from stage import Stage, playing, running

SCHOOL = "МБОУ «Школа № 5»"


async def inbox(stage: Stage) -> list[tuple[bool, bool]]:
    """Of every update: whether it had its effect, whether its answer got out."""
    rows = await stage.app.database.read(lambda tx: tx.all("SELECT done_at, sent_at FROM inbox ORDER BY update_id"))
    return [(row["done_at"] is not None, row["sent_at"] is not None) for row in rows]


async def drafts(stage: Stage) -> list[str]:
    """The answers of every form being filled in."""
    return await stage.app.database.read(lambda tx: [row["answers"] for row in tx.all("SELECT answers FROM drafts")])


async def test_a_tap_under_a_message_with_options_of_link_previews_is_written_down(stage):
    curator = await stage.curator()
    assert "link_preview_options" in stage.telegram.message_json(curator.screen)
    await curator.taps("Настроить школу")
    assert "Полное название" in curator.sees


async def test_an_answer_that_cannot_get_out_is_tried_again_and_the_change_is_made_once(stage, caplog):
    curator = await stage.curator()
    await curator.taps("Настроить школу")
    stage.telegram.faults.fail("sendMessage", times=6, status=502, description="Bad Gateway")
    await curator.says(SCHOOL)
    assert "Краткое название" in curator.sees
    assert await drafts(stage) == [f'{{"school_name":"{SCHOOL}"}}']
    assert all(sent for _, sent in await inbox(stage))
    assert "is not answered yet" in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_what_could_not_be_answered_at_all_is_answered_by_the_next_start(tmp_path):
    async with playing(tmp_path) as stage:
        curator = await stage.curator()
        await curator.taps("Настроить школу")
        stage.telegram.faults.fail("sendMessage", times=1000, status=502, description="Bad Gateway")
        await curator.says(SCHOOL)
        assert (await inbox(stage))[-1] == (True, False), "saved, and not shown"
    stage.telegram.faults.clear()
    async with stage.telegram.serving() as url, running(stage, tmp_path, url):
        await stage.telegram.until(lambda: "Краткое название" in curator.sees, 60)
        await stage.settled()
        assert len(await drafts(stage)) == 1
        assert all(sent for _, sent in await inbox(stage))


async def test_whoever_blocked_the_bot_meanwhile_is_noted_and_nothing_breaks(stage, caplog):
    someone = await stage.someone()
    await someone.starts()

    def goes_away():
        someone.user.starts("ABCDEFGHJK")
        someone.user.chat.blocked = True

    await someone._acts(goes_away)
    unreachable = await stage.app.database.read(lambda tx: tx.value("SELECT unreachable_at FROM accounts"))
    assert unreachable is not None
    assert all(sent for _, sent in await inbox(stage))
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_updates_that_could_not_be_written_down_come_again(stage, monkeypatch):
    someone = await stage.someone()
    take = stage.app.intake.take
    refused = []

    async def once_full(updates):
        if not refused:
            refused.append(len(updates))
            raise sqlite3.OperationalError("database or disk is full")
        await take(updates)

    monkeypatch.setattr(stage.app.intake, "take", once_full)
    await someone.starts()
    assert refused
    assert "нужна ссылка" in someone.sees


async def test_what_is_delivered_again_is_answered_once(stage):
    curator = await stage.curator()
    await curator.taps("Настроить школу")
    await curator.says(SCHOOL)
    shown = len(stage.telegram.calls)
    for update in range(stage.telegram.updates.last_id - 2, stage.telegram.updates.last_id + 1):
        stage.telegram.updates.repeat(update)
    await stage.settled()
    assert {call.method for call in stage.telegram.calls[shown:]} <= {"getUpdates"}

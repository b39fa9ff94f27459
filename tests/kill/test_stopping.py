"""A stop lets answers under way get out, loses nothing that came meanwhile, and ends well."""

from __future__ import annotations

import signal
import time

import pytest
from life import PATIENCE, found_school, living

pytestmark = pytest.mark.outside

PEOPLE = 8


async def test_answers_under_way_are_sent_before_the_end_and_what_waits_is_answered_by_the_next_start(tmp_path):
    async with living(tmp_path / "data", found_school) as lives:
        telegram = lives.telegram
        users = [telegram.user(2000 + number) for number in range(PEOPLE)]
        await lives.begin()
        telegram.faults.fail("sendMessage", times=PEOPLE, status=429, description="Too Many Requests", retry_after=2)
        for user in users:
            user.starts()
        await telegram.until(lambda: len(telegram.calls_of("sendMessage")) == PEOPLE, PATIENCE)
        assert not any(user.chat.from_bot for user in users), "every answer is held up for two seconds"
        for user in users[:3]:
            user.sends_text("Ещё одно")  # comes while the first one is not answered
        await telegram.until(lambda: not telegram.pending, PATIENCE)
        await lives.end(signal.SIGTERM)

        assert all(len(user.chat.from_bot) == 1 for user in users), "the answers under way got out"
        kept = lives.rows("SELECT sender, sent_at FROM inbox ORDER BY update_id")
        assert [row["sent_at"] is None for row in kept] == [False] * PEOPLE + [True] * 3, "what was not begun waits"
        lives.check_nothing_is_lost()

        await lives.begin()
        await telegram.until(
            lambda: all("не понял" in user.sees.text for user in users[:3]),
            PATIENCE,
        )
        await lives.rest()
        lives.check_everything_is_finished()
        lives.check_nothing_happened_twice()


async def test_a_stop_while_telegram_is_out_of_reach_does_not_wait_for_it(tmp_path):
    async with living(tmp_path / "data", found_school) as lives:
        telegram = lives.telegram
        user = telegram.user(2000)
        await lives.begin()
        telegram.faults.fail("sendMessage", times=1000, status=429, description="Too Many Requests", retry_after=25)
        user.starts()
        await telegram.until(lambda: telegram.calls_of("sendMessage"), PATIENCE)
        began = time.monotonic()
        await lives.end(signal.SIGTERM)
        assert time.monotonic() - began < 20, "the drain has a deadline of ten seconds"
        assert [row["sent_at"] for row in lives.rows("SELECT sent_at FROM inbox")] == [None]

        telegram.faults.clear()
        await lives.begin()
        await telegram.until(lambda: user.chat.from_bot, PATIENCE)
        await lives.rest()
        lives.check_everything_is_finished()

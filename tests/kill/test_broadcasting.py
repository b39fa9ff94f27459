"""The bot is killed in the middle of a message to many: everyone gets it, only those in flight at the kill may twice."""

from __future__ import annotations

import signal
from collections import Counter
from datetime import timedelta

import pytest
from life import PATIENCE, found_school, living

from mentoring.people import Kind, Name, Role
from services.broadcasts import _frame
from storage import broadcasts, people, schools
from storage.broadcasts import Audience

pytestmark = pytest.mark.outside

RECEIVERS = 300
IN_FLIGHT = 5  # sent side by side
FIRST = 10**9
TEXT = "Завтра все на линейку"


def furnish(tx, app) -> None:
    """A school that is never quiet, many methodists with phones, and a message to them all under way."""
    curator = found_school(tx, app)
    schools.choose(tx, 1, quiet_from="00:00", quiet_until="00:00")
    for number in range(RECEIVERS):
        person = people.add(tx, 1, Kind.STAFF, name=Name("Много", str(number)), admitted_by=curator)
        people.give_role(tx, person, Role.METHODIST)
        account = tx.insert("accounts", external_id=FIRST + number, person_id=person, created_at=tx.now)
        tx.run("INSERT INTO account_persons VALUES (:a, :p, :now)", a=account, p=person, now=tx.now)
    written = broadcasts.write(tx, 1, TEXT, Audience(("staff",), (), ()), curator)
    found = broadcasts.get(tx, 1, written)
    assert broadcasts.begin(tx, _frame(tx, 1), found, tx.now + timedelta(days=1)) == RECEIVERS


@pytest.mark.parametrize("kills", [(60, 170)])
async def test_everyone_is_reached_and_only_those_in_flight_at_a_kill_may_get_it_twice(tmp_path, kills):
    async with living(tmp_path / "data", furnish) as lives:
        telegram = lives.telegram
        telegram.limits_on = True
        for number in range(RECEIVERS):
            telegram.user(FIRST + number).chat.started = True

        def got() -> Counter[int]:
            sent = [call for call in telegram.calls_of("sendMessage") if call.ok and TEXT in call.params["text"]]
            return Counter(int(call.params["chat_id"]) for call in sent)

        for enough in kills:
            goal = max(enough, got().total() + 1)
            await lives.begin()
            await telegram.until(lambda goal=goal: got().total() >= goal, PATIENCE)
            await lives.end(signal.SIGKILL)
            done = lives.rows("SELECT count(*) AS n FROM notices WHERE kind = 'broadcast' AND outcome = 'sent'")[0]["n"]
            assert 0 <= len(got()) - done <= IN_FLIGHT, "what had gone out is written down, save those in flight"
        await lives.begin()
        await telegram.until(lambda: len(got()) == RECEIVERS, PATIENCE)
        await lives.end(signal.SIGTERM)

        assert set(got()) == {FIRST + number for number in range(RECEIVERS)}
        assert got().total() - RECEIVERS <= IN_FLIGHT * len(kills)
        assert max(got().values()) <= 1 + len(kills)
        ended = lives.rows("SELECT DISTINCT outcome FROM notices WHERE kind = 'broadcast'")
        assert [row["outcome"] for row in ended] == ["sent"], "and each of them is known to have gone out"
        assert not any("Too Many" in (call.error or "") for call in telegram.calls)

"""`/pairs`: the programme week by week as a picture, its pages, the list and the page of a pair, with all that happened."""

from __future__ import annotations

from datetime import timedelta

from steps_meetings import at_work, match, sets_a_meeting
from steps_people import add
from steps_school import set_up_school

from handlers.curator.pair_taps import GlanceTap, WatchPairTap, WatchTap
from mentoring.people import Kind, Side
from mentoring.privacy_mode import PrivacyMode, ShownAs
from services.privacy_modes import change_privacy
from storage import accounts, schools

SINCE = timedelta(days=40)


async def a_school_with_pairs(stage, pupils=3, teachers=2):
    """A curator, and pairs of two forms that began 40 days ago; each third has met in every week, each third missed once."""
    curator = await set_up_school(stage)

    def unit(tx):
        made = []
        for kind, class_, many in ((Kind.PUPIL, "10А", pupils), (Kind.TEACHER, "", teachers)):
            for number in range(many):
                mentor = add(tx, f"Наставников{number}", "Марина", kind, Side.MENTOR, class_)
                mentees = [add(tx, f"Учеников{number}", "Илья", kind)]
                mentees += [add(tx, "Третьяков", "Егор", kind)] if number == 0 and kind is Kind.PUPIL else []
                made.append(match(tx, mentor, *mentees))
        tx.run("UPDATE members SET since = :at", at=tx.now - SINCE)
        for place, each in enumerate(made):
            for week in range(1, 6) if place % 3 != 2 else ():
                state = "missed" if place % 3 == 1 and week == 2 else "held"
                tx.insert(
                    "meetings", match_id=each, number=6 - week, kind="regular", state=state, made_at=tx.now,
                    starts_at=tx.now - timedelta(days=7 * week), minutes=45,
                )  # fmt: skip
        return made

    return curator, await stage.app.database.work(unit)


async def turn_coded(stage):
    def unit(tx):
        curator = accounts.as_account(tx, tx.value("SELECT min(id) FROM accounts"))
        change_privacy(tx, curator, PrivacyMode.CODED, ShownAs.CODE)

    await stage.app.database.work(unit)


def picture(someone):
    """The newest picture sent, as bytes."""
    return next(each.photo for each in reversed(someone.user.chat.messages) if each.photo)


def caption(someone):
    return next(each.text for each in reversed(someone.user.chat.messages) if each.photo)


async def test_pairs_are_a_picture_with_a_button_for_each_number(stage):
    curator, made = await a_school_with_pairs(stage)
    await curator.says("/pairs")
    assert picture(curator).startswith(b"\x89PNG")
    assert "Пары: 5 · молчат: 1" in caption(curator)
    assert "состоялось 18, не состоялось 2" in caption(curator)
    assert curator.buttons[:6] == ["1", "2", "3", "4", "5", "Списком"]
    await curator.taps("1")
    assert "Наставников0 Марина → Учеников0 Илья, Третьяков Егор" in curator.sees
    assert "• Третьяков Егор" in curator.sees
    await curator.taps_data(curator.screen.id, WatchPairTap(match=9999).pack())
    assert "не ваше" in curator.toast
    assert len(made) == 5


async def test_a_picture_has_twenty_pairs_and_the_next_page_the_rest(stage):
    curator, _ = await a_school_with_pairs(stage, pupils=22, teachers=1)
    await curator.says("/pairs")
    assert {"• 1–20", "21–23"} <= set(curator.buttons)
    await curator.taps("21–23")
    assert curator.buttons[:3] == ["21", "22", "23"]
    await curator.taps_data(curator.screen.id, GlanceTap(page=77).pack())
    assert curator.buttons[:3] == ["21", "22", "23"], "the last page for one too far"


async def test_the_list_knows_the_silent_by_the_schools_setting_and_finds_by_name(stage):
    curator, made = await a_school_with_pairs(stage)
    await curator.says("/pairs")
    await curator.taps("Списком")
    assert "Молчат: 1" in curator.buttons
    await curator.taps("Молчат: 1")
    assert "Наставников2" in curator.sees
    assert "Наставников1" not in curator.sees
    await stage.app.database.work(lambda tx: schools.choose(tx, 1, stuck_days="7"))
    await stage.waits(days=2)
    await curator.taps_data(curator.screen.id, WatchTap().pack())
    assert "Молчат: 1" in curator.buttons, "nine days since the last meeting, but the New Year's holidays do not count"
    await stage.waits(days=4)
    await curator.taps_data(curator.screen.id, WatchTap().pack())
    assert "Молчат: 5" in curator.buttons, "seven are enough here"
    await curator.taps("Найти")
    await curator.says("третьяков")
    assert "Нашлись пары" in curator.sees
    assert "Наставников0" in curator.sees
    await curator.taps("Искать ещё")
    await curator.says("=1+1 <b>")
    assert "Таких пар сейчас нет" in curator.sees
    assert made


async def test_a_silent_pairs_page_has_the_prepared_action_and_goes_back_in_time(stage):
    curator, made = await a_school_with_pairs(stage)
    await curator.taps_data(curator.screen.id, WatchPairTap(match=made[2]).pack())
    assert "Нужна помощь: 40 дней без встречи" in curator.sees
    assert curator.buttons[0] == "Готовое напоминание наставнику"
    assert "Напомнить наставнику" not in curator.buttons, "one reminder, not two"
    await curator.taps("Готовое напоминание наставнику")
    assert "Давно не было встречи" in curator.sees
    assert "Отправить" in curator.buttons

    def much(tx):
        for number in range(6, 31):
            tx.insert(
                "meetings", match_id=made[0], number=number, kind="regular", state="held", made_at=tx.now,
                starts_at=tx.now - timedelta(hours=number), minutes=30,
            )  # fmt: skip

    await stage.app.database.work(much)
    await curator.taps_data(curator.screen.id, WatchPairTap(match=made[0]).pack())
    lines = curator.sees.count("✅")
    for _ in range(9):
        if "Раньше ›" not in curator.buttons:
            break
        await curator.taps("Раньше ›")
        lines += curator.sees.count("✅")
    assert lines == 30, "every meeting once, on one page or another"
    await curator.taps("‹ К последнему")
    assert "вместе с" in curator.sees


async def test_the_page_has_the_plan_the_diary_and_the_reasons_of_moves_and_no_one_else_reads_them(stage):
    curator = await set_up_school(stage)
    mentor, mentee = await at_work(stage)
    await sets_a_meeting(mentor, "13")
    await mentor.taps("Перенести", "Другой день", "14", "15:00")
    await mentor.taps("Болезнь")
    await curator.taps_data(curator.screen.id, WatchPairTap(match=mentor.match_id).pack())
    assert "Перенос: ср 13 янв, 15:00 → чт 14 янв, 15:00 · Котова Марина (болезнь)" in curator.sees
    assert {"План развития", "Дневник пары", "Ещё"} <= set(curator.buttons)
    for someone in (mentor, mentee):
        await someone.taps_data(someone.screen.id, WatchPairTap(match=mentor.match_id).pack())
        assert "Перенос" not in someone.sees
        await someone.says("/pairs")
        assert not any(each.photo for each in someone.user.chat.messages)


async def test_in_coded_mode_the_picture_and_the_page_have_codes(stage):
    curator, made = await a_school_with_pairs(stage)
    await turn_coded(stage)
    await curator.says("/pairs")
    await curator.taps("1")
    for call in stage.telegram.calls[-12:]:
        assert "Наставников" not in str(call.params)
    assert "Н-0" in curator.sees or "У-0" in curator.sees
    assert made

"""A pair is changed and ended quietly: who asked and why is seen by curators alone; both are told kindly; pauses keep places."""

from __future__ import annotations

import json

from steps_matching import guardian_of, insert_active, ready
from steps_meetings import at_work
from steps_school import set_up_school, staff_member

from handlers.parting_taps import (
    BackTap,
    DutyTap,
    EndTap,
    LegTap,
    PausesTap,
    RequestsTap,
    RequestTap,
    SeekTap,
    TakeBackTap,
)
from mentoring.consents import Purpose
from mentoring.people import Role
from mentoring.settings import GuardianRule
from services.withdrawing import withdraw
from storage import accounts, people

SECRET = "тайна-осьминога"


async def school_with_a_pair(stage, **values):
    """A curator, a mentee and a mentor whose order is signed."""
    curator = await set_up_school(stage, guardian_rule=GuardianRule.TAP)
    mentee, mentor = (
        await ready(stage, "Петров Илья", "mentee", **values),
        await ready(stage, "Котова Марина", "mentor", **values),
    )
    mentee.match = mentor.match = await stage.app.database.work(lambda tx: insert_active(tx, mentee, mentor))
    return curator, mentee, mentor


async def asks(someone, what, reason="Мне неспокойно в этой паре", words=SECRET):
    """«Изменить пару» → what → why."""
    await someone.says("/menu")
    await someone.taps(
        next(each for each in someone.buttons if "стреч" in each or "назначить" in each or "Ребёнок: " in each)
    )
    if "Сменить или завершить" in someone.buttons:
        await someone.taps("Сменить или завершить")
    if "Изменить пару" in someone.buttons:
        await someone.taps("Изменить пару")
    await someone.taps(what, reason)
    return await someone.says(words)


async def rows(stage, query, **values):
    return await stage.app.database.read(lambda tx: [dict(each) for each in tx.all(query, **values)])


def told(stage, words):
    """To whose chats the bot has ever sent these words, in a message or on a button."""
    calls = (each.params for each in stage.telegram.calls)
    return {int(each.get("chat_id", 0)) for each in calls if words in json.dumps(each, ensure_ascii=False, default=str)}


async def test_a_mentee_asks_for_another_mentor_and_only_curators_know_why(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    parent = await guardian_of(stage, mentee)
    before = len(mentor.phone.user.chat.messages), len(parent.user.chat.messages)
    await asks(mentee.phone, "Хочу другого наставника")
    assert "Передал куратору. Он ответит до 14 января" in mentee.phone.sees
    assert "вы попросили" in mentee.phone.sees.lower(), "home says where it stands"
    assert "Просьба о другой паре" in curator.sees
    assert SECRET in curator.sees
    assert "неспокойно в этой паре" in curator.sees
    for other in (mentor.phone, parent):
        await other.says("/menu")
        assert "попросил" not in other.sees
        assert SECRET not in other.sees
    assert before == (len(mentor.phone.user.chat.messages) - 2, len(parent.user.chat.messages) - 2), (
        "no word reached them"
    )
    await curator.taps("Открыть просьбу", "Подобрать другого", "Закрыть")
    assert "Пара закрыта" in curator.sees
    assert "Кто подойдёт" in curator.buttons
    assert "Ваша пара завершена" in mentor.phone.sees
    assert "Ваша пара завершена" in mentee.phone.sees
    assert told(stage, SECRET) == {curator.user.id}, "the asker typed it, the bot told it to the curator alone"
    assert told(stage, "неспокойно в этой паре") == {curator.user.id, mentee.phone.user.id}, "as it was chosen"
    (ban,) = await rows(stage, "SELECT kind, reason FROM wishes")
    assert (ban["kind"], ban["reason"]) == ("ban", "parted")
    (member,) = await rows(stage, "SELECT state, live, ground FROM members")
    assert (member["state"], member["live"], member["ground"]) == ("ended", 0, "request")
    deeds = await rows(stage, "SELECT * FROM journal")
    assert SECRET not in str(deeds)
    assert "uneasy" not in str(deeds)


async def test_a_request_is_in_nobodys_file_but_the_askers(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    parent = await guardian_of(stage, mentee)
    await asks(mentee.phone, "Хочу закончить")

    async def file_of(whose, by):
        speaker = await stage.app.database.read(lambda tx: accounts.speaking(tx, by.user.id))
        return str(await stage.app.parts.handing_out.mine(speaker, whose.person))

    assert SECRET in await file_of(mentee, mentee.phone)
    assert SECRET not in await file_of(mentee, parent)
    assert SECRET not in await file_of(mentor, mentor.phone)
    assert curator


async def test_the_curator_keeps_the_pair_and_the_asker_is_told_kindly(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    said = len(mentee.phone.user.chat.messages)
    await asks(mentor.phone, "Хочу другого наставляемого", "Не хватает времени")
    await curator.taps("Открыть просьбу")
    old = curator.screen
    await curator.taps("Поговорить и оставить")
    assert "никто ни о чём не просит" in curator.sees
    assert "хочет сначала поговорить" in mentor.phone.sees
    assert len(mentee.phone.user.chat.messages) == said, "the other side heard nothing at all"
    second = await another_curator(stage)
    for step in "kfcs":
        await second.taps_data(second.screen.id, RequestTap(parting=1, step=step).pack())
        assert "уже ответили" in second.toast
    await curator.taps_data(old.id, RequestTap(parting=1, step="f").pack())
    assert "уже ответили" in curator.toast
    assert [each["state"] for each in await rows(stage, "SELECT state FROM members")] == ["active"]


async def another_curator(stage):
    return await staff_member(stage, Role.CURATOR)


async def test_a_request_is_taken_back_and_asked_for_once_at_a_time(stage):
    curator, mentee, _ = await school_with_a_pair(stage)
    await asks(mentee.phone, "Хочу закончить", "Другая причина", "-")
    await mentee.phone.taps("Встречи с наставником", "Изменить пару")
    assert "Хочу закончить" not in mentee.phone.buttons
    await mentee.phone.taps("Забрать просьбу")
    assert "Просьбу забрал" in mentee.phone.sees
    assert "передумал" in curator.sees
    await mentee.phone.taps_data(mentee.phone.screen.id, TakeBackTap(member=1).pack())
    assert "уже ответили" in mentee.phone.toast
    await asks(mentee.phone, "Хочу закончить", "Другая причина", "-")
    assert [each["answer"] for each in await rows(stage, "SELECT answer FROM partings ORDER BY id")] == [
        "taken_back",
        None,
    ]


async def test_an_unanswered_request_stands_first_on_today_in_red(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    await asks(mentee.phone, "Хочу закончить")
    await curator.says("/today")
    assert "1 просьба о паре" in curator.sees
    assert "⚠️" not in curator.sees
    await stage.waits(days=4)
    await curator.says("/today")
    waiting = curator.sees.split("Ждут вас")[1]
    assert waiting.strip().splitlines()[0] == "• ⚠️ 1 просьба о паре без ответа в срок (с 14 января)"
    assert curator.buttons[0] == "⚠️ Ответить о парах"
    await curator.taps("⚠️ Ответить о парах")
    assert "⚠️ 1. Котова Марина — Петров Илья" in curator.sees
    await curator.taps("1")
    assert "ответить нужно было до чт 14 января" in curator.sees
    await curator.taps("Закрыть пару", "Не сложилось", "Вчера", "Закрыть")
    (member,) = await rows(stage, "SELECT ground, ended_at, state FROM members")
    assert (member["ground"], member["state"], member["ended_at"][:10]) == ("not_worked", "ended", "2027-01-14")
    await curator.says("/today")
    assert "просьба о паре" not in curator.sees
    await mentee.phone.says("/menu")
    assert "Наставника для вас пока не ищем" in mentee.phone.sees, "who asked to end is not looked for one"
    assert "Ищем вам наставника" not in mentee.phone.sees
    await mentor.phone.says("/menu")
    assert "вы в списке наставников" in mentor.phone.sees.lower()


async def test_back_in_the_search_only_if_they_wish(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    await close_from_the_card(curator, "По просьбе стороны")
    await mentee.phone.taps("Не сейчас")
    assert "пока не ищем" in mentee.phone.sees
    await ready(stage, "Другова Анна", "mentor", phone=False)
    await curator.says("/match")
    await curator.taps(*[each for each in curator.buttons if "ученик – ученик" in each][:1])
    assert not pairs_to_see(curator), "nobody to look for"
    await mentee.phone.says("/menu")
    await mentee.phone.taps("Вернуться в поиск")
    assert "снова в поиске" in mentee.phone.sees
    assert "Ищем вам наставника" in mentee.phone.sees
    await curator.says("/match")
    await curator.taps(*[each for each in curator.buttons if "ученик – ученик" in each][:1])
    await curator.taps("Смотреть пары")
    assert "Другова Анна" in curator.sees, "the mentor of before is not proposed again"
    assert "Марина" not in curator.sees
    await mentor.phone.taps_data(mentor.phone.screen.id, SeekTap(participation=mentee.participation, yes=False).pack())
    assert "не ваше" in mentor.phone.toast


def pairs_to_see(curator):
    return [each for each in curator.buttons if each.startswith("Смотреть пары")]


async def close_from_the_card(curator, ground, *more):
    await curator.taps_data(curator.screen.id, EndTap(match=1).pack())
    return await curator.taps(*more, ground, "Сегодня", "Закрыть")


async def test_a_reached_goal_leaves_no_ban_and_cancels_the_meeting(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    await mentor.phone.says("/menu")
    await mentor.phone.taps("Илья П.: назначить встречу", "Другой день", "20", "16:30")
    await close_from_the_card(curator, "Цели достигнуты")
    assert await rows(stage, "SELECT * FROM wishes") == []
    assert [each["state"] for each in await rows(stage, "SELECT state FROM meetings")] == ["cancelled"]
    (resting,) = await rows(stage, "SELECT id FROM participations WHERE resting_from IS NOT NULL")
    assert resting["id"] == mentee.participation
    await curator.taps_data(curator.screen.id, EndTap(match=1, member=1, ground=0, ago=0, sure=1).pack())
    assert "уже закрыта" in curator.toast


async def test_of_a_group_one_leaves_and_the_rest_goes_on(stage):
    curator = await set_up_school(stage)
    mentor, first, second = await at_work(stage, "Панин", "Семёнов")
    await asks(first, "Хочу закончить", "Другая причина", "-")
    await curator.taps("Открыть просьбу", "Закрыть пару", "По просьбе стороны", "Сегодня", "Закрыть")
    assert "В вашей группе на одного меньше: Илья П." in mentor.sees
    assert [each["state"] for each in await rows(stage, "SELECT state FROM members ORDER BY id")] == ["ended", "active"]
    assert not any("заверш" in each.text for each in second.user.chat.messages)
    await mentor.says("/menu")
    await mentor.taps(
        "Илья С.: назначить встречу", "Изменить пару", "Хочу закончить", "Не хватает времени", "Пропустить"
    )
    await curator.taps("Открыть просьбу", "Закрыть пару", "Личные обстоятельства", "Сегодня", "Закрыть")
    assert {each["state"] for each in await rows(stage, "SELECT state FROM members")} == {"ended"}
    assert (await rows(stage, "SELECT ended_at FROM matches"))[0]["ended_at"]


async def test_a_mentor_who_leaves_a_group_closes_all_of_it(stage):
    curator = await set_up_school(stage)
    mentor, first, second = await at_work(stage, "Панин", "Семёнов")
    await mentor.says("/menu")
    await mentor.taps(next(each for each in mentor.buttons if "назначить" in each), "Изменить пару", "Вся группа")
    await mentor.taps("Хочу закончить", "Не хватает времени", "Пропустить")
    await curator.taps("Открыть просьбу")
    assert "Панин Илья, Семёнов Илья" in curator.sees
    await curator.taps("Закрыть пару", "По просьбе стороны", "Сегодня", "Закрыть")
    assert {each["state"] for each in await rows(stage, "SELECT state FROM members")} == {"ended"}
    assert all("Ваша пара завершена" in each.sees for each in (first, second))


async def test_a_parent_asks_for_the_child_quietly(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    parent = await guardian_of(stage, mentee)
    await asks(parent, "Хочу другого наставника")
    assert "Передал куратору" in parent.sees
    await mentee.phone.says("/menu")
    assert "попросил" not in mentee.phone.sees
    await curator.taps("Открыть просьбу")
    assert "О паре ребёнка: Петров Илья. Ребёнок о просьбе не знает." in curator.sees
    assert told(stage, SECRET) == {curator.user.id}
    stranger = await guardian_of(stage, mentor, "Чужова Анна Олеговна")
    for tap in (LegTap(member=1), TakeBackTap(member=1)):
        await stranger.taps_data(stranger.screen.id, tap.pack())
    assert [each["answer"] for each in await rows(stage, "SELECT answer FROM partings")] == [None]


async def test_a_worker_gives_three_working_days_notice_and_no_reason(stage):
    curator, mentee, mentor = await school_with_a_pair(stage, kind="teacher")
    head = await staff_member(stage, Role.HEAD)
    await mentor.phone.says("/menu")
    await mentor.phone.taps("Илья П.: назначить встречу", "Изменить пару", "Отказаться от функции наставника")
    assert "чт 14" not in mentor.phone.sees
    assert "Последний день: 14 января" in mentor.phone.sees
    await mentor.phone.taps("Отказаться")
    assert "Последний день: 14 января" in head.sees
    assert "пара завершится сама" in curator.sees
    await mentor.phone.taps_data(mentor.phone.screen.id, DutyTap(member=1, sure=1).pack())
    assert len(await rows(stage, "SELECT * FROM partings")) == 1
    await mentee.phone.taps_data(mentee.phone.screen.id, DutyTap(member=1, sure=1).pack())
    assert "не ваше" in mentee.phone.toast
    await stage.waits(days=3, hours=3)
    assert [each["state"] for each in await rows(stage, "SELECT state FROM members")] == ["active"]
    await stage.waits(hours=10)
    (member,) = await rows(stage, "SELECT state, ground, ended_at FROM members")
    assert (member["state"], member["ground"], member["ended_at"][:10]) == ("ended", "worker", "2027-01-14")


async def test_a_pause_keeps_the_place_and_the_mentor_is_asked_on_the_day(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    spare = await ready(stage, "Ждунов Пётр", phone=False)
    await mentor.phone.says("/menu")
    await mentor.phone.taps("Илья П.: назначить встречу", "Другой день", "20", "16:30")
    await mentor.phone.taps("Изменить пару", "Взять паузу", "Экзамены, много работы", "пн 25 января")
    assert "Вы на паузе. Возвращение: пн 25 января" in mentor.phone.sees
    assert "на паузе и вернётся 25 января. Ваша пара сохраняется" in mentee.phone.sees
    assert "Причина: Экзамены" in curator.sees
    assert told(stage, "Экзамены") == {curator.user.id, mentor.phone.user.id}, "the mentee never learns why"
    assert [each["state"] for each in await rows(stage, "SELECT state FROM meetings")] == ["cancelled"]
    await mentee.phone.says("/menu")
    assert "⏸ Наставник (Марина К.) сейчас на паузе и вернётся пн 25 января" in mentee.phone.sees
    await curator.says("/match")
    await curator.taps(*[each for each in curator.buttons if "ученик – ученик" in each][:1])
    assert not pairs_to_see(curator), "nothing new is offered to a mentor who pauses"
    await stage.waits(days=13)
    await curator.says("/today")
    assert "без встречи" not in curator.sees
    await stage.waits(days=1)
    assert "Вернулись?" in mentor.phone.sees
    await stage.waits(days=1)
    await curator.says("/today")
    assert "1 наставник не ответил, вернулся ли с паузы" in curator.sees
    await curator.taps("Паузы", "Котова Марина")
    assert "Наставник вернулся" in curator.buttons
    await mentor.phone.taps("Другой день", "вт 2 февраля")
    assert "Вы на паузе" in mentor.phone.sees
    await curator.says("/today")
    assert "с паузы" not in curator.sees
    await mentor.phone.taps("Я вернулся(-ась)")
    assert "С возвращением" in mentor.phone.sees
    assert "вернулся. Когда он выберет время" in mentee.phone.sees
    await mentor.phone.taps_data(mentor.phone.screen.id, BackTap(pause=1, step="b").pack())
    assert "уже закончилась" in mentor.phone.toast
    await curator.says("/match")
    await curator.taps(*[each for each in curator.buttons if "ученик – ученик" in each][:1])
    assert pairs_to_see(curator)
    assert spare


async def test_who_cannot_come_back_asks_to_end_and_a_curator_sets_a_pause_too(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    await curator.taps_data(curator.screen.id, "pwp1:1")
    await curator.taps("Ещё", "Пауза наставника", "Личные обстоятельства", "пн 18 января")
    assert "Котова Марина на паузе" in curator.sees
    await mentor.phone.says("/menu")
    await mentor.phone.taps("Пауза", "Не смогу продолжать", "Передать куратору")
    assert "Передал куратору" in mentor.phone.sees
    assert "Причина: не может вернуться после паузы" in curator.sees
    assert "не сможет" not in mentee.phone.sees
    await curator.taps("Открыть просьбу", "Закрыть пару", "Личные обстоятельства", "Сегодня", "Закрыть")
    assert [each["ended_at"] is not None for each in await rows(stage, "SELECT ended_at FROM pauses")] == [True]
    assert "Ваша пара завершена" in mentee.phone.sees


async def test_nobody_but_the_curator_acts_by_the_curators_buttons(stage):
    curator, mentee, mentor = await school_with_a_pair(stage)
    await asks(mentee.phone, "Хочу закончить")
    stranger = await stage.someone()
    await stranger.starts()
    taps = [
        RequestsTap(), PausesTap(), EndTap(match=1), EndTap(match=1, member=1, ground=0, ago=0, sure=1),
        *(RequestTap(parting=1, step=step, ground=0, ago=0) for step in "skfc"),
    ]  # fmt: skip
    for someone in (mentor.phone, mentee.phone, stranger):
        for tap in taps:
            await someone.taps_data(someone.screen.id, tap.pack())
            assert SECRET not in someone.sees
            assert "Закрыть" not in "".join(someone.buttons)
    assert [each["answer"] for each in await rows(stage, "SELECT answer FROM partings")] == [None]
    assert [each["state"] for each in await rows(stage, "SELECT state FROM members")] == ["active"]
    assert told(stage, SECRET) == {curator.user.id}


async def test_erased_data_close_the_pair_and_leave_no_reason(stage):
    _, mentee, mentor = await school_with_a_pair(stage)
    await asks(mentee.phone, "Хочу закончить")

    def take_back(tx):
        person = people.get(tx, mentee.person)
        withdraw(tx, person, person, Purpose.PARTICIPATION)

    await stage.app.database.work(take_back)
    await stage.waits(days=31)
    (member,) = await rows(stage, "SELECT state, ground FROM members")
    assert (member["state"], member["ground"]) == ("ended", "withdrawn")
    (parting,) = await rows(stage, "SELECT reason, words, answer FROM partings")
    assert (parting["reason"], parting["words"], parting["answer"]) == ("", "", "agreed")
    assert "Ваша пара завершена" in mentor.phone.sees

"""A plan is made in a few taps, seen by both at once, ticked and marked; each hears of the other once a day; all is kept."""

from __future__ import annotations

import asyncio
from io import BytesIO

from docx import Document
from looking import said
from steps_matching import active_pair
from steps_meetings import at_work
from steps_school import set_up_school

from handlers.plan_taps import PlanItemTap, PlanMemberTap, PlanNewTap, PlansTap, PlanTap
from mentoring.people import Kind
from mentoring.plans import Mark, PlanKind, progress
from storage import accounts, plans, schools


def heard(someone, words):
    """How many messages of the bot with these words somebody has got."""
    return sum(words in message.text for message in someone.user.chat.messages if message.from_bot)


async def tap(someone, button):
    """A tap on a button as somebody might send it, whether they were shown it or not."""
    return await someone.taps_data(someone.screen.id, button.pack())


async def rows(stage, sql):
    return await stage.app.database.read(lambda tx: [dict(row) for row in tx.all(sql)])


async def paired(stage):
    """A curator, and a pair at work whose mentee has asked for physics: (curator, mentor, mentee) phones."""
    curator = await set_up_school(stage)
    mentee, mentor = await active_pair(stage)
    match_id = (await rows(stage, "SELECT max(match_id) AS id FROM members"))[0]["id"]
    for each in (mentee.phone, mentor.phone):
        each.match_id = match_id
    return curator, mentor.phone, mentee.phone


async def made(stage, mentor, *, untick=0):
    """The mentor makes the plan the application speaks for."""
    await tap(mentor, PlansTap(match=mentor.match_id))
    await mentor.taps("Составить план", "Составить план")
    for _ in range(untick):
        await mentor.taps(next(each for each in mentor.buttons if each.startswith("\u2611")))
    await mentor.taps("✅ План готов")


async def test_a_whole_plan_is_made_from_the_application_in_four_taps_and_the_mentee_sees_it_at_once(stage):
    _, mentor, mentee = await paired(stage)
    await tap(mentor, PlansTap(match=mentor.match_id))
    await mentor.taps("Составить план")
    assert "Помочь с физикой" in mentor.sees, "the request in the mentee's own words"
    assert "Подготовка по предмету" in mentor.sees
    assert "Физика" in mentor.sees
    await mentor.taps("Составить план")
    assert "Анализ трудностей и способы их преодоления" in mentor.sees
    await tap(mentee, PlansTap(match=mentee.match_id))
    assert "Наставник ещё составляет план" in mentee.sees
    await mentor.taps("✅ План готов")
    assert "0 из 8" in mentor.sees
    assert heard(mentee, "составил ваш план развития, заданий в нём: 8") == 1
    await mentee.taps("Открыть план")
    assert "Ближайшее" in mentee.sees
    await mentee.says("/menu")
    assert "По плану: Провести самодиагностику" in mentee.sees
    days = [row["due_on"] for row in await rows(stage, "SELECT due_on FROM plan_items ORDER BY section, number")]
    assert days == sorted(days)
    assert "2027-01-11" < days[0] < days[-1] < "2027-06-30"


async def test_what_is_not_needed_is_unticked_and_own_tasks_goal_and_days_are_the_mentors(stage):
    _, mentor, _ = await paired(stage)
    await tap(mentor, PlansTap(match=mentor.match_id))
    await mentor.taps("Составить план", "Составить план", "\u2611\ufe0f 1.3")
    assert "Заданий в плане: 7" in mentor.sees
    await mentor.taps("\u2610", "\u2611\ufe0f 1.3", "Своё задание")
    await mentor.says("Решить =1+1 & <b>десять</b> задач")
    await mentor.says("Все решены")
    await mentor.taps("20")
    assert "Заданий в плане: 8" in mentor.sees
    await mentor.taps("Изменить цель")
    assert "SMART" in mentor.sees
    await mentor.says("Понять <i>механику</i>")
    assert "механику" in mentor.sees
    await mentor.taps("📅")
    await mentor.taps("25")
    own = await rows(stage, "SELECT * FROM plan_items WHERE task LIKE 'Решить%'")
    assert (own[0]["task"], own[0]["expected"], own[0]["section"]) == (
        "Решить =1+1 & <b>десять</b> задач",
        "Все решены",
        2,
    )
    moved = await rows(stage, "SELECT due_on FROM plan_items ORDER BY section, number LIMIT 1")
    assert moved[0]["due_on"] == "2027-02-25"
    await mentor.taps("✅ План готов", "Все задания")
    await mentor.taps("1.1", "Результат")
    await mentor.says("Составлен список")
    assert "Планируемый результат: Составлен список" in mentor.sees
    await tap(mentor, PlanTap(plan=1, deed="h"))
    assert "ждём от" in mentor.sees
    assert "новая цель" in mentor.sees
    await mentor.taps("Раньше")
    assert "начат план" in mentor.sees


async def test_ticks_and_marks_are_told_politely_once_a_day(stage):
    _, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    await mentee.taps("Открыть план")
    await mentee.taps("\u2610 1.1", "\u2610 1.2")
    assert "2 из 8" in mentee.sees
    assert heard(mentor, "сделано по плану") == 0, "not every tick at once"
    await stage.waits(hours=2)
    assert heard(mentor, "сделано по плану") == 1
    await mentee.taps("\u2610 1.3")
    await stage.waits(hours=1.5)
    assert heard(mentor, "сделано по плану") == 1, "at most once a day"
    await stage.waits(hours=24)
    assert heard(mentor, "сделано по плану") == 2, "the rest the day after"
    await mentor.says("/menu")
    assert "3 задания ждут вашей отметки" in mentor.sees
    await mentor.taps("План (3 из 8)")
    await mentor.taps("1.1", "Частично", "Добавить слово")
    await mentor.says("Названо одно направление", "Подумай ещё")
    assert "Слово наставника: Подумай ещё" in mentor.sees
    await stage.waits(hours=2)
    assert heard(mentee, "новое в вашем плане") == 1
    await mentee.taps("Открыть план", "Все задания", "1.1")
    assert "выполнено частично" in mentee.sees
    assert "Подумай ещё" in mentee.sees
    assert "Сделал(а)" not in mentee.buttons


async def test_a_tick_taken_back_is_not_told(stage):
    _, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    await mentee.taps("Открыть план", "\u2610 1.1", "Все задания", "1.1", "Ещё не сделано")
    await stage.waits(hours=2)
    assert heard(mentor, "сделано по плану") == 0


async def test_a_task_due_is_reminded_of_once_and_once_when_it_is_overdue(stage):
    _, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE plan_items SET removed_at = :now WHERE section = 2 OR number = 3", now=tx.now)
    )
    await stage.waits(hours=24 * 80)
    assert heard(mentee, "По плану") + heard(mentee, "по плану") >= 2
    assert heard(mentee, "Провести самодиагностику") == 1
    assert heard(mentor, "срок по плану был") == 2, "a nudge a task, and no more"


async def test_a_task_done_is_never_reminded_of(stage):
    _, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    await mentee.taps("Открыть план", "\u2610 1.1")
    item = (await rows(stage, "SELECT id FROM plan_items WHERE number = 2 AND section = 1"))[0]["id"]
    await tap(mentor, PlanItemTap(item=item, deed="x"))
    told = heard(mentee, "по плану")
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE plan_items SET removed_at = :now WHERE section = 2 OR number = 3", now=tx.now)
    )
    await stage.waits(hours=24 * 60)
    assert heard(mentee, "по плану") == told
    assert heard(mentor, "срок по плану") == 0


async def test_two_phones_at_once_lose_nothing(stage):
    _, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    parts = stage.app.parts
    speakers = {}
    for name, phone in (("mentor", mentor), ("mentee", mentee)):
        speakers[name] = await stage.app.database.read(lambda tx, phone=phone: accounts.speaking(tx, phone.user.id))
    items = [row["id"] for row in await rows(stage, "SELECT id FROM plan_items ORDER BY id")]
    await asyncio.gather(
        *(parts.plans.tick(speakers["mentee"], each, done=True) for each in items[:4]),
        *(parts.plans.mark(speakers["mentor"], each, Mark.DONE) for each in items[4:]),
        *(parts.plans.make(speakers["mentor"], 1, PlanKind.PLAN, "") for _ in range(3)),
    )
    found = await stage.app.database.read(lambda tx: plans.items(tx, 1))
    assert [each.ticked_at is not None for each in found] == [True] * 4 + [False] * 4
    assert [each.mark is not None for each in found] == [False] * 4 + [True] * 4
    assert len(await rows(stage, "SELECT id FROM plans")) == 1
    assert len(await rows(stage, "SELECT id FROM plan_changes WHERE what IN ('ticked', 'mark')")) == 8


async def test_a_double_tap_changes_once_and_a_mark_stands_before_a_late_tick(stage):
    _, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    for _ in range(2):
        await tap(mentee, PlanItemTap(item=1, deed="t"))
    assert len(await rows(stage, "SELECT id FROM plan_changes WHERE what = 'ticked'")) == 1
    await tap(mentor, PlanItemTap(item=2, deed="-"))
    await tap(mentee, PlanItemTap(item=2, deed="t"))
    assert "уже поставил отметку" in mentee.toast
    assert (await rows(stage, "SELECT ticked_at FROM plan_items WHERE id = 2"))[0]["ticked_at"] is None


async def test_nobody_else_sees_or_changes_a_plan(stage):
    curator, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    stranger, other = await at_work(stage, "Чужой", mentor="Другая")
    before = await rows(stage, "SELECT * FROM plan_items")
    taps = [
        PlansTap(match=mentor.match_id), PlanMemberTap(member=1), PlanTap(plan=1), PlanTap(plan=1, deed="h"),
        PlanTap(plan=1, deed="f"), PlanItemTap(item=1), PlanItemTap(item=1, deed="t"), PlanItemTap(item=1, deed="+"),
        PlanItemTap(item=1, deed="x"), PlanNewTap(member=1, kind="path", deed="m"), PlanTap(plan=99), PlanItemTap(item=99),
        PlanNewTap(member=1, kind="nonsense"),
    ]  # fmt: skip
    for someone in (stranger, other):
        for each in taps:
            await tap(someone, each)
            assert "самодиагностику" not in someone.sees
    for each in (PlanItemTap(item=1, deed="+"), PlanItemTap(item=1, deed="x"), PlanTap(plan=1, deed="r")):
        await tap(mentee, each)
    await tap(mentor, PlanItemTap(item=1, deed="t"))
    await tap(curator, PlanItemTap(item=1, deed="+"))
    assert await rows(stage, "SELECT * FROM plan_items") == before


async def test_a_curator_looks_prints_and_notes_that_it_is_signed(stage):
    curator, mentor, _ = await paired(stage)
    await made(stage, mentor)
    await tap(curator, PlanMemberTap(member=1))
    await curator.taps("План (0 из 8)")
    assert "Изменить план" not in curator.buttons
    await curator.taps("Распечатать")
    file = [each.document for each in curator.user.chat.messages if each.document][-1]
    text = "\n".join(
        cell.text for table in Document(BytesIO(file.content)).tables for row in table.rows for cell in row.cells
    )
    assert "Петров Илья" in text
    assert "Раздел 2. Направления развития" in text
    await curator.taps("Подписан", "11")
    assert "Подписан 11 января 2027" in curator.sees
    assert len(await rows(stage, "SELECT id FROM journal WHERE deed = 'signed-plan'")) == 1


async def test_a_picture_of_the_progress_is_sent(stage):
    _, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    await mentee.taps("Открыть план", "Картинка")
    photos = [each for each in mentee.user.chat.messages if each.photo]
    assert photos
    assert "0 из 8" in mentee.sees


async def test_a_learning_path_has_places_and_its_own_paper(stage):
    _, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    await tap(mentor, PlansTap(match=mentor.match_id))
    await mentor.taps("Составить маршрут", "Другой образец", "Найти профессию", "Составить маршрут", "Своё задание")
    await mentor.taps("Событие, проба")
    await mentor.says("Съездить в технопарк", "технопарк, с классом")
    await mentor.taps("Пропустить", "29")
    await mentor.taps("✅ План готов", "Распечатать")
    file = [each.document for each in mentor.user.chat.messages if each.document][-1]
    text = "\n".join(
        cell.text for table in Document(BytesIO(file.content)).tables for row in table.rows for cell in row.cells
    )
    assert "технопарк, с классом" in text
    assert "Раздел 4. Чтение и самостоятельная работа" in text
    await tap(mentee, PlansTap(match=mentee.match_id))
    assert {"План (0 из 8)", "Маршрут (0 из 8)"} <= set(mentee.buttons)


async def test_teachers_have_their_own_sections_and_no_path(stage):
    await set_up_school(stage)
    mentor, _ = await at_work(stage, kind=Kind.TEACHER)
    await stage.app.database.work(lambda tx: tx.run("UPDATE members SET form = 'teacher_teacher'"))
    await tap(mentor, PlansTap(match=mentor.match_id))
    assert "Составить маршрут" not in mentor.buttons
    await mentor.taps("Составить план")
    await mentor.taps("Другой образец")
    assert {"Вхождение в должность", "Методика предмета", "Работа с классом", "Цифровые инструменты"} <= set(
        mentor.buttons
    )
    await mentor.taps("Вхождение в должность", "Составить план")
    assert "Раздел 1. Вхождение в должность" in mentor.sees
    await tap(mentor, PlanNewTap(member=1, kind="path", deed="m"))
    assert len(await rows(stage, "SELECT id FROM plans")) == 1


async def test_an_own_task_of_a_long_plan_is_seen_where_it_stands_and_nothing_is_asked_without_an_application(stage):
    await set_up_school(stage)
    mentor, _ = await at_work(stage, kind=Kind.TEACHER)
    await stage.app.database.work(lambda tx: tx.run("UPDATE members SET form = 'teacher_teacher'"))
    await tap(mentor, PlansTap(match=mentor.match_id))
    await mentor.taps("Составить план")
    assert "Запрос:" not in mentor.sees
    assert "()" not in mentor.sees
    await mentor.taps("Другой образец", "Вхождение в должность", "Составить план", "Своё задание")
    await mentor.says("Провести открытый урок")
    await mentor.taps("Пропустить", "20")
    assert "Провести открытый урок" in mentor.sees, "not the first page of twelve tasks"


async def test_in_coded_mode_a_plan_its_paper_and_its_notices_name_nobody(stage):
    _, mentor, mentee = await paired(stage)
    stage.app.tripwire.every = 0.0
    await stage.app.database.work(lambda tx: schools.choose(tx, 1, privacy_mode="coded"))
    before = len(stage.telegram.calls)
    await made(stage, mentor)
    await mentee.taps(
        "Открыть план", "\u2610 1.1", "Все задания", "1.1", "‹ К плану", "Что менялось", "‹ К плану", "Распечатать"
    )
    await stage.waits(hours=2)
    await mentor.taps("Открыть план", "Распечатать", "Картинка")
    heard_all = "\n".join(part for call in stage.telegram.calls[before:] for part in said(call.params))
    assert "У-00" in heard_all
    for name in ("Петров", "Илья", "Котова", "Марина"):
        assert name not in heard_all
    assert not stage.app.tripwire.tripped, "the first lock held"


async def test_a_group_has_a_plan_for_each(stage):
    await set_up_school(stage)
    mentor, first, second = await at_work(stage, "Панин", "Ершов")
    await tap(mentor, PlansTap(match=mentor.match_id))
    assert len([each for each in mentor.buttons if "плана нет" in each]) == 2
    await mentor.taps(mentor.buttons[0], "Составить план", "Составить план", "✅ План готов")
    assert heard(first, "составил ваш план") == 1
    assert heard(second, "составил ваш план") == 0
    await tap(second, PlanTap(plan=1))
    assert "Ближайшее" not in second.sees


async def test_a_pair_that_is_over_closes_its_plan(stage):
    curator, mentor, mentee = await paired(stage)
    await made(stage, mentor)
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE members SET state = 'ended', live = 0, ended_at = :now", now=tx.now)
    )
    await tap(mentee, PlanItemTap(item=1, deed="t"))
    assert "пока пара работает" in mentee.sees or "пока пара работает" in mentee.toast
    await stage.waits(hours=24 * 40)
    assert heard(mentee, "по плану до") == heard(mentor, "срок по плану") == 0
    await tap(curator, PlanTap(plan=1))
    assert "🎯" in curator.sees


async def test_what_is_overdue_is_found_by_an_index(stage):
    _, mentor, _ = await paired(stage)
    await made(stage, mentor)
    await stage.waits(hours=24 * 60)

    def query(tx):
        today = tx.now.date()
        how = tx.all(
            "EXPLAIN QUERY PLAN SELECT p.member_id FROM plan_items i JOIN plans p ON p.id = i.plan_id "
            "JOIN members m ON m.id = p.member_id WHERE i.mark IS NULL AND i.ticked_at IS NULL "
            "AND i.removed_at IS NULL AND i.due_on < :today",
            today=today,
        )
        items = plans.items(tx, 1)
        return (
            plans.overdue(tx, 1, today),
            plans.counts(tx, [1], today),
            progress(items, today),
            str([row[3] for row in how]),
        )

    late, counts, counted, how = await stage.app.database.read(query)
    assert (late[0].member_id, late[0].count) == (1, counted.late)
    assert counted.late > 0
    assert counts[1] == counted
    assert "plan_items_open" in how

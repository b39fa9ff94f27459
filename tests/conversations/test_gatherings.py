"""The group meeting: planned, told, moved, reminded of, marked; then those who came say whom they prefer, and whom not."""

from __future__ import annotations

import json
from io import BytesIO

from docx import Document
from steps_joining import set_up_school
from steps_matching import guardian_of, ready
from steps_questionnaire import turn_of
from steps_school import staff_member

from mentoring.leaving import Paper
from mentoring.people import MentoringForm
from services import matching_inputs
from storage import merging, schools

ANSWER = "Ответить, с кем хочу работать"
PUPILS = (MentoringForm.PUPIL_PUPIL.value,)


async def planned(stage, curator):
    """From the draft's screen: a day, an hour, a place; everybody is invited."""
    await curator.says("/match")
    await curator.taps("Ещё", "Групповая встреча", "Назначить встречу", "19", "15:00", "Место")
    await curator.says("Актовый зал")
    await curator.taps("Пригласить")
    await stage.waits(minutes=1)


async def school(stage):
    """A curator, a mentee with a parent, another mentee, three mentors; a group meeting to which all are invited."""
    curator = await set_up_school(stage, forms=PUPILS)
    mentees = [await ready(stage, name) for name in ("Петров Илья", "Сидоров Глеб")]
    mentors = [await ready(stage, name, "mentor") for name in ("Котова Марина", "Белов Олег", "Дуров Пётр")]
    parent = await guardian_of(stage, mentees[0])
    await planned(stage, curator)
    return curator, mentees, mentors, parent


async def held(stage, curator, *absent):
    """It is the evening of that day; everybody came but these."""
    await stage.waits(days=8, hours=5)
    await curator.says("/today")
    assert "1 групповая встреча прошла: отметьте, кто пришёл" in curator.sees
    assert "ничего не ждёт" not in curator.sees
    await curator.taps("Отметить, кто пришёл", "Все пришли", *absent, "‹ К встрече")


async def gathered(stage):
    """What matching would be computed from."""
    return await stage.app.database.read(
        lambda tx: matching_inputs.gather(tx, schools.programme(tx, 1), "pupil_pupil").programme
    )


async def test_everybody_hears_and_answers_and_parents_know(stage):
    curator, (mentee, other), (mentor, *_), parent = await school(stage)
    for phone in (mentee.phone, mentor.phone, parent):
        assert "19 января, 15:00" in phone.sees
        assert "Актовый зал" in phone.sees
    assert "Илья П." in parent.sees
    await mentee.phone.taps("Приду")
    await other.phone.taps("Не смогу")
    await mentee.phone.taps("В календарь")
    file = next(each.document for each in mentee.phone.user.chat.messages if each.document)
    assert b"DTSTART:20270119T120000Z" in file.content
    await curator.taps("‹ Все встречи", "🗓")
    assert "Придут 1 · не смогут 1 · молчат 3" in curator.sees
    late = await ready(stage, "Поздний Егор")
    await stage.waits(hours=26)
    assert "Вас приглашают" in late.phone.sees, "whoever becomes ready later is invited at night, told in the morning"
    await curator.taps("Другое время", "20", "16:00")
    await stage.waits(minutes=1)
    for phone in (mentee.phone, mentor.phone, parent):
        assert "20 января, 16:00" in phone.sees
    told = [each.text for each in mentor.phone.user.chat.messages if each.from_bot and "теперь" in (each.text or "")]
    assert len(told) == 1, "everybody hears of it once"
    await other.phone.taps("Не смогу")
    await stage.waits(days=7)
    assert "Напоминаю: завтра в 16:00" in mentor.phone.sees
    assert "Напоминаю" not in other.phone.sees, "who cannot come is left alone"
    stale = mentee.phone.find_button("Приду")
    await curator.says("/match")
    await curator.taps("Ещё", "Групповая встреча", "🗓", "Отменить встречу", "Да, отменить")
    await stage.waits(minutes=1)
    assert "отменена" in mentee.phone.sees
    assert "отменена" in parent.sees
    await mentee.phone.taps_data(stale[0].id, "gti1:1:1:c")
    assert "прошла или отменена" in mentee.phone.sees + mentee.phone.toast
    await stage.waits(days=2)
    await curator.says("/menu")
    assert "Отметить, кто пришёл" not in curator.buttons


async def test_those_who_came_choose_from_those_who_came_and_only_the_curator_and_psychologist_know_whom_not(stage):
    curator, (mentee, other), (cat, white, absent), parent = await school(stage)
    psychologist = await staff_member(stage, "psychologist")
    teacher = await staff_member(stage, "class_teacher")
    await held(stage, curator, "Дуров")
    assert "Пришли 4 из 5" in curator.sees
    await curator.taps("Спросить предпочтения: 4 человека")
    await stage.waits(hours=18)
    asked = "SELECT count(*) FROM notices WHERE kind = 'preferences-asked' AND revision = 0 AND person_id = :id"
    counts = [
        await stage.app.database.read(lambda tx, who=who: tx.value(asked, id=who.person)) for who in (mentee, absent)
    ]
    assert counts == [1, 0], "only those who came are asked"
    await mentee.phone.says("/menu")
    await mentee.phone.taps(ANSWER)
    names = [option.label.to("ru") for option in (await turn_of(mentee.phone)).step.options]
    assert names == ["Марина К.", "Олег Б."], "who was not there is not offered"
    before = len(stage.telegram.calls)
    await mentee.phone.taps("Марина К.", "Пропустить")
    await mentee.phone.taps("Пропустить", "Олег Б.", "Готово", "Отправить")
    mine = str(mentee.phone.user.id)
    for call in stage.telegram.calls[before:]:
        assert call.params.get("chat_id") in (None, mine), "nobody else's phone is told anything"
    programme = await gathered(stage)
    told = next(each for each in programme.mentees if each.id == mentee.participation)
    assert (told.chosen, told.avoided) == ((cat.participation,), frozenset({white.participation}))
    await psychologist.says("/menu")
    await psychologist.taps("Кто с кем не хотел бы")
    assert "Илья П., 7 «Б» (наставляемый) — не с: Олег Б." in psychologist.sees
    for phone in (white.phone, other.phone, parent, teacher):
        await phone.says("/menu")
        assert "Кто с кем не хотел бы" not in phone.buttons
        await phone.taps_data(phone.screen.id, "avd1:0")
        assert "не с:" not in phone.sees
        assert "Илья П., 7" not in phone.sees


async def test_the_later_answer_stands_and_follows_an_entry_that_was_merged(stage):
    curator, (mentee, _), (cat, white, _), _ = await school(stage)
    await held(stage, curator)
    await curator.taps("Спросить предпочтения")

    def said(tx, **answers):
        tx.run("DELETE FROM submissions WHERE form = 'preferences_mentee'")
        tx.insert(
            "submissions", school_id=1, person_id=mentee.person, form="preferences_mentee", version="2",
            about=mentee.participation, answers=json.dumps(answers), sent_at=tx.now,
        )  # fmt: skip

    await stage.app.database.work(lambda tx: said(tx, first=str(cat.participation), avoid=[str(white.participation)]))
    await stage.waits(hours=18)
    await mentee.phone.says("/menu")
    assert ANSWER not in mentee.phone.buttons, "it has been answered"
    await curator.says("/match")
    await curator.taps("Ещё", "Групповая встреча", "Назначить встречу", "27", "15:00", "Пригласить")
    await stage.waits(days=7, hours=10)
    await curator.says("/menu")
    await curator.taps("Отметить, кто пришёл", "Все пришли", "‹ К встрече", "Спросить предпочтения")
    await stage.waits(hours=18)
    assert ANSWER in mentee.phone.buttons, "after a second group meeting one is asked again"
    double = await ready(stage, "Белов Олежка", "mentor", phone=False)
    await stage.app.database.work(lambda tx: merging.merge(tx, double.person, white.person))
    told = next(each for each in (await gathered(stage)).mentees if each.id == mentee.participation)
    assert told.avoided == {double.participation}, "whom somebody would not work with is the same person still"


async def test_the_minutes_name_who_was_there_and_are_signed(stage):
    curator, *_ = await school(stage)
    await held(stage, curator, "Дуров")
    await curator.taps("Протокол", "Повестка и решения")
    await curator.says("Знакомство\nИгра <b>", "Сформировать пары & группы")
    assert "Игра <b>" in curator.sees
    await curator.taps("Скачать протокол")
    document = next(each.document for each in curator.user.chat.messages if each.document)
    paper = Document(BytesIO(document.content))
    text = "\n".join(each.text for each in paper.paragraphs)
    table = " ".join(cell.text for each in paper.tables for row in each.rows for cell in row.cells)
    assert "1. Знакомство\n2. Игра <b>" in text
    assert "Сформировать пары & группы" in text
    assert "Котова Марина" in table
    assert "Дуров" not in table, "who did not come is not in the minutes"
    await curator.taps("Подписан: номер и дата")
    await curator.says("3")
    await curator.taps("19")
    assert "Подписан: № 3" in curator.sees
    assert Paper.MINUTES.holds_names

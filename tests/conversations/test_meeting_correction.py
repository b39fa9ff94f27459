"""A mentor who tapped the wrong outcome, length or result puts the log right, until the curator has settled it."""

from __future__ import annotations

from steps_meetings import holds_a_meeting, match, school_with_a_pair
from steps_people import add

from handlers.diary_taps import EntryTap
from mentoring.people import Kind, Side


async def rows(stage, query, **values):
    return await stage.app.database.read(lambda tx: [dict(row) for row in tx.all(query, **values)])


async def only(stage, column):
    (row,) = await rows(stage, "SELECT * FROM meetings WHERE state <> 'planned'")
    return row[column]


async def corrects(mentor, *taps):
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Прошлые встречи", "12 янв", "Исправить отметку", *taps)


async def test_what_was_tapped_wrong_is_put_right_and_back_with_all_that_follows_from_it(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE settings SET value = '1' WHERE name = 'feedback_after_meetings'")
    )
    await holds_a_meeting(stage, mentor, "12", outcome="Не пришёл")
    await mentee.taps("Да")
    assert await only(stage, "disputed") == 1
    await corrects(mentor, "Состоялась", "1 час", "Частично")
    entry = next(each.text for each in mentor.user.chat.visible if "Исправил" in each.text)
    assert "частично" in entry.lower()
    assert (await only(stage, "state"), await only(stage, "minutes"), await only(stage, "disputed")) == ("held", 60, 0)
    assert len(await rows(stage, "SELECT * FROM rounds")) == 1, "it was held, so both are asked"
    await mentor.taps("Исправить отметку", "Не состоялась")
    assert (await only(stage, "state"), await only(stage, "result"), await only(stage, "disputed")) == ("missed", "", 1)
    await mentor.taps("Исправить отметку", "Состоялась", "45 мин", "Получилось")
    assert len(await rows(stage, "SELECT * FROM rounds")) == 1, "nobody is asked twice"
    written = await rows(stage, "SELECT * FROM journal WHERE deed LIKE 'meeting-corrected%' ORDER BY id")
    assert [each["deed"].rpartition("-")[2] for each in written] == ["held", "missed", "held"]
    assert {each["person_id"] for each in written} == {mentor.person_id}
    assert not any(each["details"] for each in written)


async def test_of_a_group_it_is_asked_again_who_came(stage):
    _, mentor, one, two = await school_with_a_pair(stage, "Панин", "Рогов")
    await holds_a_meeting(stage, mentor, "12", outcome="Не пришёл")
    await mentor.taps("Илья П.", "Илья Р.", "Готово")
    await corrects(mentor, "Состоялась", "45 мин", "Получилось")
    assert [each[:1] for each in mentor.buttons[:2]] == ["✅", "✅"]
    await mentor.taps("Илья Р.", "Готово")
    came = await rows(stage, "SELECT person_id, came FROM attendance")
    assert {each["person_id"]: each["came"] for each in came} == {one.person_id: 1, two.person_id: 0}


async def test_the_meeting_ahead_takes_its_place_in_the_order(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await holds_a_meeting(stage, mentor, "12", outcome="Не пришёл")
    await mentor.says("/menu")
    await mentor.taps(*[each for each in mentor.buttons if "назначить встречу" in each][:1])
    await mentor.taps("Другой день", "20", "15:00")
    ahead = "SELECT kind FROM meetings WHERE state = 'planned'"
    assert await rows(stage, ahead) == [{"kind": "first"}]
    await corrects(mentor, "Состоялась", "45 мин", "Получилось")
    assert await rows(stage, ahead) == [{"kind": "trial"}]


async def test_what_the_curator_has_settled_and_anothers_meeting_are_not_put_right(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await holds_a_meeting(stage, mentor, "12")
    meeting = await only(stage, "id")
    other = await stage.someone("Чужой")
    await other.starts()

    def elsewhere(tx):
        person = add(tx, "Чужой", "Олег", Kind.PUPIL, Side.MENTOR, "10А", phone=other)
        match(tx, person, add(tx, "Рогов", "Илья", Kind.PUPIL, Side.MENTEE, "7Б"))

    await stage.app.database.work(elsewhere)
    for someone in (other, mentee):
        await someone.taps_data(someone.user.chat.visible[-1].id, EntryTap(meeting=meeting, do="r").pack())
        assert "Как на самом деле" not in someone.sees
    await mentor.taps("Дополнить запись")
    await stage.app.database.work(lambda tx: tx.run("UPDATE meetings SET settled_at = :now", now=tx.now))
    await mentor.taps("Исправить отметку")
    assert "выяснил" in mentor.sees + mentor.toast
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Прошлые встречи", "12 янв")
    assert "Исправить отметку" not in mentor.buttons

"""Each consent taken back on its own, the act at the end of the clock, one's data in a file, who opened a card."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from steps_joining import set_up_school
from steps_matching import active_pair, guardian_of, members
from steps_people import known

from services.withdrawing import come_back
from storage import journal, people


def text_of(content):
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([each.text for each in document.paragraphs] + cells)


async def value(stage, sql, **names):
    return await stage.app.database.read(lambda tx: tx.value(sql, **names))


async def gives(stage, person, purpose, capacity, by=None):
    await stage.app.database.work(
        lambda tx: tx.insert(
            "consents", person_id=person, purpose=purpose, capacity=capacity, way="paper", answer="agreed", given_by=by,
            text_version="1", text_hash="x", given_at=tx.now,
        )
    )  # fmt: skip


async def with_parent(stage):
    """A curator, and a working pair of a mentee who has a parent with a phone."""
    curator = await set_up_school(stage)
    mentee, mentor = await active_pair(stage)
    return curator, mentee, mentor, await guardian_of(stage, mentee)


async def test_the_name_on_the_site_is_withdrawn_alone_and_the_curator_has_three_working_days(stage):
    curator, mentee, _, parent = await with_parent(stage)
    await gives(stage, mentee.person, "distribution", "guardian")
    await parent.says("/privacy")
    await parent.taps("ученик · Илья П.", "Отозвать: имя на сайте")
    assert "за три рабочих дня" in parent.sees
    await parent.taps("Да, отозвать")
    assert "Отозвано: Имя на сайте" in parent.sees
    assert [state for state, _ in await members(stage)] == ["active"], "taking part goes on"
    assert "отозвано согласие «Имя на сайте школы». Осталось сделать до 14.01.2027" in curator.sees
    await curator.taps("Что это затронуло")
    assert "родитель" in curator.sees
    await curator.taps("Сделано")
    assert "Отмечено" in curator.sees
    assert "Делать больше ничего не нужно" in curator.sees


async def test_levels_of_the_psychologist_are_erased_at_once(stage):
    _, mentee, _, _ = await with_parent(stage)
    await gives(stage, mentee.person, "psychological", "guardian")
    await stage.app.database.work(
        lambda tx: tx.run(
            "INSERT INTO levels (participation_id, phase, parameter, level, entered_at) VALUES (:id, 'entry', 'x', 2, :now)",
            id=mentee.participation,
            now=tx.now,
        )
    )
    await mentee.phone.says("/privacy")
    await mentee.phone.taps("Отозвать: опрос у психолога", "Да, отозвать")
    assert await value(stage, "SELECT count(*) FROM levels") == 0
    assert [state for state, _ in await members(stage)] == ["active"]


async def test_a_child_does_not_undo_what_a_parent_took_back_and_the_curator_lets_a_pair_go_on(stage):
    curator, mentee, _, parent = await with_parent(stage)
    await parent.says("/privacy")
    await parent.taps("ученик · Илья П.", "Отозвать согласие", "Да, отозвать")
    assert [state for state, _ in await members(stage)] == ["frozen"]
    await mentee.phone.starts()
    await mentee.phone.taps("Вернуться в программу", "Согласен(на)")
    assert await value(stage, "SELECT withdrawn_at FROM persons WHERE id = :id", id=mentee.person)
    await gives(stage, mentee.person, "participation", "guardian")

    def back(tx):
        guardian = people.guardians_of(tx, mentee.person)[0]
        come_back(tx, people.get(tx, mentee.person), guardian)

    await stage.app.database.work(back)
    await stage.settled()
    assert "согласие дано снова" in curator.sees
    await curator.taps("1 приостановленная пара", "Возобновить")
    assert "Пара снова работает" in curator.sees
    assert [state for state, _ in await members(stage)] == ["active"]
    await stage.waits(days=40)
    assert await value(stage, "SELECT erased_at FROM persons WHERE id = :id", id=mentee.person) is None


async def test_the_act_makes_itself_is_printed_signed_and_goes_after_three_years(stage):
    curator, mentee, _, _ = await with_parent(stage)
    await mentee.phone.says("/privacy")
    await mentee.phone.taps("Отозвать согласие", "Да, отозвать")
    await stage.waits(days=32)
    await curator.says("/today")
    assert "ждут подписи" in curator.sees or "ждёт подписи" in curator.sees
    await curator.taps("Акты об уничтожении")
    subject = await value(stage, "SELECT subject FROM acts WHERE person_id = :id", id=mentee.person)
    number = await value(stage, "SELECT number FROM acts WHERE person_id = :id", id=mentee.person)
    await curator.taps(f"✍️ № {number}", "Напечатать акт и выписку")
    act, extract = [text_of(each.document.content) for each in curator.user.chat.messages if each.document][-2:]
    for part in (subject, "Отзыв согласия", "11.01.2027", "фамилия, имя, отчество", "№ 179", "УТВЕРЖДАЮ", "10 февраля"):
        assert part.replace("\xa0", " ") in act.replace("\xa0", " "), part
    for part in (subject, "ВЫПИСКА", "Номер записи журнала"):
        assert part in extract
    assert "Илья" not in act + extract
    await curator.taps("Подписан", "Оставить")
    await curator.says("сейф")
    assert "лежит: сейф" in curator.sees
    kept = "SELECT count(*) FROM consents WHERE person_id = :id"
    await stage.waits(days=365 * 3 - 5)
    assert await value(stage, kept, id=mentee.person) > 0
    await stage.waits(days=10)
    assert await value(stage, kept, id=mentee.person) == 0
    assert await value(stage, "SELECT count(*) FROM acts WHERE person_id = :id", id=mentee.person) == 0


@pytest.mark.parametrize("at_server", [True, False])
async def test_the_act_names_files_with_names_at_the_server_and_the_day_they_go(stage, at_server):
    curator, mentee, _, _ = await with_parent(stage)

    def files(tx):
        for deed, details in (("took-out", "ledger server"), ("imported", "added 2 updated 0 same 0")):
            journal.note(tx, deed, "school", 1, school=1, by=None, details=details)

    if at_server:
        await stage.app.database.work(files)
    await mentee.phone.says("/privacy")
    await mentee.phone.taps("Отозвать согласие", "Да, отозвать")
    await stage.waits(days=32)
    await curator.says("/today")
    number = await value(stage, "SELECT number FROM acts WHERE person_id = :id", id=mentee.person)
    await curator.taps("Акты об уничтожении", f"✍️ № {number}", "Напечатать акт и выписку")
    act = text_of([each.document.content for each in curator.user.chat.messages if each.document][-2])
    assert "резервные копии" in act
    for words in ("в папку выгрузки на сервере", "обработанные файлы"):
        assert (words in act) is at_server
    # destroyed on 10 February, kept for thirty days
    assert act.count("не позднее 13.03.2027") == (2 if at_server else 0)


async def test_a_person_gets_everything_stored_about_them_in_one_file(stage):
    _, mentee, _, _ = await with_parent(stage)
    await mentee.phone.says("/privacy")
    await mentee.phone.taps("Получить все данные файлом")
    (file,) = [each.document for each in mentee.phone.user.chat.messages if each.document]
    assert file.name == "мои данные.pdf"
    assert file.content.startswith(b"%PDF")
    assert "Файл собран" in mentee.phone.sees


async def test_who_opened_a_childs_card_is_on_it_once_an_hour(stage):
    curator = await set_up_school(stage)
    person = await known(stage, "Петров")
    for _ in range(3):
        await curator.says("/menu")
        await curator.taps_data(curator.screen.id, f"prs1:{person}:")
    count = "SELECT count(*) FROM journal WHERE deed = 'card-opened'"
    assert await value(stage, count) == 1
    assert "Карточку открывали: " in curator.sees
    await curator.taps("Кто открывал карточку")
    assert "11.01.2027 15:00" in curator.sees
    await stage.waits(hours=1)
    await curator.taps_data(curator.screen.id, f"prs1:{person}:")
    assert await value(stage, count) == 2

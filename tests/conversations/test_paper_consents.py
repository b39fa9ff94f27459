"""Consents on paper: of children and grown-ups who do not use the bot, and what the blanks must name."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from docx import Document
from steps_joining import guardian_token, parent_agrees, pupil_joins, set_up_school
from steps_people import known

from mentoring.people import Kind, Side
from mentoring.settings import GuardianRule
from storage import standing


async def rows(stage, table: str):
    return await stage.app.database.read(lambda tx: [dict(row) for row in tx.all(f"SELECT * FROM {table}")])


async def pupil_lacks(stage) -> list[str]:
    def query(tx):
        (found,) = standing.of_person(tx, tx.value("SELECT id FROM persons WHERE kind = 'pupil'"))
        return [str(lack) for lack in found.lacks]

    return await stage.app.database.read(query)


async def test_a_pupil_without_a_phone_is_complete_by_two_papers(stage):
    curator = await set_up_school(stage, GuardianRule.PAPER)
    await known(stage, "Тихонов", complete=False, born=date(2012, 1, 5))
    await curator.says("/people")
    await curator.taps("⏳ Тихонов", "Согласие на бумаге")
    assert "Согласия родителя на бумаге ещё нет" in curator.sees
    assert "Сам ученик ещё не согласился" in curator.sees
    await curator.taps("Бланк ученика")
    assert curator.screen.document.content.startswith(b"PK")
    await curator.taps("Вернулась от ученика", "Оставить")
    await curator.says("папка 1")
    assert (await pupil_lacks(stage))[0] == "no_guardian"
    await curator.taps("Без класса" if "Без класса: 1" in curator.buttons else "7 «Б»", "Тихонов")
    assert "Сам ученик" not in curator.sees
    await curator.taps("Бумага вернулась", "Оставить")
    await curator.says("папка 1")
    assert not {"no_assent", "no_guardian", "no_paper"} & {*(await pupil_lacks(stage))}
    papers = {row["capacity"]: row["given_by"] for row in await rows(stage, "consents")}
    assert papers["guardian"] is None
    assert papers["assent"] is not None


async def test_a_grown_up_who_does_not_use_the_bot_signs_on_paper(stage):
    curator = await set_up_school(stage)
    await known(stage, "Учителева", "Мария", kind=Kind.TEACHER, side=Side.MENTOR, complete=False)
    await curator.says("/people")
    await curator.taps("⏳ Учителева", "Согласие на бумаге", "Бумага вернулась", "Оставить")
    await curator.says("папка 2")
    (paper,) = await rows(stage, "consents")
    assert (paper["capacity"], paper["way"]) == ("self", "paper")


async def test_the_blank_names_the_schools_postal_address(stage):
    curator = await set_up_school(stage, GuardianRule.PAPER)
    await curator.taps("Все разделы", "Школа", "Школа и сроки", *["Оставить"] * 5)
    await curator.says("160000, г. Энск, ул. Мира, д. 5")
    await curator.taps(
        "Москва", "Оставить", "Оставить", "Готово", "Ответ здесь и бумага", "Да, имена в чате", "Отправить"
    )
    await pupil_joins(stage)
    await curator.starts()
    await curator.taps("Все разделы", "Согласия", "Согласия на бумаге", "7 «Б»", "Бланки")
    text = "\n".join(paragraph.text for paragraph in Document(BytesIO(curator.screen.document.content)).paragraphs)
    assert "160000, г. Энск, ул. Мира, д. 5" in text


async def test_after_a_parents_refusal_the_child_can_hand_the_link_on_again(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage)
    parent = await parent_agrees(pupil, agrees=False)
    await pupil.says("/menu")
    assert "Родитель не согласился" in pupil.sees
    assert "Прочитать и ответить" not in pupil.buttons, "the child has answered"
    await pupil.taps("Ссылка для родителя")
    await parent.starts(await guardian_token(pupil))
    await parent.taps("Согласен(на)")
    assert "declined" not in await pupil_lacks(stage)

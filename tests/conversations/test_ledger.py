"""The ledger of consents: blanks for a class, class teachers' own, electronic documents, the ledger as a file."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from docx import Document
from openpyxl import load_workbook
from steps_school import set_up_school
from test_notes import class_teacher, pupils

from mentoring.people import Name


def words_of(document):
    found = Document(BytesIO(document.content))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in found.paragraphs), *cells]).replace("\u00a0", " ")


def printed(someone):
    """Texts of the DOCX sent to somebody, by the name of the file."""
    sent = [each.document for each in someone.user.chat.from_bot if each.document is not None]
    return {each.name: words_of(each) for each in sent}


async def opens(curator, *buttons):
    await curator.says("/menu")
    return await curator.taps("Все разделы", "Согласия", *buttons)


async def test_a_whole_class_is_printed_for_any_purpose_the_parents_and_the_pupils_own(stage):
    curator = await set_up_school(stage)
    await pupils(stage, "Панин", patronymic="Олегович")
    await pupils(stage, "Старшов", born=date(2011, 3, 5))
    await pupils(stage, "Чужов", school_class="8А")
    await opens(curator, "Фото и видео", "Ждём ответа: 3", "Бланки по классам", "7 «Б»: 2")
    found = printed(curator)
    assert set(found) == {"Фото и видео — родителю.docx", "Фото и видео — ученику.docx"}
    parents, own = found["Фото и видео — родителю.docx"], found["Фото и видео — ученику.docx"]
    assert "Панин Илья Олегович" in parents
    assert "Старшов Илья" in parents
    assert "Старшов Илья" in own
    assert "Панин" not in own, "under fourteen the parent decides"
    assert "Чужов" not in parents + own


async def test_whoever_has_agreed_or_declined_gets_no_blank_with_the_class(stage):
    curator = await set_up_school(stage)
    await pupils(stage, "Согласов")
    await pupils(stage, "Панин", consents=False)
    await opens(curator, "Участие в программе", "Ждём ответа: 1", "Бланки по классам", "7 «Б»: 1")
    (text,) = printed(curator).values()
    assert "Панин Илья" in text
    assert "Согласов" not in text


async def test_a_class_teacher_prints_for_the_own_class_with_whole_names(stage):
    await set_up_school(stage)
    teacher = await class_teacher(stage)
    await pupils(stage, "Панин", patronymic="Олегович", consents=False)
    await pupils(stage, "Чужов", school_class="8А", consents=False)
    await teacher.says("/menu")
    await teacher.taps("Бланки согласий моего класса")
    await teacher.taps("Участие в программе: 1")
    text = printed(teacher)["Участие в программе — родителю.docx"]
    assert "Панин Илья Олегович" in text
    assert "Чужов" not in text


async def test_another_classs_teacher_gets_nothing_even_by_a_forged_tap(stage):
    await set_up_school(stage)
    other = await class_teacher(stage, 8, "А")
    (pupil,) = await pupils(stage, "Панин", consents=False)
    await other.says("/menu")
    await other.taps("Бланки согласий моего класса")
    assert "Печатать нечего" in other.sees
    await other.taps_data(other.screen.id, f"cbl1:0:{pupil}")
    assert "не ваше" in other.toast
    assert printed(other) == {}
    stranger = await stage.someone()
    await stranger.starts()
    await stranger.taps_data(stranger.screen.id, f"cbl1:0:{pupil}")
    assert printed(stranger) == {}


async def test_an_electronic_document_is_kept_with_its_kind_and_stands_in_the_file(stage):
    curator = await set_up_school(stage, curator_name=Name("Кураторова", "Анна", "Ивановна"))
    await pupils(stage, "Панин", consents=False)
    await opens(curator, "Участие в программе", "Ждём ответа: 1", "Панин Илья", "Подписано электронно")
    await curator.taps("Через Госуслуги", "Оставить")
    await curator.says("сервер школы, папка 3")
    assert "Отмечено 1 согласие" in curator.sees
    (kept,) = await stage.app.database.read(lambda tx: [dict(row) for row in tx.all("SELECT * FROM consents")])
    assert (kept["way"], kept["document"], kept["capacity"]) == ("document", "gosuslugi", "guardian")
    await opens(curator, "Реестр файлом (XLSX)")
    file = load_workbook(BytesIO(curator.screen.document.content))
    headings, row = file.active.iter_rows(values_only=True)
    found = dict(zip(headings, row, strict=True))
    assert found["Чьи данные"] == "Панин Илья"
    assert found["Цель"] == "Участие в программе"
    assert (found["Версия"], found["Отпечаток текста"]) == (kept["text_version"], kept["text_hash"])
    assert len(found["Отпечаток текста"]) == 64
    assert found["Кто дал"] is None, "a paper of one of two names them by itself"
    assert found["В каком качестве"] == "законный представитель"
    assert (found["Как"], found["Вид документа"]) == ("электронный документ", "Госуслуги")
    assert found["Когда"].date().isoformat() == kept["given_at"][:10]
    assert found["До какого дня"].date() == date(2027, 6, 30)
    assert found["Где оригинал"] == "сервер школы, папка 3"
    assert found["Кто проверил"] == "Кураторова Анна Ивановна"

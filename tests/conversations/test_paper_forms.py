"""Those without a phone: a printed questionnaire, its code, whoever enters the answers, and the phone that comes later."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from steps_meetings import match
from steps_people import known
from steps_questionnaire import answers_one, fills, participant
from steps_school import set_up_school, staff_member

from mentoring.people import Kind, Name, Side
from storage import accounts, asking, people

UNKNOWN = "Эта ссылка не подходит"


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


async def teacher_of_7b(stage):
    """A class teacher who has been named to nothing yet."""
    someone = await staff_member(stage, "class_teacher", Name("Классова", "Вера", "Ильинична"))
    await stage.app.database.work(
        lambda tx: tx.run(
            "UPDATE staff_roles SET class_level = 7, class_letter = 'Б' WHERE person_id = :id", id=someone.person_id
        )
    )
    return someone


async def names_helper(curator, who="Классова"):
    await opens_section(curator, "")
    return await curator.taps("Кто вносит ответы", who)


async def opens_section(curator, group="application"):
    await curator.taps_data(curator.screen.id, f"ppf2:l:{group}:0")
    return curator


async def prints(curator, *taps):
    """Print, and return the words of each page."""
    await curator.taps(*taps)
    file = next(message for message in reversed(curator.user.chat.from_bot) if message.file is not None)
    return [page.extract_text() for page in PdfReader(BytesIO(file.file.content)).pages]


async def submissions(stage):
    return await stage.app.database.read(lambda tx: [dict(row) for row in tx.all("SELECT * FROM submissions")])


async def code_of(stage, person, form="application_mentee_pupil"):
    return await stage.app.database.read(
        lambda tx: tx.value(
            "SELECT l.token FROM links l JOIN sheets s ON s.link_id = l.id WHERE l.person_id = :id AND s.form = :form",
            id=person,
            form=form,
        )
    )


async def test_from_a_printed_sheet_to_the_application_entered_by_the_class_teacher(stage, curator):
    pupil = await known(stage, "Тихонов", applied=False, entered=False)
    teacher = await teacher_of_7b(stage)
    await names_helper(curator)
    assert "✅ Классова Вера" in curator.buttons
    await opens_section(curator)
    pages = await prints(curator, "Заявка наставляемого", "Без телефона: 1")
    code = await code_of(stage, pupil)
    assert all(code in page for page in pages)
    assert "Тихонов Илья" in pages[0]

    await teacher.starts(code)
    assert "Внесение с бумаги: Илья Т." in teacher.sees
    await fills(teacher, send=False)
    assert "Внесение с бумаги: Илья Т." in teacher.sees
    await teacher.taps("Отправить")
    assert "внесено с бумаги: Илья Т." in teacher.sees

    (sent,) = await submissions(stage)
    assert (sent["person_id"], sent["entered_by"]) == (pupil, teacher.person_id)
    by = await stage.app.database.read(
        lambda tx: tx.all("SELECT deed, person_id FROM journal ORDER BY id DESC LIMIT 2")
    )
    assert {(row["deed"], row["person_id"]) for row in by} == {
        ("questionnaire-sent", teacher.person_id),
        ("entered-from-paper", teacher.person_id),
    }
    applied = await stage.app.database.read(lambda tx: tx.value("SELECT applied_at FROM participations"))
    assert applied is not None

    await curator.says("/people")
    await curator.taps("⏳ Тихонов", "Анкеты: 1" if "Анкеты: 1" in curator.buttons else "Ответы")
    assert "Внесено с бумаги: Классова Вера" in curator.sees
    await curator.says("/export")
    await curator.taps("Собрать файл")
    file = next(message for message in reversed(curator.user.chat.from_bot) if message.file is not None)
    sheet = load_workbook(BytesIO(file.file.content))["Заявка наставляемого"]
    column = [cell.value for cell in sheet[1]].index("Кто внёс")
    assert sheet[2][column].value == "Классова Вера Ильинична"

    phone = await stage.someone()
    await phone.starts()
    await stage.app.database.work(
        lambda tx: accounts.speak_for(tx, accounts.speaking(tx, phone.user.id).account_id, pupil)
    )
    await phone.says("/menu")
    assert "внесено с вашей бумажной анкеты" in phone.sees
    await phone.taps("Мои анкеты", "Посмотреть и изменить заявку", "✏️ 1")
    assert "Внесение" not in phone.sees
    await phone.says("Теперь сам: нужна химия")
    await phone.taps("Отправить")
    (sent,) = await submissions(stage)
    assert sent["entered_by"] is None
    assert "химия" in sent["answers"]


async def test_whoever_else_opens_the_code_reads_what_an_unknown_link_says(stage, curator):
    pupil = await known(stage, "Тихонов", applied=False, entered=False)
    await opens_section(curator)
    await prints(curator, "Заявка наставляемого", "7 «Б»: 1")
    code = await code_of(stage, pupil)
    teacher, stranger, other = await teacher_of_7b(stage), await stage.someone(), await participant(stage)
    for someone in (teacher, stranger, other):
        await someone.starts("AAAAAAAAAA")
        unknown = someone.sees
        await someone.starts(code)
        assert someone.sees == unknown
        assert "Тихонов" not in someone.sees
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE persons SET removed_at = :now WHERE id = :id", now=tx.now, id=pupil)
    )
    await curator.starts(code)
    assert "Внесение" not in curator.sees


async def test_a_helper_revoked_meanwhile_is_refused_at_the_next_tap_and_nothing_is_kept(stage, curator):
    pupil = await known(stage, "Тихонов", applied=False, entered=False)
    teacher = await teacher_of_7b(stage)
    await names_helper(curator)
    await teacher.says("/menu")
    await teacher.taps("Внести анкеты с бумаги", "Илья Т. · 2", "Внести: Заявка наставляемого")
    await teacher.says("Хочу понять физику")
    await curator.taps("Классова")
    question = teacher.sees
    await teacher.taps("Математика")
    assert teacher.sees == question
    assert "не ваше" in teacher.toast
    await teacher.says("ещё слово")
    await teacher.says("/menu")
    assert "Тихонов" not in teacher.sees
    assert "Внести анкеты с бумаги" not in teacher.buttons
    assert await submissions(stage) == []
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM drafts")) == 0
    await teacher.taps_data(teacher.screen.id, f"pps2:{pupil}")
    assert "не ваше" in teacher.toast


async def test_a_helper_sees_their_own_class_and_only_whose_sheet_they_hold(stage, curator):
    mine = await known(stage, "Тихонов", applied=False, entered=False)
    other = await known(stage, "Громов", "Пётр", school_class="9А", applied=False, entered=False)
    teacher = await teacher_of_7b(stage)
    await names_helper(curator)
    await teacher.says("/menu")
    await teacher.taps("Внести анкеты с бумаги")
    assert "Пётр Г. · 2" not in teacher.buttons
    for data in (f"pps2:{other}", f"pen1:{other}:application_mentee_pupil:2", f"ppr1:{other}:x:1", f"prs1:{other}:"):
        await teacher.taps_data(teacher.screen.id, data)
        assert "Громов" not in teacher.sees
        assert "Пётр" not in teacher.sees
    await opens_section(curator)
    await prints(curator, "Заявка наставляемого", "9 «А»: 1")
    await teacher.says(await code_of(stage, other))
    assert "Внесение с бумаги: Пётр Г." in teacher.sees
    await teacher.says("/menu")
    assert "С бумаги · Пётр Г." in teacher.sees
    assert await code_of(stage, mine) is None


async def test_without_a_complete_consent_nothing_is_entered_and_the_reason_is_said(stage, curator):
    pupil = await known(stage, "Тихонов", complete=False)
    await curator.says("/people")
    await curator.taps("⏳ Тихонов", "Анкеты на бумаге")
    assert "не хватает — согласия" in curator.sees
    assert not [button for button in curator.buttons if button.startswith("Внести")]
    about = await stage.app.database.read(lambda tx: tx.value("SELECT id FROM participations"))
    await curator.taps_data(curator.screen.id, f"pen1:{pupil}:application_mentee_pupil:{about}")
    assert "не хватает — согласия" in curator.toast
    await opens_section(curator)
    await curator.taps("Заявка наставляемого")
    assert "Все, кого можно спросить, уже ответили" in curator.sees


async def test_a_consent_withdrawn_while_a_paper_is_entered_stops_it_at_sending(stage, curator):
    await known(stage, "Тихонов", applied=False, entered=False)
    await curator.says("/people")
    await curator.taps("⏳ Тихонов", "Анкеты на бумаге", "Внести: Заявка наставляемого")
    await fills(curator, send=False)
    await stage.app.database.work(lambda tx: tx.run("UPDATE consents SET withdrawn_at = :now", now=tx.now))
    await curator.taps("Отправить")
    assert "не хватает — согласия" in curator.toast
    assert await submissions(stage) == []


async def test_the_curator_enters_corrects_and_goes_on_after_a_pause(stage, curator):
    await known(stage, "Тихонов", applied=False, entered=False)
    await curator.says("/people")
    await curator.taps("⏳ Тихонов", "Анкеты на бумаге", "Внести: Заявка наставляемого")
    await curator.says("Физика", "/menu")
    assert "С бумаги · Тихонов Илья · Заявка наставляемого" in curator.sees
    await curator.taps("Продолжить")
    await fills(curator)
    assert "✅ Заявка наставляемого — 11 января 2027, внесено с бумаги" in curator.sees
    await curator.taps("Исправить: Заявка наставляемого", "✏️ 1")
    await curator.says("Физика и химия")
    await curator.taps("Отправить")
    (sent,) = await submissions(stage)
    assert "химия" in sent["answers"]
    assert sent["changed_at"] is not None
    assert sent["entered_by"] is not None


async def test_the_papers_of_two_mentees_of_one_group_are_entered_side_by_side(stage, curator):
    mentor = await known(stage, "Котова", side=Side.MENTOR)
    pair = [await known(stage, family) for family in ("Тихонов", "Громов")]
    of = await stage.app.database.work(lambda tx: match(tx, mentor, *pair))
    form, screens = "interim_mentee", {}
    for person in pair:
        await curator.taps_data(curator.screen.id, f"pen1:{person}:{form}:{of}")
        await answers_one(curator)
        screens[person] = curator.sees
    for person in pair:
        await curator.taps_data(curator.screen.id, f"pen1:{person}:{form}:{of}")
        assert curator.sees == screens[person], "where the paper was put aside"
    await curator.says("/menu")
    assert all(f"С бумаги · {family} Илья" in curator.sees for family in ("Тихонов", "Громов"))


async def test_an_empty_sheet_a_class_pile_and_one_persons_sheet_are_printed(stage, curator):
    for family in ("Тихонов", "Громов"):
        await known(stage, family, applied=False, entered=False)
    await known(stage, "Белова", "Анна", school_class="9А", applied=False, entered=False)
    await known(stage, "Закончев", applied=True)
    await opens_section(curator)
    assert "Заявка наставляемого · ученик" in curator.buttons
    empty = await prints(curator, "Заявка наставляемого", "Пустой бланк")
    assert "Код (или фамилия и имя, класс)" in empty[0]
    pile = await prints(curator, "7 «Б»: 2")
    assert len(pile) == 2 * len(empty)
    whole = " ".join(pile)
    assert "Тихонов" in whole
    assert "Громов" in whole
    assert "Белова" not in whole
    assert "Закончев" not in whole
    before = await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM links WHERE purpose = 'sheet'"))
    await prints(curator, "7 «Б»: 2")
    again = await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM links WHERE purpose = 'sheet'"))
    assert (before, again) == (2, 2)
    await curator.says("/people")
    await curator.taps("⏳ Белова", "Анкеты на бумаге")
    own = await prints(curator, "Напечатать: Заявка наставляемого")
    assert "Белова Анна, 9 «А»" in own[0]


async def test_the_sheet_of_the_group_meeting_has_the_names_the_chat_would_show(stage, curator):
    pupil = await known(stage, "Тихонов")
    await known(stage, "Котова", "Марина", side=Side.MENTOR, school_class="10А")
    await stage.app.database.work(lambda tx: asking.begin(tx, 1, "pupil_pupil", asking.Round.PREFERENCES))
    await curator.taps_data(curator.screen.id, f"pps2:{pupil}")
    page = " ".join(await prints(curator, "Напечатать: После групповой встречи"))
    assert "Марина К." in page
    assert "Тихонов" in page


async def test_two_entries_of_a_person_become_one_with_the_sheet_and_the_naming(stage, curator):
    def unit(tx):
        first = people.add(tx, 1, Kind.STAFF, name=Name("Иванов", "Пётр"), admitted_by=1)
        second = people.add(tx, 1, Kind.STAFF, name=Name("Иванов", "Пётр"), admitted_by=1)
        tx.run("INSERT INTO paper_helpers (person_id, named_by, named_at) VALUES (:id, 1, :now)", id=second, now=tx.now)
        from storage import merging

        merging.merge(tx, first, second)
        return first, [row["person_id"] for row in tx.all("SELECT person_id FROM paper_helpers")]

    first, named = await stage.app.database.work(unit)
    assert named == [first]

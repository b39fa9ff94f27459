"""The curator's people: lists, filters, search, a card with its next step, adding, correcting, nudging, the sheet."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from steps_people import add, consent, known, sent
from steps_school import set_up_school

from mentoring.people import Kind, Side
from storage import accounts, people

ABSENT = "ещё не вступил(а)"


async def bulk(stage, *unit):
    return await stage.app.database.work(*unit)


def names(someone):
    """The people on a page."""
    return [button for button in someone.buttons if ", " in button]


async def test_the_list_counts_and_pages_everyone(stage):
    curator = await set_up_school(stage)

    def unit(tx):
        for number in range(10):
            add(tx, f"Фамилия{number}", side=Side.MENTOR if number < 3 else Side.MENTEE, complete=number != 4)
        add(tx, "Новиков", admitted=False)
        add(tx, "Отсутствин", side=None)

    await bulk(stage, unit)
    await curator.says("/people")
    assert "Всего 12: наставников 3, наставляемых 8" in curator.sees
    assert "Чего-то не хватает: 2" in curator.sees
    assert "Ждут допуска: 1" in curator.sees
    assert "Ещё не вступили: 1" in curator.sees
    first = names(curator)
    await curator.taps("›")
    second = names(curator)
    assert len(first) == 8
    assert len(second) == 4
    assert not set(first) & set(second)
    assert "⏳ Фамилия4 Илья, 7 «Б»" in first + second
    assert "🆕 Новиков Илья, 7 «Б»" in first + second
    assert "Отсутствин Илья, 7 «Б»" in first + second
    await curator.taps("‹")
    assert names(curator) == first


async def test_filters_are_taps_and_tapping_again_takes_them_away(stage):
    curator = await set_up_school(stage)

    def unit(tx):
        add(tx, "Бумагин", paper=False)
        add(tx, "Наставин", side=Side.MENTOR, school_class="10А")
        add(tx, "Учителев", kind=Kind.TEACHER, side=Side.MENTOR)
        add(tx, "Мамина", kind=Kind.GUARDIAN, side=None)

    await bulk(stage, unit)
    await curator.says("/people")
    await curator.taps("Отобрать", "Наставники", "Показать")
    assert names(curator) == ["✅ Наставин Илья, 10 «А»", "✅ Учителев Илья, педагог"]
    assert "наставники" in curator.sees
    await curator.taps("Отобрать", "Класс", "10", "10 «А»", "Показать")
    assert names(curator) == ["✅ Наставин Илья, 10 «А»"]
    await curator.taps("Показать всех", "Отобрать", "Нет бумаги", "Показать")
    assert names(curator) == ["⏳ Бумагин Илья, 7 «Б»"]
    assert "Бумагин Илья: бумага от родителя" in curator.sees
    await curator.taps("Отобрать", "Нет бумаги", "Родители", "Показать")
    assert names(curator) == ["Мамина Илья, родитель"]
    await curator.taps("Отобрать", "Родители", "Показать")
    assert len(names(curator)) == 3


async def test_search_finds_part_of_a_name_and_its_pages_can_be_turned(stage):
    curator = await set_up_school(stage)

    def unit(tx):
        for number in range(9):
            add(tx, f"Ёлкин{number}")
        add(tx, "Сосновский")

    await bulk(stage, unit)
    await curator.says("/people")
    await curator.taps("🔎 Найти")
    await curator.says("ЕЛК")
    assert len(names(curator)) == 8
    await curator.taps("›")
    assert names(curator) == ["✅ Ёлкин8 Илья, 7 «Б»"]
    await curator.taps("🔎 Найти")
    await curator.says("<b>' OR 1=1")
    assert "Никого не нашлось" in curator.sees
    assert "<b>' OR 1=1" in curator.sees


@pytest.mark.parametrize(
    ("more", "lack", "step"),
    [
        ({"paper": False}, "бумага от родителя — с пн 11 января", "Бумага вернулась"),
        ({"admitted": False}, "допуск куратора — с пн 11 января", "Допустить"),
        ({"form": False}, "форма наставничества — с пн 11 января", "Подтвердить форму"),
        ({"applied": False}, "заявка — с пн 11 января", "Дать личный код"),
        ({"applied": False, "phone": True}, "заявка — с пн 11 января", "Напомнить о заявке"),
        ({"entered": False, "phone": True}, "входная анкета — с пн 11 января", "Напомнить об анкете"),
        ({"consents": False, "born": date(2011, 3, 5)}, "согласие ученика — с пн 11 января", "Дать личный код"),
        (
            {"consents": False, "born": date(2011, 3, 5), "phone": True},
            "согласие ученика — с пн 11 января",
            "Напомнить о согласии",
        ),
        ({"kind": Kind.STUDENT, "form": True, "applied": True}, "проверка допуска", "Допуск проверен"),
    ],
)
async def test_a_card_says_what_is_missing_since_when_and_the_one_next_step(stage, more, lack, step):
    curator = await set_up_school(stage)
    if more.get("phone"):
        more = more | {"phone": await (await stage.someone("Илья")).starts()}
    await known(stage, "Петров", **more)
    await stage.waits(days=3)
    await curator.says("/people")
    await curator.taps("⏳ Петров" if more.get("admitted", True) else "🆕 Петров")
    assert lack in curator.sees
    assert curator.buttons[0] == step
    await curator.taps(step)
    assert "наша ошибка" not in curator.sees
    assert "Петров" in curator.sees or "допуск" in curator.sees.lower() or "напомн" in curator.sees.lower()


async def test_a_parent_who_has_not_answered_is_given_a_link_or_a_paper(stage):
    curator = await set_up_school(stage)

    def unit(tx):
        consent(tx, add(tx, "Петров", consents=False), "assent")

    await bulk(stage, unit)
    await curator.says("/people")
    await curator.taps("⏳ Петров")
    assert curator.buttons[:2] == ["Ссылка для родителя", "Бумага для родителя"]
    await curator.taps("Ссылка для родителя")
    link = next(word for word in curator.sees.split() if word.startswith("https://t.me/"))
    mother = await stage.someone("Мама")
    await mother.opens(link)
    assert "Илья" in mother.sees
    await curator.taps("‹ К карточке", "Бумага для родителя")
    assert "Петров" in curator.sees


async def test_who_lacks_nothing_is_in_the_list_for_matching(stage):
    curator = await set_up_school(stage)
    await known(stage, "Петров")
    await curator.says("/people")
    await curator.taps("Петров")
    assert "в списке для подбора" in curator.sees
    assert curator.buttons[0] == "Имя и класс"


async def test_back_from_a_card_is_the_same_filtered_list(stage):
    curator = await set_up_school(stage)
    await known(stage, "Петров", paper=False)
    await known(stage, "Сидоров")
    await curator.says("/people")
    await curator.taps("Отобрать", "Нет бумаги", "Показать", "⏳ Петров", "‹ К списку")
    assert names(curator) == ["⏳ Петров Илья, 7 «Б»"]
    assert "нет бумаги" in curator.sees


async def test_a_name_and_class_are_corrected_as_typed(stage):
    curator = await set_up_school(stage)
    person = await known(stage, "Питров")
    await curator.says("/people")
    await curator.taps("Питров", "Имя и класс")
    await curator.says("=Петров & <b>Ёж</b>")
    await curator.taps("Оставить: Илья", "Пропустить", "8")
    await curator.says("ё")
    assert "=Петров & <b>Ёж</b> Илья" in curator.sees
    assert "8 «Ё»" in curator.sees
    await curator.says("/people")
    await curator.taps("🔎 Найти")
    await curator.says("еж")
    assert len(names(curator)) == 1
    line = await stage.app.database.read(
        lambda tx: tx.one(
            "SELECT deed, person_id FROM journal WHERE subject = 'person' AND subject_id = :id AND deed <> 'card-opened'",
            id=person,
        )
    )
    assert tuple(line) == ("corrected", 1)


async def test_a_person_added_by_hand_is_admitted_takes_a_side_and_comes_in_by_a_code(stage):
    curator = await set_up_school(stage)
    await curator.says("/people")
    await curator.taps("Добавить")
    await curator.says("Лисицына", "Вера")
    await curator.taps("Пропустить", "Ученик", "8")
    await curator.says("в")
    await curator.taps("Наставник")
    assert "Лисицына Вера" in curator.sees
    assert "8 «В»" in curator.sees
    assert "наставник · ученик – ученик" in curator.sees
    assert "допуск" not in curator.sees.split("Не хватает")[1]
    await curator.taps("Дать личный код")
    link = next(word for word in curator.sees.split() if word.startswith("https://t.me/"))
    pupil = await stage.someone("Вера")
    await pupil.opens(link)
    assert await stage.app.database.read(
        lambda tx: tx.value("SELECT count(*) FROM account_persons l JOIN persons p ON p.id = l.person_id "
                            "WHERE p.family = 'Лисицына'")
    )  # fmt: skip


async def test_answers_are_read_question_by_question(stage):
    curator = await set_up_school(stage)

    def unit(tx):
        person = add(tx, "Петров")
        sent(tx, person, "application_mentee_pupil", {"request": "Физика & <i>олимпиада</i>"})
        sent(tx, person, "entry_mentee_pupil_pupil", {"been_before": "no"})

    await bulk(stage, unit)
    await curator.says("/people")
    await curator.taps("Петров", "Ответы анкет")
    assert len([button for button in curator.buttons if "·" in button]) == 2
    await curator.taps(curator.buttons[0])
    assert "Физика & <i>олимпиада</i>" in curator.sees
    await curator.taps("‹ К карточке")
    assert "Петров" in curator.sees


async def test_who_has_not_sent_is_told_by_class_and_printed(stage):
    curator = await set_up_school(stage)

    def unit(tx):
        add(tx, "Бумагин", paper=False)
        add(tx, "Заявкин", applied=False, school_class="10А")
        add(tx, "Учителев", kind=Kind.TEACHER, entered=False)
        add(tx, "Отсутствин", side=None)
        add(tx, "Готов")
        add(tx, "Нескажин", consents=False)
        person = add(tx, "Отказов", consents=False, applied=True)
        consent(tx, person, "assent", answer="declined")

    await bulk(stage, unit)
    await curator.says("/people")
    await curator.taps("Кто не сдал")
    assert "5 человек" in curator.sees
    assert curator.buttons[:3] == ["7 «Б» — 3", "10 «А» — 1", "Педагоги — 1"]
    await curator.taps("📎 Лист для печати")
    document = next(message.document for message in reversed(curator.user.chat.visible) if message.document)
    assert document.name == "Кто не сдал.pdf"
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(document.content)).pages)
    assert "Заявкин" in text
    assert "заявка" in text
    assert ABSENT in text
    assert "Готов" not in text
    assert "Отказов" not in text, "a refusal is nobody's business but the curator's"
    await curator.taps("7 «Б»")
    assert len(names(curator)) == 3
    assert "Отсутствин Илья: ещё не вступил(а) в программу" in curator.sees


async def pupil_with(stage, family, **more):
    someone = await stage.someone(family)
    await someone.starts()
    someone.person_id = await known(stage, family, phone=someone, **more)
    return someone


async def test_a_nudge_reaches_only_those_who_have_not_answered_twice_at_most_once_a_day(stage):
    curator = await set_up_school(stage)
    late = await pupil_with(stage, "Поздний", applied=False)
    ready = await pupil_with(stage, "Готовый")
    await known(stage, "Безфона", applied=False)
    await known(stage, "Бумагин", paper=False)

    async def nudges():
        await curator.says("/people")
        await curator.taps("Кто не сдал", "Напомнить")

    await nudges()
    assert "Получит 1 человек" in curator.sees
    assert "Нет связи в боте, нужен звонок: 1" in curator.sees
    assert "Ждём только бумагу, напоминание не поможет: 1" in curator.sees
    await curator.taps("Отправить (1)")
    assert "ждём вашу заявку" in late.sees
    assert "Напоминаю" not in ready.sees
    assert "за последние сутки: 1" in curator.sees
    assert "Отправить" not in str(curator.buttons)
    for _ in range(2):
        await stage.waits(days=1, minutes=1)
        await nudges()
        if "Отправить (1)" in curator.buttons:
            await curator.taps("Отправить (1)")
    assert "дважды, больше не буду: 1" in curator.sees
    assert sum("ждём вашу заявку" in message.text for message in late.user.chat.messages if message.from_bot) == 2


async def test_a_nudge_held_until_the_morning_is_not_said_to_whoever_has_answered(stage):
    curator = await set_up_school(stage)
    late = await pupil_with(stage, "Поздний", applied=False)
    await stage.waits(hours=9)  # midnight
    await curator.says("/people")
    await curator.taps("Кто не сдал", "Напомнить", "Отправить (1)")
    assert "ждём вашу заявку" not in late.sees, "hours are quiet"
    await bulk(
        stage,
        lambda tx: tx.run(
            "UPDATE participations SET applied_at = :now WHERE person_id = :id", now=tx.now, id=late.person_id
        ),
    )
    await stage.waits(hours=12)
    assert not any("ждём вашу заявку" in message.text for message in late.user.chat.messages if message.from_bot)


async def test_a_parent_who_came_but_has_not_answered_is_nudged_with_the_childs_name(stage):
    curator = await set_up_school(stage)
    mother = await stage.someone("Мама")
    await mother.starts()

    def unit(tx):
        child = add(tx, "Петров", consents=False)
        consent(tx, child, "assent")
        guardian = people.add(tx, 1, Kind.GUARDIAN)
        tx.run(
            "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:g, :c, :now)",
            g=guardian,
            c=child,
            now=tx.now,
        )
        accounts.speak_for(tx, accounts.speaking(tx, mother.user.id).account_id, guardian)

    await bulk(stage, unit)
    await curator.says("/people")
    await curator.taps("⏳ Петров", "Напомнить родителю", "Отправить (1)")
    assert "школа ждёт вашего ответа о согласии" in mother.sees
    assert "Илья" in mother.sees


async def test_old_and_forged_buttons_reveal_and_change_nothing(stage):
    curator = await set_up_school(stage)
    person = await known(stage, "Петров")
    mentor = await pupil_with(stage, "Сидоров", side=Side.MENTOR)
    stranger = await stage.someone()
    await stranger.starts()
    forged = [f"prs1:{person}:", "ppl1::n:0:0:0", "ppf1:", f"pra1:{person}:name:0", f"pra1:{person}:code:0", "pad1",
              f"ppr1:{person}:1", f"ppm1:{mentor.person_id}:{person}:1", f"ppn1:{person}::1", "ppo1:1:0", "pps1:0"]  # fmt: skip
    for someone in (stranger, mentor):
        for data in forged:
            await someone.taps_data(someone.screen.id, data)
            assert "Петров" not in someone.sees
        await someone.says("/people")
        assert "Петров" not in someone.sees
    assert await stage.app.database.read(
        lambda tx: tx.value("SELECT count(*) FROM persons WHERE removed_at IS NOT NULL OR merged_into IS NOT NULL")
    ) == 0  # fmt: skip
    for data in ("prs1:99999:", "pra1:99999:name:0", "ppr1:99999:1", "ppm1:99999:1:0", "ppl1:zz-9:x:99999:0:0"):
        await curator.says("/menu")
        await curator.taps_data(curator.screen.id, data)
        assert "наша ошибка" not in curator.sees


async def test_a_card_and_a_page_cost_the_same_queries_for_one_and_for_many(stage):
    curator = await set_up_school(stage)
    one = await known(stage, "Петров", born=date(2013, 1, 1))
    service = stage.app.parts.people
    speaker = await stage.app.database.read(lambda tx: accounts.speaking(tx, curator.user.id))

    async def counted(act):
        """How many statements an act sends."""
        said = []
        connections = [stage.app.database._readers.get_nowait() for _ in range(stage.app.database._readers.qsize())]
        for connection in connections:
            await connection.set_trace_callback(said.append)
            stage.app.database._readers.put_nowait(connection)
        await act()
        for connection in connections:
            await connection.set_trace_callback(None)
        return len([each for each in said if each.startswith(("SELECT", "WITH"))])

    from services.people import Wanted

    few = await counted(lambda: service.page(speaker, Wanted())), await counted(lambda: service.card(speaker, one))

    def unit(tx):
        for number in range(60):
            add(tx, f"Фамилия{number}", complete=number % 2 == 0)

    await bulk(stage, unit)
    many = await counted(lambda: service.page(speaker, Wanted())), await counted(lambda: service.card(speaker, one))
    assert few == many
    assert few[0] <= 16
    assert few[1] <= 20


async def test_a_partner_owes_no_questionnaire_while_no_form_is_run_for_partners(stage):
    curator = await set_up_school(stage)
    await known(
        stage, "Партнёров", "Олег", kind=Kind.PARTNER, side=Side.MENTOR, form=False, applied=False, entered=False
    )
    await curator.says("/people")
    await curator.taps("Кто не сдал")
    assert "Партнёры" not in "".join(curator.buttons)
    await curator.says("/people")
    await curator.taps("⏳ Партнёров")
    assert "заявка" not in curator.sees
    assert "школа пока не ведёт" in curator.sees
    assert "Подтвердить форму" not in curator.buttons

"""Left without a pair is a case: the curator's list and card, a mentor asked, an adult who helps, what the person sees."""

from __future__ import annotations

import pytest
from steps_cases import case_of, drafted, no_places
from steps_matching import guardian_of, insert_active, ready
from steps_school import set_up_school, staff_member
from test_notes import calls_to

from mentoring.matching_outcome import Cause
from mentoring.people import Role
from mentoring.privacy_mode import PrivacyMode, ShownAs
from mentoring.settings import GuardianRule
from services.privacy_modes import change_privacy
from storage import accounts, cases, matches, merging, people
from storage.matches import State

QUIET = (Cause.BANNED, Cause.AVOIDED, Cause.RELATIVES, Cause.CLASS_TEACHER, Cause.WEAK, Cause.MUST, Cause.LOOP)


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, GuardianRule.TAP)


async def opens_case(curator, number="1"):
    await curator.says("/today")
    await curator.taps_data(curator.screen.id, "cas1:pupil_pupil:0")
    return await curator.taps(number)


async def one_without_a_place(stage):
    """A mentee whom one more place at a full mentor would help: (mentee, mentor)."""
    mentor = await ready(stage, "Котова Марина", "mentor", places=1)
    first = await ready(stage, "Первов Пётр", phone=False)
    mentee = await ready(stage, "Сидорова Аня")
    await stage.app.database.work(lambda tx: insert_active(tx, first, mentor))
    await drafted(stage, found={mentee.participation: no_places(mentor.participation)})
    return mentee, mentor


async def test_the_list_says_who_waits_how_long_why_and_what_would_help(stage, curator):
    await one_without_a_place(stage)
    await stage.waits(days=12)
    await ready(stage, "Тихонов Тимур", areas=("biology",), phone=False)
    await curator.says("/match")
    await curator.taps("ученик – ученик", "Без пары")
    assert "2 человека" in curator.sees
    assert "1. Сидорова Аня, 7 «Б» — ждёт 12 дней" in curator.sees
    assert "у подходящих наставников не осталось мест" in curator.sees
    assert "ещё одно место у наставника: Котова Марина" in curator.sees
    assert "2. Тихонов Тимур, 7 «Б» — ждёт с сегодняшнего дня" in curator.sees
    assert "по черновику от" in curator.sees


async def test_whoever_lacks_a_consent_is_in_the_list_with_what_is_missing_and_a_button(stage, curator):
    pupil = await ready(stage, "Бесов Пётр", phone=False)
    await stage.app.database.work(
        lambda tx: tx.run("DELETE FROM consents WHERE person_id = :id AND capacity = 'guardian'", id=pupil.person)
    )
    await drafted(stage)
    await curator.says("/today")
    await curator.taps_data(curator.screen.id, "cas1::0")
    assert "не хватает: ответ родителя" in curator.sees
    await curator.taps("1")
    assert "Напомнить родителю" in curator.buttons
    await curator.taps("Поручить")
    assert "Поручить некому" not in curator.sees


async def test_a_mentor_asked_for_a_place_says_yes_and_the_draft_has_a_pair(stage, curator):
    mentee, mentor = await one_without_a_place(stage)
    await opens_case(curator)
    await curator.taps("Спросить о месте: Котова Марина")
    assert "Спросил наставника" in curator.sees
    assert not [each for each in curator.buttons if each.startswith("Спросить о месте")], "once for a case"
    assert "сможете взять ещё одного" in mentor.phone.sees
    assert "мест, которые вы предложили: 1" in mentor.phone.sees
    assert "Сидорова" not in calls_to(stage, mentor.phone)
    assert "Аня" not in calls_to(stage, mentor.phone)
    await mentor.phone.taps("Да, возьму")
    assert "Записал ещё одно место" in mentor.phone.sees
    assert "Наставник возьмёт ещё одного" in curator.sees
    await curator.taps("Открыть карточку", "Пересчитать подбор", "Смотреть пары")
    assert "Сидорова Аня" in curator.sees
    places = await stage.app.database.read(
        lambda tx: tx.value("SELECT places FROM participations WHERE id = :id", id=mentor.participation)
    )
    assert places == 2
    del mentee


async def test_a_mentor_asked_for_a_place_says_no_once_and_nothing_changes(stage, curator):
    _, mentor = await one_without_a_place(stage)
    await opens_case(curator)
    await curator.taps("Спросить о месте")
    await mentor.phone.taps("Нет, не смогу")
    assert "Спасибо за честный ответ" in mentor.phone.sees
    assert "не сможет взять ещё одного" in curator.sees
    await mentor.phone.taps_data(mentor.phone.screen.id, "csa1:1:y")
    assert "уже ответили" in mentor.phone.sees or "уже ответили" in mentor.phone.toast
    places = "SELECT places FROM participations WHERE id = :id"
    assert await stage.app.database.read(lambda tx: tx.value(places, id=mentor.participation)) == 1


async def test_the_places_a_form_allows_are_not_gone_beyond(stage, curator):
    mentor = await ready(stage, "Котова Марина", "mentor", places=3)
    mentee = await ready(stage, "Сидорова Аня", phone=False)
    await drafted(stage, found={mentee.participation: no_places(mentor.participation)})
    await curator.says("/today")
    await curator.taps_data(curator.screen.id, "cas1:pupil_pupil:0")
    await curator.taps("1", "Спросить о месте")
    assert "предел мест" in curator.sees + curator.toast
    assert "ещё одного" not in calls_to(stage, mentor.phone)


async def test_a_case_is_handed_over_and_only_its_carer_sees_it(stage, curator):
    mentee, _ = await one_without_a_place(stage)
    psychologist = await staff_member(stage, Role.PSYCHOLOGIST)
    social = await staff_member(stage, Role.SOCIAL_WORKER)
    await opens_case(curator)
    await curator.taps("Поручить", "Иванов Пётр · педагог-психолог", "Поговорить с самим человеком")
    assert "Ведёт: Иванов Пётр (поговорить с самим человеком)" in curator.sees
    assert "Куратор просит вас помочь найти пару: Аня С." in psychologist.sees
    await psychologist.taps("Открыть карточку")
    assert "Просьба куратора: поговорить с самим человеком" in psychologist.sees
    assert "Причина" not in psychologist.sees
    assert "Марина" not in psychologist.sees
    case = await case_of(stage, mentee)
    for data in (f"csk1:{case.id}:s", f"csk1:{case.id}:talked", f"csk1:{case.id}:w", "csl1:0"):
        await social.taps_data(social.screen.id, data)
        assert "Аня" not in calls_to(stage, social)
    await curator.taps_data(
        curator.screen.id, f"csg1:{(await case_of(stage, mentee)).id}:{psychologist.person_id}:talk"
    )
    await psychologist.taps("Поговорили")
    await psychologist.taps("Поговорили")
    assert "Записал" in psychologist.sees
    steps = await stage.app.database.read(lambda tx: [row["kind"] for row in tx.all("SELECT kind FROM case_steps")])
    assert steps == ["given", "talked"], "a second tap says nothing new, to nobody"
    assert "поговорили — Сидорова Аня" in curator.sees
    await psychologist.taps("Написать словами")
    await psychologist.says("Стесняется & <b>")
    assert "«Стесняется & <b>»" in psychologist.sees
    await curator.taps("Открыть карточку")
    assert "«Стесняется & <b>» (Иванов Пётр)" in curator.sees
    assert "Стесняется" not in calls_to(stage, mentee.phone)
    await psychologist.says("/menu")
    assert "куратор просит вас помочь: 1" in psychologist.sees
    assert "Кто ждёт пару" not in "".join((await social.says("/menu")).buttons)


async def test_a_carer_tells_behind_the_psychologists_wall(stage, curator):
    await one_without_a_place(stage)
    psychologist = await staff_member(stage, Role.PSYCHOLOGIST)
    await opens_case(curator)
    await curator.taps("Поручить", "Иванов Пётр", "Выяснить, что поможет")
    await psychologist.taps("Открыть карточку", "Рассказать")
    await psychologist.taps("Да, если начать бережно", "Спокойный наставник", "Готово", "Доброта", "Готово")
    await (await psychologist.taps("Нагрузка", "Готово")).says("тихая тайна")
    assert "тихая тайна" not in calls_to(stage, curator)
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM notes")) == 1


async def test_a_carer_loses_sight_with_the_consent_or_with_the_role(stage, curator):
    mentee, _ = await one_without_a_place(stage)
    psychologist = await staff_member(stage, Role.PSYCHOLOGIST)
    await opens_case(curator)
    await curator.taps("Поручить", "Иванов Пётр", "Поговорить с семьёй")
    case = await case_of(stage, mentee)
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE consents SET withdrawn_at = :now WHERE person_id = :id", now=tx.now, id=mentee.person)
    )
    await psychologist.says("/menu")
    assert "просит вас помочь" not in psychologist.sees
    await psychologist.taps_data(psychologist.screen.id, f"csk1:{case.id}:s")
    assert "Поговорили" not in psychologist.buttons
    await curator.taps("Поручить", "Иванов Пётр", "Поговорить с семьёй")
    assert "Согласие ещё не полное" in curator.sees + curator.toast


async def test_the_person_reads_a_kind_true_status_and_can_change_what_would_help(stage, curator):
    mentor = await ready(stage, "Котова Марина", "mentor", phone=False)
    mentee = await ready(stage, "Тихонов Тимур", free=("mon_1",))
    await curator.says("/match")
    await curator.taps("ученик – ученик")
    await mentee.phone.says("/menu")
    assert "Пока ваше свободное время не совпало" in mentee.phone.sees
    assert "Пары складываются до" in mentee.phone.sees
    await mentee.phone.taps("Добавить время")
    assert "проверьте" in mentee.phone.sees
    assert "Котова" not in calls_to(stage, mentee.phone)
    del mentor


async def test_nothing_that_hurts_or_reveals_is_said_to_the_person(stage, curator):
    mentor = await ready(stage, "Котова Марина", "mentor", phone=False)
    mentee = await ready(stage, "Тихонов Тимур")
    parent = await guardian_of(stage, mentee)
    for cause in Cause:
        found = {mentee.participation: (cause, (mentor.participation,), Cause.BANNED, mentor.participation)}
        await drafted(stage, found=found)
        await mentee.phone.says("/menu")
        if cause in QUIET:
            assert "Куратор ищет наставника, который подойдёт именно вам" in mentee.phone.sees, cause
    await parent.says("/menu")
    for each in (mentee.phone, parent):
        seen = calls_to(stage, each).casefold()
        for marker in (
            "котова",
            "марина",
            "запрет",
            "не сводить",
            "не хотел",
            "родственник",
            "классный руковод",
            "слаб",
        ):
            assert marker not in seen


async def test_the_next_try_is_told_once_for_each_plan_and_waits_on_the_curators_day(stage, curator):
    mentee, _ = await one_without_a_place(stage)
    await opens_case(curator)
    before = len(mentee.phone.user.chat.from_bot)
    await curator.taps("Следующая попытка", "Через 3 дня")
    await curator.taps("Следующая попытка", "Через неделю")
    assert "Следующая попытка: пн 18 января" in curator.sees
    await stage.waits(hours=1)
    told = mentee.phone.user.chat.from_bot[before:]
    assert len(told) == 1, "a changed mind is heard once"
    assert "вернётся к поиску наставника 18 января" in mentee.phone.sees
    await mentee.phone.taps("‹ В начало")
    assert "Куратор вернётся к поиску 18 января" in mentee.phone.sees
    await stage.waits(days=6)
    assert len(mentee.phone.user.chat.from_bot) <= before + 2, "never daily"
    await stage.waits(days=1)
    await curator.says("/today")
    assert "пора искать пару: 1 человек" in curator.sees
    await curator.taps("Пора искать пару")
    assert "Попытка была назначена" in curator.sees
    await stage.waits(days=8)
    await curator.says("/today")
    assert "1 человек долго без пары" in curator.sees


async def test_a_case_closes_with_the_pair_and_opens_again_when_it_falls(stage, curator):
    mentee, mentor = await one_without_a_place(stage)

    def begin(tx):
        return matches.begin(
            tx,
            programme=1,
            form="pupil_pupil",
            role_model="leader",
            mentor=(mentor.participation, mentor.person),
            mentee=mentee.participation,
            places=2,
            by=None,
        )

    member = await stage.app.database.work(begin)
    assert await case_of(stage, mentee) is not None, "an offer is no pair yet"
    for state in (State.ACCEPTED, State.ACTIVE):
        await stage.app.database.work(lambda tx, s=state: matches.turn(tx, matches.get(tx, member), s))
        assert await case_of(stage, mentee) is None
    await stage.waits(days=30)
    await stage.app.database.work(lambda tx: matches.turn(tx, matches.get(tx, member), State.ENDED))
    case = await case_of(stage, mentee)
    now = await stage.app.database.read(lambda tx: tx.now)
    assert (now - case.since).days == 0, "waiting is counted from the end of the pair"
    deeds = [
        (row["deed"], row["details"])
        for row in await stage.app.database.read(
            lambda tx: tx.all("SELECT * FROM journal WHERE subject = 'case' ORDER BY id")
        )
        if row["deed"] != "case-step"
    ]
    assert deeds == [("case-opened", ""), ("case-closed", "paired"), ("case-opened", "")]
    await stage.app.database.work(lambda tx: people.change(tx, mentee.person, removed_at=tx.now))
    await stage.waits(days=1)
    assert await case_of(stage, mentee) is None, "the night closes what nobody thought of"


async def test_no_mentor_is_wanted_any_more(stage, curator):
    mentee, _ = await one_without_a_place(stage)
    await opens_case(curator)
    await curator.taps("Наставник не нужен")
    assert "Наставник больше не нужен?" in curator.sees
    await curator.taps("Да, закрыть")
    assert "Без пары никого нет" in curator.sees
    assert "поиск закончен" in mentee.phone.sees
    left = "SELECT left_at FROM participations WHERE id = :id"
    assert await stage.app.database.read(lambda tx: tx.value(left, id=mentee.participation))


async def test_a_stranger_and_participants_who_replay_the_buttons_change_and_reveal_nothing(stage, curator):
    mentee, mentor = await one_without_a_place(stage)
    await staff_member(stage, Role.PSYCHOLOGIST)
    await opens_case(curator)
    await curator.taps("Спросить о месте")
    case = await case_of(stage, mentee)
    stranger = await stage.someone()
    await stranger.starts()
    count = "SELECT (SELECT count(*) FROM case_steps) || (SELECT count(*) FROM place_asks WHERE answer IS NOT NULL)"
    before = await stage.app.database.read(lambda tx: tx.value(count))
    taps = [f"csc1:{deed}:{case.id}" for deed in "sgpdwxy"]
    taps += ["cas1::0", f"csm1:{case.id}:{mentor.participation}", f"csg1:{case.id}:1:talk", f"cst1:{case.id}:3"]
    taps += [f"csd1:{case.id}:talked", f"csk1:{case.id}:s", f"csk1:{case.id}:talked", f"csk1:{case.id}:w", "csl1:0"]
    for who in (stranger, mentee.phone, mentor.phone):
        for data in taps:
            await who.taps_data(who.screen.id, data)
            assert "Ждёт" not in who.sees
            assert "ждёт" not in who.sees
    for who in (stranger, mentee.phone):
        await who.taps_data(who.screen.id, "csa1:1:y")
    assert await stage.app.database.read(lambda tx: tx.value(count)) == before
    assert await case_of(stage, mentee) == case
    assert "Сидорова" not in calls_to(stage, mentor.phone)


async def test_in_coded_mode_cases_name_nobody(stage, curator):
    mentee, _ = await one_without_a_place(stage)
    psychologist = await staff_member(stage, Role.PSYCHOLOGIST)
    await stage.app.database.work(
        lambda tx: change_privacy(tx, accounts.speaking(tx, curator.user.id), PrivacyMode.CODED, ShownAs.CODE)
    )
    start = len(curator.user.chat.messages)
    await opens_case(curator)
    assert "У-0" in curator.sees
    await curator.taps("Поручить", "С-002", "Поговорить с семьёй")
    await psychologist.taps("Открыть карточку")
    seen = [message.text for message in curator.user.chat.messages[start:]] + [psychologist.sees]
    for name in ("Сидорова", "Аня", "Котова", "Марина"):
        assert not [each for each in seen if name in each]
    del mentee


async def test_a_person_with_two_entries_keeps_one_case_with_everything_done(stage, curator):
    first, second = await ready(stage, "Панин Илья", phone=False), await ready(stage, "Понин Илья", phone=False)
    await drafted(stage)

    def unit(tx):
        cases.step(tx, cases.open_of(tx, second.participation), cases.Step.TALKED, None)
        merging.merge(tx, first.person, second.person)
        return tx.value("SELECT count(*) FROM cases"), len(cases.steps(tx, first.participation, 9))

    assert await stage.app.database.work(unit) == (1, 1)

"""The curator asks a draft: why not these two, who is next, what would be if; nobody else can."""

from __future__ import annotations

import pytest
from steps_joining import set_up_school
from steps_matching import asked_pair, members, ready

from mentoring.privacy_mode import PrivacyMode, ShownAs
from mentoring.refusal import NotYours
from services.matching_questions import Change, Step
from services.privacy_modes import change_privacy
from storage import accounts

FORM = "pupil_pupil"


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, forms=(FORM,))


async def speaker_of(stage, someone):
    return await stage.app.database.read(lambda tx: accounts.speaking(tx, someone.user.id))


async def tight(stage):
    """Anya can only be helped by Kotova, Timur by either; each has one place."""
    anya = await ready(stage, "Ветрова Аня", areas=("physics",), phone=False)
    timur = await ready(stage, "Азимов Тимур", areas=("physics", "olympiads"), phone=False)
    kotova = await ready(stage, "Котова Марина", "mentor", areas=("physics",), places=1, phone=False)
    orlov = await ready(stage, "Орлов Олег", "mentor", areas=("olympiads",), places=1, phone=False)
    return anya, timur, kotova, orlov


async def test_a_card_names_the_next_choice_and_what_it_would_cost(stage, curator):
    await tight(stage)
    await curator.says("/match")
    await curator.taps("Смотреть пары")
    if "Наставляемый: Азимов Тимур" not in curator.sees:
        await curator.taps("›")
    assert "Запасной вариант: Котова Марина" in curator.sees
    assert "но тогда без пары останется: Ветрова Аня" in curator.sees
    await curator.taps("›")
    assert "Запасного варианта нет: больше никто не подходит." in curator.sees


async def test_the_cost_of_the_next_choice_is_told_in_strong_pairs_too(stage, curator):
    every, week = ("physics", "olympiads", "biology"), ("tue_2", "thu_2", "sat_1")
    await ready(stage, "Азимов Тимур", areas=every, phone=False)
    await ready(stage, "Котова Марина", "mentor", areas=every, places=1, phone=False)
    await ready(stage, "Орлов Олег", "mentor", areas=("physics",), free=week, places=1, phone=False)
    await curator.says("/match")
    await curator.taps("Смотреть пары")
    assert "Наставник: Котова Марина" in curator.sees
    assert "Запасной вариант: Орлов Олег, 10 «А» – но тогда крепких пар меньше на 1." in curator.sees
    await ready(stage, "Борисова Аня", areas=("physics",), free=("sat_1",), phone=False)
    await curator.says("/match")
    await curator.taps("Смотреть пары")
    assert "Наставляемый: Азимов Тимур" in curator.sees
    assert (
        "Орлов Олег, 10 «А» – но тогда без пары останется: Борисова Аня, 7 «Б»; крепких пар меньше на 1" in curator.sees
    )


async def test_why_not_is_answered_with_the_chain_of_changes(stage, curator):
    await tight(stage)
    await curator.says("/match")
    await curator.taps("Почему не …?")
    assert "О каком наставляемом спросим?" in curator.sees
    await curator.taps("Азимов Тимур")
    assert "С каким наставником?" in curator.sees
    await curator.taps("Котова Марина")
    assert "Азимов Тимур, 7 «Б»: Орлов Олег, 10 «А» → Котова Марина, 10 «А»" in curator.sees
    assert "место освободит Ветрова Аня" in curator.sees
    assert "Ветрова Аня, 7 «Б»: останется без пары" in curator.sees
    assert "Станет: пар 1 (−1)" in curator.sees
    await curator.taps("Закрепить эту пару")
    assert "Предлагаю 1 пару" in curator.sees


async def test_why_not_is_answered_with_the_rules_that_forbid_and_asked_from_a_card_too(stage, curator):
    await tight(stage)
    await curator.says("/match")
    await curator.taps("Смотреть пары")
    if "Наставляемый: Ветрова Аня" not in curator.sees:
        await curator.taps("›")
    await curator.taps("Почему не …?", "Котова Марина")
    assert "Они и так пара" in curator.sees
    await curator.taps("Спросить о других", "Ветрова Аня", "Орлов Олег")
    assert "Так нельзя:" in curator.sees
    assert "не помогает с этим: Физика" in curator.sees
    await curator.taps("Что если разрешить?")
    assert "Сейчас мешает:" in curator.sees
    assert "Станет: пар 1 (−1)" in curator.sees or "Станет: пар 2 (=)" in curator.sees


async def test_somebody_who_is_not_in_matching_is_told_with_what_they_lack(stage, curator):
    await tight(stage)
    await ready(stage, "Новиков Олег", applied=False, phone=False)
    await curator.says("/match")
    await curator.taps("Почему не …?", "Новиков Олег", "Орлов Олег")
    assert "Новиков Олег, 7 «Б»: в подборе пока не участвует. Не хватает: заявка, входная анкета." in curator.sees


async def test_what_if_shows_the_difference_and_changes_nothing(stage, curator):
    await tight(stage)
    await ready(stage, "Яшин Илья", areas=("physics",), phone=False)
    await curator.says("/match")
    before = curator.sees
    await curator.taps("Что если …", "У наставника будет ещё одно место", "Котова Марина")
    assert "появится наставник – Котова Марина" in curator.sees
    assert "Станет: пар 3 (+1)" in curator.sees
    assert "Спросить наставника о месте" in curator.buttons
    await curator.taps("‹ К подбору", "Что если …", "Наставник выйдет из программы", "Котова Марина")
    assert "останется без пары" in curator.sees
    assert "Станет: пар 1 (−1)" in curator.sees
    await curator.taps("‹ К подбору", "Что если …", "Наставляемый выйдет из программы", "Азимов Тимур")
    assert "Станет: пар 1 (−1)" in curator.sees
    await curator.taps("‹ К подбору")
    assert curator.sees == before
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM runs")) == 1
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM wishes")) == 0


async def test_a_banned_pair_is_tried_and_the_ban_lifted_from_the_answer(stage, curator):
    anya, _, kotova, _ = await tight(stage)

    def ban(tx):
        tx.insert("wishes", programme_id=1, kind="ban", mentor_id=kotova.person, mentee_id=anya.person, made_at=tx.now)

    await stage.app.database.work(ban)
    await curator.says("/match")
    await curator.taps("Что если …", "Разрешить запрещённую пару", "Ветрова Аня", "Котова Марина")
    assert "этих людей решено не сводить" in curator.sees
    assert "Ветрова Аня, 7 «Б»: появится наставник – Котова Марина" in curator.sees
    await curator.taps("Снять запрет")
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM wishes")) == 0
    assert "Предлагаю 2 пары" in curator.sees


async def test_a_long_list_is_leafed_through_and_searched_by_name(stage, curator):
    await tight(stage)
    for number in range(8):
        await ready(stage, f"Длинный{'абвгдежз'[number]} Пётр", phone=False)
    await curator.says("/match")
    await curator.taps("Почему не …?")
    first = set(curator.buttons)
    await curator.taps("›")
    assert not {each for each in curator.buttons if "7 «Б»" in each} & first
    await curator.taps("Найти")
    await curator.says("никто-такой")
    assert "Никого не нашлось" in curator.sees
    await curator.taps("Найти")
    await curator.says("тимур")
    assert [each for each in curator.buttons if "7 «Б»" in each] == ["Азимов Тимур, 7 «Б»"]
    await curator.taps("Азимов Тимур", "Найти")
    await curator.says("котова")
    await curator.taps("Котова Марина")
    assert "останется без пары" in curator.sees


async def test_in_coded_mode_questions_say_codes_and_a_surname_is_not_sought(stage, curator):
    await tight(stage)
    speaker = await speaker_of(stage, curator)
    await stage.app.database.work(lambda tx: change_privacy(tx, speaker, PrivacyMode.CODED, ShownAs.CODE))
    await curator.says("/match")
    seen = []
    await curator.taps("Смотреть пары")
    seen += [curator.sees, *curator.buttons]
    await curator.taps("‹ К подбору", "Почему не …?")
    seen += [curator.sees, *curator.buttons]
    await curator.taps("Найти")
    await curator.says("Азимов")
    assert "Ищите по коду" in curator.sees
    seen += curator.buttons
    await curator.taps("Весь список")
    await curator.taps(next(each for each in curator.buttons if each.startswith("У-")))
    seen += [curator.sees, *curator.buttons]
    await curator.taps(next(each for each in curator.buttons if each.startswith("У-")))
    seen += [curator.sees, *curator.buttons]
    assert not [
        each for each in seen for name in ("Ветров", "Азимов", "Котов", "Орлов", "Аня", "Тимур") if name in each
    ]


async def test_an_older_draft_and_changed_data_are_not_answered_about(stage, curator):
    anya, _, kotova, _ = await tight(stage)
    await curator.says("/match")
    await ready(stage, "Новенькая Ева", phone=False)
    message = curator.screen.id
    await curator.taps_data(message, f"mqa1:w:1:{anya.participation}:{kotova.participation}")
    assert "Появился более новый черновик" in curator.toast or "Появился более новый черновик" in curator.sees


async def test_questions_are_for_curators_only(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    other = await ready(stage, "Яшин Илья", phone=False)
    await curator.says("/match")
    parts = stage.app.parts
    for someone in (mentee, mentor):
        message = someone.phone.screen.id
        before = someone.phone.sees
        for data in (
            "mqa1:i:1:0:0",
            f"mqa1:w:1:{other.participation}:{mentor.participation}",
            f"mqa1:p:1:0:{mentor.participation}",
            "mqp1:0:1:0:n:0",
            f"mqp1:1:1:{other.participation}:n:0",
            "mqs1:0:1:0",
        ):
            await someone.phone.taps_data(message, data)
            assert "Яшин" not in someone.phone.sees
            assert "Почему не" not in someone.phone.sees
        assert before
        speaker = await speaker_of(stage, someone.phone)
        for deed in (
            parts.matching_questions.people(speaker, Step.WHY_MENTEE, 1),
            parts.matching_questions.why_not(speaker, 1, other.participation, mentor.participation),
            parts.matching_questions.what_if(speaker, 1, Change.PLACE, 0, mentor.participation),
            parts.matching_questions.runner_up(speaker, 1, other.participation),
        ):
            with pytest.raises(NotYours):
                await deed
    assert await members(stage) == [("offered", 1)]


async def test_a_mentee_who_has_a_mentor_and_somebody_of_no_form_are_refused(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    await curator.says("/match")
    run = await stage.app.database.read(lambda tx: tx.value("SELECT max(id) FROM runs"))
    message = curator.screen.id
    await curator.taps_data(message, f"mqa1:w:{run}:{mentee.participation}:{mentor.participation}")
    assert "У этого наставляемого уже есть пара." in (curator.toast, curator.sees)
    speaker = await speaker_of(stage, curator)
    ask = stage.app.parts.matching_questions
    for one, other in ((mentor.participation, mentee.participation), (9999, mentor.participation)):
        with pytest.raises(NotYours):
            await ask.why_not(speaker, run, one, other)
    with pytest.raises(NotYours):
        await ask.people(speaker, Step.WHY_MENTOR, run, mentor.participation)

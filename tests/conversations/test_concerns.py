"""«Мне неспокойно»: two taps, somebody answers at any hour, and nobody else ever learns of it."""

from __future__ import annotations

import json
from datetime import date

from stage import FIRST_DAY, Stage, running
from steps_joining import set_up_school
from steps_matching import active_pair, guardian_of
from steps_school import staff_member

from bot.clock import MovableClock
from mentoring.people import Name, Role
from mentoring.school_days import Holiday
from services.today import Waits
from storage import accounts, concerns, letters, notices, people, safety_adults, school_days, schools

MARK = "меня пугают МЕТКА"


async def named(stage, *adults):
    """The school names these, in order."""

    def unit(tx):
        for each in adults:
            safety_adults.add(tx, 1, each.person_id, 1)

    await stage.app.database.work(unit)


async def psychologist(stage, name="Душина Анна Львовна"):
    return await staff_member(stage, Role.PSYCHOLOGIST, Name(*name.split()))


async def school(stage, *names):
    """A school with a pair, a parent and two adults outside it, the psychologist first."""
    curator = await set_up_school(stage)
    mentee, mentor = await active_pair(stage)
    parent = await guardian_of(stage, mentee)
    first = await psychologist(stage)
    second = await staff_member(stage, Role.SOCIAL_WORKER, Name("Заботина", "Ольга", "Ильинична"))
    await named(stage, first, second)
    return curator, mentee, mentor, parent, first, second


async def says_it(pupil, whom="Сказать психологу"):
    await pupil.starts()
    await pupil.taps("Мне неспокойно", whom)
    return pupil


def heard(someone):
    """Every text of the bot in somebody's chat that is still there."""
    return [each.text for each in someone.user.chat.visible if each.from_bot]


def calls_to(stage, *people_, since=0):
    """All that was ever sent to these, as raw text."""
    ids = {str(each.user.id) for each in people_}
    return "\n".join(
        json.dumps(call.params, ensure_ascii=False, default=str)
        for call in stage.telegram.calls[since:]
        if str(call.params.get("chat_id")) in ids
    )


async def rows(stage, table):
    return await stage.app.database.read(lambda tx: [dict(row) for row in tx.all(f"SELECT * FROM {table}")])


async def test_two_taps_reach_the_psychologist_who_takes_it_and_nobody_else_ever_hears(stage):
    curator, mentee, mentor, parent, first, _second = await school(stage)
    pupil = mentee.phone
    await pupil.starts()
    assert pupil.uneasy
    assert mentor.phone.uneasy or (await mentor.phone.starts()).uneasy
    assert not (await parent.starts()).uneasy
    assert not (await curator.says("/menu")).uneasy
    since = len(stage.telegram.calls)
    await pupil.taps("Мне неспокойно")
    assert "Больше никому я об этом не скажу" in pupil.sees
    await pupil.taps("Сказать психологу")
    assert "Спасибо, что сказали" in pupil.sees
    assert "8-800-2000-122" in pupil.sees
    assert "сегодня" in pupil.sees
    assert "Нужно ваше внимание" in first.sees
    assert "Петров" not in first.sees, "a phone shows it to whoever stands by"
    assert "Илья" not in first.sees
    await pupil.taps("Добавить слова")
    await pupil.says(MARK)
    assert "Слова переданы" in pupil.sees
    await first.taps("Открыть", "Принять")
    assert "Петров Илья" in first.sees
    assert "7 «Б»" in first.sees
    assert "МЕТКА" in first.sees
    assert "Марина" in first.sees
    assert "Родитель" in first.sees
    await first.taps("Поговорили", "Родители знают", "Записать словами")
    await first.says("Договорились о встрече втроём")
    assert "Договорились" in first.sees
    await pupil.taps("Хорошо")
    for each in (curator, mentor.phone, parent):
        await each.says("/menu")
    await curator.says("/today")
    await stage.waits(days=1)
    told = calls_to(stage, curator, mentor.phone, parent, since=since).replace("Мне неспокойно", "")
    assert "Главный" in told or "наставляем" in told, "there is something to look through"
    for word in ("МЕТКА", "обращени", "Договорились", "Нужно ваше внимание", "8-800"):
        assert word not in told, word
    assert not any(word in text for text in heard(pupil) for word in ("Спасибо", "8-800", "МЕТКА", "психолог"))
    typed = [each.text for each in pupil.user.chat.visible if not each.from_bot]
    assert MARK not in typed, "what was typed is gone from the chat"
    general = await rows(stage, "journal")
    assert not [each for each in general if "concern" in f"{each['deed']}{each['subject']}{each['details']}"]


async def test_what_nobody_closes_leaves_the_chat_by_itself_after_ten_minutes(stage):
    _, mentee, *_ = await school(stage)
    pupil = await says_it(mentee.phone)
    sent = len(pupil.user.chat.visible)
    await stage.waits(minutes=9)
    assert "Спасибо" in pupil.sees
    await stage.waits(minutes=2)
    assert "Спасибо" not in pupil.sees
    assert pupil.uneasy
    assert len(pupil.user.chat.visible) == sent, "it was edited: nothing new appears, nothing rings"
    assert not await rows(stage, "concern_screens")


async def test_whatever_else_is_opened_takes_its_place_and_a_typed_word_answers_nothing_else(stage):
    _, mentee, *_ = await school(stage)
    pupil = mentee.phone
    await pupil.starts()
    await pupil.says("/letter")
    await pupil.taps("Мне неспокойно")
    await pupil.says(MARK)
    assert "сначала выберите" in pupil.sees
    assert MARK not in [each.text for each in pupil.user.chat.visible]
    await pupil.says("/menu")
    assert not any("Мне неспокойно" in text or "сначала" in text for text in heard(pupil))
    assert not [each for each in await rows(stage, "letters") if "МЕТКА" in each["text"]]
    assert not await rows(stage, "concerns")


async def test_without_an_answer_the_next_adult_is_told_at_night_and_so_on_round(stage):
    _curator, mentee, _, _, first, second = await school(stage)
    await stage.waits(hours=11)  # two at night in Moscow
    await says_it(mentee.phone)
    assert "утром" in mentee.phone.sees, "at night «сегодня» is not promised"
    assert "Нужно ваше внимание" in first.sees
    assert "Нужно ваше внимание" not in second.sees
    await stage.waits(minutes=61)
    assert "Нужно ваше внимание" in second.sees
    before = calls_to(stage, first).count("Нужно ваше внимание")
    await stage.waits(minutes=61)
    assert calls_to(stage, first).count("Нужно ваше внимание") == before + 1, "round again"
    await second.taps("Принять")
    assert "Петров Илья" in second.sees
    assert "Отвечает: Ольга Ильинична" in first.sees, "everyone told hears that it was taken, and by whom"
    await first.taps("Принять")
    assert "Отвечает: Ольга Ильинична" in first.sees
    assert "Петров" not in first.sees
    told = calls_to(stage, first, second).count("Нужно ваше внимание")
    await stage.waits(hours=5)
    assert calls_to(stage, first, second).count("Нужно ваше внимание") == told, "nobody else is woken"


async def test_an_adult_who_has_blocked_the_bot_is_passed_over_at_once(stage):
    _, mentee, _, _, first, second = await school(stage)
    first.user.blocks_bot()
    await stage.settled()
    pupil = mentee.phone
    await pupil.starts()
    await pupil.taps("Мне неспокойно")
    assert "Анна Львовна" not in "".join(pupil.buttons)
    await pupil.taps("Сказать социальному педагогу")
    assert "Нужно ваше внимание" in second.sees


async def test_a_pupil_may_by_pass_the_curator_and_nobody_close_is_offered(stage):
    curator, mentee, mentor, _parent, first, _ = await school(stage)

    def unit(tx):
        me = tx.value("SELECT person_id FROM staff_roles WHERE role = 'curator'")
        tx.run("DELETE FROM safety_adults")
        for each in (first.person_id, me, mentor.person, people.guardians_of(tx, mentee.person)[0].id):
            safety_adults.add(tx, 1, each, me)

    await stage.app.database.work(unit)
    pupil = mentee.phone
    await pupil.starts()
    await pupil.taps("Мне неспокойно")
    assert [each.split(":")[0] for each in pupil.buttons][:2] == ["Сказать психологу", "Сказать куратору"]
    assert not any("Марина" in each or "Ольга" in each for each in pupil.buttons)
    await pupil.taps("Кому не говорить", "куратор")
    assert any(each.startswith("❌ куратор") for each in pupil.buttons)
    await pupil.taps("Готово", "Сказать психологу")
    await stage.waits(hours=9)
    assert "Нужно ваше внимание" not in calls_to(stage, curator), "the one whom the pupil crossed out is never told"
    assert calls_to(stage, first).count("Нужно ваше внимание") > 3
    concern = (await rows(stage, "concerns"))[0]["id"]
    before = len(curator.user.chat.messages)
    for step in "todjpec":
        await curator.taps_data(curator.screen.id, f"cnc1:{concern}:{step}:0")
    assert "Петров" not in "".join(each.text for each in curator.user.chat.messages[before:] if each.from_bot)
    assert not (await rows(stage, "concerns"))[0]["taken_by"]


async def test_the_row_and_its_buttons_are_nothing_under_the_finger_of_whoever_does_not_study(stage):
    curator, _, _, parent, first, _ = await school(stage)
    stranger = await stage.someone("Прохожий")
    for each in (curator, parent, first, await stranger.starts()):
        before = len(each.user.chat.messages)
        for data in ("une1", *(f"unq1:{step}:{first.person_id}" for step in "sbwtmga"), "cnl1", "cnh1", "cnc1:1:t:0"):
            await each.taps_data(each.screen.id, data)
        told = [message.text for message in each.user.chat.messages[before:]]
        assert not [text for text in told if "8-800" in text or "бращени" in text]
        assert "8-800" not in each.sees
    assert not await rows(stage, "concerns")
    assert not await rows(stage, "concern_screens")


async def test_a_double_tap_is_one_and_what_was_tapped_by_accident_is_still_asked_about(stage):
    _, mentee, _, _, first, second = await school(stage)
    pupil = await says_it(mentee.phone)
    adult = first.person_id
    await pupil.taps_data(pupil.screen.id, f"unq1:s:{adult}")
    assert len(await rows(stage, "concerns")) == 1
    assert calls_to(stage, first).count("Нужно ваше внимание") == 1
    await pupil.taps("Нажал(а) случайно")
    assert "случайно" in first.sees
    assert "Стоит всё же спросить" in first.sees
    await stage.waits(hours=3)
    assert "Нужно ваше внимание" not in calls_to(stage, second)
    await first.taps("Принять") if "Принять" in first.buttons else await first.taps("Открыть", "Принять")
    assert "Отозвано" in first.sees
    await first.taps("Закрыть", "Нажато случайно", "Обращения учеников", "Закрытые")
    assert "№ 1 · У-" in first.sees
    assert "Нажато случайно" in first.sees
    assert "Петров" not in first.sees
    assert "Закрытые" not in str((await second.says("/menu")).buttons), "each their own"
    assert "Обращения учеников" not in str(second.buttons)
    await says_it(pupil)
    assert len(await rows(stage, "concerns")) == 2, "what is closed is over: this is another one"


async def test_said_again_while_it_is_open_it_is_added_and_the_pupil_sees_who_has_it(stage):
    _, mentee, _, _, first, second = await school(stage)
    pupil = await says_it(mentee.phone)
    await first.taps("Принять")
    await pupil.taps("Хорошо", "Мне неспокойно")
    assert "Ваше обращение принято" in pupil.sees
    assert "Анна Львовна" in pupil.sees
    await stage.waits(minutes=5)
    await pupil.taps("Сказать ещё", "Сказать социальному педагогу")
    assert "Нужно ваше внимание" not in second.sees, "somebody answers for it already"
    assert len(await rows(stage, "concerns")) == 1


async def test_whoever_answers_for_it_is_reminded_after_three_school_days_and_may_pass_it_on(stage):
    _, mentee, _, _, first, second = await school(stage)
    await says_it(mentee.phone)
    await first.taps("Принять")
    await stage.waits(days=2)
    assert "открыто уже" not in calls_to(stage, first)
    await stage.waits(days=2)
    assert "открыто уже" in calls_to(stage, first)
    await first.taps("Открыть", "Не могу, передать")
    assert "Нужно ваше внимание" in second.sees
    await first.says("/menu")
    await first.taps("Обращения учеников")
    await first.taps(first.buttons[0])
    assert "Петров" not in first.sees


async def test_every_look_is_in_its_own_journal_and_the_record_goes_with_the_closing(stage):
    _, mentee, _, _, first, _ = await school(stage)
    await says_it(mentee.phone)
    await first.taps("Принять", "Журнал")
    assert "принято: Анна" in first.sees
    assert "открыто: Анна" in first.sees
    kinds = [each["kind"] for each in await rows(stage, "concern_steps")]
    assert kinds == ["said", "called", "taken", "looked"]
    await first.taps("‹ К обращению", "Закрыть", "Разобрались")
    assert "Обращение закрыто" in first.sees
    concern = (await rows(stage, "concerns"))[0]["id"]
    await first.taps_data(first.screen.id, f"cnc1:{concern}:o:0")
    assert "Петров" not in first.sees


async def test_two_adults_take_it_at_once_and_one_of_them_has_it(stage):
    _, mentee, _, _, first, second = await school(stage)
    await says_it(mentee.phone)
    await stage.waits(minutes=61)
    for each in (first, second):
        each.user.taps("Принять", each.screen)
    await stage.settled()
    assert sorted("Петров Илья" in each.sees for each in (first, second)) == [False, True]
    assert [each["kind"] for each in await rows(stage, "concern_steps")].count("taken") == 1
    late = second if "Петров" in first.sees else first
    assert "Отвечает: " in late.sees


async def test_no_answer_is_promised_for_a_day_without_school(stage):
    _, mentee, *_ = await school(stage)
    await stage.waits(days=6)
    await says_it(mentee.phone)
    assert "сегодня" not in mentee.phone.sees
    assert "как только увидит" in mentee.phone.sees
    assert "не будет ответа" in mentee.phone.sees


async def test_holidays_do_not_put_off_the_question_whether_it_is_settled_for_longer_than_a_week(stage):
    _, mentee, _, _, first, _ = await school(stage)
    holidays = Holiday(date(2027, 1, 13), date(2027, 3, 1))
    await stage.app.database.work(lambda tx: school_days.add(tx, 1, holidays))
    await says_it(mentee.phone)
    await first.taps("Принять")
    await stage.waits(days=6)
    assert "открыто уже" not in calls_to(stage, first)
    await stage.waits(days=1)
    assert "открыто уже" in calls_to(stage, first)


async def test_the_row_stands_under_files_errors_lists_and_questions_too(stage):
    _, mentee, mentor, _, first, _ = await school(stage)
    pupil = mentor.phone
    for command in ("/menu", "/help", "/privacy", "/language", "/notices", "/letter", "Что-то", "/cancel", "/today"):
        await pupil.says(command)
        assert pupil.uneasy, command
    await pupil.says("/privacy")
    await pupil.taps("Получить все данные файлом")
    file = next(each for each in reversed(pupil.user.chat.messages) if each.document)
    assert "Мне неспокойно" in file.buttons
    await pupil.taps_data(file.id, "une1")
    assert "Сказать психологу" in "".join(pupil.buttons)
    await pupil.taps("Сказать психологу", "Хорошо")
    assert "Нужно ваше внимание" in first.sees
    assert not any("Спасибо, что сказали" in text for text in heard(pupil))
    await mentee.phone.taps_data(mentee.phone.screen.id, "nope9:1")
    assert mentee.phone.uneasy


async def test_with_nobody_named_psychologists_then_curators_are_told_and_a_gap_is_shown(stage):
    curator = await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    pupil = mentee.phone
    await pupil.starts()
    await pupil.taps("Мне неспокойно")
    assert pupil.buttons[0] == "Сказать куратору"
    first = await psychologist(stage)
    await pupil.taps("‹ Назад", "Мне неспокойно")
    assert pupil.buttons[0].startswith("Сказать психологу")
    first.user.blocks_bot()
    curator.user.blocks_bot()
    await stage.settled()
    await pupil.taps("‹ Назад", "Мне неспокойно")
    assert "8-800-2000-122" in pupil.sees
    assert "нет взрослого" in pupil.sees
    head = await staff_member(stage, Role.HEAD, Name("Главный", "Пётр", "Олегович"))
    head.user.blocks_bot()
    second = await staff_member(stage, Role.CURATOR, Name("Вторая", "Анна", ""))
    await stage.app.database.work(
        lambda tx: tx.run(
            "UPDATE accounts SET unreachable_at = :now WHERE external_id = :id", now=tx.now, id=second.user.id
        )
    )
    await stage.app.database.work(
        lambda tx: tx.run(
            "UPDATE accounts SET unreachable_at = :now WHERE external_id = :id", now=tx.now, id=head.user.id
        )
    )
    day = await stage.app.parts.today.seen(
        await stage.app.database.read(lambda tx: accounts.speaking(tx, second.user.id))
    )
    assert day.lines[0].what is Waits.SAFETY
    curator.user.unblocks()
    await stage.settled()
    await curator.says("/today")
    assert "некому получить" not in curator.sees, "the curator is there again"


async def test_the_curator_names_adults_tries_them_out_and_sets_contacts(stage):
    curator = await set_up_school(stage)
    first = await psychologist(stage)
    await curator.says("/menu")
    await curator.taps("Все разделы", "Настройки", "🛟 Безопасность", "Назвать взрослого", "Душина Анна")
    assert "Душина Анна" in curator.sees
    await curator.taps("Проверить связь")
    assert "Проверка связи" in first.sees
    assert "не обращение" in first.sees
    await first.taps("Получил(а)")
    await curator.taps("Через сколько минут", "15")
    assert "через 15 минут" in curator.sees
    assert "✅ проверка получена" in curator.sees
    await curator.taps("Контакты помощи")
    await curator.says("8-800-555-35-35 — линия школы <b>")
    assert "8-800-555-35-35" in curator.sees
    mentee, _ = await active_pair(stage)
    await says_it(mentee.phone, "Сказать психологу")
    assert "линия школы &lt;b&gt;" in mentee.phone.sees or "линия школы <b>" in mentee.phone.sees
    assert not await rows(stage, "concern_calls") or "Проверка" in calls_to(stage, first)


async def test_delivered_notices_of_a_pupil_have_the_row_too(stage):
    _, mentee, *_ = await school(stage)

    def unit(tx):
        letter = letters.send(tx, 1, 1, "Завтра линейка", to=mentee.person)
        notices.write(tx, "letter-answer", school=1, person=mentee.person, about=letter, any_hour=True)

    await stage.app.database.work(unit)
    await stage.settled()
    assert "Завтра линейка" in mentee.phone.sees
    assert mentee.phone.uneasy


async def test_a_withdrawn_and_a_removed_pupil_may_still_say_it(stage):
    _, mentee, _, _, first, _ = await school(stage)
    pupil = mentee.phone
    await pupil.starts()
    tapped = pupil.screen.id

    def unit(tx):
        people.change(tx, mentee.person, withdrawn_at=tx.now, removed_at=tx.now)

    await stage.app.database.work(unit)
    await pupil.taps_data(tapped, "une1")
    assert "Сказать психологу" in "".join(pupil.buttons)
    await pupil.taps("Сказать психологу")
    assert "Нужно ваше внимание" in first.sees


async def test_after_a_kill_in_the_middle_nothing_is_lost_and_the_screen_still_goes(tmp_path):
    stage = Stage(MovableClock(FIRST_DAY))
    async with stage.telegram.serving() as url:
        async with running(stage, tmp_path, url):
            _, mentee, _, _, _, second = await school(stage)
            await says_it(mentee.phone)
        async with running(stage, tmp_path, url):
            await stage.waits(minutes=61)
            assert "Нужно ваше внимание" in second.sees
            assert not any("Спасибо" in text for text in heard(mentee.phone))


async def test_in_coded_mode_the_adult_sees_the_code_and_how_to_find_the_name(stage):
    _, mentee, _, _, first, _ = await school(stage)
    await stage.app.database.work(lambda tx: schools.choose(tx, 1, privacy_mode="coded"))
    await says_it(mentee.phone)
    await first.taps("Принять")
    code = await stage.app.database.read(lambda tx: people.get(tx, mentee.person).code)
    assert code in first.sees
    assert "ключе кодов" in first.sees
    assert "Петров" not in first.sees


async def test_a_phone_that_serves_others_is_said_so_and_a_parent_on_it_is_never_told(stage):
    _, mentee, _, _parent, first, _ = await school(stage)
    guardian = await stage.app.database.read(lambda tx: people.guardians_of(tx, mentee.person)[0].id)

    def unit(tx):
        account = accounts.speaking(tx, mentee.phone.user.id).account_id
        accounts.speak_for(tx, account, guardian)
        accounts.speak_for(tx, account, mentee.person)
        assert guardian in concerns.close_to(tx, mentee.person)

    await stage.app.database.work(unit)
    await says_it(mentee.phone)
    await first.taps("Принять")
    assert "Этим телефоном пользуются и другие" in first.sees

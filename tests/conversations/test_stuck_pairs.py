"""Pairs that need help: the page, one action prepared, and everything a curator may do instead; rounds and marks behind it."""

from __future__ import annotations

import pytest
from steps_meetings import at_work, holds_a_meeting, school_with_a_pair, sets_a_meeting

from mentoring.school_days import Holiday
from mentoring.stuck_pairs import SignalKind
from storage import matches, pauses, school_days, signals
from storage.matches import State

PAIR = "Котова Марина — Панин Илья"


@pytest.fixture
async def idle(stage):
    """A pair that has not met for sixteen days."""
    curator, mentor, mentee = await school_with_a_pair(stage)
    await stage.waits(days=16)
    return curator, mentor, mentee


def heard(someone, words):
    return sum(words in message.text for message in someone.user.chat.messages if message.from_bot)


def ever(someone):
    """Everything the bot has ever shown somebody."""
    told = [message.text + " ".join(message.buttons) for message in someone.user.chat.messages if message.from_bot]
    return "\n".join([*told, *(each.text for each in someone.user.toasts)])


async def opens(curator, pair=PAIR):
    await curator.says("/today")
    return await curator.taps(pair)


async def helped(curator, words="нужна помощь"):
    await curator.says("/today")
    return words in curator.sees


async def choose(stage, name, value):
    await stage.app.database.work(
        lambda tx: tx.run(
            "INSERT OR REPLACE INTO settings (school_id, name, value) VALUES (1, :name, :value)", name=name, value=value
        )
    )


async def test_the_ready_text_is_sent_by_one_tap_once_a_day_and_the_pair_rests(stage, idle):
    curator, mentor, _ = idle
    await curator.says("/today")
    assert "16 дней без встречи → напомнить наставнику" in curator.sees
    await curator.taps(PAIR)
    assert curator.buttons[0] == "Отправить"
    ready = curator.sees.split("Готовый текст, Котова Марина:")[1].split("\n")[1].strip()
    assert "Панин Илья" in ready
    shown = curator.screen.id
    await curator.taps("Отправить")
    assert "Отправил" in curator.sees
    assert "Готовый текст" not in curator.sees, "it is sent, and cannot be sent again today"
    assert "Отправить" not in curator.buttons
    await curator.taps_data(shown, f"stn1:{mentor.match_id}:0")
    assert heard(mentor, "Куратор: " + ready.replace("Панин Илья", "Илья П.")) == 1
    await mentor.taps("Открыть пару")
    assert "Когда?" in mentor.sees
    assert not await helped(curator)
    await stage.waits(days=8)
    assert await helped(curator), "nothing has changed"


async def test_a_text_of_ones_own_goes_instead_exactly_as_typed(stage, idle):
    curator, mentor, mentee = idle
    await opens(curator)
    ready = curator.sees.split("Готовый текст, Котова Марина:")[1].split("\n")[1].strip()
    await curator.taps("Написать по-своему")
    assert "Увидит тот, кому вы напоминаете" in curator.sees
    assert f"<code>{ready}</code>" in curator.screen.html.replace("&quot;", '"'), "one tap copies it, to be changed"
    await curator.says("Марина, всё ли <b>хорошо</b> & можно помочь?")
    assert "Отправил" in curator.sees
    assert heard(mentor, "Куратор: Марина, всё ли <b>хорошо</b> & можно помочь?") == 1
    assert heard(mentee, "можно помочь") == 0


async def test_what_was_asked_for_meanwhile_is_not_asked_for_again(stage, idle):
    curator, mentor, _ = idle
    await opens(curator)
    await sets_a_meeting(mentor, "29")
    await curator.taps("Отправить")
    assert "напоминать не о чем" in curator.sees + curator.toast
    assert heard(mentor, "Давно не было встречи") == 0


async def test_called_put_off_and_done_each_let_the_pair_rest_and_are_kept(stage, idle):
    curator, *_ = idle
    for button, days in (("Отложить на неделю", 8), ("Сделано", 8)):
        await opens(curator)
        await curator.taps(button)
        assert "Все пары в порядке" in curator.sees
        assert not await helped(curator)
        await stage.waits(days=days)
    await opens(curator)
    await curator.taps("Позвонить")
    assert "контакта в боте нет" in curator.sees
    await curator.taps("Поговорил(а)")
    assert "разговор записан" in curator.sees
    assert not await helped(curator)
    await stage.waits(days=15)
    await opens(curator)
    for done in ("отложено", "сделано", "разговор"):
        assert done in curator.sees.split("Уже сделано")[1]


async def test_the_pair_may_be_replaced_and_hears_nothing_until_it_is(stage, idle):
    curator, mentor, mentee = idle
    before = [len(each.user.chat.messages) for each in (mentor, mentee)]
    await opens(curator)
    await curator.taps("Заменить пару")
    assert f"Закрыть пару · {PAIR}" in curator.sees
    assert [len(each.user.chat.messages) for each in (mentor, mentee)] == before


async def test_many_pairs_are_paged_and_named_by_codes_where_names_may_not_be_shown(stage, idle):
    curator, *_ = idle
    for number in range(9):
        await at_work(stage, f"Юнга{number}", mentor=f"Яров{number}")
    await stage.waits(days=16)
    await curator.says("/today")
    assert "нужна помощь: 10" in curator.sees
    assert sum("→" in line for line in curator.sees.split("\n")) == 3, "the most urgent ones only"
    await curator.taps("Все, кому нужна помощь")
    assert curator.sees.count("•") == 8
    await curator.taps("Дальше")
    assert curator.sees.count("•") == 2
    await choose(stage, "privacy_mode", "coded")
    await curator.says("/today")
    await curator.taps("Все, кому нужна помощь", *[curator.buttons[0]])
    assert not any(name in curator.sees + " ".join(curator.buttons) for name in ("Котова", "Панин", "Яров", "Юнга"))
    assert "Готовый текст" in curator.sees


async def test_new_pairs_pauses_freezings_and_holidays_make_nobody_stuck(stage):
    curator, *_ = await school_with_a_pair(stage)
    away, *_ = await at_work(stage, "Рогов", mentor="Лосева")
    frozen, *_ = await at_work(stage, "Сомов", mentor="Зуева")

    def unit(tx):
        programme = tx.value("SELECT programme_id FROM matches LIMIT 1")
        pauses.begin(tx, programme, away.person_id, "study", tx.now.date().replace(month=3), away.person_id)
        matches.turn(tx, matches.of_match(tx, frozen.match_id)[0], State.FROZEN)
        first = tx.now.date()
        school_days.add(tx, 1, Holiday(first.replace(day=13), first.replace(day=24)))

    await stage.app.database.work(unit)
    await stage.waits(days=16)
    await at_work(stage, "Уваров", mentor="Орлова")
    assert not await helped(curator), "twelve of these days were holidays"
    await stage.waits(days=11)
    assert await helped(curator, "нужна помощь: 1")
    assert "Котова" in curator.sees


async def test_two_meetings_cancelled_in_a_row_are_a_cause(stage):
    curator, mentor, _ = await school_with_a_pair(stage)
    for day in ("14", "15"):
        await sets_a_meeting(mentor, day)
        await mentor.taps("Отменить встречу", "Отменить встречу")
    assert await helped(curator, "две встречи подряд отменены")
    await sets_a_meeting(mentor, "16")
    assert not await helped(curator)


async def test_a_second_round_of_feedback_has_its_own_answers(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await choose(stage, "feedback_again", "meetings")
    for day in ("12", "13", "14"):
        await holds_a_meeting(stage, mentor, day)
    asked = "Как идёт ваша работа"
    assert heard(mentee, asked) == 1
    await answers(mentee, "9")
    for day in ("15", "16", "18"):
        await holds_a_meeting(stage, mentor, day)
    assert heard(mentee, asked) == 2, "three more meetings"
    await answers(mentee, "4")
    rows = await stage.app.database.read(
        lambda tx: tx.all("SELECT DISTINCT about FROM submissions WHERE form LIKE 'interim_%'")
    )
    assert len(rows) == 2
    await stage.waits(days=12)
    assert heard(mentee, "Напоминаю про короткую анкету") == 0


async def answers(someone, mark):
    await someone.says("/menu")
    await someone.taps("Ответить: как идёт работа", *[mark] * 6)
    await someone.says("Мало времени")
    await someone.taps("Нет", "Нет", "Отправить")


async def test_a_mark_is_put_right_the_same_day_and_asked_of_again_once(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await stage.waits(days=16)
    await mentee.says("/menu")
    await mentee.taps("Оценить: Марина К.", "1", "Изменить: Марина К.", "8")
    await stage.waits(days=5)
    assert heard(mentor, "вы ещё не оценили") == 1
    assert heard(mentee, "вы ещё не оценили") == 0
    assert heard(curator, "стоит поговорить") == 0, "the mark was put right within two hours"
    await mentee.says("/menu")
    assert not any("Изменить" in each or "Оценить" in each for each in mentee.buttons)
    await choose(stage, "rated", "off")
    await stage.waits(days=30)
    assert heard(mentee, "как идёт ваша совместная работа") == 1, "switched off"


async def test_marks_more_than_three_apart_and_falling_ones_are_the_curator_s_alone(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await stage.waits(days=16)
    await marks(mentor, "Илья П.", "9")
    await marks(mentee, "Марина К.", "6")
    assert not await helped(curator, "разошлись"), "three apart is no more than three"
    await stage.waits(days=31)
    await marks(mentor, "Илья П.", "10")
    await marks(mentee, "Марина К.", "5")
    await opens(curator)
    assert "оценки сторон разошлись" in curator.sees
    assert "наставник 9, 10; наставляемый 6, 5" in curator.sees
    assert curator.buttons[0] == "Позвонить"
    await stage.waits(days=31)
    await marks(mentor, "Илья П.", "6")
    await opens(curator)
    assert "оценка снижается" in curator.sees
    for side in (mentor, mentee):
        assert not any(words in ever(side) for words in ("разошлись", "снижается", "стоит поговорить"))
    assert "наставляемый 6" not in ever(mentor)


async def marks(someone, other, mark):
    await someone.says("/menu")
    await someone.taps(f"Оценить: {other}", mark)


async def test_who_wants_another_pair_is_first_and_is_never_written_about(stage, idle):
    curator, mentor, mentee = idle
    await at_work(stage, "Рогов", mentor="Лосева")
    await stage.waits(days=15)

    def wish(tx):
        signals.tell(tx, mentor.match_id, SignalKind.CHANGE_PAIR, mentee.person_id)

    await stage.app.database.work(wish)
    await curator.says("/today")
    lines = [line for line in curator.sees.split("\n") if "→" in line]
    assert PAIR in lines[0]
    assert "хотят сменить пару → заменить пару" in lines[0]
    await curator.taps(PAIR)
    assert curator.buttons[0] == "Заменить пару"
    assert "Отправить" not in curator.buttons
    assert "сменить пару" not in ever(mentor)


async def test_a_group_of_five_fits_a_narrow_button(stage):
    curator, mentor, *_ = await school_with_a_pair(stage, "Панин", "Рогов", "Сомов", "Титов", "Уваров")
    await mentor.says("/menu")
    assert any(each.startswith("Илья П. и ещё 4:") for each in mentor.buttons)
    await stage.waits(days=16)
    await curator.says("/today")
    assert "Котова М. и ещё 5" in curator.buttons
    await curator.taps("Котова М. и ещё 5")
    assert "Уваров Илья" in curator.sees, "its page names everybody"

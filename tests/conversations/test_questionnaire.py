"""Answering a questionnaire in chat: one message edited in place, nothing lost, no dead end."""

from __future__ import annotations

import random

import pytest
from stage import running
from steps_questionnaire import answers_one, fills, participant, turn_of
from steps_school import set_up_school

from simulator import Telegram


@pytest.fixture
async def pupil(stage):
    await set_up_school(stage)
    return await participant(stage)


async def test_a_questionnaire_is_one_message_edited_in_place(pupil):
    await pupil.taps("Заполнить заявку")
    await pupil.says("Физика")
    asked = pupil.screen
    await pupil.taps("Физика", "Готово", "Улучшить", "Спорт", "Готово")
    assert pupil.screen is asked
    assert "часть 2 из 3: О вас" in pupil.sees
    assert [message for message in pupil.user.chat.from_bot if message.keyboard] == [asked]


async def test_a_typed_answer_is_said_back_and_the_next_question_stands_below(pupil):
    await pupil.taps("Заполнить заявку")
    first = pupil.screen
    await pupil.says("<b>Хочу</b> =1+1 & «ё» 🙂")
    assert pupil.sees.startswith("Записал: <b>Хочу</b> =1+1 & «ё» 🙂")
    assert first.deleted
    assert "С чем вам нужна помощь?" in pupil.sees


async def test_several_options_are_ticked_and_unticked_without_pop_ups(pupil):
    await pupil.taps("Заполнить заявку")
    await pupil.says("Физика")
    await pupil.taps("Физика", "Химия", "Физика")
    assert "✅ Химия" in pupil.buttons
    assert "Физика" in pupil.buttons
    assert "Готово (1)" in pupil.buttons
    assert pupil.user.toasts == []


async def test_more_than_seven_areas_are_not_taken_and_the_ticks_stay(pupil):
    await pupil.taps("Заполнить заявку")
    await pupil.says("Всё")
    await pupil.taps(
        "Физика", "Химия", "Биология", "История", "География", "Спорт", "Проект", "Литература", "Готово (8)"
    )
    assert "не больше семи" in pupil.sees
    await pupil.taps("Физика", "Готово (7)")
    assert "ближе всего" in pupil.sees


async def test_a_tap_on_an_older_question_changes_nothing_and_shows_the_current_one(pupil):
    await pupil.taps("Заполнить заявку")
    await fills(pupil)
    await pupil.taps("Заполнить анкету")
    screen = pupil.screen
    no = screen.button("Нет").data
    await pupil.taps("Нет")
    current, before = pupil.sees, (await turn_of(pupil)).step
    await pupil.taps_data(screen.id, no)
    assert pupil.sees == current
    assert "прежний вопрос" in pupil.toast
    assert (await turn_of(pupil)).step == before


async def test_two_quick_taps_answer_one_question(pupil):
    await pupil.taps("Заполнить заявку")
    await fills(pupil)
    await pupil.taps("Заполнить анкету", "Нет")
    data = pupil.screen.button("7").data
    pupil.user.taps_data(pupil.screen.id, data)
    await pupil.taps_data(pupil.screen.id, data)
    assert (await turn_of(pupil)).step.answered == 2


@pytest.mark.parametrize("what", ["sends_sticker", "sends_voice", "sends_photo", "sends_document"])
async def test_what_is_no_answer_gets_a_sentence_and_the_question_again(pupil, what):
    await pupil.taps("Заполнить заявку")
    send = getattr(pupil.user, what)
    await pupil._acts(lambda: send("задание.pdf", b"%PDF") if what == "sends_document" else send())
    assert "картинки, голос и файлы я не читаю" in pupil.sees
    assert "С чем вам нужна помощь наставника?" in pupil.sees


async def test_an_unknown_command_is_no_answer(pupil):
    await pupil.taps("Заполнить заявку")
    await pupil.says("/anketa")
    assert "Такой команды нет" in pupil.sees
    assert (await turn_of(pupil)).step.answered == 0


async def test_an_edited_message_changes_nothing(pupil):
    await pupil.taps("Заполнить заявку")
    await pupil.says("Физика")
    typed = next(message for message in reversed(pupil.user.chat.messages) if not message.from_bot)
    seen = pupil.sees
    await pupil._acts(lambda: pupil.user.edits(typed, "Химия"))
    assert pupil.sees == seen
    await fills(pupil, send=False)
    assert "\nФизика\n" in pupil.sees


async def test_a_text_too_long_is_not_taken_and_says_why(pupil):
    await pupil.taps("Заполнить заявку")
    await pupil.says("я" * 4096)
    assert "Слишком длинно" in pupil.sees
    assert (await turn_of(pupil)).step.answered == 0


async def test_later_keeps_everything_and_start_goes_on_from_there(pupil):
    await pupil.taps("Заполнить заявку")
    await pupil.says("Физика")
    await pupil.taps("Физика", "Готово", "Позже")
    assert pupil.toast == "Всё сохранено."
    await pupil.starts()
    assert "Вы остановились на вопросе «Что ближе всего к вашей цели?»: ответов 2, осталось 8." in pupil.sees
    await pupil.taps("Продолжить")
    assert "ближе всего" in pupil.sees
    await pupil.taps("Позже", "Начать заново")
    assert (await turn_of(pupil)).step.answered == 0


async def test_start_in_the_middle_shows_where_one_stopped_and_typing_answers_nothing(pupil):
    await pupil.taps("Заполнить заявку")
    await pupil.says("Физика")
    await pupil.starts()
    assert "Вы остановились на вопросе «С чем вам нужна помощь?»" in pupil.sees
    await pupil.says("Химия")
    await pupil.taps("Продолжить")
    assert (await turn_of(pupil)).step.answered == 1


async def test_start_in_the_middle_of_a_small_form_asks_on(stage):
    curator = await set_up_school(stage)
    await curator.says("/people")
    await curator.taps("Добавить")
    await curator.says("Петров")
    await curator.starts()
    assert "Имя" in curator.sees
    await curator.says("Илья")
    assert "Отчество" in curator.sees


async def test_what_is_typed_after_later_answers_nothing(pupil):
    await pupil.taps("Заполнить заявку", "Позже")
    await pupil.says("Физика")
    await pupil.starts()
    await pupil.taps("Продолжить")
    assert (await turn_of(pupil)).step.answered == 0


async def test_a_restart_at_any_question_forgets_nothing(tmp_path):
    from stage import FIRST_DAY, Stage

    from bot.clock import MovableClock

    stage = Stage(MovableClock(FIRST_DAY))
    async with stage.telegram.serving() as url:
        async with running(stage, tmp_path, url):
            await set_up_school(stage)
            someone = await participant(stage)
            await someone.taps("Заполнить заявку")
        for answered in range(10):
            async with running(stage, tmp_path, url):
                await someone.starts()
                if answered:
                    assert f"ответов {answered}," in someone.sees
                await someone.taps("Продолжить")
                await answers_one(someone)
        async with running(stage, tmp_path, url):
            await someone.starts()
            assert "Ответы готовы" in someone.sees
            await someone.taps("Продолжить", "Отправить")
            assert "Заявка наставляемого: отправлено" in someone.sees


async def test_any_answer_can_be_changed_at_the_review(pupil):
    await pupil.taps("Заполнить заявку")
    await fills(pupil, send=False, situation="Улучшить результаты")
    await pupil.taps("✏️ 3")
    assert "✅ Улучшить результаты" in pupil.buttons
    await pupil.taps("Освоиться")
    assert "проверьте и отправьте" in pupil.sees
    assert "Освоиться в школе и классе" in pupil.sees
    await pupil.taps("✏️ 1", "‹ К проверке")
    assert "проверьте и отправьте" in pupil.sees
    await pupil.says("Отправляй")
    assert "нажмите кнопку с его номером" in pupil.sees


async def test_the_review_has_a_button_for_every_answer_that_was_asked_for(pupil):
    await pupil.taps("Заполнить заявку")
    await fills(pupil)
    await pupil.taps("Заполнить анкету")
    await fills(pupil, send=False, been_before="Да")
    assert [button for button in pupil.buttons if button.startswith("✏️")] == [f"✏️ {n}" for n in range(1, 16)]


async def test_a_second_tap_on_send_shows_where_one_is_now(pupil):
    await pupil.taps("Заполнить заявку")
    await fills(pupil, send=False)
    message, data = pupil.screen, pupil.screen.button("Отправить").data
    await pupil.taps("Отправить")
    await pupil.taps_data(message.id, data)
    assert "устарел" in pupil.toast
    assert "✅ Заявка отправлена" in pupil.sees


async def test_an_old_message_that_cannot_be_deleted_hinders_nothing(pupil):
    await pupil.taps("Заполнить заявку")
    await pupil.stage.waits(days=3)
    await pupil.says("Физика")
    assert "С чем вам нужна помощь?" in pupil.sees
    await pupil.taps("Физика", "Готово")
    assert "ближе всего" in pupil.sees


async def test_another_persons_questionnaire_cannot_be_answered(pupil, stage):
    await pupil.taps("Заполнить заявку")
    await pupil.says("Физика")
    stranger = await stage.someone()
    await stranger.starts()
    for button in [button for row in pupil.screen.keyboard for button in row]:
        await stranger.taps_data(stranger.screen.id, button.data)
    assert (await turn_of(pupil)).step.answered == 1
    assert "Физика" not in stranger.sees


async def test_in_english_the_questionnaire_speaks_english(pupil, stage):
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE accounts SET language = 'en' WHERE external_id = :id", id=pupil.user.id)
    )
    await pupil.says("/menu")
    await pupil.taps("Fill in the application")
    assert "Tell in your own words" in pupil.sees


async def test_one_answered_question_costs_a_fixed_number_of_queries(pupil, stage, monkeypatch):
    counted = await _queries_of(pupil, stage, monkeypatch, "7")
    await fills(pupil)
    assert counted[0] == counted[1]
    assert counted[0] <= 9, counted


async def _queries_of(pupil, stage, monkeypatch, button):
    from storage.database import Transaction

    await pupil.taps("Заполнить заявку")
    await fills(pupil)
    await pupil.taps("Заполнить анкету", "Нет")
    count = 0

    def counting(method):
        def call(self, sql, *args, **values):
            nonlocal count
            count += 1
            return method(self, sql, *args, **values)

        return call

    with monkeypatch.context() as patch:
        for name in ("one", "all", "value", "run", "run_many"):
            patch.setattr(Transaction, name, counting(getattr(Transaction, name)))
        taken = []
        for _ in range(2):
            data, count = pupil.screen.button(button).data, 0
            pupil.user.taps_data(pupil.screen.id, data)
            await stage.telegram.idle()
            await stage.app.intake.settle()
            taken.append(count)
    return taken


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_tapped_or_typed_there_is_a_way_on(pupil, caplog, seed):
    dice = random.Random(seed)
    texts = ["8", "", "12.05.2013", "<b>", "=1+1", "ё" * 2000, "Физика; Химия", "/menu", "/start", "да", "🙂", "15:00"]
    await pupil.taps("Заполнить заявку")
    taps = len(pupil.stage.telegram.calls_of("answerCallbackQuery"))
    caplog.clear()
    for _ in range(60):
        message = dice.choice([each for each in pupil.user.chat.from_bot[-3:] if each.keyboard] or [pupil.screen])
        keys = [button for row in message.keyboard for button in row if button.data]
        if dice.random() < 0.75 and keys:
            taps += 1
            await pupil.taps_data(message.id, dice.choice(keys).data)
        else:
            await pupil.says(dice.choice(texts) or " ")
        assert pupil.screen.buttons, f"a dead end:\n{pupil.sees}"
    _nothing_went_wrong(pupil.stage.telegram, caplog, taps)


def _nothing_went_wrong(telegram: Telegram, caplog, taps: int) -> None:
    assert [record.getMessage() for record in caplog.records if record.levelname in ("ERROR", "WARNING")] == []
    refused = [call for call in telegram.calls if call.error and "message is not modified" not in call.error]
    assert refused == []
    assert len(telegram.calls_of("answerCallbackQuery")) == taps

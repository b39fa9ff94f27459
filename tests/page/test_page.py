"""What a person does on the page of phones, in a real Chromium, on a desk and on a phone."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, expect
from playwright.async_api import Page as Window

from simulator import Tap
from tests.page.conftest import ILYA, MARINA, MOTHER, Rehearsal

pytestmark = pytest.mark.outside

Opens = Callable[[int, int], Awaitable[Window]]
DESK, PHONE = (1500, 900), (360, 740)


@pytest.fixture
async def opens(rehearsal: Rehearsal, browser: Browser) -> AsyncIterator[Opens]:
    troubles: list[str] = []

    async def open_window(width: int, height: int) -> Window:
        context = await browser.new_context(viewport={"width": width, "height": height}, locale="ru-RU")
        window = await context.new_page()
        window.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        window.on("pageerror", lambda error: troubles.append(str(error)))
        await window.goto(rehearsal.url)
        await expect(window.locator(".person")).to_have_count(3)
        return window

    yield open_window
    assert troubles == []


def phone(window: Window, person: int) -> Locator:
    return window.locator(f'[data-person="{person}"]')


async def test_a_tap_edits_the_message_in_place_and_shows_a_toast(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    ilya = phone(window, ILYA)
    await expect(ilya.locator(".words b")).to_have_text("помочь")
    await ilya.get_by_role("button", name="Физика").click()
    await expect(ilya.get_by_role("button", name="✓ Физика")).to_be_visible()
    await expect(ilya.locator(".toast")).to_have_text("Записал")
    await expect(ilya.locator(".stamp").last).to_contain_text("изменено")
    assert rehearsal.ilya.chat.last.buttons == ["✓ Физика", "Математика", "Готово (1)"]


async def test_buttons_stand_in_the_grid_the_bot_gave(opens: Opens) -> None:
    ilya = phone(await opens(*DESK), ILYA)
    left, right, below = [
        await ilya.get_by_role("button", name=name, exact=True).bounding_box()
        for name in ("Физика", "Математика", "Готово")
    ]
    assert left
    assert right
    assert below
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    assert below["y"] > left["y"]
    assert below["width"] == pytest.approx(left["width"] + right["width"] + 4, abs=1)


async def test_typed_words_reach_the_bot_and_its_answer_comes_back(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    ilya = phone(window, ILYA)
    await ilya.get_by_label("Сообщение").fill("<b>5 < 7 & «ура»</b>")
    await ilya.get_by_label("Сообщение").press("Enter")
    await expect(ilya.locator(".words").last).to_have_text("Услышал: <b>5 < 7 & «ура»</b>")
    assert rehearsal.ilya.chat.messages[-2].text == "<b>5 < 7 & «ура»</b>"
    await expect(ilya.get_by_label("Сообщение")).to_have_value("")


async def test_a_file_goes_up_and_the_bots_document_comes_down(
    rehearsal: Rehearsal, opens: Opens, tmp_path: Path
) -> None:
    window = await opens(*DESK)
    ilya = phone(window, ILYA)
    listing = tmp_path / "список.xlsx"
    listing.write_bytes(b"PK-rows")
    await ilya.locator("input[type=file]").set_input_files(listing)
    await expect(ilya.locator(".words").last).to_have_text("Услышал: файл список.xlsx")
    sent = rehearsal.ilya.chat.messages[-2].document
    assert sent is not None
    assert sent.content == b"PK-rows"
    async with window.expect_download() as download:
        await ilya.locator(".file").last.click()
    assert (await download.value).suggested_filename == "список.xlsx"


async def test_a_picture_is_shown(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    await rehearsal.shows_a_picture()
    picture = phone(window, ILYA).locator(".picture img")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 32


async def test_the_clock_moves_by_what_its_button_says(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    await expect(window.locator("#now")).to_contain_text("5 февраля")
    await expect(window.locator("#now")).to_contain_text("12:00")
    await window.get_by_role("button", name="+1 час").click()
    await expect(window.locator("#now")).to_contain_text("13:00")
    await window.get_by_role("button", name="+1 день").click()
    await expect(window.locator("#now")).to_contain_text("6 февраля")
    await window.get_by_role("button", name="+1 неделя").click()
    await expect(window.locator("#now")).to_contain_text("13 февраля")
    assert rehearsal.leaps == [timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)]


async def test_a_link_is_handed_to_another_persons_phone(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    link = rehearsal.telegram.link("parent_7")
    await rehearsal.call("sendMessage", chat_id=ILYA, text=f"Перешлите маме: {link}")
    await phone(window, ILYA).get_by_role("link", name=link).click()
    await window.get_by_role("button", name="Ольга, мама").click()
    await expect(phone(window, MOTHER).locator(".words").last).to_have_text("Услышал: /start parent_7")
    assert rehearsal.mother.chat.messages[0].text == "/start parent_7"


async def test_a_link_is_opened_by_somebody_new(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    button = {"inline_keyboard": [[{"text": "Пригласить", "url": rehearsal.telegram.link("join_7b")}]]}
    await rehearsal.call("sendMessage", chat_id=ILYA, text="Ссылка класса", reply_markup=button)
    await phone(window, ILYA).get_by_role("button", name="Пригласить").click()
    await window.get_by_label("Имя нового человека").fill("Тимур")
    await window.get_by_role("button", name="Открыть").click()
    await expect(window.locator(".person")).to_have_count(4)
    newcomer = window.get_by_label("Телефон: Тимур, новый человек")
    await expect(newcomer.locator(".words").last).to_have_text("Услышал: /start join_7b")


async def test_an_alert_waits_until_it_is_closed(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    alert = {"inline_keyboard": [[{"text": "Что это?", "callback_data": "alert"}]]}
    await rehearsal.call("sendMessage", chat_id=ILYA, text="Подсказка", reply_markup=alert)
    await phone(window, ILYA).get_by_role("button", name="Что это?").click()
    await expect(window.get_by_role("dialog")).to_contain_text("Важно!")
    await window.get_by_role("button", name="Хорошо").click()
    await expect(window.get_by_role("dialog")).to_have_count(0)


async def test_a_blocked_bot_is_told_and_let_in_again(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    ilya = phone(window, ILYA)
    await ilya.get_by_role("button", name="Заблокировать бота").click()
    await expect(ilya.get_by_text("Бот заблокирован.")).to_be_visible()
    assert rehearsal.ilya.chat.blocked
    await ilya.get_by_role("button", name="Разблокировать бота").click()
    await expect(ilya.get_by_label("Сообщение")).to_be_visible()
    assert not rehearsal.ilya.chat.blocked


async def test_a_narrow_screen_shows_one_phone_and_marks_what_is_unread(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*PHONE)
    await expect(window.locator(".phone:visible")).to_have_count(1)
    await expect(phone(window, MARINA)).to_be_visible()
    ilya = window.get_by_role("navigation").get_by_role("button", name="Илья П.")
    await expect(ilya.locator(".unread")).to_contain_text("2")
    await ilya.click()
    await expect(phone(window, ILYA)).to_be_visible()
    await expect(ilya.locator(".unread")).to_have_count(0)
    await phone(window, ILYA).get_by_role("button", name="Готово").click()
    await expect(phone(window, ILYA).locator(".words").last).to_have_text("Выбрано")
    assert await window.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


async def test_everything_can_be_done_from_the_keyboard(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    ilya = phone(window, ILYA)
    await ilya.get_by_role("button", name="Физика").focus()
    await window.keyboard.press("Tab")
    await expect(ilya.get_by_role("button", name="Математика")).to_be_focused()
    await window.keyboard.press("Enter")
    await expect(ilya.locator(".words").last).to_have_text("Выбрано")
    await expect(ilya.get_by_role("button", name="Математика")).to_be_focused()
    assert await ilya.get_by_role("log").get_attribute("aria-live") == "polite"


async def test_commands_and_a_reply_keyboard_type_for_the_person(rehearsal: Rehearsal, opens: Opens) -> None:
    await rehearsal.call("setMyCommands", commands=[{"command": "menu", "description": "Меню"}])
    markup = {"keyboard": [[{"text": "Да"}, {"text": "Нет"}]], "resize_keyboard": True}
    await rehearsal.call("sendMessage", chat_id=ILYA, text="Придёте?", reply_markup=markup)
    window = await opens(*DESK)
    ilya = phone(window, ILYA)
    await ilya.get_by_role("button", name="Да").click()
    await expect(ilya.locator(".words").last).to_have_text("Услышал: Да")
    await ilya.get_by_role("button", name="Команды").click()
    await ilya.get_by_role("button", name="/menu Меню").click()
    await expect(ilya.locator(".words").last).to_have_text("Услышал: /menu")


async def test_the_page_goes_on_after_it_was_reloaded(rehearsal: Rehearsal, opens: Opens) -> None:
    window = await opens(*DESK)
    await window.reload()
    await phone(window, ILYA).get_by_role("button", name="Готово").click()
    await expect(phone(window, ILYA).locator(".words").last).to_have_text("Выбрано")
    again = rehearsal.ilya.taps("Готово (1)")
    assert isinstance(again, Tap)

"""How questions, pickers and long reviews look: they always fit a message."""

from __future__ import annotations

from datetime import date

import pytest

from handlers import pickers
from handlers.question_view import question_screen, shortened
from handlers.review_view import review_screen
from handlers.screen import Button
from locales.words import Say, Words
from mentoring.questionnaire import Form, Given, Kind, Option, Phrase, Question, Style
from mentoring.questionnaire_typing import utf16_length
from services.turns import Turn

SAY = Say(Words.shipped(), "ru")
TODAY = date(2027, 1, 11)


def form(*questions, style=Style.QUESTIONNAIRE):
    return Form("sample", "1", Phrase({"ru": "Проба"}), style, questions, (), "")


def turn(asked, answers, lists=None, cursor=None):
    given = Given(TODAY, lists or {})
    step = asked.walk(answers, given, cursor)
    return Turn(1, asked, 0, TODAY, step, asked.review(answers, given) if step.question is None else ())


def texts(screen):
    return [button.text for row in screen.rows for button in row]


@pytest.mark.parametrize(("count", "answer"), [(3, "да"), (25, "🙂" * 1000), (120, "& <b>" * 100)])
def test_a_review_of_any_length_fits_messages_and_every_answer_can_be_changed(count, answer):
    questions = [Question(f"q{n}", Kind.TEXT, Phrase({"ru": f"Вопрос {n} " + "длинный " * 30})) for n in range(count)]
    whole = turn(form(*questions), {question.name: answer for question in questions})
    pencils, sending, page = [], 0, 0
    while not sending:
        screen = review_screen(SAY, whole, page)
        assert utf16_length(screen.text) <= 3700
        assert len(texts(screen)) <= 100
        pencils += [text for text in texts(screen) if text.startswith("✏️")]
        sending += "Отправить" in texts(screen)
        page += 1
    assert pencils == [f"✏️ {n}" for n in range(1, count + 1)]


def test_a_page_that_is_not_there_is_the_nearest_one():
    whole = turn(form(Question("q", Kind.TEXT, Phrase({"ru": "?"}))), {"q": "да"})
    assert review_screen(SAY, whole, 99) == review_screen(SAY, whole, -5) == review_screen(SAY, whole)


def test_a_list_of_a_hundred_options_is_leafed_through():
    options = tuple(Option(f"o{n}", Phrase({"ru": f"Область {n}"})) for n in range(100))
    asked = form(Question("areas", Kind.SELECT_MULTIPLE, Phrase({"ru": "?"}), list_name="areas.csv"))
    open_one = turn(asked, {"areas": ("o1", "o99")}, {"areas.csv": options}, "areas")
    first, last = question_screen(SAY, open_one), question_screen(SAY, open_one, "2")
    assert "✅ Область 1" in texts(first)
    assert "Область 99" not in " ".join(texts(first))
    assert "✅ Область 99" in texts(last)
    assert all("Готово (2)" in texts(each) for each in (first, last))
    assert question_screen(SAY, open_one, "77") == last
    assert question_screen(SAY, open_one, "чушь") == first


def test_a_scale_is_two_rows_of_five_with_the_answer_ticked():
    asked = form(Question("scale", Kind.RANGE, Phrase({"ru": "?"}), bounds=(1, 10, 1), default=7))
    rows = question_screen(SAY, turn(asked, {})).rows
    assert [button.text for button in rows[0]] == ["1", "2", "3", "4", "5"]
    assert [button.text for button in rows[1]] == ["6", "✅ 7", "8", "9", "10"]


def test_an_answer_that_stands_can_be_kept_and_is_read_as_people_write_it():
    asked = form(Question("day", Kind.DATE, Phrase({"ru": "Когда?"}), default="2027-05-12"))
    assert "Оставить: 12 мая 2027" in texts(question_screen(SAY, turn(asked, {})))


def rows_of(leaf, appearance="", answer=""):
    def button(value, text):
        return Button(f"{text}={value}")

    return pickers.date_rows(SAY, appearance, leaf, answer, TODAY, button, button)


def values(rows):
    return [button.text.partition("=")[2] for row in rows for button in row if "=" in button.text]


def test_a_birth_is_picked_by_year_month_and_day():
    assert {"2009", "2013", "2019"} <= {*values(rows_of("", "no-calendar"))}
    assert "2013-05" in values(rows_of("2013", "no-calendar"))
    assert "2013-05-12" in values(rows_of("2013-05", "no-calendar"))


def test_a_birth_given_before_is_among_the_years_shown_and_the_future_is_not():
    assert "1979" in values(rows_of("", "no-calendar", "1979-03-01"))
    assert "2028" not in values(rows_of("<2040", "no-calendar"))


def test_a_near_day_is_picked_from_this_month():
    assert values(rows_of(""))[0] == "2027-01-01"
    assert values(rows_of(""))[-1] == "2027-02"


@pytest.mark.parametrize("leaf", ["чушь", "0000", "<0000", "2027-13", "99999", "2027-1", "<", "1899", "9999-12"])
@pytest.mark.parametrize("appearance", ["", "no-calendar"])
def test_a_leaf_that_is_none_begins_from_the_start(leaf, appearance):
    assert values(rows_of(leaf, appearance)) == values(rows_of("", appearance))


@pytest.mark.parametrize("year", range(1900, 2200, 23))
def test_every_leaf_that_is_offered_can_be_turned_to(year):
    for leaf in (f"<{year}", str(year), f"{year}-01", f"{year}-12"):
        for offered in values(rows_of(leaf, "no-calendar")):
            assert rows_of(offered, "no-calendar")


def test_a_long_text_is_shortened_in_one_line():
    assert shortened("а\nб  в", 10) == "а б в"
    assert shortened("я" * 20, 10) == "я" * 9 + "…"

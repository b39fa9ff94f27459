"""What people type is understood as what they would have tapped."""

from datetime import date

import pytest

from mentoring.questionnaire import Given, Kind, Option, Phrase, Question, Unacceptable, Why
from mentoring.questionnaire_typing import understood, utf16_length

GIVEN = Given(date(2027, 2, 5))
SUBJECTS = (
    Option("physics", Phrase({"ru": "Физика", "en": "Physics"})),
    Option("chemistry", Phrase({"ru": "Химия, биология", "en": "Chemistry, biology"})),
    Option("all", Phrase({"ru": "Всё равно", "en": "Either"})),
)


def asked(kind: Kind, **more: object) -> Question:
    return Question("q", kind, Phrase({"ru": "?"}), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Kind.INTEGER, " 8 ", 8),
        (Kind.INTEGER, "1 000", 1000),
        (Kind.INTEGER, "-3", -3),
        (Kind.DECIMAL, "3,50", "3.5"),
        (Kind.DECIMAL, "100", "100"),
        (Kind.TIME, "15:00", "15:00"),
        (Kind.TIME, "9.30", "09:30"),
        (Kind.TIME, "15", "15:00"),
        (Kind.TIME, "15 05", "15:05"),
        (Kind.TEXT, "  <b>жирно</b> & =1+1 👍\n", "<b>жирно</b> & =1+1 👍"),
        (Kind.TEXT, "звонок\x07", "звонок"),
    ],
)
def test_numbers_times_and_texts(kind, text, expected):
    assert understood(asked(kind), text, GIVEN) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("12.05.2013", "12 мая 2013", "12 Мая 2013 г.", "12 мая 2013 года", "12 5 2013", "12/05/13", "12.5.13"),
        *("2013-05-12", "12 may 2013", "12-05-2013"),
    ],
)
def test_a_date_in_many_ways(text):
    assert understood(asked(Kind.DATE), text, GIVEN) == "2013-05-12"


def test_a_year_of_two_digits_is_a_near_one():
    assert understood(asked(Kind.DATE), "1.9.37", GIVEN) == "2037-09-01"
    assert understood(asked(Kind.DATE), "1.9.68", GIVEN) == "1968-09-01"


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (Kind.TEXT, "   ", Why.EMPTY),
        (Kind.TEXT, "\x00", Why.EMPTY),
        (Kind.INTEGER, "восемь", Why.NOT_A_NUMBER),
        (Kind.INTEGER, "8 «Б»", Why.NOT_A_NUMBER),
        (Kind.INTEGER, "8,5", Why.NOT_WHOLE),
        (Kind.INTEGER, "٣", Why.NOT_A_NUMBER),
        (Kind.DECIMAL, "1e5", Why.NOT_A_NUMBER),
        (Kind.DECIMAL, "NaN", Why.NOT_A_NUMBER),
        (Kind.DATE, "завтра", Why.NOT_A_DATE),
        (Kind.DATE, "31.02.2013", Why.NOT_A_DATE),
        (Kind.DATE, "12 тая 2013", Why.NOT_A_DATE),
        (Kind.DATE, "12.05.99999", Why.NOT_A_DATE),
        (Kind.DATE, "12.05", Why.NOT_A_DATE),
        (Kind.TIME, "25:00", Why.NOT_A_TIME),
        (Kind.TIME, "после уроков", Why.NOT_A_TIME),
        (Kind.NOTE, "ок", Why.NOTHING_TO_ANSWER),
    ],
)
def test_what_is_no_answer_is_refused_with_its_reason(kind, text, why):
    with pytest.raises(Unacceptable) as refused:
        understood(asked(kind), text, GIVEN)
    assert refused.value.reason == why


def test_an_option_is_found_by_its_words_in_any_language_and_spelling():
    question = asked(Kind.SELECT_ONE, options=SUBJECTS)
    assert understood(question, " ФИЗИКА ", GIVEN) == "physics"
    assert understood(question, "все равно", GIVEN) == "all"
    assert understood(question, "chemistry, biology", GIVEN) == "chemistry"
    with pytest.raises(Unacceptable):
        understood(question, "physic", GIVEN)


def test_several_options_are_typed_in_any_order_and_kept_in_the_forms_order():
    question = asked(Kind.SELECT_MULTIPLE, options=SUBJECTS)
    assert understood(question, "Химия, биология, физика", GIVEN) == ("physics", "chemistry")
    assert understood(question, "либо\nфизика".replace("либо", "всё равно"), GIVEN) == ("physics", "all")
    with pytest.raises(Unacceptable):
        understood(question, "физика, алгебра", GIVEN)


def test_a_range_says_what_it_goes_from_and_to():
    with pytest.raises(Unacceptable) as refused:
        understood(asked(Kind.RANGE, bounds=(1, 10, 1)), "много", GIVEN)
    assert refused.value.values == {"min": 1, "max": 10}


def test_a_text_may_have_a_thousand_units_as_messengers_count_them():
    assert utf16_length("👍а") == 3
    assert understood(asked(Kind.TEXT), "👍" * 500, GIVEN) == "👍" * 500
    with pytest.raises(Unacceptable) as refused:
        understood(asked(Kind.TEXT), "👍" * 500 + "!", GIVEN)
    assert refused.value.reason == Why.TOO_LONG
    assert refused.value.values == {"limit": 1000, "length": 1001}

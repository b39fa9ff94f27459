"""What is asked to be left out of a text, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.private_text import Private, found, phones, places

PRIVATE = [
    ("мой номер +7 900 123-45-67", Private.PHONE),
    ("звоните 89001234567", Private.PHONE),
    ("8 (900) 123 45 67 после уроков", Private.PHONE),
    ("9001234567", Private.PHONE),
    ("+375 29 123-45-67", Private.NUMBER),
    ("пишите на ivan.petrov@mail.ru", Private.EMAIL),
    ("почта:ИВАН@школа.рф", Private.EMAIL),
    ("живу на ул. Ленина, д. 5", Private.ADDRESS),
    ("улица Красных Зорь, 17", Private.ADDRESS),
    ("пр-т Мира 12", Private.ADDRESS),
    ("дом 5, кв. 12", Private.ADDRESS),
    ("паспорт 4510 123456", Private.PHONE),
    ("СНИЛС 112-233-445 95", Private.NUMBER),
    ("мой код 123456", Private.NUMBER),
    ("карта 2200 1234 5678 9012", Private.NUMBER),
]
HARMLESS = [
    "встреча 12.03.2027 в 15:30",
    "с 10:00–11:30 в кабинете 214",
    "родился в 1990",
    "учебный год 2026/2027",
    "учебный год 2026–2027, 2027-2028",
    "я из 5Б, сижу за 3 партой",
    "набрал 100 баллов из 100",
    "школа № 1234",
    "класс 7 «Б», 25 человек",
    "1 000 000 раз",
    "помог бы решить 345 задач",
    "детский телефон доверия 8-800-2000-122",
    "8 (800) 200-01-22",
    "дома сделаю 5 задач",
    "доме 2 этажа",
    "на улице было холодно",
    "2026-02-05",
    "контрольные 12, 14, 16 и 18 числа",
    "счёт 3:2, потом 21:19",
    "улучшить оценку с 3 до 5",
]


@pytest.mark.parametrize(("text", "kind"), PRIVATE)
def test_what_tells_who_or_where_somebody_is_is_found(text, kind):
    assert found(text) is kind


@pytest.mark.parametrize("text", HARMLESS)
def test_times_dates_years_classes_and_scores_pass(text):
    assert found(text) is None, places(text)


@given(st.text(alphabet="0123456789+-() ,.:абвАБВ@/\n", max_size=60))
def test_every_place_found_lies_in_the_text(text):
    for kind, (start, end) in places(text):
        assert 0 <= start < end <= len(text)
        assert kind in Private


@given(
    st.integers(9_000_000_000, 9_999_999_999), st.sampled_from(["+7", "8", "7", ""]), st.sampled_from(["", " ", "-"])
)
def test_a_mobile_phone_is_found_however_it_is_written(number, prefix, gap):
    digits = str(number)
    written = gap.join([prefix, digits[:3], digits[3:6], digits[6:8], digits[8:]]).strip(gap)
    assert phones(f"звоните {written} вечером")

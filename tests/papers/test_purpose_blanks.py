"""Printed consents of every purpose hold what the law wants in them (ст. 9, ч. 4; приказ РКН № 18)."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from locales import consents
from locales.words import Words
from mentoring.consents import Capacity, Purpose
from papers.consent import ConsentSubject
from papers.consent_purpose import PurposeConsent, purpose_blanks

PERSON = "Римская-Корсакова Анна-Мария"
MANDATORY = (
    "МБОУ «Школа № 5»",
    "г. Вологда, ул. Мира, д. 1",
    "Зачем",
    " делают",
    "30 июня 2027",
    "адрес",
    "документ, удостоверяющий личность",
    "кем и когда выдан",
    "подпись",
)
EVERY = sorted(consents.every_edition())


def blank(purpose, capacity, scope=""):
    consent = PurposeConsent(
        purpose,
        capacity,
        "МБОУ «Школа № 5»",
        "г. Вологда, ул. Мира, д. 1, ИНН 3525012345, ОГРН 1023500881234, 8 8172 00-00-00",
        "1",
        date(2026, 9, 1),
        date(2027, 6, 30),
        scope,
    )
    return purpose_blanks(consent, [ConsentSubject(PERSON, "7 «Б»"), ConsentSubject()], Words.shipped())


def text(content):
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells]).replace("\u00a0", " ")


@pytest.mark.parametrize(("purpose", "capacity"), EVERY)
def test_every_blank_holds_what_a_written_consent_must(purpose, capacity):
    said = text(blank(purpose, capacity, "https://school5.example/mentoring"))
    for part in MANDATORY:
        assert part in said, part
    child = capacity is Capacity.ASSENT  # said in a child's words
    assert ("Что обо мне записывают" if child else "Какие данные") in said
    assert ("Если я передумаю" if child else "Как отозвать") in said
    assert said.count(PERSON) == 1
    assert said.count("подпись") == 2, "one for each"
    assert "{" not in said
    assert ("документ о полномочиях представителя" in said) is (capacity is Capacity.GUARDIAN)


@pytest.mark.parametrize("capacity", [Capacity.SELF, Capacity.GUARDIAN])
def test_being_named_on_a_site_is_agreed_to_as_the_form_of_requirements_says(capacity):
    said = text(blank(Purpose.DISTRIBUTION, capacity, "https://school5.example/mentoring"))
    for part in (
        "телефон или почта",
        "ИНН 3525012345",
        "ОГРН 1023500881234",
        "https://school5.example/mentoring",
        "Специальные",
        "биометрические данные",
        "Условия и запреты",
    ):
        assert part in said, part


def test_addresses_that_are_not_known_leave_a_line_to_write_on():
    assert "_" * 60 in text(blank(Purpose.DISTRIBUTION, Capacity.GUARDIAN))

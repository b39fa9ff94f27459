from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from papers.consent import ConsentEdition, ConsentSubject, Operator, Signer, consent_blanks, consent_values
from papers.word_template import shipped_template, variables

SCHOOL = Operator("Средняя школа № 5", "160000, г. Вологда, ул. Мира, д. 5", "И. П. Смирнов")
EDITION = ConsentEdition("2", date(2027, 1, 10), "Наставничество 2027", date(2027, 6, 30))
ILYA = ConsentSubject("Петров-Водкин Илья", "7 «Б»")


def text_of(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs).replace("\xa0", " ")


def test_every_blank_has_what_the_law_demands(words):
    for signer in Signer:
        text = text_of(consent_blanks(signer, SCHOOL, EDITION, [ILYA], words))
        for part in (
            SCHOOL.name,
            SCHOOL.address,
            "адрес:",
            "документ, удостоверяющий личность",
            "1. Цель",
            "2. Перечень данных",
            "3. Действия с данными",
            "Способы",
            "до 30 июня 2027 г.",
            "6. Отзыв",
            "подпись",
            "Версия текста 2 от 10 января 2027 г.",
            "Петров-Водкин Илья, 7 «Б»",
        ):
            assert part in text, (signer, part)
        assert "г.." not in text


def test_only_a_guardian_is_asked_for_the_proof_of_their_powers(words):
    texts = {signer: text_of(consent_blanks(signer, SCHOOL, EDITION, [ILYA], words)) for signer in Signer}
    assert [signer for signer, text in texts.items() if "документ о полномочиях" in text] == [Signer.GUARDIAN]
    assert len(set(texts.values())) == 3


def test_a_class_comes_in_one_file_each_child_on_a_page_of_its_own(words):
    names = [f"Ученик {number}" for number in range(25)]
    content = consent_blanks(Signer.GUARDIAN, SCHOOL, EDITION, [ConsentSubject(name, "7 «Б»") for name in names], words)
    text = text_of(content)
    assert all(f"{name}, 7 «Б»" in text for name in names)
    with ZipFile(BytesIO(content)) as parts:
        assert parts.read("word/document.xml").count(b"<w:pageBreakBefore/>") == 24


def test_what_is_unknown_is_left_to_fill_by_hand(words):
    text = text_of(consent_blanks(Signer.MINOR, Operator("Школа"), EDITION, [ConsentSubject()], words))
    assert "адрес: ____" in text
    assert "Я, \t" in text
    assert "()" not in text


def test_what_people_typed_comes_out_as_typed_in_a_consent(words, typed):
    text = text_of(consent_blanks(Signer.ADULT, Operator(typed), EDITION, [ConsentSubject(typed)], words))
    assert f"Я, {typed}" in text
    assert text.splitlines()[0] == typed


def test_a_consent_of_nobody_is_refused(words):
    with pytest.raises(ValueError, match="somebody"):
        consent_blanks(Signer.ADULT, SCHOOL, EDITION, [], words)


def test_every_variable_of_the_blanks_is_given(words):
    given = consent_values(SCHOOL, EDITION, [ILYA], words)
    for signer in Signer:
        assert variables(shipped_template(signer.template)) == given.keys()

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from papers.order import (
    TEMPLATE,
    OrderMatch,
    OrderPerson,
    PairsOrder,
    Signatory,
    StaffAgreement,
    order_values,
    pairs_order,
)
from papers.word_template import TEMPLATES, UnfitTemplateError, shipped_template, variables

PAIR = OrderMatch(
    OrderPerson("Соколова Марина Андреевна", "10 «А»"),
    (OrderPerson("Петров-Водкин Илья Сергеевич", "7 «Б»"),),
    "ученик – ученик",
    "успевающий – неуспевающий",
    date(2027, 2, 8),
    date(2027, 5, 31),
)
GROUP = replace(PAIR, mentees=tuple(OrderPerson(f"Участник {n}", "6 «А»") for n in (1, 2, 3)), ends=date(2027, 6, 5))
STAFF = OrderMatch(
    OrderPerson("Орлова Елена Викторовна", "учитель физики"),
    (OrderPerson("Белова Анна Ильинична", "учитель физики"),),
    "учитель – учитель",
    "опытный учитель – молодой специалист",
    date(2027, 2, 8),
    date(2027, 5, 31),
    StaffAgreement(date(2027, 2, 1), "17-Н", date(2027, 2, 2)),
)
ORDER = PairsOrder(
    school="Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 5»",
    town="г. Вологда",
    programme="Наставничество 2027",
    director=Signatory("И. П. Смирнов", "Директор"),
    curator=Signatory("Иванова Ирина Ивановна", "заместитель директора"),
    matches=(PAIR,),
    acquaint_by=date(2027, 2, 12),
    plans_by=date(2027, 2, 26),
)


def read(content: bytes):
    return Document(BytesIO(content))


def text_of(content: bytes) -> str:
    document = read(content)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells).replace("\xa0", " ")


def template_saying(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_an_order_has_all_that_office_custom_asks(words):
    text = text_of(pairs_order(ORDER, words))
    for part in (
        ORDER.school,
        "ПРИКАЗ",
        "г. Вологда",
        "Об утверждении наставнических пар и групп",
        "Р-145",
        "ПРИКАЗЫВАЮ:",
        "с 8 февраля 2027 г. по 31 мая 2027 г.",
        "Срок: до 12 февраля 2027 г.",
        "индивидуальный план развития",
        "Срок: до 26 февраля 2027 г.",
        "Контроль за исполнением приказа осуществляет куратор программы: заместитель директора Иванова Ирина Ивановна",
        "И. П. Смирнов",
        "С приказом ознакомлены",
    ):
        assert part in text
    assert "г.." not in text
    assert text.count("Ответственн") == 4


def test_number_and_date_stay_blank_until_the_order_is_signed(words):
    blank = text_of(pairs_order(ORDER, words))
    assert "№ ________" in blank
    assert "«____»" in blank
    signed = text_of(pairs_order(replace(ORDER, number="118-о/д", signed=date(2027, 2, 9)), words))
    assert "№ 118-о/д" in signed
    assert "к приказу от 9 февраля 2027 г. № 118-о/д" in signed
    assert "____ г." not in signed


def test_a_group_stands_in_one_row_with_all_its_mentees(words):
    table = read(pairs_order(replace(ORDER, matches=(PAIR, GROUP)), words)).tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert len(rows) == 3
    assert rows[1][:3] == ["1", "Соколова Марина Андреевна\n10 «А»", "Петров-Водкин Илья Сергеевич\n7 «Б»"]
    assert rows[2][2] == "Участник 1\n6 «А»\nУчастник 2\n6 «А»\nУчастник 3\n6 «А»"
    assert rows[2][3:] == ["ученик – ученик", "успевающий – неуспевающий", "с 08.02.2027\nпо 05.06.2027"]


def test_a_staff_pair_shows_its_consent_and_agreement_and_other_orders_do_not_speak_of_them(words):
    document = read(pairs_order(replace(ORDER, matches=(PAIR, STAFF)), words))
    assert [cell.text for cell in document.tables[2].rows[1].cells] == [
        "2",
        "Орлова Елена Викторовна, учитель физики",
        "01.02.2027",
        "№ 17-Н от 02.02.2027",
    ]
    assert "351.8" not in text_of(pairs_order(ORDER, words))


def test_everyone_named_is_asked_to_sign_once(words):
    same_mentor = replace(PAIR, mentees=(OrderPerson("Белова Анна", "7 «Б»"),))
    table = read(pairs_order(replace(ORDER, matches=(PAIR, same_mentor)), words)).tables[-1]
    names = [row.cells[1].text for row in table.rows[1:]]
    assert names == [
        "Соколова Марина Андреевна, 10 «А»",
        "Петров-Водкин Илья Сергеевич, 7 «Б»",
        "Белова Анна, 7 «Б»",
    ]
    assert all(cell.text == "" for row in table.rows[1:] for cell in row.cells[2:])


def test_what_people_typed_comes_out_as_typed_in_an_order(words, typed):
    person = OrderPerson(typed, typed)
    match = replace(PAIR, mentor=person, mentees=(person,), form=typed, role_model=typed)
    order = replace(ORDER, matches=(match,), school=typed, programme=typed, number=typed, signed=date(2027, 2, 9))
    document = read(pairs_order(order, words))
    cells = [cell.text for cell in document.tables[1].rows[1].cells]
    assert cells[1:5] == [f"{typed}\n{typed}", f"{typed}\n{typed}", typed, typed]
    assert document.paragraphs[0].text == typed


def test_control_signs_in_a_name_do_not_break_the_document(words):
    person = OrderPerson("Ан\x00на\x1f Бело\ud800ва", "7 «Б»")
    assert "Анна Белова" in text_of(pairs_order(replace(ORDER, matches=(replace(PAIR, mentor=person),)), words))


def test_an_order_without_pairs_is_refused(words):
    with pytest.raises(ValueError, match="at least one match"):
        pairs_order(replace(ORDER, matches=()), words)


def test_a_school_may_give_its_own_template(words):
    own = template_saying("{{ school }}", "{%p for match in matches %}", "{{ match.mentor.name }}", "{%p endfor %}")
    lines = [paragraph.text for paragraph in read(pairs_order(ORDER, words, own)).paragraphs]
    assert lines == [ORDER.school, "Соколова Марина Андреевна"]


@pytest.mark.parametrize("variable", ["direktor", "director.phone"])
def test_a_variable_that_is_not_given_is_refused_by_its_name(words, variable):
    with pytest.raises(UnfitTemplateError, match=variable.rpartition(".")[2]):
        pairs_order(ORDER, words, template_saying("{{ " + variable + " }}"))


@pytest.mark.parametrize(
    "fault", ["{{ school", "{% if signed %}", "{{ school.__class__.__mro__[1].__subclasses__() }}"]
)
def test_a_faulty_or_meddling_template_is_refused(words, fault):
    with pytest.raises(UnfitTemplateError):
        pairs_order(ORDER, words, template_saying(fault))


@pytest.mark.parametrize("content", [b"", b"no document", b"PK\x03\x04broken"])
def test_a_template_that_is_no_document_is_refused(words, content):
    if content:
        with pytest.raises(UnfitTemplateError, match="DOCX"):
            pairs_order(ORDER, words, content)
    else:
        assert pairs_order(ORDER, words, content), "no bytes mean our own template"


def test_every_variable_of_the_template_is_given_and_documented(words):
    given = order_values(replace(ORDER, matches=(PAIR, STAFF)), words)
    assert variables(shipped_template(TEMPLATE)) <= given.keys()
    documented = (TEMPLATES / "ru" / "README.md").read_text(encoding="utf-8")
    for name, value in given.items():
        inner = value[0] if isinstance(value, list) else value
        for wanted in inner if isinstance(inner, dict) else [name]:
            assert f"{wanted}`" in documented or f"{wanted}." in documented, f"{name}: {wanted}"


def test_the_director_signs_on_one_line_of_three_parts(words):
    signing = next(table for table in read(pairs_order(ORDER, words)).tables if len(table.rows) == 1)
    post, line, name = (cell.text for cell in signing.rows[0].cells)
    assert (post, set(line), name) == ("Директор", {"_"}, "И. П. Смирнов")


def test_a_curator_without_a_post_leaves_no_gap(words):
    order = replace(ORDER, curator=Signatory("Иванова Ирина Ивановна", ""))
    assert "Ответственный: Иванова Ирина Ивановна. Срок:" in text_of(pairs_order(order, words))

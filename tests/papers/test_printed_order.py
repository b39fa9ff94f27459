from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from mentoring.exported import Exported, Named, Pair, Place
from mentoring.ordered import AcquaintanceList, Acquainted, DraftRun, Ordered, OrderedMatch
from papers.acquaintance import printed_acquaintance
from papers.order import (
    AMENDMENT,
    TEMPLATE,
    AmendedOrder,
    LeavingMatch,
    OrderMatch,
    OrderPerson,
    PairsOrder,
    Signatory,
    StaffAgreement,
    order_of,
    order_values,
    pairs_order,
)
from papers.pairs_out import pairs_docx, pairs_xlsx
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

EARLIER = AmendedOrder("12-ОД", date(2027, 2, 9))
LEFT = LeavingMatch(GROUP.mentor, GROUP.mentees[:1], "по просьбе стороны", date(2027, 3, 5), EARLIER)
AMENDMENT_ORDER = replace(
    ORDER,
    matches=(STAFF,),
    amended=(EARLIER,),
    leaving=(LEFT,),
    groups=(replace(GROUP, mentees=GROUP.mentees[1:]),),
    decision="черновик подбора № 5 от 1 марта 2027 г. (отпечаток 9f8e7d6c); решение куратора",
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
    given = order_values(replace(AMENDMENT_ORDER, matches=(PAIR, STAFF)), words)
    assert variables(shipped_template(TEMPLATE)) | variables(shipped_template(AMENDMENT)) <= given.keys()
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


def rows(table) -> list[list[str]]:
    return [[cell.text.replace("\xa0", " ") for cell in row.cells] for row in table.rows]


def test_an_order_says_which_draft_it_rests_on_and_who_decided(words):
    said = "черновик подбора № 3 от 1 февраля 2027 г. (отпечаток a1b2c3d4); решение куратора"
    assert f"Основание: {said}." in text_of(pairs_order(replace(ORDER, decision=said), words))
    assert "Основание" not in text_of(pairs_order(ORDER, words)), "nothing is said where nothing is known"


def test_an_amendment_says_who_goes_who_comes_and_what_groups_become(words):
    content = pairs_order(AMENDMENT_ORDER, words)
    text = text_of(content)
    assert "О внесении изменений в приказ от 9 февраля 2027 г. № 12-ОД" in text
    assert "утверждённый приказом от 9 февраля 2027 г. № 12-ОД, изменения согласно приложению" in text
    headings = [each.text for each in read(content).paragraphs if each.text[1:3] == ". "][-4:]
    assert headings == [
        "1. Исключаются",
        "2. Включаются",
        "3. Состав групп и пар после изменений",
        "4. Письменные согласия работников (статья 351.8 ТК РФ)",
    ]
    out, come, groups, agreements = (rows(each)[1] for each in read(content).tables[1:5])
    assert out == [
        "1",
        "Соколова Марина Андреевна\n10 «А»",
        "Участник 1\n6 «А»",
        "№ 12-ОД от 09.02.2027",
        "по просьбе стороны",
        "05.03.2027",
    ]
    assert come[1:3] == ["Орлова Елена Викторовна\nучитель физики", "Белова Анна Ильинична\nучитель физики"]
    assert groups[2] == "Участник 2\n6 «А»\nУчастник 3\n6 «А»"
    assert agreements[0] == "1"
    assert [row[1] for row in rows(read(content).tables[-1])[1:]] == [
        "Орлова Елена Викторовна, учитель физики",
        "Белова Анна Ильинична, учитель физики",
        "Соколова Марина Андреевна, 10 «А»",
        *(f"Участник {number}, 6 «А»" for number in (1, 2, 3)),
    ]


def test_an_amendment_that_only_takes_out_speaks_of_nothing_else(words):
    other = AmendedOrder("14-ОД", date(2027, 2, 20))
    order = replace(AMENDMENT_ORDER, matches=(), groups=(), decision="", amended=(EARLIER, other))
    text = text_of(pairs_order(order, words))
    assert "в приказы от 9 февраля 2027 г. № 12-ОД, от 20 февраля 2027 г. № 14-ОД" in text
    assert "1. Исключаются" in text
    for absent in ("Включаются", "план развития", "Состав групп", "351.8", "Основание:"):
        assert absent not in text
    assert "3. Контроль" in text


def test_a_draft_run_is_named_by_number_day_and_fingerprint(words):
    given = Ordered(
        number="", signed_on=None, school="Школа", town="г. Вологда", title="", director="", director_post="",
        curator="", curator_post="", starts=PAIR.starts, ends=PAIR.ends, acquaint_by=PAIR.starts,
        plans_by=PAIR.starts,
        matches=tuple(
            OrderedMatch(Named(f"Н{number}", Place()), (Named("У", Place()),), "pupil_pupil", "", None, "", None)
            for number in range(6)
        ),
        runs=(DraftRun(3, date(2027, 2, 1), "a1b2c3d4", (1, 2, 3)), DraftRun(7, date(2027, 2, 5), "00ff00ff", (5,))),
        by_hand=(4, 6),
    )  # fmt: skip
    assert order_of(given, words).decision.replace("\xa0", " ") == (
        "черновик подбора № 3 от 1 февраля 2027 г. (отпечаток a1b2c3d4; пары № 1–3); "
        "черновик подбора № 7 от 5 февраля 2027 г. (отпечаток 00ff00ff; пары № 5); решение куратора; "
        "пары № 4, 6 составлены куратором без черновика"
    )
    whole = replace(given, runs=given.runs[:1], by_hand=())
    assert order_of(whole, words).decision.replace("\xa0", " ") == (
        "черновик подбора № 3 от 1 февраля 2027 г. (отпечаток a1b2c3d4); решение куратора"
    )
    assert order_of(replace(given, runs=(), by_hand=(1, 2)), words).decision == "решение куратора"


def test_whoever_knows_an_order_signs_and_beside_a_minor_their_guardian():
    pupil = Named("Петров Илья", Place(7, "Б"))
    sheet = AcquaintanceList(
        "МБОУ «Школа № 5»",
        "12-ОД",
        date(2027, 2, 9),
        False,
        (
            Acquainted(Named("Орлова Елена", Place(post="учитель физики"))),
            Acquainted(pupil),
            Acquainted(Named("Петрова Ольга", Place()), pupil),
            Acquainted(None, pupil),
        ),
    )
    document = read(printed_acquaintance(sheet))
    assert [row[1] for row in rows(document.tables[0])] == [
        "ФИО, класс (должность); законный представитель",
        "Орлова Елена, учитель физики",
        "Петров Илья, 7 «Б»",
        "Петрова Ольга, законный представитель (Петров Илья)",
        "______________________, законный представитель (Петров Илья)",
    ]
    assert "от 9 февраля 2027 г. № 12-ОД" in document.paragraphs[2].text.replace("\xa0", " ")


def test_the_list_of_pairs_says_the_same_as_a_table_and_on_paper():
    pair = Pair(
        4, Named("Котова =1+1", Place(10, "А")), (Named("Петров Илья", Place(7, "Б")), Named("Чиж Ян", Place(6, "В"))),
        "pupil_pupil", "achiever", "active", date(2027, 2, 9), date(2027, 5, 31), "12-ОД", date(2027, 2, 9), 3,
    )  # fmt: skip

    def exported():
        return Exported("Europe/Moscow", "МБОУ «Школа № 5»", {}, iter([pair]), (), (), (), {})

    sheet = load_workbook(BytesIO(pairs_xlsx(exported(), "ru"))).worksheets
    assert len(sheet) == 1
    table = {head.value: cell.value for head, cell in zip(sheet[0][1], sheet[0][2], strict=True)}
    assert table["Наставник"] == "Котова =1+1"
    assert table["Наставляемый (наставляемые)"] == "Петров Илья; Чиж Ян"
    document = read(pairs_docx(exported(), "ru"))
    assert document.sections[0].page_width > document.sections[0].page_height
    assert rows(document.tables[0])[1] == [
        "1", "Котова =1+1", "10 «А»", "Петров Илья; Чиж Ян", "7 «Б»; 6 «В»", "ученик – ученик, успевающий – неуспевающий",
        "09.02.2027 – 31.05.2027", "№ 12-ОД от 09.02.2027; работает",
    ]  # fmt: skip

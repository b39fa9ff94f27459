"""A questionnaire is taken whole or refused with the row and the reason."""

import pytest

from mentoring.questionnaire import Kind, Style
from mentoring.questionnaire_catalogue import load_all
from mentoring.questionnaire_items import TODAY
from mentoring.xlsform import FormError, load_form

HEAD = "| survey |\n| | type | name | label | required | relevant | constraint | parameters | default |"
CHOICES = "| choices |\n| | list_name | name | label |\n| | yn | yes | Да |\n| | yn | no | Нет |\n"
SETTINGS = "| settings |\n| | form_id | version | form_title |\n| | sample | 1 | Образец |\n"


def table(*rows: str, head: str = HEAD, choices: str = CHOICES, settings: str = SETTINGS) -> str:
    survey = "\n".join([head, *(f"| | {row} |" for row in rows)])
    return f"# Образец\n\n{settings}\n{survey}\n\n{choices}"


def test_a_form_is_read_with_its_parts_languages_and_settings():
    form = load_form(
        table(
            "begin group | g | Часть | Part | | |",
            "select_one yn | a | Вопрос | Question | Подсказка | yes | columns-2",
            "range | b | Оценка | Score | | | ",
            "end group | | | | | |",
            head="| survey |\n| | type | name | label::Русский (ru) | label::English (en) | hint::Русский (ru) "
            "| required | appearance |",
            settings="| settings |\n| | form_id | version | style | form_title::Русский (ru) | form_title::English (en) |"
            "\n| | sample | 7 | quick | Образец | Sample |\n",
        ),
        "sample.md",
    )
    assert (form.key, form.version, form.style) == ("sample", "7", Style.QUICK)
    assert (form.title.to("ru"), form.title.to("en")) == ("Образец", "Sample")
    a, b = form.questions
    assert a.kind is Kind.SELECT_ONE
    assert a.part is not None
    assert a.part.title.to("en") == "Part"
    assert (a.label.to("en"), a.hint.to("en"), a.appearance, a.required) == ("Question", "Подсказка", "columns-2", True)
    assert [option.name for option in a.options] == ["yes", "no"]
    assert b.values == tuple(range(1, 11))
    assert not b.required


def test_the_text_of_a_form_has_a_fingerprint():
    one, other = table("text | a | А"), table("text | a | Б")
    assert load_form(one, "f.md").digest == load_form(one, "f.md").digest != load_form(other, "f.md").digest


@pytest.mark.parametrize(
    ("rows", "row", "reason"),
    [
        (["text | a | А", "calculate | b | | | | | | "], 3, "calculation"),
        (["text | a | А", "geopoint | b | Б"], 3, "geopoint"),
        (["image | a | А"], 2, "photo"),
        (["select_one yn or_other | a | А"], 2, "or_other"),
        (["begin repeat | r | Р", "text | a | А", "end repeat | | "], 2, "repeat"),
        (["rank yn | a | А"], 2, "rank"),
        (["telepathy | a | А"], 2, "telepathy"),
        (["text | a | А", "text | b | Б | | if(${a} = 'x', 1, 0)"], 3, "if("),
        (["text | a | А", "text | b | Б | | ${c} = 'x'"], 3, "c"),
        (["text | a | А | | ${b} = 'x'", "text | b | Б"], 2, "asked before"),
        (["text | a | А", "text | b | Б | | . = 'x'"], 3, "own answer"),
        (["text | a | А | ${b} = 'x'", "text | b | Б"], 2, "required"),
        (["time | a | А", "text | b | Б | | ${a} > '10:00'"], 3, "time"),
        (["time | a | А | | | . > '10:00'"], 2, "time"),
        (["text | a | А", "text | a | Б"], 3, "'a'"),
        (["begin group | g | Г", "text | a | А", "end group | | ", "text | a | Б"], 3, "already"),
        (["begin group | g | Г", "text | a | А"], 2, "end_group"),
        (["select_one nothing | a | А"], 2, "nothing"),
        (["text | a | Привет, ${b}", "text | b | Б"], 2, "within the words"),
        (["text | | А"], 2, "name"),
        (["range | a | А | | | | start=0 end=1 step=0.5"], 2, "whole"),
        (["select_one yn | a | А | | | | | maybe"], 2, "maybe"),
        (["text | a | А | | | | | concat('a', 'b')"], 2, "dynamic_default"),
        (["select_one_from_file a.csv | a | А | | | | value=id"], 2, "value"),
        (["text | a | "], 2, "label"),
        (["range | a | А | | | | start=5 end=1 step=1"], 2, "from its start"),
        (["integer | a | А | | | | | many"], 2, "default: not-a-number"),
    ],
)
def test_what_would_change_the_meaning_is_refused_by_row(rows, row, reason):
    with pytest.raises(FormError) as refused:
        load_form(table(*rows), "sample.md")
    assert (refused.value.file, refused.value.sheet, refused.value.row) == ("sample.md", "survey", row)
    assert reason in refused.value.reason


def test_a_calculation_is_refused():
    text = table(
        "text | a | А | ", "calculate | b | | 1 + 1", head="| survey |\n| | type | name | label | calculation |"
    )
    with pytest.raises(FormError) as refused:
        load_form(text, "sample.md")
    assert (refused.value.row, refused.value.reason) == (3, "the type calculate is not taken")


@pytest.mark.parametrize(
    "column", ["calculation", "choice_filter", "read_only", "media::image", "trigger", "body::x:y"]
)
def test_a_column_that_changes_the_meaning_is_refused_and_a_look_is_noted(column):
    text = table("select_one yn | a | А | yes", head=f"| survey |\n| | type | name | label | {column} |")
    if column.startswith("body"):
        assert load_form(text, "sample.md").notes
    else:
        with pytest.raises(FormError):
            load_form(text, "sample.md")


def test_metadata_is_ignored_with_a_note():
    form = load_form(table("start | start | ", "text | a | А"), "sample.md")
    assert [question.name for question in form.questions] == ["a"]
    assert form.notes == ("sample.md, start: start is ignored",)


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("", "form_id"),
        ("| settings |\n| | form_id | version | form_title |\n| | Sample Form | 1 | Т |\n", "form_id"),
        ("| settings |\n| | form_id | form_title |\n| | sample | Т |\n", "version"),
        ("| settings |\n| | form_id | version |\n| | sample | 1 |\n", "form_title"),
        ("| settings |\n| | form_id | version | form_title | style |\n| | s | 1 | Т | slow |\n", "style"),
    ],
)
def test_settings_must_name_the_form(settings, reason):
    with pytest.raises(FormError) as refused:
        load_form(table("text | a | А", settings=settings), "sample.md")
    assert (refused.value.sheet, reason in refused.value.reason) == ("settings", True)


@pytest.mark.parametrize("text", ["", "просто слова", "| survey |\n", "| a | b |\n| c | d |\n| e | f |\n"])
def test_a_file_without_tables_is_refused(text):
    with pytest.raises(FormError):
        load_form(text, "sample.md")


def test_options_without_words_or_with_odd_names_are_refused_by_row():
    for faulty in ("| | yn | yes | |", "| | yn | oh yes | Да |"):
        choices = f"| choices |\n| | list_name | name | label |\n| | yn | no | Нет |\n{faulty}\n"
        with pytest.raises(FormError) as refused:
            load_form(table("select_multiple yn | a | А", choices=choices), "sample.md")
        assert refused.value.row == 3, refused.value


def test_two_forms_with_one_key_are_refused():
    with pytest.raises(FormError) as refused:
        load_all([("one.md", table("text | a | А")), ("two.md", table("text | a | А"))])
    assert refused.value.file == "two.md"


def test_defaults_are_read_as_answers():
    form = load_form(
        table(
            "select_multiple yn | a | А | | | | | no yes",
            "integer | b | Б | | | | | 5",
            "date | c | В | | | | | today()",
            "date | d | Г | | | | | 2027-01-01",
        ),
        "sample.md",
    )
    assert [question.default for question in form.questions] == [("no", "yes"), 5, TODAY, "2027-01-01"]
    assert form.notes == ()


def test_looks_are_ignored_with_a_note():
    form = load_form(
        table(
            "begin group | g | Часть",
            "begin group | h | Внутри",
            "select_one yn | a | А | | | | randomize=true",
            "end group | ",
            "end group | ",
        ),
        "sample.md",
    )
    assert form.questions[0].part.name == "g"
    assert form.notes == (
        "sample.md, h: the title of a group within a group is not shown",
        "sample.md, a: parameters: randomize is ignored",
    )


def test_unknown_columns_and_settings_are_ignored_with_a_note():
    text = table(
        "text | a | А | зачем",
        head="| survey |\n| | type | name | label | comment |",
        settings="| settings |\n| | form_id | version | form_title | instance_name |\n| | s | 1 | Т | x |\n",
    )
    assert load_form(text, "sample.md").notes == (
        "sample.md, a: comment is ignored",
        "sample.md, settings: instance_name is ignored",
    )


def test_pictures_of_options_and_other_sheets_are_refused():
    pictured = "| choices |\n| | list_name | name | label | media::image |\n| | yn | yes | Да | yes.png |\n"
    with pytest.raises(FormError) as refused:
        load_form(table("select_one yn | a | А", choices=pictured), "sample.md")
    assert (refused.value.sheet, refused.value.row) == ("choices", 2)
    entities = "| entities |\n| | list_name | label |\n| | people | a |\n"
    with pytest.raises(FormError) as refused:
        load_form(table("text | a | А") + "\n" + entities, "sample.md")
    assert refused.value.sheet == "entities"


def test_a_bar_and_a_number_sign_within_a_cell_are_words():
    form = load_form(table("text | a | Да \\| нет, №1 #2"), "sample.md")
    assert form.questions[0].label.to("ru") == "Да | нет, №1 #2"

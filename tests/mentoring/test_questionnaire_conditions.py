"""The conditions of a questionnaire mean here what they mean in other XLSForm clients."""

from datetime import date
from decimal import Decimal

import pytest

from mentoring.expressions import NotTaken, Value, compiled, days

TODAY = date(2027, 2, 5)


def holds(text: str, itself: Value = "", **values: Value) -> bool:
    return compiled(text).holds(values, TODAY, itself)


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("${a} = 'yes'", {"a": "yes"}, True),
        ("${a} = 'yes'", {}, False),
        ("${a} != ''", {"a": 5}, True),
        ("${a} = ''", {"a": 5}, False),
        ("${a} = ''", {}, True),
        ("${a} > 3", {"a": 4}, True),
        ("${a} > 3", {}, False),
        ("not(${a} > 3)", {}, True),
        ("${a} < ${b}", {"a": 9, "b": 10}, True),
        ("${a} < ${b}", {"a": Decimal("9.5"), "b": 10}, True),
        ("${a} = '' or ${a} > 3", {}, True),
        ("selected(${a}, 'x') and not(selected(${a}, 'y'))", {"a": "x z"}, True),
        ("selected(${a}, 'x')", {"a": "xx"}, False),
        ("count-selected(${a}) = 2", {"a": "x z"}, True),
        ("count-selected(${a}) = 0", {}, True),
        ("${a} - ${b} >= 2", {"a": 5, "b": 3}, True),
        ("${a} mod 2 = 0", {"a": 4}, True),
        ("date('2027-02-05') = today()", {}, True),
    ],
)
def test_a_condition_about_other_answers(text, values, expected):
    assert holds(text, **values) is expected


@pytest.mark.parametrize(
    ("text", "itself", "expected"),
    [
        (". >= 1 and . <= 11", 11, True),
        (". >= 1 and . <= 11", 12, False),
        ("string-length(.) <= 3", "абв", True),
        ("string-length(.) <= 3", "абвг", False),
        ("regex(., '[А-Я]')", "Б", True),
        ("regex(., '[А-Я]')", "БВ", False),
        (". <= today()", days(TODAY), True),
        (". > today()", days(TODAY), False),
        ("count-selected(.) <= 2", "a b c", False),
        ("not(selected(., 'none') and count-selected(.) > 1)", "none a", False),
    ],
)
def test_a_condition_about_the_answer_itself(text, itself, expected):
    assert holds(text, itself) is expected


@pytest.mark.parametrize(
    "text",
    [
        "if(${a} = 'x', 1, 0)",
        "a = 'x'",
        "../a = 'x'",
        "/data/a = 'x'",
        "* = 1",
        "${a} = yes",
        "$a = 'x'",
        "${a} =",
        "",
        "pulldata('file', 'a', 'b', ${a})",
        "position() = 1",
        "once(.)",
        "selected(${a})",
        "regex(., '[')",
        "regex(., ${a})",
        "some $x in (1, 2) satisfies $x = 1",
        "date('tomorrow') > 1",
    ],
)
def test_what_would_be_understood_otherwise_is_refused_when_the_form_is_loaded(text):
    with pytest.raises(NotTaken):
        compiled(text)


def test_our_functions_do_not_leak_into_the_library():
    from elementpath import ElementPathError, XPath2Parser

    compiled("selected(., 'a')")
    with pytest.raises(ElementPathError):
        XPath2Parser(compatibility_mode=True).parse("selected(., 'a')")
    assert XPath2Parser.symbol_table["="].__module__.startswith("elementpath")

"""A person is walked through a questionnaire."""

from datetime import date

import pytest
from questionnaire_samples import GIVEN, LISTS, TODAY, form, names

from mentoring.questionnaire import SEEN, SKIPPED, Given, Unacceptable, Why, answers_from


def test_questions_come_in_order_with_their_part_and_what_remains():
    sample = form(
        "begin group | one | Первая",
        "text | a | А | yes",
        "end group |",
        "begin group | two | Вторая",
        "text | b | Б",
        "end group |",
    )
    first = sample.walk({}, GIVEN)
    assert (first.question.name, first.index, first.first, first.can_skip) == ("a", 0, True, False)
    assert (first.part.name, first.part_number, first.parts) == ("one", 1, 2)
    second = sample.walk(sample.take({}, "a", "ответ", GIVEN), GIVEN)
    assert (second.question.name, second.part_number, second.answered, second.remaining) == ("b", 2, 1, 1)
    assert second.can_skip
    end = sample.walk({"a": "ответ", "b": SKIPPED}, GIVEN)
    assert (end.question, end.answered, end.remaining) == (None, 2, 0)


def test_a_question_that_became_irrelevant_is_empty_and_comes_back_with_its_answer():
    sample = form("select_one yn | a | А | yes", "text | b | Б | yes | ${a} = 'yes'", "text | c | В | yes | ${b} != ''")
    answers = {"a": "yes", "b": "где", "c": "и"}
    changed = sample.tap(answers, "a", "no", GIVEN)
    assert sample.result(changed, GIVEN) == {"a": "no"}
    assert sample.walk(changed, GIVEN).question is None
    assert sample.complete(changed, GIVEN)
    assert sample.result(sample.tap(changed, "a", "yes", GIVEN), GIVEN) == answers


def test_a_group_has_its_own_condition():
    sample = form("select_one yn | a | А", "begin group | g | Г | | ${a} = 'yes'", "text | b | Б", "end group |")
    assert sample.walk({"a": "no"}, GIVEN).question is None
    assert sample.walk({"a": "yes"}, GIVEN).question.name == "b"


def test_going_back_shows_the_answer_given_and_going_on_keeps_it():
    sample = form("text | a | А | yes", "text | b | Б | yes", "text | c | В | yes")
    answers = {"a": "1", "b": "2"}
    cursor = sample.back(answers, GIVEN)
    assert cursor == "b"
    step = sample.walk(answers, GIVEN, cursor)
    assert (step.question.name, step.answer, step.can_go_on) == ("b", "2", True)
    assert sample.go_on(answers, "b", GIVEN) == answers
    assert sample.back(answers, GIVEN, "b") == "a"
    assert sample.back(answers, GIVEN, "a") is None


def test_back_steps_over_what_is_not_asked():
    sample = form("select_one yn | a | А", "text | b | Б | | ${a} = 'yes'", "text | c | В")
    assert sample.back({"a": "no"}, GIVEN) == "a"
    assert sample.walk({"a": "no", "b": "старое"}, GIVEN, "b").question.name == "c"


def test_an_optional_question_is_skipped_and_a_required_one_is_not():
    sample = form("text | a | А", "text | b | Б | yes")
    answers = sample.skip({}, "a")
    assert sample.walk(answers, GIVEN).question.name == "b"
    assert sample.result(answers, GIVEN) == {}
    with pytest.raises(Unacceptable) as refused:
        sample.skip(answers, "b")
    assert refused.value.reason == Why.REQUIRED
    assert names(sample.missing(answers, GIVEN)) == ["b"]


def test_several_choices_are_ticked_unticked_and_left_with_done():
    sample = form("select_multiple letters | a | А | yes | | count-selected(.) <= 2")
    answers = sample.toggle({}, "a", "c", GIVEN)
    answers = sample.toggle(answers, "a", "a", GIVEN)
    assert answers == {"a": ("a", "c")}, "in the order of the options"
    step = sample.walk(answers, GIVEN, "a")
    assert (step.answer, step.can_go_on) == (("a", "c"), True)
    too_many = sample.toggle(answers, "a", "d", GIVEN)
    with pytest.raises(Unacceptable):
        sample.go_on(too_many, "a", GIVEN)
    assert sample.walk(too_many, GIVEN).answer == ("a", "c", "d"), "the ticks stay on the screen"
    assert names(sample.missing(too_many, GIVEN)) == ["a"]
    none = sample.toggle(sample.toggle(answers, "a", "a", GIVEN), "a", "c", GIVEN)
    assert not sample.walk(none, GIVEN, "a").can_go_on
    with pytest.raises(Unacceptable) as refused:
        sample.go_on(none, "a", GIVEN)
    assert refused.value.reason == Why.CHOOSE_SOMETHING


def test_an_option_that_is_not_there_is_not_taken():
    sample = form("select_one yn | a | А", "select_multiple letters | b | Б", "range | c | В")
    for take in (
        lambda: sample.tap({}, "a", "perhaps", GIVEN),
        lambda: sample.toggle({}, "b", "z", GIVEN),
        lambda: sample.toggle({}, "a", "yes", GIVEN),
    ):
        with pytest.raises(Unacceptable) as refused:
            take()
        assert refused.value.reason == Why.NOT_AN_OPTION
    with pytest.raises(Unacceptable) as refused:
        sample.tap({}, "c", 11, GIVEN)
    assert (refused.value.reason, refused.value.values) == (Why.OUT_OF_RANGE, {"min": 1, "max": 10})


def test_zero_is_an_answer():
    sample = form("range | a | А | yes | | | start=0 end=3 step=1", "integer | b | Б | yes")
    answers = sample.take(sample.tap({}, "a", 0, GIVEN), "b", "0", GIVEN)
    assert answers == {"a": 0, "b": 0}
    assert sample.walk(answers, GIVEN).question is None
    assert [line.shown.to("ru") for line in sample.review(answers, GIVEN)] == ["0", "0"]


def test_a_constraint_refuses_in_the_forms_own_words():
    from mentoring.questionnaire_catalogue import catalogue

    person = catalogue()["person"]
    with pytest.raises(Unacceptable) as refused:
        person.take({"kind": "pupil"}, "class_letter", "БВ", GIVEN)
    assert refused.value.reason == Why.NOT_ACCEPTED
    assert refused.value.message.to("en") == "One letter is needed. For example: B"


def test_an_answer_that_another_answer_made_wrong_is_asked_again():
    sample = form("date | a | А | yes", "date | b | Б | yes | | . > ${a}")
    answers = sample.take(sample.take({}, "a", "1.2.2027", GIVEN), "b", "2.2.2027", GIVEN)
    assert sample.walk(answers, GIVEN).question is None
    later = sample.take(answers, "a", "3 февраля 2027", GIVEN)
    assert sample.walk(later, GIVEN).question.name == "b"
    assert not sample.complete(later, GIVEN)


def test_a_note_is_read_and_is_no_answer():
    sample = form("note | hello | Здравствуйте", "text | a | А")
    step = sample.walk({}, GIVEN)
    assert (step.question.name, step.can_go_on, step.can_skip, step.remaining) == ("hello", True, False, 1)
    answers = sample.go_on({}, "hello", GIVEN)
    assert answers == {"hello": SEEN}
    assert sample.result(answers, GIVEN) == {}
    assert names(line.question for line in sample.review(answers, GIVEN)) == ["a"]


def test_a_proposed_value_is_shown_and_taken_by_going_on():
    sample = form("text | a | А | yes | | | | Директор", "date | b | Б | yes | | | | today()", "integer | c | В | yes")
    given = Given(TODAY, defaults={"c": 7})
    assert sample.walk({}, given).answer == "Директор"
    answers = {}
    for name in "abc":
        assert sample.walk(answers, given).can_go_on
        answers = sample.go_on(answers, name, given)
    assert answers == {"a": "Директор", "b": "2027-02-05", "c": 7}
    assert sample.walk({}, Given(TODAY, defaults={"a": "Завуч"})).answer == "Завуч"


def test_ticking_begins_with_the_proposed_options():
    sample = form("select_multiple letters | a | А | | | | | a b")
    assert sample.toggle({}, "a", "a", GIVEN) == {"a": ("b",)}


def test_options_of_an_outer_list_come_at_run_time():
    sample = form("select_multiple_from_file areas.csv | a | А | yes")
    assert names(sample.walk({}, GIVEN).options) == ["x", "y", "z", "w", "v"]
    answers = sample.take({}, "a", "область y; Область x", GIVEN)
    assert answers == {"a": ("x", "y")}
    shorter = Given(TODAY, {"areas.csv": LISTS["areas.csv"][1:]})
    assert sample.result(answers, shorter) == {"a": ("y",)}, "an area that was closed falls away"
    assert sample.result(answers, Given(TODAY)) == answers, "without the list nothing can be said against them"


def test_the_review_reads_as_people_read():
    sample = form(
        "select_one yn | a | А", "select_multiple letters | b | Б", "date | c | В", "decimal | d | Г", "text | e | Д"
    )
    answers = {"a": "yes", "b": ("a", "c"), "c": "2027-02-01", "d": "3.5"}
    lines = sample.review(answers, GIVEN)
    assert [line.shown.to("en") for line in lines] == ["Yes", "Letter a, Letter c", "01.02.2027", "3.5", ""]
    assert lines[0].shown.to("ru") == "Да"
    assert lines[4].answer is None


def test_answers_survive_json():
    import json

    answers = {"a": "yes", "b": ("a", "c"), "c": 5, "d": SKIPPED}
    assert answers_from(json.loads(json.dumps(answers))) == answers
    for odd in (None, 1.5, True, [1], {"a": 1}):
        with pytest.raises(TypeError):
            answers_from({"a": odd})


def test_a_day_that_has_passed_is_asked_again():
    sample = form("date | a | А | yes | | . >= today()")
    answers = sample.take({}, "a", "5.2.2027", GIVEN)
    assert sample.complete(answers, GIVEN)
    assert not sample.complete(answers, Given(date(2027, 2, 6)))

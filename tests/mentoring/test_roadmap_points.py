"""The roadmap holds every point of the model, with its result, and spreads over any school's year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.words import LANGUAGES, Words
from mentoring.people import Role
from mentoring.roadmap import ACTIVITIES, ITEMS, STAGES, THROUGHOUT, Span, Standing, spread, stage_on

JANUARY_TO_JUNE = (date(2027, 1, 11), date(2027, 6, 30))
SEPTEMBER_TO_MAY = (date(2026, 9, 1), date(2027, 5, 31))

# Number, a word of the point, a word of its result: the numbered list of the model, written apart from the data.
MODEL = """
1.1.1 Р-145 | Папка
1.1.2 папки | Папки
1.1.3 шаблонами | шаблонов
1.2.1 О внедрении | Приказ о внедрении
1.2.2 Положение | Положение
1.2.3 дорожную карту | дорожная карта
1.2.4 Назначить куратора | Приказ о назначении
1.3.1 запросов | опроса
1.3.2 совещание | Протокол
1.3.3 банк программ | Банк программ
1.4.1 педагогический совет | Протокол
1.4.2 родительские собрания | Протоколы
1.4.3 классные часы | отметка
1.4.4 сайте | Публикация
1.4.5 партнёрам | Письма
2.1.1 анкетирование | анкеты
2.1.2 согласия | согласия
2.1.3 классный руководитель | Сведения
2.1.4 педагогах | Сведения
2.1.5 Выбрать формы | Формы
2.1.6 для будущего сравнения | Входной замер
2.2.1 из числа педагогов | педагоги
2.2.2 из числа обучающихся | обучающиеся
3.1.1 потенциальных наставников | анкеты
3.1.2 согласия | согласия
3.1.3 мероприятие | список
3.2.1 из числа педагогов | педагоги
3.2.2 из числа обучающихся | обучающиеся
3.2.3 выпускников | внешние
4.1.1 выбрать наставников | Список
4.2.1 экспертов | Список экспертов
4.2.2 методические материалы | материалы
4.2.3 графики обучения | график
4.2.4 обучение | Журнал
5.1.1 Сопоставить | список пар
5.1.2 групповую встречу | встрече
5.1.3 предпочитаемом | Анкеты групповой встречи
5.1.4 соединить | Список пар
5.2.1 Об утверждении наставнических пар | Приказ
5.2.2 планы индивидуального развития | планы развития
5.2.3 психологическое сопровождение | сопровождении
6.1.1 Первая, организационная | первых
6.1.2 Вторая, пробная рабочая | пробных
6.1.3 планирование | цели
6.1.4 Регулярные | Дневник
6.1.5 Заключительная | отчёты
6.2.1 промежуточное анкетирование | анкеты
6.2.2 форматы анкет обратной связи | Формы
7.1.1 удовлетворённости | Отчёт
7.1.2 качества | Отчёт
7.1.3 влияние | сравнение с входным замером
7.2.1 приказ о поощрении | Приказ
7.2.2 благодарственные письма | письма
7.2.3 итогового мероприятия | Приказ
7.2.4 Опубликовать результаты | Публикации
"""
POINTS = [(line.split(" ", 1)[0], *line.split(" ", 1)[1].split(" | ")) for line in MODEL.strip().splitlines()]


def test_the_points_are_those_of_the_model_in_its_order():
    assert [item.number for item in ITEMS] == [number for number, _, _ in POINTS]


@pytest.mark.parametrize(("number", "about", "result"), POINTS)
def test_every_point_says_what_is_to_be_done_and_what_should_come_of_it(number, about, result):
    name = number.replace(".", "-")
    assert about in Words.shipped().plain(f"roadmap-item-{name}")
    assert result in Words.shipped().plain(f"roadmap-result-{name}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_stages_activities_and_points_have_words_in_every_language(language):
    words = Words.shipped()
    named = [f"roadmap-stage-{stage}" for stage in STAGES]
    named += [f"roadmap-activity-{each.stage}-{each.number}" for each in ACTIVITIES]
    named += [f"roadmap-{kind}-{item.name}" for item in ITEMS for kind in ("item", "result")]
    assert all(words.plain(name, language) for name in named)


def test_the_director_answers_for_orders_and_rewards_the_editor_for_publication_the_curator_for_the_rest():
    others = {item.number: item.role for item in ITEMS if item.role is not Role.CURATOR}
    assert others == {"7.2.1": Role.HEAD, "7.2.2": Role.HEAD, "7.2.3": Role.HEAD, "7.2.4": Role.EDITOR}


def test_january_to_june_is_the_model_itself():
    spans = spread(*JANUARY_TO_JUNE)
    january = Span(date(2027, 1, 11), date(2027, 1, 31))
    february = Span(date(2027, 2, 1), date(2027, 2, 28))
    assert {spans[item.number] for item in ITEMS if item.stage <= 3} == {january}
    assert {spans[item.number] for item in ITEMS if item.stage in (4, 5)} == {february}
    assert spans["6.1.4"] == Span(date(2027, 2, 1), date(2027, 5, 31))
    assert spans["7.1.1"] == Span(date(2027, 5, 1), date(2027, 5, 31))
    assert spans["7.2.4"] == Span(*JANUARY_TO_JUNE)


def test_a_school_year_has_the_same_proportions_and_ends_with_its_last_month():
    spans = spread(*SEPTEMBER_TO_MAY)
    assert spans["1.1.1"] == Span(date(2026, 9, 1), date(2026, 10, 31))
    assert spans["5.2.1"] == Span(date(2026, 11, 1), date(2026, 12, 31))
    assert spans["6.1.4"] == Span(date(2026, 11, 1), date(2027, 5, 31))
    assert spans["7.1.1"].ends_on == date(2027, 5, 31)
    assert spans["7.2.4"] == Span(*SEPTEMBER_TO_MAY)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 800))
def test_any_period_holds_every_point_in_the_order_of_stages(starts_on, days):
    ends_on = starts_on + timedelta(days=days)
    spans = spread(starts_on, ends_on)
    assert set(spans) == {item.number for item in ITEMS}
    in_order = [spans[item.number] for item in ITEMS if item.name not in THROUGHOUT]
    assert all(starts_on <= span.starts_on <= span.ends_on <= ends_on for span in in_order)
    assert [span.starts_on for span in in_order] == sorted(span.starts_on for span in in_order)
    assert all(span.starts_on in (starts_on, span.starts_on.replace(day=1)) for span in in_order), "whole months"


def standings(done: frozenset[int] = frozenset()) -> list[Standing]:
    spans = spread(*JANUARY_TO_JUNE)
    return [Standing(item.name, item.stage, spans[item.number], item.stage in done) for item in ITEMS]


@pytest.mark.parametrize(
    ("day", "done", "stage", "until"),
    [
        (date(2027, 1, 20), (), 1, date(2027, 1, 31)),
        (date(2027, 1, 20), (1, 2), 3, date(2027, 1, 31)),
        (date(2027, 2, 5), (), 4, date(2027, 2, 28)),
        (date(2027, 2, 5), (4,), 5, date(2027, 2, 28)),
        (date(2027, 3, 5), (), 6, date(2027, 5, 31)),
        (date(2027, 1, 1), (), 1, date(2027, 1, 31)),
        (date(2027, 6, 20), (), 7, date(2027, 5, 31)),
        (date(2027, 1, 20), (1, 2, 3), 3, date(2027, 1, 31)),
    ],
)
def test_the_stage_of_a_day_is_the_first_that_is_under_way_and_not_done(day, done, stage, until):
    assert stage_on(day, standings(frozenset(done))) == (stage, until)


def test_a_point_is_late_the_day_after_its_end_unless_done():
    span = Span(date(2027, 1, 11), date(2027, 1, 31))
    assert not Standing("1-1-1", 1, span, False).late_on(date(2027, 1, 31))
    assert Standing("1-1-1", 1, span, False).late_on(date(2027, 2, 1))
    assert not Standing("1-1-1", 1, span, True).late_on(date(2027, 2, 1))

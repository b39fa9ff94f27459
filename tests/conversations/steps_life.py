"""A whole life of a pair and of a group in one story: everything somebody can write or mark in it, each with words of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from stage import Someone, Stage
from steps_joining import set_up_school
from steps_matching import Ready, guardian_of, insert_active, ready
from steps_meetings import match
from steps_school import staff_member

from handlers.curator.diary import WatchDiaryTap
from handlers.curator.pair_taps import WatchPairTap
from handlers.curator.stuck_pairs import StuckTap
from handlers.plan_taps import PlansTap
from mentoring.people import MentoringForm, Name, Role, SchoolClass
from storage import people, safety_adults

# What is written, by what it is. No word of it is a word of the bot's.
WRITTEN = (
    CONCERN, CARE, RATING, HIS_RATING, OBSTACLE, HIS_OBSTACLE, TROUBLE, NOTE, SUMMARY, GOAL, TASK, WORD, HARD, PROPOSAL,
    NUDGE, GROUP_TROUBLE, GROUP_RATING, PARTING,
) = (
    *("тревога-сова", "забота-крот", "балл-ёжик", "балл-рысь", "помеха-жук", "помеха-лось", "трудность-уж"),
    *("заметка-карп", "итог-лебедь", "цель-бобр", "задание-чиж", "слово-дятел", "тяжело-краб", "совет-зубр"),
    *("зов-журавль", "трудность-сом", "балл-хорёк", "уход-пингвин"),
)  # fmt: skip
UNEASY = "неспокойно в этой паре"  # an answer that is chosen, as curators read it


@dataclass
class Life:
    """Everybody of the story, by the part they have in it."""

    stage: Stage
    phones: dict[str, Someone] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    pair: int = 0
    group: int = 0

    def __getattr__(self, part: str) -> Someone:
        try:
            return self.phones[part]
        except KeyError:
            raise AttributeError(part) from None


async def life(stage: Stage) -> Life:
    """The whole story, from the first quiet word to the end of the pair."""
    story = Life(stage)
    await _everybody(story)
    await _uneasy(story)
    await _silent(story)
    await _planned(story)
    await _met(story)
    await _met_in_a_group(story)
    await _rated(story)
    await _asked_how_it_goes(story)
    await _reported(story)
    await _nudged(story)
    await _parted(story)
    return story


async def _everybody(story: Life) -> None:
    stage = story.stage
    story.phones["curator"] = await set_up_school(stage, forms=(MentoringForm.PUPIL_PUPIL.value,))
    staff = {
        "second": (Role.CURATOR, "Вторая Анна Ильинична"),
        "psychologist": (Role.PSYCHOLOGIST, "Тихая Ирина Олеговна"),
        "social": (Role.SOCIAL_WORKER, "Заботина Нина Львовна"),
        "head": (Role.HEAD, "Главный Пётр Олегович"),
        "teacher": (Role.METHODIST, "Классная Вера Павловна"),
    }
    for part, (role, name) in staff.items():
        story.phones[part] = await staff_member(stage, role, Name(*name.split()))
    them: dict[str, Ready] = {
        "mentee": await ready(stage, "Панин Илья"),
        "mentor": await ready(stage, "Котова Марина", "mentor"),
        "one": await ready(stage, "Рогов Глеб"),
        "two": await ready(stage, "Ясная Аня"),
        "leads": await ready(stage, "Белов Олег", "mentor"),
        "other": await ready(stage, "Чужой Тимур"),
    }
    story.phones |= {part: each.phone for part, each in them.items()}
    story.ids = {part: each.person for part, each in them.items()}
    story.phones["parent"] = await guardian_of(stage, them["mentee"], "Панина Ольга Ивановна")
    story.phones["mentors_parent"] = await guardian_of(stage, them["mentor"], "Котова Нина Ивановна")
    story.phones["ones_parent"] = await guardian_of(stage, them["one"], "Рогова Мария Ивановна")
    story.phones["stranger"] = await (await stage.someone()).starts()

    def begun(tx):
        people.take_role(tx, story.teacher.person_id, Role.METHODIST)
        people.give_role(tx, story.teacher.person_id, Role.CLASS_TEACHER, SchoolClass(7, "Б"))
        for each in (story.psychologist, story.social):
            safety_adults.add(tx, 1, each.person_id, 1)
        tx.run("UPDATE guardianships SET confirmed_at = :now, hears_meetings_at = :now", now=tx.now)
        tx.run("UPDATE capacities SET places = 5")
        story.pair = insert_active(tx, them["mentee"], them["mentor"])
        story.group = match(tx, them["leads"].person, them["one"].person, them["two"].person)

    await stage.app.database.work(begun)


async def _uneasy(story: Life) -> None:
    """The mentee says it, with words; the psychologist answers and writes what was done; in the evening it is said again."""
    someone, adult = story.mentee, story.psychologist
    await someone.says("/menu")
    await someone.taps("Мне неспокойно", "Сказать психологу", "Добавить слова")
    await someone.says(CONCERN)
    await adult.taps("Открыть", "Принять", "Поговорили", "Записать словами")
    await adult.says(CARE)
    await someone.taps("Хорошо")


async def _silent(story: Life) -> None:
    await story.mentee.says("/menu")
    await story.mentee.taps("Встречи с наставником", "Не отвечает")


async def _planned(story: Life) -> None:
    """A plan with a goal and a task of the mentor's own; ticked, marked with a word."""
    mentor, mentee = story.mentor, story.mentee
    await mentor.taps_data(mentor.screen.id, PlansTap(match=story.pair).pack())
    await mentor.taps("Составить план", "Составить план", "Своё задание")
    await mentor.says(TASK, "Получится")
    await mentor.taps("20", "Изменить цель")
    await mentor.says(GOAL)
    await mentor.taps("✅ План готов")
    await mentee.taps("Открыть план", "☐ 1.1")
    await mentor.taps("Все задания", "1.1", "Частично", "Добавить слово")
    await mentor.says("Сделано наполовину", WORD)


async def _sets(story: Life, mentor: Someone, day: str, hour: str = "15:00") -> None:
    await mentor.says("/menu")
    await mentor.taps(next(each for each in mentor.buttons if "назначить встречу" in each), "Другой день", day, hour)


async def _until(story: Life, day: int, hour: int) -> None:
    """Let time pass until a local hour of a day of this January."""
    moment = story.stage.clock().replace(day=day, hour=hour - 3, minute=50)
    await story.stage.waits(minutes=(moment - story.stage.clock()).total_seconds() / 60)


async def _met(story: Life) -> None:
    """Moved for a reason, held, written about and spoken about, scored by both; another one they disagree about."""
    mentor, mentee = story.mentor, story.mentee
    await _sets(story, mentor, "12")
    await mentor.taps("Перенести", "Другой день", "13", "15:00", "Болезнь")
    await _until(story, 13, 16)
    await mentor.taps("Состоялась", "45 мин", "Получилось", "🙂", "Дополнить запись")
    for button, words in (("Трудности", TROUBLE), ("Содержание", SUMMARY), ("Заметка", NOTE)):
        await mentor.taps(button)
        await mentor.says(words)
    await mentor.taps("Заметка")
    await mentor._acts(mentor.user.sends_voice)
    await mentee.taps("Да", "😟")
    await _sets(story, mentor, "14", "16:00")
    await _until(story, 14, 17)
    await mentor.taps("Состоялась", "45 мин", "Застряли")
    await mentee.taps("Нет")


async def _met_in_a_group(story: Life) -> None:
    mentor = story.leads
    await _sets(story, mentor, "18")
    await _until(story, 18, 16)
    await mentor.taps("Состоялась", "45 мин", "Частично", "Аня Я.", "Готово", "Дополнить запись", "Трудности")
    await mentor.says(GROUP_TROUBLE)
    await story.one.taps("Да", "😐")


async def _rated(story: Life) -> None:
    """Half a month after: both sides rate the work, with a word."""
    await story.stage.waits(days=11)
    for part, who, mark, words in (
        ("mentee", "Марина К.", "2", RATING),
        ("mentor", "Илья П.", "9", HIS_RATING),
        ("one", "Олег Б.", "8", GROUP_RATING),
    ):
        someone = story.phones[part]
        await someone.says("/menu")
        await someone.taps(f"Оценить: {who}", mark, "Добавить слово")
        await someone.says(words)
    await story.leads.says("/menu")
    await story.leads.taps("Оценить: Глеб Р.", "10")


async def _asked_how_it_goes(story: Life) -> None:
    await story.stage.waits(days=14)
    for part, scores, words, change in (("mentee", 6, OBSTACLE, "Да"), ("mentor", 5, HIS_OBSTACLE, "Нет")):
        someone = story.phones[part]
        await someone.says("/menu")
        await someone.taps("Ответить: как идёт работа")
        for _ in range(scores):
            await someone.taps("4")
        await someone.says(words)
        await someone.taps("Да", change, "Отправить")


async def _reported(story: Life) -> None:
    mentor = story.mentor
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Прошлые встречи", "Написать отчёт наставника")
    await mentor.says("Понять дроби", "Решает сам", HARD)
    await mentor.taps("Пропустить", "Нет, пара не сложилась")
    await mentor.says(PROPOSAL)
    await mentor.taps("Отправить", "Отчёт наставника: DOCX")
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Прошлые встречи", "Дневник: DOCX", "Дневник: XLSX")
    await mentor.taps_data(mentor.screen.id, PlansTap(match=story.pair).pack())


async def _nudged(story: Life) -> None:
    """The curator sees who needs help, writes to one in their own words, takes every paper out."""
    curator = story.curator
    await curator.says("/today")
    await curator.taps_data(curator.screen.id, StuckTap(match=story.group).pack())
    await curator.taps("Написать по-своему")
    await curator.says(NUDGE)
    for do in ("s", "d", "x", "f", "a"):
        await curator.taps_data(curator.screen.id, WatchDiaryTap(match=story.pair, do=do).pack())
    await curator.taps_data(curator.screen.id, "xls1:1")
    for each in (story.pair, story.group):
        for tap in (StuckTap(match=each), WatchPairTap(match=each)):
            await curator.taps_data(curator.screen.id, tap.pack())
    await story.stage.waits(hours=2)


async def _parted(story: Life) -> None:
    """The mentee asks for another mentor; the curator closes the pair. The class teacher and the parents look."""
    someone, curator = story.mentee, story.curator
    await someone.says("/menu")
    await someone.taps(
        "Встречи с наставником", "Изменить пару", "Хочу другого наставника", "Мне неспокойно в этой паре"
    )
    await someone.says(PARTING)
    await story.stage.waits(hours=20)
    await curator.says("/menu")
    await curator.taps("Просьбы о парах")
    await curator.taps(curator.buttons[0])
    await curator.taps("Закрыть пару", "По просьбе стороны", "Сегодня", "Закрыть")
    for part in ("parent", "mentors_parent", "teacher", "head", "mentor", "one"):
        await story.phones[part].says("/menu")

"""A whole pairing in one story: everybody there is, and everything somebody can write in it, each with words of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from stage import Someone, Stage
from steps_joining import set_up_school
from steps_matching import Ready, guardian_of, ready
from steps_school import staff_member

from mentoring.people import MentoringForm, Name, Role, SchoolClass
from services.offers import ask_both
from storage import matches, people
from storage.matches import State

# What is written, by what it is. No word of it is a word of the bot's.
GOALS, BAN, PIN, DECLINE, OBJECTION, PARTING, CASE, NOTE, MINUTES, SCAN = WRITTEN = (
    *("мишень-тюльпан", "запрет-ястреб", "скрепка-енот", "отказ-кабачок", "протест-барсук"),
    *("уход-осьминог", "забота-выдра", "записка-филин", "повестка-сурок", "скан-лемур"),
)
UNEASY = "Мне неспокойно в этой паре"  # an answer that is chosen, not written
BUSY = "Экзамены"
AVOIDED = "Осип"  # whom somebody would not work with: nobody else of that name
PDF = f"%PDF-1.7\n{SCAN} ".encode() + b"signed " * 40


@dataclass
class Pairing:
    """Everybody of the story, by the part they have in it."""

    stage: Stage
    phones: dict[str, Someone] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def __getattr__(self, part: str) -> Someone:
        try:
            return self.phones[part]
        except KeyError:
            raise AttributeError(part) from None

    def accounts(self, *parts: str) -> set[int]:
        """Their phones."""
        return {self.phones[each].user.id for each in parts}


async def pairing(stage: Stage) -> Pairing:
    """The whole story, from the group meeting to the amendment of the order."""
    story = Pairing(stage)
    them = await _everybody(story)
    await _gathering(story)
    await _preferences(story)
    await _ban_and_pin(story)
    await _declined(story, them)
    await _objected(story, them)
    await _begun(story, them)
    await _looked_after(story)
    await _paused(story)
    await _parted(story)
    return story


async def _everybody(story: Pairing) -> dict[str, Ready]:
    stage = story.stage
    story.phones["curator"] = await set_up_school(stage, forms=(MentoringForm.PUPIL_PUPIL.value,))
    staff = {
        "second": (Role.CURATOR, "Вторая Анна Ильинична"),
        "psychologist": (Role.PSYCHOLOGIST, "Тихая Ирина Олеговна"),
        "social": (Role.SOCIAL_WORKER, "Заботина Нина Львовна"),
        "head": (Role.HEAD, "Главный Пётр Олегович"),
        "methodist": (Role.METHODIST, "Учёная Алла Юрьевна"),
        "trainer": (Role.TRAINER, "Тренеров Лев Ильич"),
        "teacher": (Role.METHODIST, "Классная Вера Павловна"),
        "helper": (Role.EDITOR, "Вносящая Зоя Львовна"),
    }
    for part, (role, name) in staff.items():
        story.phones[part] = await staff_member(stage, role, Name(*name.split()))
    them = {
        "avoider": await ready(stage, "Петров Илья"),
        "refused": await ready(stage, "Отказов Глеб"),
        "child": await ready(stage, "Сыновья Аня"),
        "leaver": await ready(stage, "Парова Ева"),
        "waiting": await ready(stage, "Остров Тимур", areas=("biology",)),
        "mentor": await ready(stage, "Котова Марина", "mentor"),
        "refuser": await ready(stage, "Белов Олег", "mentor"),
        "unlucky": await ready(stage, "Дуров Денис", "mentor"),
        "avoided": await ready(stage, "Нежелаев Осип", "mentor"),
    }
    story.phones |= {part: each.phone for part, each in them.items()}
    story.ids = {part: each.person for part, each in them.items()}
    story.phones["parent"] = await guardian_of(stage, them["child"], "Сыновья Ольга Ивановна")
    story.phones["other_parent"] = await guardian_of(stage, them["child"], "Сыновний Олег Львович")
    story.phones["avoiders_parent"] = await guardian_of(stage, them["avoider"], "Петрова Мария Ивановна")
    story.phones["leavers_parent"] = await guardian_of(stage, them["leaver"], "Парова Нина Ивановна")
    story.phones["stranger"] = await (await stage.someone()).starts()

    def posts(tx):
        people.take_role(tx, story.teacher.person_id, Role.METHODIST)
        people.give_role(tx, story.teacher.person_id, Role.CLASS_TEACHER, SchoolClass(7, "Б"))
        tx.run(
            "INSERT INTO paper_helpers (person_id, named_at) VALUES (:id, :now)",
            id=story.helper.person_id,
            now=tx.now,
        )

    await stage.app.database.work(posts)
    return them


async def _gathering(story: Pairing) -> None:
    """Planned, held, its minutes written; those who came are asked."""
    curator, stage = story.curator, story.stage
    await curator.says("/match")
    await curator.taps("Ещё", "Групповая встреча", "Назначить встречу", "19", "15:00", "Место")
    await curator.says("Актовый зал")
    await curator.taps("Пригласить")
    await stage.waits(days=8, hours=5)
    await curator.says("/menu")
    await curator.taps("Отметить, кто пришёл", "Все пришли", "‹ К встрече", "Протокол", "Повестка и решения")
    await curator.says("Знакомство", f"Пары, {MINUTES}")
    await curator.taps("Скачать протокол")
    await curator.says("/match")
    await curator.taps("Ещё", "Групповая встреча", "вт 19 января", "Спросить предпочтения")
    await stage.waits(hours=18)


async def _preferences(story: Pairing) -> None:
    """One says whom they would like to work with, and whom not."""
    someone = story.avoider
    await someone.says("/menu")
    await someone.taps("Ответить, с кем хочу работать", "Марина К.", "Пропустить")
    await someone.says(GOALS)
    await someone.taps("Осип Н.", "Готово", "Отправить")


async def _ban_and_pin(story: Pairing) -> None:
    """Out of the draft two are kept apart and two together, each with a reason in words."""
    curator = story.curator
    await curator.says("/match")
    await curator.taps("Смотреть пары", "Не сводить", "Другое")
    await curator.says(BAN)
    await curator.says("/match")
    await curator.taps("Смотреть пары", "Закрепить", "‹ К подбору", "Ещё", "Запреты и закрепления")
    await curator.taps("2", "Записать причину")
    await curator.says(PIN)


async def _offered(story: Pairing, mentee: Ready, mentor: Ready) -> int:
    """A pair is confirmed, whatever the draft says; returns the member."""

    def unit(tx):
        member = matches.begin(
            tx, programme=1, form="pupil_pupil", role_model="leader", mentor=(mentor.participation, mentor.person),
            mentee=mentee.participation, places=3, by=None,
        )  # fmt: skip
        ask_both(tx, matches.get(tx, member), 1)
        return member

    member = await story.stage.app.database.work(unit)
    await story.stage.settled()
    return member


async def _declined(story: Pairing, them: dict[str, Ready]) -> None:
    await _offered(story, them["refused"], them["refuser"])
    await story.refuser.taps("Посмотреть предложение", "Мне не подходит", "Хочу работать с другим")
    await story.refuser.says(DECLINE)


async def _objected(story: Pairing, them: dict[str, Ready]) -> None:
    await _offered(story, them["child"], them["unlucky"])
    await story.parent.taps("Возражаю", "Хочу сначала поговорить")
    await story.parent.says(OBJECTION)


async def _begun(story: Pairing, them: dict[str, Ready]) -> None:
    """Both agree and accept the rules, the order is signed and scanned."""
    curator = story.curator
    await _offered(story, them["leaver"], them["mentor"])
    for each in (story.leaver, story.mentor):
        await each.taps("Посмотреть предложение", "Согласен(на)")
    await story.leaver.says("/menu")
    await story.leaver.taps("Правила пары", "Раз в неделю", "Принимаю")
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах", "Собрать приказ", "Приказ подписан")
    await curator.says("17-о")
    await curator.taps("Сегодня") if "Сегодня" in curator.buttons else await curator.says("20.01.2027")
    await curator.taps("Лист ознакомления", "Сканы приказа", "Приложить скан")
    await curator.sends_file("приказ.pdf", PDF)
    await curator.taps("Открыть 1")


async def _looked_after(story: Pairing) -> None:
    """Whoever is left without a pair is given to the psychologist, who writes what was done, and a note behind the wall."""
    curator, carer = story.curator, story.psychologist
    case = await story.stage.app.database.read(
        lambda tx: tx.value(
            "SELECT c.id FROM cases c JOIN participations p ON p.id = c.participation_id WHERE p.person_id = :id",
            id=story.ids["waiting"],
        )
    )
    await curator.taps_data(curator.screen.id, f"csc1:s:{case}")
    await curator.taps("Поручить", "Тихая Ирина", "Выяснить, что поможет")
    await carer.taps("Открыть карточку", "Написать словами")
    await carer.says(CASE)
    await carer.taps("Рассказать")
    await carer.taps("Да, если начать бережно", "Спокойный наставник", "Готово", "Доброта", "Готово")
    await (await carer.taps("Нагрузка", "Готово")).says(NOTE)


async def _parted(story: Pairing) -> None:
    """The mentee asks for another mentor; the curator closes the pair and draws up the amendment."""
    curator = story.curator
    await story.leaver.says("/menu")
    await story.leaver.taps("Встречи с наставником", "Изменить пару", "Хочу другого наставника", UNEASY)
    await story.leaver.says(PARTING)
    await curator.taps("Открыть просьбу", "Закрыть пару", "По просьбе стороны", "Сегодня", "Закрыть")
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах", "Изменения к приказу")
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах", "Перечень пар, Excel", "Перечень пар, Word")


async def _paused(story: Pairing) -> None:
    await story.mentor.says("/menu")
    await story.mentor.taps("Ева П.", "Изменить пару", "Взять паузу", BUSY)
    await story.mentor.taps("ср ")


async def states(story: Pairing) -> list[str]:
    """Of every pair there ever was."""
    rows = await story.stage.app.database.read(lambda tx: tx.all("SELECT state FROM members ORDER BY id"))
    return [State(row["state"]).value for row in rows]

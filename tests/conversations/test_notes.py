"""Adults tell about mentees: each about their own, by taps; who reads what is decided by the table of rights alone."""

from __future__ import annotations

import pytest
from steps_people import add, consent
from steps_school import set_up_school, staff_member

from mentoring.consents import Purpose
from mentoring.people import Kind, Name, Role, SchoolClass, Side
from services.withdrawing import withdraw
from storage import accounts, people
from storage.impact import of_programme

SECRET = "тихая тайна психолога"
TEACHER, SOCIAL, PSYCHOLOGIST = "Рассказать об учениках", "Рассказать об учениках", "Рассказать об учениках"


async def class_teacher(stage, level=7, letter="Б", name=None):
    someone = await staff_member(stage, Role.CURATOR, name or Name("Уварова", "Вера", "Ильинична"))

    def unit(tx):
        people.take_role(tx, someone.person_id, Role.CURATOR)
        people.give_role(tx, someone.person_id, Role.CLASS_TEACHER, SchoolClass(level, letter))

    await stage.app.database.work(unit)
    return someone


async def pupils(stage, *families, school_class="7Б", **more):
    def unit(tx):
        return [add(tx, family, school_class=school_class, **more) for family in families]

    return await stage.app.database.work(unit)


async def parent_of(stage, *children):
    someone = await stage.someone()
    await someone.starts()

    def unit(tx):
        person = people.add(tx, 1, Kind.GUARDIAN, name=Name("Панина", "Ольга", "Петровна"), admitted_by=1)
        for child in children:
            tx.run(
                "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:person, :child, :now)",
                person=person,
                child=child,
                now=tx.now,
            )
        accounts.speak_for(tx, accounts.speaking(tx, someone.user.id).account_id, person)
        return person

    someone.person_id = await stage.app.database.work(unit)
    return someone


async def asks_everybody(curator):
    await curator.says("/menu")
    return await curator.taps("Все разделы", "Взрослые и замер", "Спросить о всех")


async def answers_as_class_teacher(someone, words=None, scores=("7", "8", "6")):
    await someone.taps("Справляться с учёбой", "Готово", "Упорство", "Готово", "С ровесниками")
    await (someone.says(words) if words else someone.taps("Пропустить"))
    return await someone.taps(*scores)


async def answers_as_psychologist(someone, words=SECRET):
    await someone.taps("Да, если начать бережно", "Спокойный наставник", "Готово", "Доброта", "Готово")
    return await (await someone.taps("Нагрузка", "Готово")).says(words)


def calls_to(stage, someone):
    """Everything the bot ever sent or showed in somebody's chat, earlier texts of edited messages too."""
    seen = [text for message in someone.user.chat.messages for text in (message.text, *message.buttons)]
    return "\n".join(str(each) for each in seen)


async def test_a_class_teacher_gets_one_message_and_sees_only_their_class(stage):
    curator = await set_up_school(stage)
    teacher = await class_teacher(stage)
    await pupils(stage, "Панин", "Орлов")
    await pupils(stage, "Чужов", school_class="8А")
    before = len(teacher.user.chat.from_bot)
    await asks_everybody(curator)
    assert "Написал 1 взрослому" in curator.sees
    assert "8 «А»" in curator.sees, "the class without a teacher in the bot is named"
    assert len(teacher.user.chat.from_bot) == before + 1, "one message about both pupils"
    assert "Осталось: 2" in teacher.sees
    await teacher.taps("Рассказать об учениках")
    assert [each for each in teacher.buttons if "." in each] == ["Илья О.", "Илья П."]
    assert "куратор и психолог" in teacher.sees


async def test_a_class_teacher_answers_by_taps_and_gives_three_scores(stage):
    curator = await set_up_school(stage)
    teacher = await class_teacher(stage)
    await pupils(stage, "Панин", "Орлов")
    await asks_everybody(curator)
    await teacher.taps("Рассказать об учениках", "Илья О.", "Справляться с учёбой")
    assert "👤 Илья О." in teacher.sees, "every question says about whom it is"
    await teacher.taps("Справляться с учёбой")
    await answers_as_class_teacher(teacher)
    assert "Готово 1 из 2" in teacher.sees
    assert "✅ Илья О." in teacher.buttons
    measured = await stage.app.database.read(lambda tx: of_programme(tx, 1))
    assert [(name, value) for _, _, name, value in measured] == [
        ("involvement", 7),
        ("soft_skills", 6),
        ("studies", 8),
    ]
    await teacher.taps("✅ Илья О.")
    assert "Упорство" in teacher.sees
    await teacher.says("/menu")
    assert "Рассказать об учениках · 1 из 2" in teacher.buttons


async def test_the_curator_reads_the_class_teacher_and_only_what_is_meant_of_the_psychologist(stage):
    curator = await set_up_school(stage)
    teacher, psychologist = await class_teacher(stage), await staff_member(stage, Role.PSYCHOLOGIST)
    (pupil,) = await pupils(stage, "Панин")
    await asks_everybody(curator)
    await teacher.taps("Рассказать об учениках", "Илья П.")
    await answers_as_class_teacher(teacher, words="Любит физику & <b>")
    await psychologist.taps("Рассказать об учениках", "Илья П.")
    assert "Любит физику & <b>" in psychologist.sees, "the psychologist reads what the class teacher said"
    await psychologist.taps("Рассказать")
    await answers_as_psychologist(psychologist)
    await curator.says("/people")
    await curator.taps("Панин Илья", "Что говорят взрослые")
    assert "Любит физику & <b>" in curator.sees
    assert "Да, если начать бережно" in curator.sees
    assert "У психолога есть запись" in curator.sees
    assert SECRET not in curator.sees
    assert "Нагрузка" not in curator.sees
    del pupil


async def test_a_psychologists_words_reach_no_screen_message_or_file_of_the_curator(stage):
    curator = await set_up_school(stage)
    psychologist, teacher = await staff_member(stage, Role.PSYCHOLOGIST), await class_teacher(stage)
    await pupils(stage, "Панин")
    await asks_everybody(curator)
    await psychologist.taps("Рассказать об учениках", "Илья П.")
    await answers_as_psychologist(psychologist)
    await curator.says("/people")
    await curator.taps("Панин Илья", "Что говорят взрослые")
    seen = []

    def write(exported, language):
        seen.extend((filled.form, list(filled.answers)) for filled in exported.answers)
        return b""

    speaker = await stage.app.database.read(lambda tx: accounts.speaking(tx, curator.user.id))
    await stage.app.parts.exporting.take(speaker, write, "ru")
    assert SECRET not in repr(seen)
    (notes,) = [answers for form, answers in seen if form == "note_psychologist"]
    assert [sorted(each.answers) for each in notes] == [["advice", "readiness", "strong"]]
    await teacher.taps("Рассказать об учениках", "Илья П.")
    for someone in (curator, teacher):
        assert SECRET not in calls_to(stage, someone)
    other = await staff_member(stage, Role.PSYCHOLOGIST, Name("Вторая", "Анна", "Юрьевна"))
    await other.says("/menu")
    await other.taps("Ученики, которые ищут наставника", "Илья П.")
    assert SECRET in other.sees, "another psychologist reads it"


async def test_a_parent_of_two_tells_about_each_and_sees_no_other_words(stage):
    curator = await set_up_school(stage)
    teacher = await class_teacher(stage)
    first, second = await pupils(stage, "Панин", "Ромин")
    parent = await parent_of(stage, first, second)
    await asks_everybody(curator)
    await teacher.taps("Рассказать об учениках", "Илья П.")
    await answers_as_class_teacher(teacher, words="слово учителя")
    assert "Осталось детей: 2" in parent.sees
    await parent.taps("Рассказать о ребёнке", "Илья П.")
    await parent.taps("Поверить в себя", "Готово", "Доброта", "Готово", "Спорт", "Готово", "Со взрослым", "Спокойно")
    await parent.says("Любит футбол")
    assert "Готово 1 из 2" in parent.sees
    await parent.taps("✅ Илья П.")
    assert "Любит футбол" in parent.sees
    assert "слово учителя" not in calls_to(stage, parent)


async def test_a_withdrawn_consent_takes_the_pupil_out_of_every_list(stage):
    curator = await set_up_school(stage)
    teacher = await class_teacher(stage)
    pupil, _ = await pupils(stage, "Панин", "Орлов")
    await asks_everybody(curator)
    await teacher.taps("Рассказать об учениках", "Илья П.", "Справляться с учёбой", "Готово")

    def withdraw(tx):
        tx.run("UPDATE consents SET withdrawn_at = :now WHERE person_id = :id", now=tx.now, id=pupil)

    await stage.app.database.work(withdraw)
    await teacher.taps("Упорство", "Готово", "С ровесниками", "Пропустить")
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM notes")) == 0
    await teacher.says("/menu")
    await teacher.taps("Рассказать об учениках")
    assert [each for each in teacher.buttons if "." in each] == ["Илья О."]


async def test_nobody_is_asked_about_a_pupil_without_consent(stage):
    curator = await set_up_school(stage)
    teacher = await class_teacher(stage)
    await pupils(stage, "Панин", consents=False)
    await curator.says("/people")
    await curator.taps("⏳ Панин Илья", "Что говорят взрослые")
    assert "Согласие на участие ещё не собрано" in curator.sees
    assert not [each for each in curator.buttons if each.startswith("Спросить")]
    await curator.says("/menu")
    await curator.taps("Все разделы", "Взрослые и замер")
    assert "Пока спрашивать не о ком" in curator.sees
    await teacher.says("/menu")
    assert not [each for each in teacher.buttons if "учениках" in each]


async def test_asking_one_by_one_tells_each_adult_once_a_day(stage):
    curator = await set_up_school(stage)
    teacher, social = await class_teacher(stage), await staff_member(stage, Role.SOCIAL_WORKER)
    await pupils(stage, "Панин", "Орлов")
    before = len(teacher.user.chat.from_bot)
    for family in ("Панин", "Орлов"):
        await curator.says("/people")
        await curator.taps(f"{family} Илья", "Что говорят взрослые", "Спросить классного руководителя")
    assert len(teacher.user.chat.from_bot) == before + 1
    assert "Классный руководитель: спросили, ответа пока нет" in curator.sees
    await social.says("/menu")
    assert not [each for each in social.buttons if "учениках" in each], "nobody asked the social worker"
    await stage.waits(days=1)
    await curator.says("/menu")
    await curator.taps("Все разделы", "Взрослые и замер", "Напомнить тем")
    assert len(teacher.user.chat.from_bot) > before + 1


async def test_a_methodist_enters_facts_about_a_teacher_and_the_curator_reads_them(stage):
    curator = await set_up_school(stage)
    methodist = await staff_member(stage, Role.METHODIST)
    await stage.app.database.work(lambda tx: add(tx, "Юнина", "Анна", Kind.TEACHER, Side.MENTEE))
    await asks_everybody(curator)
    await methodist.taps("Внести сведения", "Анна Ю.")
    await methodist.taps("Молодой педагог", "1–3 года", "Без категории", "В этом учебном году")
    await methodist.taps("Оценивание", "Готово", "Курсы", "Готово", "В основном", "Нужна помощь", "В основном")
    await methodist.says("Ведёт математику")
    await methodist.taps("8", "7")
    assert "Записано: Анна Ю." in methodist.sees
    await curator.says("/people")
    await curator.taps("Юнина Анна", "Что говорят взрослые")
    assert "Молодой педагог" in curator.sees
    assert "Ведёт математику" in curator.sees


@pytest.mark.parametrize("party", ["class_teacher", "psychologist", "social_worker", "parent", "methodist"])
async def test_nobody_else_opens_a_list_by_its_button(stage, party):
    await set_up_school(stage)
    (pupil,) = await pupils(stage, "Панин", phone=(mentee := await stage.someone()))
    await mentee.starts()
    await mentee.taps_data(mentee.screen.id, f"nts2:{party}:n:0")
    await mentee.taps_data(mentee.screen.id, f"ntp1:{party}:{pupil}")
    await mentee.taps_data(mentee.screen.id, f"ntt1:{party}:{pupil}")
    assert "ищут наставника" not in calls_to(stage, mentee)


async def test_a_consent_given_again_brings_the_note_back(stage):
    curator = await set_up_school(stage)
    teacher = await class_teacher(stage)
    (pupil,) = await pupils(stage, "Панин")
    await asks_everybody(curator)
    await teacher.taps("Рассказать об учениках", "Илья П.")
    await answers_as_class_teacher(teacher)
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE consents SET withdrawn_at = :now WHERE person_id = :id", now=tx.now, id=pupil)
    )
    await curator.says("/people")
    await curator.taps("⏳ Панин Илья", "Что говорят взрослые")
    assert "Упорство" not in curator.sees

    def again(tx):
        for way, capacity in (("tap", "assent"), ("tap", "guardian"), ("paper", "guardian")):
            consent(tx, pupil, capacity, way)

    await stage.app.database.work(again)
    await curator.says("/people")
    await curator.taps("Панин Илья", "Что говорят взрослые")
    assert "Упорство" in curator.sees


async def test_the_bases_stand_apart_by_one_tap_each(stage):
    curator = await set_up_school(stage)

    def unit(tx):
        add(tx, "Панин")
        add(tx, "Котова", side=Side.MENTOR)
        add(tx, "Юнина", "Анна", Kind.TEACHER, Side.MENTEE)
        add(tx, "Старцева", "Инна", Kind.TEACHER, Side.MENTOR)

    await stage.app.database.work(unit)
    for base, there in (
        ("Наставляемые-ученики", "Панин"),
        ("Наставляемые-педагоги", "Юнина"),
        ("Наставники-ученики", "Котова"),
        ("Наставники-педагоги", "Старцева"),
    ):
        await curator.says("/people")
        await curator.taps("Отобрать", base, "Показать")
        families = ("Панин", "Котова", "Юнина", "Старцева")
        assert [each for each in families if any(each in button for button in curator.buttons)] == [there]


async def test_the_list_of_a_large_class_goes_on_from_whoever_was_told_about(stage):
    curator = await set_up_school(stage)
    teacher = await class_teacher(stage)
    await pupils(stage, *(f"{letter}анин" for letter in "АБВГДЕЖЗИКЛ"))
    await asks_everybody(curator)
    await teacher.taps("Рассказать об учениках", "›")
    assert [each for each in teacher.buttons if "." in each] == [f"Илья {letter}." for letter in "ГДЕЖЗИКЛ"]
    await teacher.taps("Илья К.")
    await answers_as_class_teacher(teacher)
    assert "✅ Илья К." in teacher.buttons
    assert "Илья Л." in teacher.buttons
    await teacher.taps("‹")
    assert [each for each in teacher.buttons if "." in each] == [f"Илья {letter}." for letter in "АБВГДЕЖЗ"]


async def test_what_an_adult_was_about_to_tell_goes_with_the_consent(stage):
    curator = await set_up_school(stage)
    teacher = await class_teacher(stage)
    (pupil,) = await pupils(stage, "Панин")
    await asks_everybody(curator)
    await teacher.taps("Рассказать об учениках", "Илья П.")
    await teacher.taps("Справляться с учёбой", "Готово", "Упорство", "Готово", "С ровесниками", "Пропустить", "7")

    def unit(tx):
        child = people.get(tx, pupil)
        withdraw(tx, child, child, Purpose.PARTICIPATION)
        return tx.value("SELECT count(*) FROM drafts WHERE form LIKE 'note%' OR form LIKE 'baseline%'")

    assert await stage.app.database.work(unit) == 0
    await teacher.taps("8")
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM measures")) == 0

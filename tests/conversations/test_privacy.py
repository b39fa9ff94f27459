"""What is stored, withdrawing, erasing."""

from __future__ import annotations

from steps_joining import curator_admits_all, parent_agrees, pupil_joins, set_up_school, teacher_joins

from mentoring.people import Side
from storage import matches, standing
from storage.matches import State


async def dump(stage) -> str:
    """Everything there is in the database, as text."""

    def query(tx):
        tables = [row[0] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return "\n".join(str([dict(row) for row in tx.all(f"SELECT * FROM {table}")]) for table in tables)

    return await stage.app.database.read(query)


async def lacks(stage):
    def query(tx):
        programme = tx.value("SELECT id FROM programmes")
        return {each.person.code: [*map(str, each.lacks)] for each in standing.of_programme(tx, programme)}

    return await stage.app.database.read(query)


async def paired(stage):
    """A mentor and a mentee who work together already."""

    def unit(tx):
        mentor, mentee = (
            tx.one("SELECT * FROM participations WHERE side = :side", side=side) for side in (Side.MENTOR, Side.MENTEE)
        )
        return matches.begin(
            tx,
            programme=mentor["programme_id"],
            form=mentor["form"],
            role_model="",
            mentor=(mentor["id"], mentor["person_id"]),
            mentee=mentee["id"],
            places=1,
            by=None,
            state=State.ACTIVE,
        )

    return await stage.app.database.work(unit)


async def test_a_stranger_hears_that_nothing_is_stored(stage):
    stranger = await stage.someone()
    await stranger.says("/privacy")
    assert "ничего, кроме номера" in stranger.sees


async def test_one_sees_what_is_stored_and_when_one_agreed(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage)
    await parent_agrees(pupil)
    await pupil.says("/privacy")
    for part in ("Петров Илья", "12.05.2013", "ваше, до 18 лет: согласие, в боте, 11.01.2027", "родителя"):
        assert part in pupil.sees, part


async def test_withdrawal_stops_everything_at_once(stage):
    curator = await set_up_school(stage)
    mentor = await teacher_joins(stage, name="Опытная Нина")
    await teacher_joins(stage, name="Новая Вера", side="mentee")
    await curator_admits_all(curator)
    member = await paired(stage)
    await mentor.says("/privacy")
    await mentor.taps("Отозвать согласие", "Да, отозвать")
    assert "10.02.2027" in mentor.sees
    assert (await lacks(stage))["М-001"] == ["withdrawn"]
    frozen = await stage.app.database.read(lambda tx: matches.get(tx, member).state)
    assert frozen is State.FROZEN
    assert "Опытная Нина: согласие отозвано. Одна пара приостановлена." in curator.sees


async def test_the_data_are_erased_after_the_delay_and_the_proof_stays(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage, name="Нечаев Илья")
    parent = await parent_agrees(pupil, name="Нечаева Ольга")
    await parent.says("/privacy")
    await parent.taps("ученик · Илья Н.")
    assert "Что хранится о ребёнке" in parent.sees
    await parent.taps("Отозвать согласие")
    assert "Илья Н.: отозвать согласие?" in parent.sees
    await parent.taps("Да, отозвать")
    assert "Родитель отозвал согласие" in pupil.sees
    assert "Нечаев" in await dump(stage)
    await stage.waits(days=31)
    left = await dump(stage)
    for trace in ("Нечаев", "Илья", "Ольга", "2013-05-12"):
        assert trace not in left, trace
    for query in ("SELECT external_id FROM accounts", "SELECT sender FROM inbox"):
        numbers = await stage.app.database.read(lambda tx, query=query: [row[0] for row in tx.all(query)])
        assert not {pupil.user.id, parent.user.id} & {*numbers}
    kept = await stage.app.database.read(
        lambda tx: tx.value("SELECT count(*) FROM consents WHERE withdrawn_at IS NOT NULL")
    )
    assert kept == 2
    await pupil.starts()
    assert "нужна ссылка" in pupil.sees


async def test_who_changes_their_mind_in_time_is_not_erased(stage):
    await set_up_school(stage)
    teacher = await teacher_joins(stage)
    await teacher.says("/privacy")
    await teacher.taps("Отозвать согласие", "Да, отозвать", "‹ В начало", "Вернуться в программу", "Согласен(на)")
    await stage.waits(days=40)
    assert "Учителева" in await dump(stage)
    assert (await lacks(stage))["М-001"][0] == "not_admitted"


async def test_the_curator_may_erase_at_once_but_only_who_withdrew(stage):
    curator = await set_up_school(stage)
    teacher = await teacher_joins(stage)
    person = await stage.app.database.read(lambda tx: tx.value("SELECT id FROM persons WHERE kind = 'teacher'"))
    await curator.taps_data(curator.screen.id, f"era1:y:{person}")
    assert "Учителева" in await dump(stage)
    await teacher.says("/privacy")
    await teacher.taps("Отозвать согласие", "Да, отозвать")
    await curator.taps("Удалить данные сейчас", "Да, удалить")
    assert "Данные удалены" in curator.sees
    assert "Учителева" not in await dump(stage)


async def test_nobody_withdraws_for_another(stage):
    await set_up_school(stage)
    await teacher_joins(stage)
    stranger = await teacher_joins(stage, name="Чужая Инна")
    person = await stage.app.database.read(lambda tx: tx.value("SELECT min(id) FROM persons WHERE kind = 'teacher'"))
    for step in "swy":
        await stranger.taps_data(stranger.screen.id, f"prv1:{step}:{person}")
        assert "не ваше" in stranger.toast
    assert "withdrawn" not in (await lacks(stage))["М-001"]

"""Whoever came by an open link is «новый» until a curator admits them; outsiders need a clearance too."""

from __future__ import annotations

from steps_joining import (
    curator_admits_all,
    join_link,
    outsider_joins,
    parent_agrees,
    pupil_joins,
    set_up_school,
    staff_joins,
    teacher_joins,
)

from storage import standing


async def lacks(stage):
    def query(tx):
        programme = tx.value("SELECT id FROM programmes")
        return {each.person.name.given: [*map(str, each.lacks)] for each in standing.of_programme(tx, programme)}

    return await stage.app.database.read(query)


async def journal(stage) -> int:
    return await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM journal"))


async def test_newcomers_are_told_of_in_one_notice(stage):
    curator = await set_up_school(stage)
    for name in ("Первая Анна", "Вторая Вера", "Третья Зоя"):
        await teacher_joins(stage, name=name)
    await stage.waits(minutes=20)
    told = [message for message in curator.user.chat.visible if "Ждут приёма" in (message.text or "")]
    assert [message.text for message in told] == ["Ждут приёма 3 новых участника."]
    await curator.taps("Новые участники")
    assert "Новые участники: 3" in curator.sees


async def test_one_is_admitted_by_one_tap_and_hears_of_it(stage):
    curator = await set_up_school(stage)
    teacher = await teacher_joins(stage)
    assert "not_admitted" in (await lacks(stage))["Мария"]
    await curator.starts()
    await curator.taps("Все разделы", "Новые участники", "Принять")
    assert "Принято: Учителева Мария" in curator.toast
    assert "not_admitted" not in (await lacks(stage))["Мария"]
    assert "Куратор принял вас" in teacher.sees


async def test_all_means_all_the_curator_has_seen(stage):
    curator = await set_up_school(stage)
    await teacher_joins(stage, name="Первая Анна")
    await teacher_joins(stage, name="Вторая Вера")
    await curator.starts()
    await curator.taps("Все разделы", "Новые участники")
    await teacher_joins(stage, name="Поздняя Зоя")
    await curator.taps("Принять всех (2)")
    admitted = {name for name, left in (await lacks(stage)).items() if "not_admitted" not in left}
    assert admitted == {"Анна", "Вера"}
    assert "Новые участники: 1" in curator.sees


async def test_an_outsider_needs_a_clearance_with_its_date(stage):
    curator = await set_up_school(stage)
    partner = await outsider_joins(stage)
    await curator_admits_all(curator)
    assert "not_cleared" in (await lacks(stage))["Олег"]
    assert "справку" in partner.sees
    assert "У 1 взрослого не из школы" in curator.sees
    await curator.taps("Допуск")
    await curator.says("12.01.2027")
    assert "ещё не наступил" in curator.sees
    await curator.says("10.01.2027", "справка МВД")
    assert "Допуск отмечен" in curator.sees
    assert "not_cleared" not in (await lacks(stage))["Олег"]


async def test_whoever_is_turned_away_hears_it_and_leaves_nothing(stage):
    curator = await set_up_school(stage)
    stranger = await teacher_joins(stage, name="Чужая Инна")
    await curator.starts()
    await curator.taps("Все разделы", "Новые участники", "Чужая Инна", "Не принимать", "Да, не принимать")
    assert "Куратор не принял вас" in stranger.sees
    assert await lacks(stage) == {}
    await stage.waits(days=2)
    names = await stage.app.database.read(lambda tx: [row[0] for row in tx.all("SELECT family FROM persons")])
    assert "Чужая" not in names
    await stranger.starts()
    assert "нужна ссылка" in stranger.sees


async def test_nobody_but_a_curator_admits(stage):
    curator = await set_up_school(stage)
    pupil = await pupil_joins(stage)
    parent = await parent_agrees(pupil)
    teacher = await teacher_joins(stage)
    head = await staff_joins(stage, "head")
    stranger = await stage.someone()
    await stranger.starts()
    await curator.starts()
    before, lines = await lacks(stage), await journal(stage)
    for someone in (pupil, parent, teacher, head, stranger):
        for person in (2, 4):  # the pupil, the teacher
            for tap in ("adm1:y:{}", "adm1:a:{}", "adm1:T:{}", "adm1:c:{}", "adm1:k:{}", "pap1:r:{}:0", "pap1:B:{}:0"):
                await someone.taps_data(someone.screen.id, tap.format(person))
        for tap in ("inv1:m:0:", "inv1:s:0:curator", "inv1:X:1:", "lst1:c", "lst1:y", "hov1:y", "era1:y:3", "adm1:l:0"):
            await someone.taps_data(someone.screen.id, tap)
            assert "Петров" not in someone.sees
        await someone.says("/invite")
        assert "Пригласить в программу" not in someone.sees
    assert (await lacks(stage), await journal(stage)) == (before, lines)


async def test_a_list_of_many_newcomers_has_pages(stage):
    curator = await set_up_school(stage)
    token = await join_link(stage, "teacher")
    assert token
    for number in range(10):
        await teacher_joins(stage, name=f"Учитель{'абвгдежзик'[number]} Анна")
    await curator.starts()
    await curator.taps("Все разделы", "Новые участники")
    assert sum(button == "Принять" for button in curator.buttons) == 8
    await curator.taps("Позже ›")
    assert sum(button == "Принять" for button in curator.buttons) == 2

"""People come in by links and codes."""

from __future__ import annotations

from steps_joining import (
    curator_admits_all,
    join_link,
    parent_agrees,
    pupil_joins,
    set_up_school,
    staff_joins,
    staff_link,
    teacher_joins,
)

from storage import standing


async def lacks(stage, person_id=None):
    def query(tx):
        programme = tx.value("SELECT id FROM programmes")
        return {each.person.id: [str(lack) for lack in each.lacks] for each in standing.of_programme(tx, programme)}

    return await stage.app.database.read(query)


async def test_a_pupil_joins_a_parent_agrees_and_the_curator_admits(stage):
    curator = await set_up_school(stage)
    pupil = await pupil_joins(stage)
    assert "Ещё нужен ответ родителя" in pupil.sees
    parent = await parent_agrees(pupil)
    assert "согласие получено" in parent.sees, parent.sees
    assert any("Родитель согласился" in message.text for message in pupil.user.chat.visible)
    await curator_admits_all(curator)
    (left,) = (await lacks(stage)).values()
    assert left == ["no_form", "no_application", "no_entry"]
    assert any("Куратор принял вас" in message.text for message in pupil.user.chat.visible)

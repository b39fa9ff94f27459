"""Who may take a consent back and give it again: two parents, one who may not decide, a paper, a purpose of its own."""

from __future__ import annotations

from steps_joining import set_up_school
from steps_matching import Ready, active_pair, guardian_of, insert_active, members, ready

from handlers.curator.ledger import LedgerTap
from storage import guardianships, people


async def value(stage, sql, **names):
    return await stage.app.database.read(lambda tx: tx.value(sql, **names))


async def states(stage):
    return [state for state, _ in await members(stage)]


async def withdraws(parent):
    await parent.says("/privacy")
    await parent.taps("ученик · Илья П.", "Отозвать согласие", "Да, отозвать")


async def gives(stage, person, purpose, capacity="self", way="paper", scope=""):
    await stage.app.database.work(
        lambda tx: tx.insert(
            "consents", person_id=person, purpose=purpose, capacity=capacity, way=way, answer="agreed", scope=scope,
            text_version="1", text_hash="x", given_at=tx.now,
        )
    )  # fmt: skip


async def takes_back(stage, someone, words):
    await someone.says("/privacy")
    await someone.taps(words, "Да, отозвать")


async def frozen_pairs(stage, curator):
    await curator.taps_data(curator.screen.id, "wdl1:f:0")
    return curator.sees


async def test_either_parent_stops_everything_and_the_other_does_not_undo_it(stage):
    await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    mother, father = await guardian_of(stage, mentee), await guardian_of(stage, mentee)
    await withdraws(father)
    assert await states(stage) == ["frozen"]
    await mother.taps_data(mother.screen.id, f"con1:{mentee.person}:s:")
    await mother.taps("Согласен(на)")
    withdrawn = "SELECT withdrawn_at FROM persons WHERE id = :id"
    assert await value(stage, withdrawn, id=mentee.person), (
        "the father has taken it back: he gives it again, or a paper"
    )
    await father.taps_data(father.screen.id, f"con1:{mentee.person}:s:")
    await father.taps("Согласен(на)")
    assert await value(stage, withdrawn, id=mentee.person) is None


async def test_whoever_may_not_decide_takes_nothing_back_and_gets_no_data(stage):
    await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    father = await guardian_of(stage, mentee)

    def bar(tx):
        (guardian,) = people.guardians_of(tx, mentee.person)
        curator = tx.value("SELECT person_id FROM staff_roles WHERE role = 'curator'")
        guardianships.bar(tx, guardian.id, mentee.person, curator)

    await stage.app.database.work(bar)
    await father.says("/privacy")
    assert not any("Илья" in button for button in father.buttons)
    for data in (f"prv1:y:{mentee.person}", f"prv1:s:{mentee.person}", f"myd1:{mentee.person}"):
        await father.taps_data(father.screen.id, data)
        assert "не ваше" in father.toast
    assert await states(stage) == ["active"]
    assert not [each for each in father.user.chat.messages if each.document]


async def test_a_signed_paper_that_comes_after_the_withdrawal_stops_the_clock_an_older_one_does_not(stage):
    curator = await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    parent = await guardian_of(stage, mentee)
    await withdraws(parent)
    await stage.waits(days=3)
    await curator.says("/menu")
    await curator.taps_data(curator.screen.id, "wdl1:o:1")
    await curator.taps("Вернулось подписанное согласие", "10")
    await curator.says("кабинет 12")
    assert "подписана до отзыва" in curator.toast + curator.sees
    assert await value(stage, "SELECT erase_after FROM persons WHERE id = :id", id=mentee.person)
    await curator.taps_data(curator.screen.id, "wdl1:o:1")
    await curator.taps("Вернулось подписанное согласие", "Оставить")
    await curator.says("кабинет 12")
    await stage.settled()
    assert "согласие дано снова" in curator.user.chat.visible[-1].text
    await stage.waits(days=40)
    assert await value(stage, "SELECT erased_at FROM persons WHERE id = :id", id=mentee.person) is None


async def test_an_electronic_document_and_a_paper_ticked_in_the_ledger_stop_the_clock_a_tick_from_before_does_not(
    stage,
):
    curator = await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    parent = await guardian_of(stage, mentee)
    withdrawn = "SELECT withdrawn_at FROM persons WHERE id = :id"

    async def taps(step):
        await curator.says("/menu")
        await curator.taps_data(curator.screen.id, LedgerTap(step=step, purpose=0, id=mentee.person).pack())

    await taps("t")
    await withdraws(parent)
    assert await value(stage, "SELECT count(*) FROM consent_ticks") == 0, "that paper is not an answer given after"
    await taps("d")
    await curator.taps("Через Госуслуги", "Оставить")
    await curator.says("сервер школы")
    assert await value(stage, withdrawn, id=mentee.person) is None
    await withdraws(parent)
    await taps("t")
    await taps("r")
    await curator.taps("Оставить")
    await curator.says("папка 4")
    assert await value(stage, withdrawn, id=mentee.person) is None
    await stage.waits(days=40)
    assert await value(stage, "SELECT erased_at FROM persons WHERE id = :id", id=mentee.person) is None


async def test_a_worker_who_takes_the_duty_back_mentors_again_only_after_a_new_paper(stage):
    curator = await set_up_school(stage)
    mentee, mentor = await _pair_of_teachers(stage)
    await gives(stage, mentor.person, "worker_duty")
    await gives(stage, mentor.person, "photo", way="tap")
    await takes_back(stage, mentor.phone, "Отозвать: фото и видео")
    assert await states(stage) == ["active"], "another purpose stops nothing here"
    await takes_back(stage, mentor.phone, "Отозвать: работа наставником")
    assert await states(stage) == ["frozen"]
    assert "согласий пока не хватает" in await frozen_pairs(stage, curator)
    await gives(stage, mentor.person, "worker_duty")
    await frozen_pairs(stage, curator)
    await curator.taps("Возобновить")
    assert await states(stage) == ["active"]
    assert "Работа пары возобновлена" in mentee.phone.sees


async def test_what_is_passed_to_a_partner_freezes_the_partners_pair_only(stage):
    curator = await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    partner = await ready(stage, "Мастеров Олег", "mentor", kind="teacher")

    def another_form(tx):
        side = tx.insert(
            "participations", programme_id=1, person_id=mentee.person, side="mentee", form="employer_pupil",
            form_confirmed_at=tx.now, applied_at=tx.now, entered_at=tx.now, joined_at=tx.now,
        )  # fmt: skip
        tx.run("UPDATE participations SET form = 'employer_pupil' WHERE id = :id", id=partner.participation)
        insert_active(tx, Ready(mentee.person, side, mentee.name), partner)

    await stage.app.database.work(another_form)
    for capacity in ("assent", "guardian"):
        await gives(stage, mentee.person, "transfer", capacity)
    await takes_back(stage, mentee.phone, "Отозвать: передача партнёру")
    assert sorted(await states(stage)) == ["active", "frozen"]
    assert "попросите партнёра удалить" in await _first_withdrawal(stage, curator)
    assert "согласий пока не хватает" in await frozen_pairs(stage, curator)
    for capacity in ("assent", "guardian"):
        await gives(stage, mentee.person, "transfer", capacity)
    await frozen_pairs(stage, curator)
    await curator.taps("Возобновить")
    assert await states(stage) == ["active", "active"]


async def test_the_same_withdrawal_again_changes_nothing(stage):
    await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    await takes_back(stage, mentee.phone, "Отозвать согласие")
    after = "SELECT erase_after FROM persons WHERE id = :id"
    due = await value(stage, after, id=mentee.person)
    await stage.waits(days=2)
    await mentee.phone.taps_data(mentee.phone.screen.id, f"prv1:y:{mentee.person}")
    assert "Отзывать нечего" in mentee.phone.toast + mentee.phone.sees
    assert await value(stage, after, id=mentee.person) == due
    assert await value(stage, "SELECT count(*) FROM withdrawals") == 1
    assert await value(stage, "SELECT count(*) FROM notices WHERE kind = 'erase'") == 1


async def _pair_of_teachers(stage):
    pair = (
        await ready(stage, "Новичкова Вера", "mentee", kind="teacher"),
        await ready(stage, "Опытная Нина", "mentor", kind="teacher"),
    )
    await stage.app.database.work(lambda tx: insert_active(tx, *pair))
    return pair


async def _first_withdrawal(stage, curator):
    await curator.says("/menu")
    await curator.taps_data(curator.screen.id, "wdl1:o:1")
    return curator.sees

"""Two entries of one person become one; a person leaves, and the pair hears of it."""

from __future__ import annotations

import pytest
from steps_people import add, consent, known, sent
from steps_school import set_up_school

from mentoring.people import Kind, Side
from storage import accounts, drafts, matches, people
from storage.schools import programme


def part_of(tx, person):
    return tx.value("SELECT id FROM participations WHERE person_id = :id", id=person)


def pair(tx, mentor, mentee, *, state="active", place=1, form="pupil_pupil"):
    """A live pair; returns the member's id."""
    match = tx.insert(
        "matches", programme_id=programme(tx, 1).id, form=form, mentor_id=part_of(tx, mentor), confirmed_at=tx.now
    )
    for counted in ("", form):
        matches.offer_places(tx, programme(tx, 1).id, mentor, place, counted)
    return tx.insert(
        "members", match_id=match, programme_id=programme(tx, 1).id, form=form, mentor_person_id=mentor,
        mentee_id=part_of(tx, mentee), place=place, state=state, accepted=1, since=tx.now,
    )  # fmt: skip


async def merge(curator, kept, other):
    """Through the card of the first, a search, and the screen of both."""
    await curator.says("/people")
    await curator.taps(kept, "Объединить")
    await curator.says(other.removeprefix("⏳ "))
    await curator.taps(other)
    return curator


async def ask(stage, sql, **values):
    return await stage.app.database.read(lambda tx: tx.value(sql, **values))


async def test_what_stays_is_seen_before_it_is_done(stage):
    curator = await set_up_school(stage)
    await known(stage, "Петров")
    other = await known(stage, "Петроф", "Илюша", complete=False)
    await merge(curator, "Петров Илья", "⏳ Петроф")
    stays, goes = curator.sees.split("Войдёт в эту запись")
    assert "Петров Илья" in stays
    assert "согласий 3" in stays
    assert "Петроф Илюша" in goes
    await curator.taps("Оставить вторую")
    assert "Петроф Илюша" in curator.sees.split("Войдёт в эту запись")[0]
    await curator.taps("Оставить вторую", "Да, объединить")
    assert "Записи объединены" in curator.sees
    assert "Петров Илья" in curator.sees
    assert await ask(stage, "SELECT merged_into FROM persons WHERE id = :id", id=other) == 1 + 1
    await curator.says("/people")
    assert "Всего 1" in curator.sees


async def test_everything_moves_and_what_both_have_stays_the_kept_ones(stage):
    curator = await set_up_school(stage)
    phone = await stage.someone("Илья")
    await phone.starts()

    def unit(tx):
        kept = add(tx, "Петров", complete=False)
        other = add(tx, "Петроф", complete=True, phone=phone, patronymic="Ильич")
        mentor = add(tx, "Наставин", side=Side.MENTOR)
        mother = people.add(tx, 1, Kind.GUARDIAN)
        tx.run(
            "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:g, :c, :now)",
            g=mother,
            c=other,
            now=tx.now,
        )
        consent(tx, kept, "assent", answer="declined")
        sent(tx, kept, "interim_mentee", {"whose": "kept"})
        sent(tx, other, "interim_mentee", {"whose": "other"})
        sent(tx, other, "application_mentee_pupil", {"whose": "other"}, about=part_of(tx, other))
        member = pair(tx, mentor, other)
        meeting = tx.insert(
            "meetings", match_id=tx.value("SELECT match_id FROM members WHERE id = :id", id=member), number=1, kind="first",
            starts_at=tx.now, made_at=tx.now,
        )  # fmt: skip
        tx.run(
            "INSERT INTO meeting_answers (meeting_id, person_id, question, answer, at) "
            "VALUES (:m, :p, 'coming', 'yes', :now)",
            m=meeting,
            p=other,
            now=tx.now,
        )
        tx.insert("offers", member_id=member, person_id=other, side="mentee", asked_at=tx.now, answer_by=tx.now)
        tx.insert("letters", school_id=1, from_id=other, text="Здравствуйте", at=tx.now)
        tx.insert(
            "notices", school_id=1, person_id=other, lane=2, kind="nudge", about=part_of(tx, other), key="n",
            not_before=tx.now.replace(year=2028),
        )  # fmt: skip
        account = accounts.speaking(tx, phone.user.id).account_id
        for about in (part_of(tx, kept), part_of(tx, other)):
            drafts.begin(
                tx, account=account, person=other, form="entry_mentee_pupil_pupil", version="1", about=about, answers={}
            )
        sent(tx, other, "interim_mentee", {"about": "a match of the same number"}, about=part_of(tx, other))
        return kept, other, mother, member

    kept, other, mother, member = await stage.app.database.work(unit)
    await merge(curator, "⏳ Петров", "Петроф")
    await curator.taps("Да, объединить")
    assert "Записи объединены" in curator.sees

    def check(tx):
        def of(table, column="person_id"):
            return tx.value(f"SELECT count(*) FROM {table} WHERE {column} = :id", id=other)

        for table in ("account_persons", "accounts", "offers", "meeting_answers", "notices"):
            assert of(table) == 0, table
        assert of("letters", "from_id") == 0
        assert of("guardianships", "child_id") == 0
        assert people.guardians_of(tx, kept)[0].id == mother
        assert accounts.speaking(tx, phone.user.id).person.id == kept
        assert tx.value("SELECT mentee_id FROM members WHERE id = :id", id=member) == part_of(tx, kept)
        answers = {
            (row["form"], row["about"]): row["answers"]
            for row in tx.all("SELECT * FROM submissions WHERE person_id = :id", id=kept)
        }
        assert ("interim_mentee", part_of(tx, other)) in answers, "it is about a match, not about the participation"
        assert tx.value("SELECT count(*) FROM drafts") == 1
        assert answers["interim_mentee", 0] == '{"whose":"kept"}'
        assert ("application_mentee_pupil", part_of(tx, kept)) in answers
        assents = tx.all(
            "SELECT answer FROM consents WHERE person_id = :id AND capacity = 'assent' AND withdrawn_at IS NULL",
            id=kept,
        )
        assert [row[0] for row in assents] == ["declined"]
        assert tx.value("SELECT applied_at FROM participations WHERE person_id = :id", id=kept) is not None
        person = tx.one("SELECT * FROM persons WHERE id = :id", id=kept)
        assert (person["family"], person["patronymic"]) == ("Петров", "Ильич")
        assert tx.value("SELECT about FROM notices WHERE key = 'n'") == part_of(tx, kept)
        line = tx.one("SELECT details FROM journal WHERE deed = 'merged' AND subject_id = :id", id=kept)
        assert line["details"] == str(other)
        assert tx.all("PRAGMA foreign_key_check") == []

    await stage.app.database.read(check)
    await phone.says("/menu")
    assert "нужна ссылка" not in phone.sees


async def test_a_mentors_places_are_numbered_anew(stage):
    curator = await set_up_school(stage)

    def unit(tx):
        kept = add(tx, "Петров", kind=Kind.TEACHER, side=Side.MENTOR)
        other = add(tx, "Петроф", side=Side.MENTOR, school_class="10А")
        first = add(tx, "Учителев", kind=Kind.TEACHER)
        second, third = add(tx, "Младший"), add(tx, "Средний")
        pair(tx, kept, first, form="teacher_teacher")
        pair(tx, other, second)
        pair(tx, other, third, place=2)
        return kept

    kept = await stage.app.database.work(unit)
    await merge(curator, "Петров", "Петроф")
    await curator.taps("Да, объединить")
    places = await stage.app.database.read(
        lambda tx: [row[0] for row in tx.all("SELECT place FROM members WHERE mentor_person_id = :id", id=kept)]
    )
    assert sorted(places) == [1, 2, 3]


@pytest.mark.parametrize(
    ("case", "words"),
    [("both paired", "есть пара в одной форме"), ("own pair", "пара друг другу"), ("withdrawn", "отозвала согласие"),
     ("two sides", "наставник, другая — наставляемый")],
)  # fmt: skip
async def test_entries_that_cannot_be_one_are_refused_and_nothing_changes(stage, case, words):
    curator = await set_up_school(stage)

    def unit(tx):
        kept = add(tx, "Петров", side=Side.MENTOR if case == "own pair" else Side.MENTEE)
        other = add(tx, "Петроф", side=Side.MENTOR if case == "two sides" else Side.MENTEE)
        mentor, mentee = add(tx, "Наставин", side=Side.MENTOR), add(tx, "Младший")
        if case == "both paired":
            pair(tx, mentor, kept)
            pair(tx, mentor, other, place=2)
        elif case == "own pair":
            pair(tx, kept, other)
        elif case == "two sides":
            pair(tx, other, mentee)
        else:
            people.change(tx, other, withdrawn_at=tx.now)

    await stage.app.database.work(unit)
    await merge(curator, "Петров", "Петроф" if case != "withdrawn" else "⏳ Петроф")
    if "Да, объединить" in curator.buttons:
        await curator.taps("Да, объединить")
    assert words in curator.toast
    assert await ask(stage, "SELECT count(*) FROM persons WHERE removed_at IS NOT NULL") == 0
    assert await ask(stage, "SELECT count(*) FROM journal WHERE deed = 'merged'") == 0


async def test_merging_twice_by_two_taps_is_done_once(stage):
    curator = await set_up_school(stage)
    kept, other = await known(stage, "Петров"), await known(stage, "Петроф")
    await merge(curator, "Петров", "Петроф")
    screen = curator.screen.id
    await curator.taps("Да, объединить")
    await curator.taps_data(screen, f"ppm1:{kept}:{other}:1")
    assert await ask(stage, "SELECT count(*) FROM journal WHERE deed = 'merged'") == 1


async def test_who_is_removed_leaves_the_lists_and_the_pair_hears_of_it(stage):
    curator = await set_up_school(stage)
    gone, left = await stage.someone("Илья"), await stage.someone("Марина")
    await gone.starts()
    await left.starts()

    def unit(tx):
        mentee = add(tx, "Петров", phone=gone)
        mentor = add(tx, "Наставин", side=Side.MENTOR, phone=left)
        member = pair(tx, mentor, mentee)
        match = tx.value("SELECT match_id FROM members WHERE id = :id", id=member)
        tx.insert(
            "meetings", match_id=match, number=1, kind="first", starts_at=tx.now.replace(year=2028), made_at=tx.now
        )
        return member

    member = await stage.app.database.work(unit)
    await curator.says("/people")
    await curator.taps("Петров", "Удалить")
    assert "Его пары завершатся" in curator.sees
    await curator.taps("Не удалять", "Удалить", "Да, удалить")
    assert "Удалено: Петров Илья" in curator.sees
    await curator.says("/people")
    assert "Всего 1" in curator.sees
    assert "Ваша пара завершена" in left.sees
    row = await stage.app.database.read(lambda tx: dict(tx.one("SELECT * FROM members WHERE id = :id", id=member)))
    assert (row["state"], row["live"], row["ground"]) == ("ended", 0, "removed")
    assert await ask(stage, "SELECT state FROM meetings") == "cancelled"
    await gone.says("/menu")
    assert "нужна ссылка" in gone.sees


async def test_nobody_removes_themselves_or_a_curator(stage):
    curator = await set_up_school(stage)
    await curator.taps_data(curator.screen.id, "ppr1:1:1")
    assert "Себя удалить нельзя" in curator.toast
    other = await known(stage, "Второв", kind=Kind.STAFF, side=None)
    await stage.app.database.work(lambda tx: people.give_role(tx, other, "curator"))
    await curator.taps_data(curator.screen.id, f"ppr1:{other}:1")
    assert "передаст свою роль" in curator.toast
    assert await ask(stage, "SELECT count(*) FROM persons WHERE removed_at IS NOT NULL") == 0

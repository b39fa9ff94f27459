"""Handing out: everything stored about a person is in the file that is read back; nothing of others is."""

from __future__ import annotations

import json
from io import BytesIO

from pypdf import PdfReader
from steps_joining import set_up_school
from steps_matching import active_pair, guardian_of

from storage.erasing import TRACES

# Tables whose rows say nothing beside what other lines of the file say, or are no data about the person.
ELSEWHERE = {
    "persons": "the part about the person",
    "accounts": "the numbers of accounts, and their language",
    "account_persons": "the numbers of accounts",
    "guardianships": "relatives",
    "participations": "sides",
    "members": "pairs",
    "matches": "pairs",
    "capacities": "how many they take: among their answers",
    "journal": "who opened the card; what was done, as the other lines say",
    "acts": "made when nothing is left to hand out",
    "broadcasts": "made by staff; what was sent is among notices",
    "form_versions": "made by staff",
    "orders": "made by staff",
    "gatherings": "made by staff; one's own part in them is among the facts",
    "order_endings": "pairs, by their state",
    "scans": "papers of the school, as the orders are",
    "runs": "made by staff",
    "run_changes": "made by staff: what came of it is among wishes and pairs; the reason is a word about two people",
    "match_rules": "made by staff",
    "roadmap_items": "the school's plan",
    "indicators": "entered by staff, about the school",
    "safety_adults": "named by the school; that somebody was is no datum of a pupil",
    **dict.fromkeys(
        ("concerns", "concern_steps", "concern_calls"),
        "told in person by the adult who answers for it: a file in a chat would show it to whoever looks over a shoulder",
    ),
}


async def handed(stage, phone, words="Получить все данные файлом"):
    await phone.says("/privacy")
    await phone.taps(*([words] if isinstance(words, str) else words))
    file = [each.document for each in phone.user.chat.messages if each.document][-1]
    return "".join(page.extract_text() for page in PdfReader(BytesIO(file.content)).pages)


def furnished(tx, mentee):
    """A row with a mark in every table that holds something of a person; {table: what the file must say}."""
    me, now = mentee.person, tx.now
    curator = tx.value("SELECT person_id FROM staff_roles WHERE role = 'curator'")
    mentor = tx.value("SELECT mentor_person_id FROM members LIMIT 1")
    match = tx.value("SELECT match_id FROM members LIMIT 1")
    member = tx.value("SELECT id FROM members LIMIT 1")
    account = tx.value("SELECT account_id FROM account_persons WHERE person_id = :id", id=me)
    said = json.dumps({"words": "MARKNOTE"})
    tx.run(
        "UPDATE persons SET contact = 'MARKCONTACT', clearance_note = 'MARKCLEARED', cleared_on = '2026-12-01', "
        "gender = 'man' WHERE id = :id", id=me,
    )  # fmt: skip
    tx.insert("notes", programme_id=1, person_id=me, party="psychologist", author_id=curator, form="note_psychologist",
              version="1", answers=said, written_at=now)  # fmt: skip
    tx.run("DELETE FROM drafts")
    tx.insert("drafts", account_id=account, person_id=me, form="letter", version="1",
              answers=json.dumps({"text": "MARKDRAFT"}), began_at=now, touched_at=now)  # fmt: skip
    tx.insert("letters", school_id=1, from_id=me, text="MARKLETTER", at=now)
    tx.insert("meetings", match_id=match, number=1, kind="first", starts_at=now, place="MARKPLACE", note="MARKMEETING",
              made_by=mentor, made_at=now)  # fmt: skip
    meeting = tx.value("SELECT max(id) FROM meetings")
    tx.run("INSERT INTO meeting_answers (meeting_id, person_id, question, answer, at) VALUES (:m, :p, 'coming', 'no', :now)",
           m=meeting, p=me, now=now)  # fmt: skip
    tx.run("UPDATE meetings SET topic = 'MARKTOPIC', trouble = 'MARKTROUBLE' WHERE id = :id", id=meeting)
    tx.run("INSERT INTO attendance (meeting_id, person_id) VALUES (:m, :p)", m=meeting, p=me)
    tx.insert("voices", meeting_id=meeting, person_id=me, file_key="VOICE", seconds=17, at=now)
    tx.run(
        "INSERT INTO meeting_scores (meeting_id, person_id, score, at) VALUES (:m, :p, 4, :now)",
        m=meeting,
        p=me,
        now=now,
    )
    tx.insert("meeting_moves", meeting_id=meeting, was_at=now, by_id=me, reason="ill", at=now)
    tx.insert("meeting_proposals", match_id=match, person_id=me, starts_at=now, made_at=now)
    tx.insert("rhythms", match_id=match, weeks=1, first_at=now, until_on="2027-05-31", made_by=me, made_at=now)
    tx.insert("offers", member_id=member, person_id=me, side="mentee", asked_at=now, answer_by=now, reason="MARKREASON")
    tx.run("INSERT INTO objections (member_id, guardian_id, child_id, reason, made_at) "
           "VALUES (:m, :id, :child, 'MARKOBJECTION', :now)", m=member, id=me, child=mentor, now=now)  # fmt: skip
    tx.run("INSERT INTO pacts (member_id, side, edition, pace, way, accepted_at) "
           "VALUES (:m, 'mentee', 'pupil-1', 'weekly', 'tap', :now)", m=member, now=now)  # fmt: skip
    gathering = tx.insert("gatherings", programme_id=1, form="pupil_pupil", starts_at=now, made_by=curator, made_at=now)
    tx.run("INSERT INTO guests (gathering_id, participation_id, reply, came, since) "
           "VALUES (:g, :p, 'yes', 'no', :now)", g=gathering, p=mentee.participation, now=now)  # fmt: skip
    tx.insert("wishes", programme_id=1, kind="ban", mentor_id=mentor, mentee_id=me, made_at=now, reason="MARKWISH")
    tx.run("UPDATE matches SET agreement_number = 'MARKAGREED', confirmed_at = :now WHERE id = :id", now=now, id=match)
    for table, value in (("measures", "value"), ("levels", "level")):
        tx.run(
            f"INSERT INTO {table} (participation_id, phase, parameter, {value}, entered_at) VALUES (:p, 'entry', "
            "'involvement', 2, :now)", p=mentee.participation, now=now,
        )  # fmt: skip
    tx.insert("links", token="SECRETTOKEN", purpose="personal", school_id=1, person_id=me, made_at=now)
    tx.run("INSERT INTO staff_roles (person_id, role, class_letter, since) VALUES (:id, 'methodist', '', :now)",
           id=me, now=now)  # fmt: skip
    tx.run("INSERT INTO paper_helpers (person_id, named_at) VALUES (:id, :now)", id=me, now=now)
    tx.run("INSERT INTO asks (programme_id, person_id, party, asked_at) VALUES (1, :id, 'psychologist', :now)",
           id=me, now=now)  # fmt: skip
    tx.run("INSERT INTO consent_ticks (account_id, person_id, purpose) VALUES (:a, :id, 'photo')", a=account, id=me)
    tx.insert("withdrawals", school_id=1, person_id=me, purpose="transfer", at=now)
    case = tx.insert("cases", programme_id=1, participation_id=mentee.participation, opened_at=now)
    tx.insert("case_steps", case_id=case, kind="family", words="MARKCASE", at=now)
    tx.insert("place_asks", case_id=case, mentor_id=mentee.participation, asked_at=now)
    tx.insert("partings", member_id=member, asked_by=me, side="mentee", kind="change", reason="uneasy", words="MARKPARTING",
              asked_at=now, answer_by="2027-01-20")  # fmt: skip
    plan = tx.insert(
        "plans", member_id=member, kind="plan", sample="subject", goal="MARKGOAL", made_by=mentor, made_at=now
    )
    tx.insert("plan_items", plan_id=plan, section=1, number=1, task="MARKTASK", due_on="2027-01-20", word="MARKWORD",
              mark="done")  # fmt: skip
    tx.insert("plan_changes", plan_id=plan, what="goal", was="MARKWAS", became="MARKBECAME", by_id=mentor, at=now)
    tx.run("INSERT INTO switched_off (person_id, switch, since) VALUES (:id, 'news', :now)", id=me, now=now)
    tx.run("INSERT INTO digest_hours (person_id, hour) VALUES (:id, '09:30')", id=me)
    tx.insert("calls", school_id=1, person_id=me, since=now)
    tx.insert("ratings", member_id=member, side="mentee", period="2027-01", mark=7, words="MARKRATING", asked_at=now,
              marked_at=now)  # fmt: skip
    tx.insert("ratings", member_id=member, side="mentor", period="2027-01", mark=3, words="MARKTHEIRS", asked_at=now,
              marked_at=now)  # fmt: skip
    tx.insert("signals", match_id=match, person_id=me, about_id=mentor, kind="no_answer", at=now)
    tx.insert("pair_steps", match_id=match, kind="nudged", to_id=me, words="MARKNUDGE", by_id=curator, at=now,
              rests_until=now)  # fmt: skip
    tx.insert("pauses", programme_id=1, mentor_id=me, reason="study", until_on="2027-01-20", set_by=me, set_at=now)
    broadcast = tx.insert("broadcasts", school_id=1, text="MARKBROADCAST", audience="{}", made_by=curator, made_at=now)
    tx.insert("notices", school_id=1, person_id=me, lane=3, kind="broadcast", about=broadcast, key="mark", not_before=now,
              done_at=now, outcome="sent")  # fmt: skip
    return {
        "persons": ("MARKCONTACT", "MARKCLEARED", "мужской"),
        "notes": ("MARKNOTE", "Психолог"),
        "submissions": ("Помочь с физикой",),
        "drafts": ("MARKDRAFT", "не отправлено"),
        "letters": ("MARKLETTER",),
        "ratings": ("оценка совместной работы: 7 из 10", "MARKRATING"),
        "signals": ("сказал(а) куратору, что нет ответа",),
        "pair_steps": ("MARKNUDGE",),
        "meetings": ("MARKPLACE", "MARKMEETING", "MARKTOPIC"),
        "attendance": ("встреча группы: наставник отметил «был(а)»",),
        "voices": ("голосовая заметка о встрече, 17 с",),
        "meeting_scores": ("оценка встречи: 4 из 5",),
        "meeting_answers": ("не смогу",),
        "meeting_moves": ("отменил(а) встречу",),
        "meeting_proposals": ("предложил(а) время встречи",),
        "rhythms": ("назначил(а) встречи каждую неделю",),
        "offers": ("MARKREASON",),
        "objections": ("возражение против пары", "MARKOBJECTION"),
        "guests": ("групповая встреча: ответ «приду», отмечено «не был(а)»",),
        "pacts": ("правила пары приняты, встречи: раз в неделю",),
        "plans": ("план развития", "MARKGOAL"),
        "plan_items": ("задание плана, выполнено", "MARKTASK", "MARKWORD"),
        "plan_changes": ("изменение в плане", "MARKWAS", "MARKBECAME"),
        "wishes": ("с кем в паре не быть",),
        "matches": ("MARKAGREED",),
        "measures": ("вовлечён",),
        "levels": ("уровень в начале: средний",),
        "links": ("личное приглашение",),
        "staff_roles": ("методист",),
        "paper_helpers": ("помогает вносить",),
        "asks": ("попросил рассказать: психолога",),
        "consents": ("Участие в программе: согласие",),
        "consent_ticks": ("вернулась бумага",),
        "withdrawals": ("отозвано согласие",),
        "cases": ("поиск наставника: идёт",),
        "case_steps": ("поговорили с семьёй", "MARKCASE"),
        "place_asks": ("возьмёте ли ещё одного наставляемого: ответа ещё нет",),
        "partings": ("просьба к куратору", "MARKPARTING"),
        "pauses": ("пауза наставника",),
        "switched_off": ("выключены уведомления: новости программы",),
        "digest_hours": ("время сводки куратора", "09:30"),
        "calls": ("бот не мог с вами связаться: куратору нужно позвонить",),
        "notices": ("MARKBROADCAST", "сообщение школы"),
    }


async def test_nothing_that_is_stored_about_a_person_is_missing_in_the_file(stage):
    await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    marks = await stage.app.database.work(lambda tx: furnished(tx, mentee))
    text = await handed(stage, mentee.phone)
    flat = " ".join(text.split()).lower()
    for table, words in marks.items():
        for each in words:
            assert each.lower() in flat, (table, each)
    assert {trace.table for trace in TRACES} <= {*marks, *ELSEWHERE}, (
        "what is erased with a person is handed out to them too"
    )
    assert "MARKTROUBLE" not in text, "what a mentor found hard was told to the curators alone"
    assert "MARKTHEIRS" not in text, "how the other side rates the work was told to the curators alone"
    assert "MARKWISH" not in text, "why a curator keeps two people apart is a word about both of them"
    assert "SECRETTOKEN" not in text, "a token lets somebody in: that it was made is enough"
    assert "Кураторова" not in text, "whoever told something is named by post"


async def test_every_table_that_knows_people_is_handed_out_or_says_why_not(stage):
    await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    marks = await stage.app.database.work(lambda tx: furnished(tx, mentee))

    def tables(tx):
        names = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
        refers = {}
        for name in names:
            refers[name] = {row["table"] for row in tx.all(f"PRAGMA foreign_key_list({name})")}
        return {name for name, others in refers.items() if others & {"persons", "participations", "members"}}

    knows = await stage.app.database.read(tables)
    assert knows - {*marks} - {*ELSEWHERE} - {"order_lines"} == set()


async def test_a_guardian_gets_the_childs_data_and_nobody_elses(stage):
    await set_up_school(stage)
    mentee, _ = await active_pair(stage)
    parent = await guardian_of(stage, mentee)
    await stage.app.database.work(lambda tx: furnished(tx, mentee))
    text = await handed(stage, parent, ("ученик · Илья П.", "Получить все данные файлом"))
    assert "MARKNOTE" in text, "what was told about a child is for the child and the parents (ст. 14 152-ФЗ)"
    assert "Котова" not in text, "the other side stands as it is shown to them"
    assert "MARKRATING" not in text, "how a child rates the work was told to the curator alone"
    assert "MARKPARTING" not in text, "what was quietly asked for was told to the curator alone"
    assert "MARKREASON" not in text, "why a child would not have a pair was told to the curator alone"

"""Two schools in one database: the second one's curator, with every id of the first in hand, sees and changes nothing."""

from __future__ import annotations

import dataclasses
import inspect
import itertools
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from typing import Any, get_type_hints

import pytest

from bot.app import App, build
from bot.clock import MovableClock
from bot.parts import Parts
from bot.rehearsal_school import furnish
from bot.settings import BotSettings
from mentoring.baseline import Phase, subject
from mentoring.consents import Purpose
from mentoring.exported import Exported
from mentoring.feedback_rounds import subject as round_subject
from mentoring.pacts import Pace
from mentoring.people import Kind, MentoringForm, Name, Person, Role, SchoolClass, Side, Speaker
from mentoring.poll import PollAnswer, Wish
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.questionnaire_catalogue import catalogue, default_areas
from mentoring.refusal import Refusal
from mentoring.school_days import Break
from mentoring.settings import Settings
from mentoring.xlsform_tables import Tables
from services.exporting import Write
from services.filling import Sent
from services.matching_questions import Step
from storage import accounts, areas, participations, people, place_asks, scans, schools

NOW = datetime(2027, 2, 5, 12, 10, tzinfo=UTC)
MOST = 40  # ids of one kind that are tried

# Which table a number given to a service is an id of; empty: it is no id but a place, a count, a page.
TABLE = {
    "about": "",
    "act_id": "acts",
    "adult_id": "persons",
    "account_id": "",  # of whoever speaks
    "concern_id": "concerns",
    "message_id": "",
    "minutes": "",
    "ask_id": "place_asks",
    "case_id": "cases",
    "days": "",
    "before": "",
    "gathering_id": "gatherings",
    "earlier_id": "gatherings",
    "guardian_id": "persons",
    "level": "",
    "number": "",
    "version_id": "form_versions",
    "withdrawal_id": "withdrawals",
    "after": "",
    "was": "",
    "area_id": "areas",
    "at": "",
    "broadcast_id": "broadcasts",
    "call_id": "calls",
    "child_id": "persons",
    "digest_id": "notices",
    "holiday_id": "holidays",
    "draft_id": "drafts",
    "key": "persons",
    "kept": "persons",
    "link_id": "links",
    "match_id": "matches",
    "meeting_id": "meetings",
    "proposal_id": "meeting_proposals",
    "as_id": "meetings",
    "weeks": "",
    "turned": "",
    "points": "",
    "seconds": "",
    "rating_id": "ratings",
    "mark": "",
    "page": "",
    "lasting": "",
    "member_id": "members",
    "mentee_id": "participations",
    "mentor_id": "participations",
    "most": "",
    "notice_id": "notices",
    "offer_id": "offers",
    "option": "",
    "order_id": "orders",
    "other": "persons",
    "participation": "participations",
    "participation_id": "participations",
    "parting_id": "partings",
    "plan_id": "plans",
    "item_id": "plan_items",
    "pause_id": "pauses",
    "ago": "",
    "upto": "",
    "asked": "",
    "person": "persons",
    "person_id": "persons",
    "point_id": "roadmap_items",
    "question": "",
    "places": "",
    "revision": "",
    "smallest": "",
    "wish_id": "wishes",
    "run_id": "runs",
    "scan_id": "scans",
    "someone": "persons",
    "stage": "",
    "thread_id": "letters",
    "until": "persons",
}
# Of the tables of stage 5 each has something to be found over the wall.
OF_PAIRING = (
    "cases",
    "concerns",
    "gatherings",
    "partings",
    "pauses",
    "place_asks",
    "plan_items",
    "plans",
    "ratings",
    "runs",
    "scans",
    "wishes",
)
# What a form is about, by the form, or by how its name begins.
ABOUT = {
    "act_signed": "acts",
    **dict.fromkeys(("application_", "baseline_", "entry_", "final_", "preferences_"), "participations"),
    "area": "areas",
    "case_words": "cases",
    "concern_note": "concerns",
    "clearance": "persons",
    "consent_document": "persons",
    "curator_own": "programmes",
    "decline_reason": "offers",
    "gathering_": "gatherings",
    "interim_": "matches",
    "letter_answer": "letters",
    "match_search": "runs",
    "meeting_unplanned": "matches",
    "meeting_": "meetings",
    "mentor_report": "matches",
    "name": "persons",
    "note_": "persons",
    "objection": "members",
    "order_sign": "orders",
    "order_scan": "orders",
    "pair_nudge": "matches",
    "parting": "members",
    "rating_words": "ratings",
    **dict.fromkeys(("plan_goal", "plan_task", "plan_path_task", "plan_signed"), "plans"),
    **dict.fromkeys(("plan_text", "plan_expected", "plan_due", "plan_word"), "plan_items"),
    "paper_return": "persons",
    "paper_return_class": "persons",
    "paper_return_own": "persons",
    "roadmap_dates": "roadmap_items",
    "roadmap_note": "roadmap_items",
    "sheet_": "programmes",
    "wish_reason": "wishes",
    "worker_consent": "members",
}
# About nothing that could be another school's: the speaker's own school, or the link that whoever fills it came by.
ABOUT_NOTHING = {
    *("setup", "consent_details", "link_class", "class_list", "pairs_list", "questionnaire_file", "programme_title"),
    *(
        "safety_contacts",
        "parents_contact",
        "person",
        "existing_pair",
        "broadcast",
        "search",
        "pairs_search",
        "letter",
        "paper_back",
    ),
    *("about_person", "about_pupil", "about_pupil_coded", "about_teacher", "about_outsider"),  # the speaker
    *("join", "join_pupil", "join_side", "join_birth", "join_coded", "join_pupil_coded", "join_birth_coded"),
}


def _written(exported: Exported, language: str) -> bytes:
    """A paper that says all it is given."""
    return f"{language} {exported}".encode()


GIVEN: dict[Any, list[Any]] = {
    bool: [True],
    str: ["pupil_pupil", "1"],
    bytes: [b"%PDF-1.7 signed"],
    Tables: [Tables(())],
    PollAnswer: [PollAnswer(Kind.PUPIL, 7, Wish.NOTHING, "")],
    Side: [Side.MENTOR],
    Pace: [Pace.WEEKLY],
    MentoringForm: [MentoringForm.PUPIL_PUPIL],
    Write: [_written],
    date: [date(2027, 2, 9)],
    Break: [Break.SPRING],
    datetime: [datetime(2027, 2, 9, 15, 0)],  # noqa: DTZ001 - a time of the school's wall clock
}
# Not asked by people: the bot's own doings, and doors for whoever holds a token of any school.
NOT_TRIED = {"notices", "night", "workshop", "after", "panels"}
TOKENS = "Link"
DOORS = {"polls.answer"}  # a link the school shows to everyone; nothing comes back but its invitation for everyone
# Pages, found by whoever is at their edge: with nobody of another school on them.
PAGES = {"baseline.missing", "notes.leaf", "levels.page"}
# Says yes, and rightly: nothing of the first school is in it.
HARMLESS = {
    "school_calendar.remove": "one's own calendar as it is: taking out what is not there changes nothing",
    "people.page": "a page with nobody on it: whoever was would be seen",
    "filling.begin": "opens an empty form; whoever receives it looks at what it is about (tried below)",
}
WORDS = {"filling.begin": ["name", "order_sign", "clearance"]}  # where a text has to be one of a few


@dataclasses.dataclass
class Wall:
    """Both schools, and who looks over the wall."""

    app: App
    first: int
    outsider: Speaker
    ids: Mapping[str, list[int]]
    families: frozenset[str]


@pytest.fixture
async def wall(tmp_path):
    settings = BotSettings(_env_file=None, bot_token="42:TEST", data_dir=tmp_path)
    async with build(settings, MovableClock(NOW)) as app:
        await furnish(app)
        await app.database.work(_more_of_the_first)
        first = await app.database.read(lambda tx: tx.value("SELECT min(id) FROM schools"))
        with closing(sqlite3.connect(settings.database_path)) as connection:
            ids = {
                table: [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY id LIMIT {MOST}")]
                for table in set(TABLE.values()) | set(ABOUT.values())
                if table
            }
            families = frozenset(row[0] for row in connection.execute("SELECT family FROM persons") if len(row[0]) > 3)
        outsider = await app.database.work(lambda tx: _second_school(tx, app.parts))
        yield Wall(app, first, outsider, ids, families)


def _more_of_the_first(tx) -> None:
    """What the rehearsed school has not come to yet: a mentor asked for a place, a scan of an order."""
    case, curator = tx.value("SELECT min(id) FROM cases"), tx.value("SELECT min(person_id) FROM staff_roles")
    mentor = tx.value("SELECT max(mentor_id) FROM matches")
    place_asks.ask(tx, case, mentor, curator)
    plan = tx.insert("plans", member_id=tx.value("SELECT min(id) FROM members WHERE state = 'active'"), kind="plan",
                     sample="subject", goal="g", made_at=tx.now)  # fmt: skip
    tx.insert("plan_items", plan_id=plan, section=1, number=1, task="t", due_on=tx.now.date())
    member = tx.value("SELECT min(id) FROM members WHERE state = 'active'")
    tx.insert("ratings", member_id=member, side="mentee", period="2027-02", asked_at=tx.now)
    pupil = tx.value(
        "SELECT p.person_id FROM members m JOIN participations p ON p.id = m.mentee_id WHERE m.id = :id", id=member
    )
    concern = tx.insert("concerns", school_id=1, person_id=pupil, at=tx.now, again_at=tx.now)
    tx.run("INSERT INTO concern_calls (concern_id, adult_id, place, times) VALUES (:c, :a, 0, 1)", c=concern, a=curator)
    scans.add(tx, tx.value("SELECT min(id) FROM orders"), "pdf", b"%PDF-1.7 signed", "key", curator)


def _second_school(tx, parts: Parts) -> Speaker:
    school = schools.add(tx, Settings())
    areas.stock(tx, school, default_areas())
    curator = people.add(tx, school, Kind.STAFF, name=Name("Соседова", "Нина", "Львовна"))
    people.change(tx, curator, admitted_at=tx.now, admitted_by=curator)
    for role in Role:
        people.give_role(tx, curator, role)
    account = accounts.meet(tx, 9001, "ru").account_id
    accounts.speak_for(tx, account, curator)
    answers = {
        "school_name": "Соседняя школа",
        "school_short": "Соседняя",
        "town": "г. Энск",
        "director_name": "Соседов Лев Ильич",
        "director_post": "Директор",
        "time_zone": "Europe_Moscow",
        "programme_start": "2027-01-11",
        "programme_end": "2027-06-30",
        "forms": ("pupil_pupil",),
        "guardian_rule": "tap_only",
    }
    parts.schools.receive_setup(tx, accounts.as_account(tx, account), Sent("setup", "1", 0, answers))
    for side in Side:
        own = people.add(tx, school, Kind.PUPIL, name=Name("Местный", side.value), school_class=SchoolClass(7, "Б"))
        participations.take_side(tx, school, own, Kind.PUPIL, side)
    return accounts.as_account(tx, account)


def methods(parts: Parts) -> Iterator[tuple[str, Any, dict[str, inspect.Parameter]]]:
    """Every public method that somebody speaking may cause: (name, bound method, what it takes beside the speaker)."""
    for field in dataclasses.fields(parts):
        if field.name in NOT_TRIED:
            continue
        service = getattr(parts, field.name)
        for name, method in inspect.getmembers(service, inspect.iscoroutinefunction):
            taken = dict(inspect.signature(method).parameters)
            if name.startswith("_") or taken.pop("speaker", None) is None:
                continue
            door = any(TOKENS in str(each.annotation) for each in taken.values()) or f"{field.name}.{name}" in DOORS
            if not door:
                yield f"{field.name}.{name}", method, taken


def ids_among(taken: dict[str, inspect.Parameter]) -> list[str]:
    return [name for name, each in taken.items() if "int" in str(each.annotation) and TABLE[name]]


def tries(wall: Wall, name: str, method: Any, taken: dict[str, inspect.Parameter]) -> Iterator[dict[str, Any]]:
    """Arguments to try: every id of the first school where an id is wanted, something ordinary elsewhere."""
    hints = get_type_hints(method)
    ordinary: dict[str, list[Any]] = {}
    for word, each in taken.items():
        if word in ids_among(taken):
            continue
        if "int" in str(each.annotation):
            ordinary[word] = [0]
        elif each.default is inspect.Parameter.empty:
            ordinary[word] = WORDS.get(name) or _given(hints[word])
    named = ids_among(taken)
    lists = [wall.ids[TABLE[name]] for name in named]
    several = zip(*(itertools.cycle(each) for each in lists), strict=False) if lists else [()]
    for numbers in itertools.islice(several, max((len(each) for each in lists), default=1)):
        for values in itertools.product(*ordinary.values()):
            yield dict(zip(named, numbers, strict=True)) | dict(zip(ordinary, values, strict=True))


def _given(hint: Any) -> list[Any]:
    if hint in GIVEN:
        return GIVEN[hint]
    if isinstance(hint, type) and hasattr(hint, "__members__"):
        return list(hint)[:2]
    if dataclasses.is_dataclass(hint):
        return [hint()]
    return [()]  # something to go through


def seen(value: Any, wall: Wall) -> str | None:
    """What of the first school is in an answer, if anything is."""
    if isinstance(value, Person):
        return f"person {value.id}" if value.school_id == wall.first else None
    if isinstance(value, str):
        return next((f"the name {each}" for each in wall.families if each in value), None)
    if isinstance(value, bytes):
        return next((f"the name {each}" for each in wall.families if each.encode() in value), None)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if getattr(value, "school_id", None) == wall.first:
            return f"a {type(value).__name__}"
        return next(filter(None, (seen(getattr(value, each.name), wall) for each in dataclasses.fields(value))), None)
    if isinstance(value, Mapping):
        return next(filter(None, (seen(each, wall) for each in (*value.keys(), *value.values()))), None)
    if isinstance(value, list | tuple | set | frozenset):
        return next(filter(None, (seen(each, wall) for each in value)), None)
    return None


def _lists(value: Any) -> Iterator[Any]:
    """Whatever stands in the lists of an answer."""
    if isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from _lists(getattr(value, each.name))


def of_the_first(wall: Wall) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that was there before the second school, and every row since that leads to the first."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    with closing(sqlite3.connect(wall.app.database.path)) as connection:
        connection.row_factory = sqlite3.Row
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            kept = []
            for row in connection.execute(f"SELECT * FROM {table}"):
                at = dict(row)
                if at.get("school_id", wall.first) != wall.first or at.get("programme_id", 1) != 1:
                    continue
                if table in ("accounts", "drafts", "account_persons") and at.get("external_id", 9001) == 9001:
                    continue
                kept.append(tuple(row))
            rows[table] = kept
    rows.pop("schools")
    return rows


def test_every_number_a_service_takes_is_said_to_be_an_id_or_none():
    unknown = []
    for name, service in get_type_hints(Parts).items():
        if name in NOT_TRIED or not inspect.isclass(service):
            continue
        for method_name, method in inspect.getmembers(service, inspect.iscoroutinefunction):
            unknown += [
                f"{name}.{method_name}: {each}"
                for each, parameter in inspect.signature(method).parameters.items()
                if "int" in str(parameter.annotation).split("[")[0].split(" | ") and each not in TABLE
            ]
    assert not unknown, "say in TABLE which table it is an id of"


async def test_what_is_looked_for_would_be_found(wall):
    """The first school's own curator does see it: nothing below passes because there is nothing to see."""
    own = await wall.app.database.read(lambda tx: accounts.speaking(tx, 501))
    parts = wall.app.parts
    assert Role.CURATOR in own.roles
    for answer in (await parts.people.card(own, wall.ids["persons"][5]), await parts.today.seen(own)):
        assert answer
    assert seen(await parts.people.card(own, wall.ids["persons"][5]), wall)
    assert seen(await parts.letters.inbox(own), wall)
    assert not [
        table
        for table in ("persons", "matches", "members", "offers", "meetings", "letters", "orders", *OF_PAIRING)
        if not wall.ids[table]
    ]


async def test_no_service_shows_or_changes_what_is_of_another_school(wall):
    before = of_the_first(wall)
    faults = []
    for name, method, taken in methods(wall.app.parts):
        for arguments in tries(wall, name, method, taken):
            outsider = await wall.app.database.read(lambda tx: accounts.as_account(tx, wall.outsider.account_id))
            if Role.CURATOR not in outsider.roles:
                pytest.fail(f"{name} took the curator's role away")
            try:
                answer = await method(outsider, **arguments)
            except Refusal:
                continue
            except Exception as failure:
                faults.append(f"{name}({arguments}) breaks: {failure!r}")
                break
            if found := seen(answer, wall):
                faults.append(f"{name}({arguments}) shows {found}")
                break
            empty = name in PAGES and not list(_lists(answer))
            if ids_among(taken) and answer and not empty and name not in HARMLESS:
                faults.append(f"{name}({arguments}) answers {str(answer)[:200]}")
                break
        after = of_the_first(wall)
        if changed := [table for table in before if before[table] != after[table]]:
            faults.append(f"{name} changes {changed}")
            before = after
    assert not faults, "\n" + "\n".join(faults)


async def test_no_form_about_another_schools_things_is_received_or_proposed(wall):
    before = of_the_first(wall)
    filling, faults = wall.app.parts.filling, []
    forms = catalogue()
    for key, receive in filling._receivers.items():
        propose = filling._desk._proposers.get(key)
        for about in _subjects(wall, key):
            sent = Sent(key, forms[key].version, about, _answers(forms[key]))

            def unit(tx, receive=receive, propose=propose, sent=sent):
                speaker = accounts.as_account(tx, wall.outsider.account_id)
                return receive(tx, speaker, sent)

            def asked(tx, propose=propose, about=about):
                return propose(tx, accounts.as_account(tx, wall.outsider.account_id), about) if propose else None

            for what, each in (("receives", unit), ("proposes", asked)):
                try:
                    answer = await wall.app.database.work(each)
                except Refusal:
                    continue
                except Exception as failure:
                    faults.append(f"{key} about {about} {what}: {failure!r}")
                    continue
                if answer is not None and (what == "receives" or answer):
                    faults.append(f"{key} about {about} {what} {str(answer)[:200]}")
        after = of_the_first(wall)
        if changed := [name for name in before if before[name] != after[name]]:
            faults.append(f"{key} changes {changed}")
            before = after
    assert not faults, "\n" + "\n".join(faults)


def _subjects(wall: Wall, key: str) -> list[int]:
    """All that a form may be about in the first school, as the number it travels in."""
    if key in ABOUT_NOTHING:
        return []
    ids = wall.ids[_about(key)]
    if key == "consent_document":
        return [each * len(Purpose) + place for each in ids for place in range(len(Purpose))]
    if key == "match_search":
        return [step.about(each, each) for each in ids for step in Step]
    if key.startswith("interim_"):
        return [round_subject(each, number) for each in ids for number in (1, 2)]
    if key.startswith(("baseline_", "sheet_")):
        return [subject(each, phase) for each in ids for phase in Phase]
    return ids


def _about(key: str) -> str:
    return ABOUT.get(key) or next(
        table for begin, table in ABOUT.items() if begin.endswith("_") and key.startswith(begin)
    )


def _answers(form: Any) -> dict[str, Any]:
    """Something to every question."""
    answers: dict[str, Any] = {}
    for question in form.questions:
        match question.kind:
            case QuestionKind.SELECT_ONE:
                answers[question.name] = question.options[0].name if question.options else "7"
            case QuestionKind.SELECT_MULTIPLE:
                answers[question.name] = (question.options[0].name,) if question.options else ("physics",)
            case QuestionKind.DATE:
                answers[question.name] = "2027-02-01"
            case QuestionKind.TIME:
                answers[question.name] = "15:00"
            case QuestionKind.INTEGER | QuestionKind.DECIMAL | QuestionKind.RANGE:
                answers[question.name] = 7
            case QuestionKind.TEXT:
                answers[question.name] = "Слова"
    return answers

"""How people of the rehearsed school came in, each as far as their step: consents, admission, application, entry."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from bot.rehearsal_answers import plausible
from bot.rehearsal_story import Story
from locales.consents import editions
from mentoring.consents import Capacity, Way
from mentoring.people import Kind, Name, SchoolClass, Side, is_minor
from mentoring.questionnaire import Given
from mentoring.questionnaire_catalogue import catalogue
from mentoring.role_models import propose_model
from storage import accounts, answering, applications, areas, consents, drafts, journal, links, participations, people
from storage.database import Transaction
from storage.links import Purpose
from storage.standing import of_participation

Row = dict[str, str]

_STEPS = ("guardian", "paper", "new", "begun", "applied", "ready")  # each has done all that those before it lack
_BEGUN = 5  # answers of a questionnaire somebody is in the middle of


def come(story: Story, row: Row) -> None:
    """Tell how one person came, and how far they got."""
    if row["kind"] == Kind.GUARDIAN:
        story.on(row["day"], 18, partial(_guardian_comes, story, row))
        return
    story.on(row["day"], 15, partial(_join, story, row))
    far = _STEPS.index(row["step"])
    if far > _STEPS.index("paper"):
        story.on(row["day"], 19, partial(_paper_returns, story, row))
    if row["step"] != "new":
        story.on(row["day"], 20, partial(_admit, story, row))
    if far > _STEPS.index("begun"):
        story.on(row["day"], 20.2, partial(_apply, story, row))
    if far > _STEPS.index("applied"):
        story.on(row["day"], 20.4, partial(_enter, story, row))
    if row["step"] == "begun":
        story.on(row["day"], 20.6, partial(_begin, story, row))


def _join(story: Story, row: Row, tx: Transaction) -> None:
    """Open the link, agree, give a name."""
    kind = Kind(row["kind"])
    person_id = people.add(
        tx,
        story.school,
        kind,
        name=_name(row),
        birth_date=date.fromisoformat(row["born"]),
        school_class=SchoolClass(int(row["level"]), row["letter"]) if row["level"] else None,
        post=row["post"],
        workplace=row["workplace"],
    )
    if row["shown"]:  # the others have no phone here
        accounts.speak_for(tx, accounts.meet(tx, int(row["account"]), "ru").account_id, person_id)
    story.people[int(row["account"])] = person_id
    side = participations.take_side(tx, story.school, person_id, kind, Side(row["side"]))
    story.sides[int(row["account"])] = side or 0
    journal.note(tx, "joined", "person", person_id, school=story.school, by=person_id)
    minor = is_minor(people.get(tx, person_id), tx.now.date())
    _agree(story, tx, person_id, Capacity.ASSENT if minor else Capacity.SELF, by=person_id)


def _guardian_comes(story: Story, row: Row, tx: Transaction) -> None:
    """A parent opens the child's link; one who has a name has also agreed."""
    child = story.people[int(row["step"])]
    links.make(tx, Purpose.GUARDIAN, school_id=story.school, person_id=child, made_by=child)
    guardian = people.add(tx, story.school, Kind.GUARDIAN, name=_name(row))
    tx.run(
        "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:guardian, :child, :now)",
        guardian=guardian,
        child=child,
        now=tx.now,
    )
    accounts.speak_for(tx, accounts.meet(tx, int(row["account"]), "ru").account_id, guardian)
    story.people[int(row["account"])] = guardian
    journal.note(tx, "guardian-came", "person", child, school=story.school, by=guardian)
    if row["family"]:
        _agree(story, tx, child, Capacity.GUARDIAN, by=guardian)


def _paper_returns(story: Story, row: Row, tx: Transaction) -> None:
    """The parent of a minor has signed, the curator has put the paper away."""
    person = people.get(tx, story.people[int(row["account"])])
    if not is_minor(person, tx.now.date()):
        return
    edition = editions()[Capacity.GUARDIAN]
    given_by = next((each.id for each in people.guardians_of(tx, person.id)), None)
    consents.give(
        tx,
        person.id,
        Capacity.GUARDIAN,
        Way.PAPER,
        edition,
        agreed=True,
        given_by=given_by,
        until=_until(story),
        original=story.told["paper_lies"],
        checked_by=story.curator,
    )
    journal.note(tx, "paper-returned", "person", person.id, school=story.school, by=story.curator)


def _admit(story: Story, row: Row, tx: Transaction) -> None:
    person_id = story.people[int(row["account"])]
    people.change(tx, person_id, admitted_at=tx.now, admitted_by=story.curator)
    journal.note(tx, "admitted", "person", person_id, school=story.school, by=story.curator)


def _apply(story: Story, row: Row, tx: Transaction) -> None:
    """Send the application; the curator agrees with the role model it speaks for."""
    key, answers = _answers(story, row, tx)
    _send(story, row, tx, key, answers)
    side = story.sides[int(row["account"])]
    found = of_participation(tx, side)
    run = found.participation.fitting if found else ()
    proposal = propose_model(Kind(row["kind"]), Side(row["side"]), answers, run)
    answering.mark_applied(tx, side, answers.get("places"))
    answering.confirm(tx, side, proposal.form or "", proposal.model or "")
    journal.note(tx, "form-confirmed", "participation", side, school=story.school, by=story.curator)


def _enter(story: Story, row: Row, tx: Transaction) -> None:
    """Send the entry questionnaire."""
    standing = of_participation(tx, story.sides[int(row["account"])])
    if standing is None:
        raise LookupError(row["account"])
    key = f"entry_{row['side']}_{standing.participation.form}"
    _send(story, row, tx, key, plausible(catalogue()[key], _given(story, row, tx), _known(story, row), _seed(row)))
    answering.mark_entered(tx, standing.participation.id)


def _begin(story: Story, row: Row, tx: Transaction) -> None:
    """Begin the application and put it down after a few answers."""
    key, answers = _answers(story, row, tx, _BEGUN)
    account = accounts.meet(tx, int(row["account"]), "ru").account_id
    draft = drafts.begin(
        tx,
        account=account,
        person=story.people[int(row["account"])],
        form=key,
        version=catalogue()[key].version,
        about=story.sides[int(row["account"])],
        answers=answers,
    )
    accounts.focus(tx, account, draft.id)


def _answers(story: Story, row: Row, tx: Transaction, most: int | None = None) -> tuple[str, dict[str, Any]]:
    person = people.get(tx, story.people[int(row["account"])])
    key = applications.form_of(person, Side(row["side"]))
    return key, plausible(catalogue()[key], _given(story, row, tx), _known(story, row), _seed(row), most)


def _known(story: Story, row: Row) -> dict[str, Any]:
    """What the data say of this person, over what they say of everyone."""
    own = {
        "areas": row["areas"].split(),
        "free": row["free"].split(),
        "situation": row["aim"],
        "request": row["words"],
        "competences": row["words"],
    }
    return {**story.told["answers"], **{name: said for name, said in own.items() if said}}


def _given(story: Story, row: Row, tx: Transaction) -> Given:
    """One form fits each of them: nobody is asked from whom, or to whom, they would like help."""
    audience = "pupil" if row["kind"] == Kind.PUPIL else "teacher"
    unasked = dict.fromkeys(("from_whom.csv", "to_whom.csv", "pupil_areas.csv", "languages.csv", "buildings.csv"), ())
    return Given(tx.now.date(), {"areas.csv": areas.options(tx, story.school, audience), **unasked})


def _send(story: Story, row: Row, tx: Transaction, key: str, answers: dict[str, Any]) -> None:
    form = catalogue()[key]
    person = story.people[int(row["account"])]
    drafts.send(
        tx,
        school=story.school,
        person=person,
        form=key,
        version=form.version,
        about=story.sides[int(row["account"])],
        answers=form.result(answers, _given(story, row, tx)),
    )
    journal.note(tx, "sent", "person", person, school=story.school, by=person, details=key)


def _agree(story: Story, tx: Transaction, person_id: int, capacity: Capacity, by: int) -> None:
    edition = editions()[capacity]
    consents.give(tx, person_id, capacity, Way.TAP, edition, agreed=True, given_by=by, until=_until(story))
    journal.note(tx, f"agreed-{capacity}", "person", person_id, school=story.school, by=by)


def _until(story: Story) -> date:
    return date.fromisoformat(story.told["setup"]["programme_end"])


def _name(row: Row) -> Name:
    return Name(row["family"], row["given"], row["patronymic"])


def _seed(row: Row) -> int:
    return int(row["account"])

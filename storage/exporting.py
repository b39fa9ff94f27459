"""Rows of the whole programme for the curator's export, page after page, so that memory does not grow with the school."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from mentoring.people import Person
from mentoring.standing import CONSENT_LACKS, Lack
from storage import lack_conditions, people
from storage.database import Row, Transaction
from storage.drafts import Submission, submission_of
from storage.moments import to_time
from storage.notes import Note, note_of
from storage.roster import Frame

PAGE = 200
_MATCHES = 50  # a page: every one has meetings
_AGREED = "('offered', 'accepted', 'active', 'frozen', 'ended')"
_SENT = (
    "FROM submissions s JOIN persons p ON p.id = s.person_id WHERE s.school_id = :school AND s.form = :form "
    "AND p.removed_at IS NULL AND p.withdrawn_at IS NULL"
)

_SAID = (
    "FROM notes n JOIN persons p ON p.id = n.person_id JOIN participations q ON q.id = "
    "(SELECT min(o.id) FROM participations o WHERE o.person_id = p.id AND o.programme_id = :programme "
    "AND o.side = 'mentee' AND o.left_at IS NULL) WHERE n.programme_id = :programme AND p.school_id = :school "
    f"AND p.removed_at IS NULL AND NOT {lack_conditions.lacking(*CONSENT_LACKS, Lack.WITHDRAWN)}"
)


def contacts(tx: Transaction, person_ids: Iterable[int]) -> dict[int, str]:
    """How these people can be reached."""
    rows = tx.all(f"SELECT id, contact FROM persons WHERE contact <> '' AND id IN ({_ids(person_ids)})")
    return {row["id"]: row["contact"] for row in rows}


def guardians(tx: Transaction, children: Iterable[int]) -> dict[int, list[Row]]:
    """The guardians of these children (rows of `persons`), by child."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in tx.all(
        "SELECT g.child_id, p.* FROM guardianships g JOIN persons p ON p.id = g.guardian_id "
        f"WHERE g.child_id IN ({_ids(children)}) AND p.removed_at IS NULL ORDER BY g.since, p.id"
    ):
        found[row["child_id"]].append(row)
    return found


def matches(tx: Transaction, programme_id: int) -> Iterator[list[Row]]:
    """Everyone who is or was in a match both sides agreed to, with the order that names them; some matches a page."""
    last = 0
    while page := tx.all(
        "SELECT m.id FROM matches m WHERE m.programme_id = :programme AND m.id > :last AND EXISTS (SELECT 1 FROM members b "
        f"WHERE b.match_id = m.id AND b.state IN {_AGREED}) ORDER BY m.id LIMIT :size",
        programme=programme_id,
        last=last,
        size=_MATCHES,
    ):
        last = page[-1]["id"]
        yield tx.all(
            "SELECT b.match_id, b.mentee_id, b.state, b.since, b.ended_at, b.form, m.mentor_id, m.role_model, "
            "o.number AS order_number, o.signed_on FROM members b JOIN matches m ON m.id = b.match_id "
            "LEFT JOIN order_lines l ON l.member_id = b.id LEFT JOIN orders o ON o.id = l.order_id "
            f"WHERE b.match_id IN ({_ids(row['id'] for row in page)}) AND b.state IN {_AGREED} ORDER BY b.match_id, b.id"
        )


def others(tx: Transaction, side: str, participations: Iterable[int]) -> dict[int, list[Row]]:
    """With whom these participations are or were in a match both sides agreed to (`other`), by participation."""
    own, other = ("b.mentee_id", "m.mentor_id") if side == "mentee" else ("m.mentor_id", "b.mentee_id")
    found: dict[int, list[Row]] = defaultdict(list)
    for row in tx.all(
        f"SELECT {own} AS own, {other} AS other, b.state, b.ended_at FROM members b JOIN matches m ON m.id = b.match_id "
        f"WHERE {own} IN ({_ids(participations)}) AND b.state IN {_AGREED} ORDER BY b.match_id, b.id"
    ):
        found[row["own"]].append(row)
    return found


def meetings(tx: Transaction, match_ids: Iterable[int]) -> list[Row]:
    """Every meeting of these matches that was not cancelled, in order."""
    return tx.all(
        f"SELECT * FROM meetings WHERE match_id IN ({_ids(match_ids)}) AND state <> 'cancelled' ORDER BY match_id, number"
    )


def meetings_held(tx: Transaction, match_ids: Iterable[int]) -> dict[int, int]:
    """How many meetings of these matches took place."""
    rows = tx.all(
        f"SELECT match_id, count(*) AS held FROM meetings WHERE match_id IN ({_ids(match_ids)}) AND state = 'held' "
        "GROUP BY match_id"
    )
    return {row["match_id"]: row["held"] for row in rows}


def took_place(tx: Transaction, meeting_ids: Iterable[int]) -> dict[int, list[bool]]:
    """What mentees said of whether these meetings took place, by meeting."""
    found: dict[int, list[bool]] = defaultdict(list)
    for row in tx.all(
        "SELECT a.meeting_id, a.answer FROM meeting_answers a JOIN meetings n ON n.id = a.meeting_id "
        f"AND n.revision = a.revision WHERE a.question = 'took_place' AND n.id IN ({_ids(meeting_ids)})"
    ):
        found[row["meeting_id"]].append(row["answer"] == "yes")
    return found


def consents(tx: Transaction, school_id: int) -> Iterator[list[Row]]:
    """Every answer to a consent, withdrawn ones too, of people whose data are not erased."""

    def page(last: int) -> list[Row]:
        return tx.all(
            "SELECT c.* FROM consents c JOIN persons p ON p.id = c.person_id WHERE c.id > :last "
            "AND p.school_id = :school AND p.removed_at IS NULL AND p.erased_at IS NULL ORDER BY c.id LIMIT :size",
            school=school_id,
            last=last,
            size=PAGE,
        )

    return _pages(page)


def ever_agreed(tx: Transaction, person_ids: Iterable[int]) -> set[int]:
    """Of these, the people about whose data somebody has agreed to something, taken back or not."""
    rows = tx.all(
        f"SELECT DISTINCT person_id FROM consents WHERE answer = 'agreed' AND person_id IN ({_ids(person_ids)})"
    )
    return {row["person_id"] for row in rows}


def takers(tx: Transaction, participations: Iterable[int]) -> dict[int, Person]:
    """Who takes, or took, these sides."""
    rows = tx.all(f"SELECT id, person_id FROM participations WHERE id IN ({_ids(participations)})")
    found = people.some(tx, (row["person_id"] for row in rows))
    return {row["id"]: found[row["person_id"]] for row in rows if row["person_id"] in found}


def forms_sent(tx: Transaction, school_id: int) -> list[str]:
    """The questionnaires that were sent by people who have not withdrawn."""
    rows = tx.all(
        "SELECT DISTINCT s.form FROM submissions s JOIN persons p ON p.id = s.person_id WHERE s.school_id = :school "
        "AND p.removed_at IS NULL AND p.withdrawn_at IS NULL ORDER BY s.form",
        school=school_id,
    )
    return [row["form"] for row in rows]


def versions_sent(tx: Transaction, school_id: int, form: str) -> list[str]:
    """The versions of a questionnaire that were answered, that of the latest answer first."""
    rows = tx.all(
        f"SELECT s.version {_SENT} GROUP BY s.version ORDER BY max(coalesce(s.changed_at, s.sent_at)) DESC",
        school=school_id,
        form=form,
    )
    return [row["version"] for row in rows]


def submissions(tx: Transaction, school_id: int, form: str) -> Iterator[list[tuple[Submission, datetime]]]:
    """A questionnaire as it was sent by people who have not withdrawn, and when it was last sent."""

    def page(last: int) -> list[Row]:
        return tx.all(
            f"SELECT s.* {_SENT} AND s.id > :last ORDER BY s.id LIMIT :size",
            school=school_id,
            form=form,
            last=last,
            size=PAGE,
        )

    for rows in _pages(page):
        yield [(submission_of(row), to_time(row["changed_at"] or row["sent_at"])) for row in rows]


def notes_said(tx: Transaction, frame: Frame) -> dict[str, list[str]]:
    """What adults answered about people whose consent is complete: questionnaires and their versions, the latest first."""
    found: dict[str, list[str]] = {}
    for row in tx.all(
        f"SELECT n.form, n.version {_SAID} GROUP BY n.form, n.version "
        "ORDER BY n.form, max(coalesce(n.changed_at, n.written_at)) DESC",
        **frame.values(),
    ):
        found.setdefault(row["form"], []).append(row["version"])
    return found


def notes(tx: Transaction, frame: Frame, form: str) -> Iterator[list[Note]]:
    """The answers to one of these questionnaires. What of them a viewer reads is decided above."""

    def page(last: int) -> list[Row]:
        return tx.all(
            f"SELECT n.* {_SAID} AND n.form = :form AND n.id > :last ORDER BY n.id LIMIT :size",
            **frame.values(),
            form=form,
            last=last,
            size=PAGE,
        )

    for rows in _pages(page):
        yield [note_of(row) for row in rows]


def _pages(page: Callable[[int], list[Row]]) -> Iterator[list[Row]]:
    last = 0
    while rows := page(last):
        yield rows
        last = rows[-1]["id"]


def _ids(ids: Iterable[int]) -> str:
    return ",".join(str(int(each)) for each in ids)

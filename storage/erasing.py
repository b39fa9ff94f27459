"""Erasing a person: what they are, wrote and answered goes; ids, counts and the proof of consents stay (3 years).

Everything of a person lies in one of the traces below. A guard test walks the schema: a text column that is neither in a
trace nor among what is nobody's words fails the build, so that a new one cannot be forgotten.
"""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import dataclass

from mentoring.destruction import Category, Staying
from storage import detached, drafts_about, namelessness
from storage.database import Row, Scrub, Transaction
from storage.forgetting import unlink


@dataclass(frozen=True, slots=True)
class Trace:
    """Rows of a person: those columns are emptied, or the rows go where no column is named."""

    table: str
    whose: str
    category: Category | None = None
    emptied: tuple[str, ...] = ()  # texts that must not be NULL
    dropped: tuple[str, ...] = ()  # set to NULL


_MATCHES = (
    "(SELECT t.id FROM matches t JOIN participations p ON p.id = t.mentor_id WHERE p.person_id = :id "
    "UNION SELECT m.match_id FROM members m JOIN participations p ON p.id = m.mentee_id WHERE p.person_id = :id)"
)
_MEMBERS = (
    "(SELECT m.id FROM members m JOIN participations p ON p.id = m.mentee_id "
    "WHERE m.mentor_person_id = :id OR p.person_id = :id)"
)
_PLANS = (  # of a mentee: what a mentor wrote in it is about the mentee, and stays with the mentee
    "(SELECT q.id FROM plans q JOIN members m ON m.id = q.member_id JOIN participations p ON p.id = m.mentee_id "
    "WHERE p.person_id = :id)"
)
_PARTICIPATIONS = "(SELECT id FROM participations WHERE person_id = :id)"
OWN_RATINGS = (
    "id IN (SELECT r.id FROM ratings r JOIN members m ON m.id = r.member_id JOIN participations p ON p.id = m.mentee_id "
    "WHERE CASE r.side WHEN 'mentor' THEN m.mentor_person_id ELSE p.person_id END = :id)"
)
_ACCOUNTS = "(SELECT account_id FROM account_persons WHERE person_id = :id)"

_DRAFTS = (
    f"person_id = :id OR for_id = :id OR (about = :id AND form = 'name') OR {drafts_about.ABOUT} "
    f"OR (person_id IS NULL AND account_id IN {_ACCOUNTS})"
)

TRACES: tuple[Trace, ...] = (
    Trace("persons", "id = :id", Category.IDENTITY, ("family", "given", "patronymic", "sought"), ("gender",)),
    Trace("persons", "id = :id", Category.BIRTH, (), ("birth_date", "age_band")),
    Trace("persons", "id = :id", Category.PLACE, ("class_letter", "post", "workplace"), ("class_level",)),
    Trace("persons", "id = :id", Category.CONTACTS, ("contact",)),
    Trace("persons", "id = :id", Category.CLEARANCE, ("clearance_note",), ("cleared_on",)),
    Trace("submissions", "person_id = :id", Category.ANSWERS),
    Trace("drafts", _DRAFTS, Category.ANSWERS),
    Trace("letters", "from_id = :id OR to_id = :id", Category.LETTERS, ("text",)),
    Trace(
        "meetings",
        f"logged_by = :id OR made_by = :id OR match_id IN {_MATCHES}",
        Category.MEETINGS,
        ("note", "place", "topic", "summary", "task", "trouble"),
    ),
    Trace(
        "voices",
        f"person_id = :id OR meeting_id IN (SELECT id FROM meetings WHERE match_id IN {_MATCHES})",
        Category.MEETINGS,
    ),
    Trace("meeting_scores", "person_id = :id", Category.MEETINGS),
    Trace("submissions", f"form = 'mentor_report' AND about IN {_MATCHES}", Category.OTHERS_NOTES),
    Trace(
        "meeting_moves",
        f"by_id = :id OR meeting_id IN (SELECT id FROM meetings WHERE match_id IN {_MATCHES})",
        Category.REASONS,
        ("reason",),
    ),
    Trace("guests", f"participation_id IN {_PARTICIPATIONS}", Category.MEETINGS),
    Trace("offers", f"person_id = :id OR member_id IN {_MEMBERS}", Category.REASONS, ("reason",)),
    Trace("wishes", "mentor_id = :id OR mentee_id = :id", Category.REASONS, ("reason",)),
    Trace(
        "objections",
        f"guardian_id = :id OR child_id = :id OR member_id IN {_MEMBERS}",
        Category.REASONS,
        ("reason",),
    ),
    Trace(
        "run_changes",
        f"mentee_id IN {_PARTICIPATIONS} OR mentor_id IN {_PARTICIPATIONS}",
        Category.REASONS,
        ("reason",),
    ),
    Trace("partings", f"asked_by = :id OR member_id IN {_MEMBERS}", Category.REASONS, ("reason", "words")),
    Trace("pauses", "mentor_id = :id", Category.REASONS, ("reason",)),
    Trace("ratings", f"member_id IN {_MEMBERS}", Category.REASONS, ("words",)),
    Trace("ratings", OWN_RATINGS, Category.ANSWERS),
    Trace("signals", "person_id = :id OR about_id = :id", Category.REASONS),
    Trace("pair_steps", f"to_id = :id OR match_id IN {_MATCHES}", Category.LETTERS, ("words",)),
    Trace("matches", f"id IN {_MATCHES}", None, ("agreement_number",)),
    Trace("plan_changes", f"by_id = :id OR plan_id IN {_PLANS}", Category.PLANS),
    Trace("plan_items", f"plan_id IN {_PLANS}", Category.PLANS, ("task", "place", "expected", "actual", "word")),
    Trace("plans", f"id IN {_PLANS}", Category.PLANS, ("goal",)),
    Trace(
        "case_steps",
        f"case_id IN (SELECT id FROM cases WHERE participation_id IN {_PARTICIPATIONS})",
        Category.OTHERS_NOTES,
        ("words",),
    ),
    Trace("notes", "person_id = :id", Category.OTHERS_NOTES),
    Trace("measures", f"participation_id IN {_PARTICIPATIONS}", Category.MEASURES),
    Trace("levels", f"participation_id IN {_PARTICIPATIONS}", Category.LEVELS),
    Trace("links", "person_id = :id", Category.LINKS),
    Trace("staff_roles", "person_id = :id", Category.PLACE),
    # No category: curators read an act of destruction, and nothing may tell them that there was a concern.
    Trace("concerns", "person_id = :id", None, ("words",)),
    Trace("concern_steps", "concern_id IN (SELECT id FROM concerns WHERE person_id = :id)", None, ("words",)),
    Trace("notices", "person_id = :id"),
    Trace("switched_off", "person_id = :id"),
    Trace("digest_hours", "person_id = :id"),
    Trace("calls", "person_id = :id"),
    Trace("accounts", "child_id = :id", None, (), ("child_id",)),
    Trace("consent_ticks", f"person_id = :id OR account_id IN {_ACCOUNTS}"),
)
"""Where something of a person may lie, and what becomes of it."""


@dataclass(frozen=True, slots=True)
class Erased:
    """One person of whom nothing is left: the blank row's id, the random number it is known by, what was destroyed."""

    person_id: int
    school_id: int
    subject: str
    categories: tuple[Category, ...]
    staying: tuple[Staying, ...]


def erase(tx: Transaction, person_id: int) -> list[Erased]:
    """Erase a person; entries merged into them go too, and guardians who answered for nobody else.

    What lay in the pages and in the log of the file is written over when the transaction has been committed.
    """
    tx.scrubs = max(tx.scrubs, Scrub.SOON)
    row = tx.one("SELECT * FROM persons WHERE id = :id", id=person_id)
    if row is None or row["erased_at"] is not None:
        return []
    guardians = _lonely_guardians(tx, person_id)
    found = [_erase_one(tx, row)]
    merged = tx.all("SELECT id FROM persons WHERE merged_into = :id AND erased_at IS NULL", id=person_id)
    for each in merged:
        erase(tx, each["id"])  # the same person under another number: the same act speaks of both
    for each in guardians:
        found += erase(tx, each["guardian_id"])
    return found


def _erase_one(tx: Transaction, row: Row) -> Erased:
    person_id = int(row["id"])
    accounts = [each["account_id"] for each in tx.all(f"{_ACCOUNTS[1:-1]}", id=person_id)]
    hit = _present(row)
    if accounts:
        hit[Category.ACCOUNT] += len(accounts)
    namelessness.leave_none(tx, row)
    scores = detached.keep(tx, person_id)
    tx.run(
        f"UPDATE accounts SET draft_id = NULL WHERE draft_id IN (SELECT id FROM drafts WHERE {_DRAFTS} "
        f"OR account_id IN {_ACCOUNTS})",
        id=person_id,
    )
    for trace in TRACES:
        rows = _treat(tx, trace, person_id)
        if trace.category is not None and trace.table != "persons":
            hit[trace.category] += rows
    subject = _number(tx, row["school_id"])
    tx.run(
        "UPDATE persons SET code = :subject, erased_at = :now, erase_after = NULL, "
        "removed_at = coalesce(removed_at, :now) WHERE id = :id",
        subject=subject,
        now=tx.now,
        id=person_id,
    )
    tx.run(
        "UPDATE participations SET left_at = coalesce(left_at, :now) WHERE person_id = :id", now=tx.now, id=person_id
    )
    unlink(tx, person_id)
    for account in accounts:
        _erase_account(tx, account)
    return Erased(
        person_id,
        row["school_id"],
        subject,
        tuple(each for each in Category if hit[each]),
        _staying(tx, person_id, scores=scores),
    )


def _staying(tx: Transaction, person_id: int, *, scores: int) -> tuple[Staying, ...]:
    found = {Staying.JOURNAL, Staying.COPIES}
    if tx.value("SELECT 1 FROM consents WHERE person_id = :id OR given_by = :id", id=person_id):
        found.add(Staying.CONSENTS)
    if tx.value(f"SELECT 1 FROM order_lines WHERE member_id IN {_MEMBERS}", id=person_id):
        found.add(Staying.ORDERS)
    if scores:
        found.add(Staying.SCORES)
    return tuple(each for each in Staying if each in found)


def _treat(tx: Transaction, trace: Trace, person_id: int) -> int:
    """Empty the columns that hold something, or delete the rows; returns how many rows that were."""
    columns = [*((name, "''") for name in trace.emptied), *((name, "NULL") for name in trace.dropped)]
    if not columns:
        return tx.run(f"DELETE FROM {trace.table} WHERE {trace.whose}", id=person_id)
    assignments = ", ".join(f"{name} = {value}" for name, value in columns)
    filled = " OR ".join(
        [*(f"{name} <> ''" for name in trace.emptied), *(f"{name} IS NOT NULL" for name in trace.dropped)]
    )
    return tx.run(f"UPDATE {trace.table} SET {assignments} WHERE ({trace.whose}) AND ({filled})", id=person_id)


def _present(row: Row) -> Counter[Category]:
    """What the person's own row holds."""
    return Counter(
        trace.category
        for trace in TRACES
        if trace.table == "persons"
        and trace.category is not None
        and any(row[name] for name in (*trace.emptied, *trace.dropped))
    )


def _number(tx: Transaction, school_id: int) -> str:
    """A random number in the person's place: it says nothing, and no list or key of codes leads to it."""
    while True:
        subject = f"X-{secrets.randbelow(10**9):09}"
        if not tx.value(
            "SELECT 1 FROM persons WHERE school_id = :school AND code = :code", school=school_id, code=subject
        ):
            return subject


def _lonely_guardians(tx: Transaction, child_id: int) -> list[Row]:
    return tx.all(
        "SELECT g.guardian_id FROM guardianships g JOIN persons p ON p.id = g.guardian_id AND p.erased_at IS NULL "
        "WHERE g.child_id = :id AND p.kind = 'guardian' AND NOT EXISTS (SELECT 1 FROM guardianships o "
        "JOIN persons c ON c.id = o.child_id WHERE o.guardian_id = g.guardian_id AND c.id <> :id "
        "AND c.erased_at IS NULL)",
        id=child_id,
    )


def _erase_account(tx: Transaction, account_id: int) -> None:
    """The number of a messenger's account is personal data too, also in what it sent."""
    if tx.value("SELECT 1 FROM account_persons WHERE account_id = :id", id=account_id):
        return
    tx.run(
        "UPDATE inbox SET sender = 0, payload = '', done_at = coalesce(done_at, :now), sent_at = coalesce(sent_at, :now) "
        "WHERE sender = (SELECT external_id FROM accounts WHERE id = :id)",
        now=tx.now,
        id=account_id,
    )
    tx.run("UPDATE accounts SET draft_id = NULL WHERE id = :id", id=account_id)
    tx.run("DELETE FROM drafts WHERE account_id = :id", id=account_id)
    tx.run("DELETE FROM accounts WHERE id = :id", id=account_id)

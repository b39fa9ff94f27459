"""Accounts of a messenger, and the people each may speak for: a mother of two, a teacher who is both mentor and parent."""

from __future__ import annotations

from datetime import timedelta

from mentoring.people import Person, Speaker
from mentoring.privacy_mode import Privacy, PrivacyMode, ShownAs
from mentoring.refusal import NotYours
from storage import people
from storage.database import Row, Transaction


def speaking(tx: Transaction, external_id: int) -> Speaker | None:
    """Who speaks through this account of the messenger, or None for an account never seen."""
    row = tx.one("SELECT * FROM accounts WHERE messenger = 'telegram' AND external_id = :id", id=external_id)
    return None if row is None else _speaker(tx, row)


def as_account(tx: Transaction, account_id: int) -> Speaker:
    """The same, by the account's own id."""
    row = tx.one("SELECT * FROM accounts WHERE id = :id", id=account_id)
    if row is None:
        raise LookupError(account_id)
    return _speaker(tx, row)


def as_person(tx: Transaction, person_id: int) -> Speaker:
    """A person through no account: whoever is spoken to, good for showing names and not for acting."""
    found = tx.one(f"SELECT p.*, {_PRIVACY} FROM persons p WHERE p.id = :id", id=person_id)
    if found is None:
        raise NotYours
    person, roles = people.person_of(found), people.roles(tx, person_id)
    return Speaker(account_id=0, external_id=0, person=person, roles=roles, privacy=_privacy(found))


_PRIVACY = (
    "(SELECT value FROM settings WHERE school_id = p.school_id AND name = 'privacy_mode') AS privacy_mode, "
    "(SELECT value FROM settings WHERE school_id = p.school_id AND name = 'shown_as') AS shown_as"
)


def _privacy(row: Row) -> Privacy:
    standing = Privacy()
    mode, shown_as = row["privacy_mode"], row["shown_as"]
    return Privacy(PrivacyMode(mode) if mode else standing.mode, ShownAs(shown_as) if shown_as else standing.shown_as)


def _speaker(tx: Transaction, row: Row) -> Speaker:
    person: Person | None = None
    privacy = Privacy()
    set_up = False
    others = 0
    if row["person_id"] is not None:
        found = tx.one(
            f"SELECT p.*, s.set_up_at, {_PRIVACY}, (SELECT count(*) FROM account_persons a WHERE a.account_id = :account) - 1 AS others "
            "FROM persons p JOIN schools s ON s.id = p.school_id WHERE p.id = :id",
            id=row["person_id"],
            account=row["id"],
        )
        if found is not None and found["removed_at"] is None:
            person, privacy = people.person_of(found), _privacy(found)
            set_up = found["set_up_at"] is not None
            others = found["others"]
    return Speaker(
        account_id=row["id"],
        external_id=row["external_id"],
        language=row["language"],
        person=person,
        roles=people.roles(tx, person.id) if person else frozenset(),
        set_up=set_up,
        draft_id=row["draft_id"],
        others=others,
        privacy=privacy,
    )


def meet(tx: Transaction, external_id: int, language: str) -> Speaker:
    """The speaker of this account; an account never seen is written down."""
    known = speaking(tx, external_id)
    if known is not None:
        return known
    tx.run(
        "INSERT INTO accounts (external_id, language, created_at) VALUES (:id, :language, :now) ON CONFLICT DO NOTHING",
        id=external_id,
        language=language,
        now=tx.now,
    )
    found = speaking(tx, external_id)
    if found is None:
        raise LookupError(external_id)
    return found


def speak_for(tx: Transaction, account_id: int, person_id: int) -> None:
    """Let the account speak for this person, and do so now; the questionnaire of another person is put aside."""
    tx.run(
        "INSERT INTO account_persons (account_id, person_id, since) VALUES (:account, :person, :now) "
        "ON CONFLICT DO NOTHING",
        account=account_id,
        person=person_id,
        now=tx.now,
    )
    tx.run("UPDATE accounts SET person_id = :person, draft_id = NULL WHERE id = :id", id=account_id, person=person_id)


def speaks_for(tx: Transaction, account_id: int, person_id: int) -> bool:
    """Whether the account may speak for the person."""
    return bool(
        tx.value(
            "SELECT 1 FROM account_persons WHERE account_id = :account AND person_id = :person",
            account=account_id,
            person=person_id,
        )
    )


def people_of(tx: Transaction, account_id: int) -> list[Person]:
    """Everyone the account may speak for."""
    return [
        people.person_of(row)
        for row in tx.all(
            "SELECT p.* FROM persons p JOIN account_persons a ON a.person_id = p.id "
            "WHERE a.account_id = :account AND p.removed_at IS NULL ORDER BY a.since, p.id",
            account=account_id,
        )
    ]


def reaching(tx: Transaction, person_id: int) -> list[Row]:
    """The accounts through which a person can be reached now, newest link last."""
    return tx.all(
        "SELECT a.* FROM accounts a JOIN account_persons l ON l.account_id = a.id "
        "WHERE l.person_id = :person AND a.unreachable_at IS NULL ORDER BY l.since, a.id",
        person=person_id,
    )


def id_of(tx: Transaction, external_id: int) -> int | None:
    """The id of an account by the messenger's own number; None for one never seen."""
    found = tx.value("SELECT id FROM accounts WHERE messenger = 'telegram' AND external_id = :id", id=external_id)
    return None if found is None else int(found)


def lost_at(tx: Transaction, person_id: int) -> str | None:
    """Since when the last of a person's accounts cannot be reached; None for one who never had any."""
    found = tx.value(
        "SELECT max(a.unreachable_at) FROM accounts a JOIN account_persons l ON l.account_id = a.id "
        "WHERE l.person_id = :person",
        person=person_id,
    )
    return None if found is None else str(found)


def focus(tx: Transaction, account_id: int, draft_id: int | None) -> None:
    """Which questionnaire a typed text answers from now on."""
    tx.run("UPDATE accounts SET draft_id = :draft WHERE id = :id", id=account_id, draft=draft_id)


def forget_searches(tx: Transaction, school_id: int) -> None:
    """Forget the names that lists were searched for in a school."""
    tx.run(
        "UPDATE accounts SET sought = '' WHERE person_id IN (SELECT id FROM persons WHERE school_id = :school)",
        school=school_id,
    )


def speak_language(tx: Transaction, account_id: int, language: str) -> None:
    """Change the language of the interface."""
    tx.run("UPDATE accounts SET language = :language WHERE id = :id", id=account_id, language=language)


def mark_reachable(tx: Transaction, external_id: int, reachable: bool) -> None:
    """Note that an account blocked the bot, or came back."""
    tx.run(
        "UPDATE accounts SET unreachable_at = :at WHERE external_id = :id AND (unreachable_at IS NULL) <> :reachable",
        at=None if reachable else tx.now,
        id=external_id,
        reachable=reachable,
    )


_NOBODY = "NOT EXISTS (SELECT 1 FROM account_persons p WHERE p.account_id = accounts.id) AND draft_id IS NULL"


def forget_stranger(tx: Transaction, account_id: int) -> None:
    """Forget an account that speaks for nobody and is in the middle of nothing."""
    tx.run(
        "DELETE FROM drafts WHERE account_id = (SELECT id FROM accounts WHERE id = :id AND " + _NOBODY + ")",
        id=account_id,
    )
    tx.run("DELETE FROM accounts WHERE id = :id AND " + _NOBODY, id=account_id)


def forget_strangers(tx: Transaction) -> int:
    """Forget every such account that was first seen over a day ago; returns how many."""
    before = tx.now - timedelta(days=1)
    old = f"created_at < :before AND {_NOBODY}"
    tx.run(f"DELETE FROM drafts WHERE account_id IN (SELECT id FROM accounts WHERE {old})", before=before)
    return tx.run(f"DELETE FROM accounts WHERE {old}", before=before)


def screens(tx: Transaction, changed: dict[int, int | None]) -> None:
    """Remember which message of each account (by external id) is the live screen."""
    tx.run_many(
        "UPDATE accounts SET screen_id = :screen WHERE messenger = 'telegram' AND external_id = :id",
        [{"id": external_id, "screen": screen} for external_id, screen in changed.items()],
    )


def screen_of(tx: Transaction, external_id: int) -> int | None:
    """The live screen's message id, if there is one."""
    found = tx.value(
        "SELECT screen_id FROM accounts WHERE messenger = 'telegram' AND external_id = :id", id=external_id
    )
    return None if found is None else int(found)


def looked_at(tx: Transaction, account_id: int) -> int | None:
    """Which of several children a parent looked at last."""
    found: int | None = tx.value("SELECT child_id FROM accounts WHERE id = :id", id=account_id)
    return found


def look_at(tx: Transaction, account_id: int, child_id: int) -> None:
    """Remember it."""
    tx.run("UPDATE accounts SET child_id = :child WHERE id = :id", child=child_id, id=account_id)

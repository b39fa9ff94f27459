"""How each form of a programme is matched: the curator's rules, numbered, so that nobody's change is overwritten unseen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from mentoring.matching_criteria import DEFAULT, Rules, read
from storage.database import Row, Transaction
from storage.moments import maybe_time


@dataclass(frozen=True, slots=True)
class FormRules:
    """What holds in one form: the rules, whether a mentor must be trained, whether a class teacher may have their own pupils.

    `revision` is 0 while nobody has changed anything.
    """

    form: str
    rules: Rules = DEFAULT
    training: bool = False
    class_teacher: bool = False
    revision: int = 0
    changed_by: int | None = field(default=None, compare=False)
    changed_at: datetime | None = field(default=None, compare=False)


def of_form(tx: Transaction, programme_id: int, form: str) -> FormRules:
    """The rules of a form; the usual ones where nobody has changed them."""
    row = tx.one(
        "SELECT * FROM match_rules WHERE programme_id = :programme AND form = :form", programme=programme_id, form=form
    )
    return FormRules(form) if row is None else _rules(row)


def keep(tx: Transaction, programme_id: int, chosen: FormRules, *, by: int) -> bool:
    """Write the rules down as the next revision; False when somebody has changed them since `chosen.revision`."""
    return bool(
        tx.run(
            "INSERT INTO match_rules (programme_id, form, rules, training, class_teacher, revision, changed_by, changed_at) "
            "SELECT :programme, :form, :rules, :training, :class_teacher, 1, :by, :now "
            "WHERE :was = 0 OR EXISTS (SELECT 1 FROM match_rules WHERE programme_id = :programme AND form = :form) "
            "ON CONFLICT (programme_id, form) DO UPDATE SET rules = excluded.rules, training = excluded.training, "
            "class_teacher = excluded.class_teacher, revision = revision + 1, changed_by = excluded.changed_by, "
            "changed_at = excluded.changed_at WHERE revision = :was",
            programme=programme_id,
            form=chosen.form,
            rules=chosen.rules.written(),
            training=int(chosen.training),
            class_teacher=int(chosen.class_teacher),
            by=by,
            now=tx.now,
            was=chosen.revision,
        )
    )


def _rules(row: Row) -> FormRules:
    return FormRules(
        form=row["form"],
        rules=read(row["rules"]),
        training=bool(row["training"]),
        class_teacher=bool(row["class_teacher"]),
        revision=row["revision"],
        changed_by=row["changed_by"],
        changed_at=maybe_time(row["changed_at"]),
    )

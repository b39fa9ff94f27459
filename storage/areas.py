"""The school's one list of areas: what mentees ask for and mentors offer; languages of work and buildings beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.people import folded
from mentoring.questionnaire import Option, Phrase
from mentoring.questionnaire_catalogue import Area
from mentoring.refusal import NotYours
from storage.database import Row, Transaction

PAGE = 8


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area as the curator keeps it."""

    id: int
    label: str
    audience: str
    is_open: bool


def stock(tx: Transaction, school_id: int, areas: Iterable[Area]) -> None:
    """Give a school its first list."""
    tx.run_many(
        "INSERT INTO areas (school_id, name, label_ru, label_en, audience) "
        "VALUES (:school, :name, :ru, :en, :audience) ON CONFLICT DO NOTHING",
        [
            {
                "school": school_id,
                "name": area.name,
                "ru": area.label.to("ru"),
                "en": area.label.to("en"),
                "audience": area.audience,
            }
            for area in areas
        ],
    )


def options(tx: Transaction, school_id: int, audience: str) -> tuple[Option, ...]:
    """The open areas for pupils or teachers, or its languages or buildings, as options of a question."""
    rows = tx.all(
        "SELECT * FROM areas WHERE school_id = :school AND closed_at IS NULL AND (audience = :audience "
        "OR (audience = 'all' AND :audience IN ('pupil', 'teacher'))) ORDER BY id",
        school=school_id,
        audience=audience,
    )
    return tuple(Option(row["name"], _phrase(row)) for row in rows)


def several(tx: Transaction, school_id: int, audience: str) -> tuple[Option, ...]:
    """Languages or buildings where there is something to choose: of one alone nothing is asked."""
    found = options(tx, school_id, audience)
    return found if len(found) > 1 else ()


def labels(tx: Transaction, school_id: int) -> dict[str, Phrase]:
    """Every area's words by its name, closed ones too."""
    return {row["name"]: _phrase(row) for row in tx.all("SELECT * FROM areas WHERE school_id = :s", s=school_id)}


def page(tx: Transaction, school_id: int, after: int) -> list[AreaLine]:
    """One page of the whole list by id, and one more to tell whether there is another page."""
    rows = tx.all(
        "SELECT * FROM areas WHERE school_id = :school AND id > :after ORDER BY id LIMIT :limit",
        school=school_id,
        after=after,
        limit=PAGE + 1,
    )
    return [_line(row) for row in rows]


def get(tx: Transaction, school_id: int, area_id: int) -> AreaLine:
    """One area. Raises NotYours for another school's."""
    row = tx.one("SELECT * FROM areas WHERE id = :id AND school_id = :school", id=area_id, school=school_id)
    if row is None:
        raise NotYours
    return _line(row)


def taken(tx: Transaction, school_id: int, label: str, but: int) -> bool:
    """Whether another area has this name, however it is written."""
    rows = tx.all("SELECT label_ru FROM areas WHERE school_id = :school AND id <> :but", school=school_id, but=but)
    return folded(label) in {folded(row["label_ru"]) for row in rows}


def add(tx: Transaction, school_id: int, label: str, audience: str) -> int:
    """Add an area of the school's own and return its id."""
    number = (tx.value("SELECT max(id) FROM areas") or 0) + 1
    return tx.insert("areas", school_id=school_id, name=f"own_{number}", label_ru=label, audience=audience)


def rename(tx: Transaction, area_id: int, label: str, audience: str) -> None:
    """Give an area another name; answers given keep pointing at it. Its shipped English words go with the old name."""
    tx.run(
        "UPDATE areas SET label_en = CASE WHEN label_ru = :label THEN label_en ELSE '' END, label_ru = :label, "
        "audience = :audience WHERE id = :id",
        label=label,
        audience=audience,
        id=area_id,
    )


def set_open(tx: Transaction, area_id: int, *, is_open: bool) -> bool:
    """Close an area or open it again; False when it already is so."""
    return bool(
        tx.run(
            "UPDATE areas SET closed_at = :at WHERE id = :id AND (closed_at IS NULL) <> :open",
            at=None if is_open else tx.now,
            open=int(is_open),
            id=area_id,
        )
    )


def _line(row: Row) -> AreaLine:
    return AreaLine(row["id"], row["label_ru"], row["audience"], row["closed_at"] is None)


def _phrase(row: Row) -> Phrase:
    return Phrase({"ru": row["label_ru"], "en": row["label_en"] or row["label_ru"]})

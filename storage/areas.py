"""The school's one list of areas: what mentees ask for and mentors offer."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.questionnaire import Option, Phrase
from mentoring.questionnaire_catalogue import Area
from storage.database import Row, Transaction


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
    """The open areas for pupils or teachers, as options of a question."""
    rows = tx.all(
        "SELECT * FROM areas WHERE school_id = :school AND closed_at IS NULL AND audience IN ('all', :audience) "
        "ORDER BY id",
        school=school_id,
        audience=audience,
    )
    return tuple(Option(row["name"], _phrase(row)) for row in rows)


def labels(tx: Transaction, school_id: int) -> dict[str, Phrase]:
    """Every area's words by its name, closed ones too."""
    return {row["name"]: _phrase(row) for row in tx.all("SELECT * FROM areas WHERE school_id = :s", s=school_id)}


def _phrase(row: Row) -> Phrase:
    return Phrase({"ru": row["label_ru"], "en": row["label_en"] or row["label_ru"]})

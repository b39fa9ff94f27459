"""Copies of the file that lie beside it, made before a migration or a restore, outlive nobody's data: they go in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from services.night import NightWork
from storage import journal, schools
from storage.database import Transaction


def forget_copies(path: Path) -> NightWork:
    """A night's work: drop copies of this file older than the school's delay of erasing."""

    def work(tx: Transaction, school_id: int) -> None:
        delay = timedelta(days=schools.settings(tx, school_id).erase_after_days)
        for copy in path.parent.glob(f"{path.name}.before-*"):
            if datetime.fromtimestamp(copy.stat().st_mtime, UTC) < tx.now - delay:
                copy.unlink(missing_ok=True)
                journal.note(tx, "copy-dropped", "school", school_id, school=school_id, by=None)

    return work

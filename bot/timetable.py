"""The few fixed jobs of real life, each minute: delivery looks at what has come due, the folder for lists is looked into.

Rehearsal and tests do without.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler


def timetable(wake: Callable[[], None], look: Callable[[], Awaitable[int]]) -> AsyncIOScheduler:
    """A scheduler, not yet started; whatever it missed while the machine slept it does once, late."""
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    scheduler.add_job(wake, "cron", second=0, id="minute")
    scheduler.add_job(look, "cron", second=0, id="folder")
    return scheduler

"""How a file leaves: through the chat, or, in coded mode, where no name may go by the messenger, by the server.

There it is left in the export folder; or, when the operator has set a password on the server, it is sent as an archive
(AES-256) that opens only with it (ч. 8 ст. 10 149-ФЗ, ч. 3.1 ст. 16 273-ФЗ).
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from mentoring.leaving import Paper
from mentoring.people import Speaker
from services.export_folder import ExportFolder
from storage import journal, schools
from storage.database import Database, Transaction


class Way(StrEnum):
    """How a file leaves."""

    CHAT = "chat"
    ARCHIVE = "archive"  # sent, but shut with the server's password
    SERVER = "server"  # not sent: it lies in the export folder


@dataclass(frozen=True, slots=True, repr=False)
class Leaving:
    """What is to be done with a file: `content` is sent under `name`, or nothing is and `name` says what to fetch."""

    way: Way
    name: str
    content: bytes = b""


class WayOut:
    """Decides for every file. An empty password means that none is set."""

    def __init__(self, database: Database, folder: ExportFolder, password: str = "") -> None:
        self._database = database
        self._folder = folder
        self._password = password

    async def of(self, speaker: Speaker, content: bytes, name: str, paper: Paper) -> Leaving:
        """How this file leaves; on its way by the server it is journalled."""
        if not speaker.privacy.coded or not paper.holds_names:
            return Leaving(Way.CHAT, name, content)
        suffix = PurePath(name).suffix
        way = Way.ARCHIVE if self._password else Way.SERVER
        local = await self._note(speaker, paper, way)
        if way is Way.SERVER:
            kept = await asyncio.to_thread(self._folder.put, paper, suffix, content, local)
            return Leaving(way, kept)
        shut = await asyncio.to_thread(archive, content, f"{paper}{suffix}", self._password)
        return Leaving(way, f"{paper}-{local:%Y-%m-%d}.zip", shut)

    async def _note(self, speaker: Speaker, paper: Paper, way: Way) -> datetime:
        def unit(tx: Transaction) -> datetime:
            school, details = speaker.school_id, f"{paper} {way}"
            journal.note(tx, "took-out", "school", school, school=school, by=speaker.person_id, details=details)
            return tx.now.astimezone(schools.settings(tx, school).zone)

        return await self._database.work(unit, aside=True)


def archive(content: bytes, member: str, password: str) -> bytes:
    """A ZIP of one file under WinZip's AES-256; the name of a member is not secret, so it must say nothing."""
    import pyzipper

    file = BytesIO()
    with pyzipper.AESZipFile(file, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as zipped:
        zipped.setpassword(password.encode("utf-8"))
        zipped.setencryption(pyzipper.WZ_AES, nbits=256)
        zipped.writestr(member, content)
    return file.getvalue()

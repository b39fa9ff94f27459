"""Files that went up or down: kept in memory, known by their file_id, weighed as Telegram weighs them."""

import mimetypes
import struct
from dataclasses import dataclass
from typing import Any, Literal

from simulator.limits import Limits
from simulator.refusals import TOO_LARGE, Refused, bad_request

Kind = Literal["document", "photo", "sticker", "voice"]
_FOLDERS: dict[Kind, str] = {"document": "documents", "photo": "photos", "sticker": "stickers", "voice": "voice"}
_LONGEST_SIDES_TOGETHER = 10_000
_STEEPEST_RATIO = 20


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it comes in a call: its name and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file Telegram keeps."""

    kind: Kind
    file_id: str
    unique_id: str
    name: str
    content: bytes
    mime_type: str
    path: str
    width: int = 0
    height: int = 0

    def json(self) -> Any:
        """Return the object of the Bot API: a Document, Sticker or Voice, a list of sizes for a photo."""
        base: dict[str, Any] = {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }
        match self.kind:
            case "photo":
                return [{**base, "width": self.width, "height": self.height}]
            case "sticker":
                shape = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
                return {**base, **shape, "emoji": self.name}
            case "voice":
                return {**base, "duration": 3, "mime_type": self.mime_type}
            case _:
                return {**base, "file_name": self.name, "mime_type": self.mime_type}


class Files:
    """Every file of this Telegram."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: Kind, upload: Upload) -> StoredFile:
        """Keep an uploaded file; raises Refused when it is empty, too heavy or, for a photo, no picture."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > self._limits.upload:
            raise Refused(*TOO_LARGE)
        width = height = 0
        if kind == "photo":
            width, height = self._measured(upload.content)
        number = len(self._by_id) + 1
        ending = "jpg" if kind == "photo" else (upload.name.rpartition(".")[2] or "bin")
        file = StoredFile(
            kind=kind,
            file_id=f"{kind.capitalize()}File{number:08d}",
            unique_id=f"Unique{number:08d}",
            name=upload.name,
            content=upload.content,
            mime_type=_mime_type(kind, upload),
            path=f"{_FOLDERS[kind]}/file_{number}.{ending}",
            width=width,
            height=height,
        )
        self._by_id[file.file_id] = self._by_path[file.path] = file
        return file

    def known(self, file_id: str) -> StoredFile:
        """Return the file a bot names by file_id; raises Refused for one that is not there."""
        if file_id not in self._by_id:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id]

    def to_download(self, file_id: str) -> StoredFile:
        """Return the file a bot wants to download; raises Refused for an unknown or a too heavy one."""
        if file_id not in self._by_id:
            raise bad_request("invalid file_id")
        file = self._by_id[file_id]
        if len(file.content) > self._limits.download:
            raise bad_request("file is too big")
        return file

    def at(self, path: str) -> StoredFile | None:
        """Return the file at a path that getFile gave."""
        return self._by_path.get(path)

    def find(self, file_id: str) -> StoredFile | None:
        """Return the file of an id or None."""
        return self._by_id.get(file_id)

    def _measured(self, content: bytes) -> tuple[int, int]:
        if len(content) > self._limits.photo:
            raise bad_request("file is too big for a photo")
        size = picture_size(content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = size
        if width + height > _LONGEST_SIDES_TOGETHER or max(size) > _STEEPEST_RATIO * max(min(size), 1):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return size


def _mime_type(kind: Kind, upload: Upload) -> str:
    if kind == "photo":
        return "image/png" if upload.content.startswith(b"\x89PNG") else "image/jpeg"
    if kind == "voice":
        return "audio/ogg"
    return mimetypes.guess_type(upload.name)[0] or "application/octet-stream"


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Return a PNG's, GIF's or JPEG's width and height in pixels; None for what is no picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None

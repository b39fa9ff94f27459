"""The parameters of a call, whatever way they came: form, multipart, JSON or address line."""

import json
from typing import Any

from simulator.files import Upload
from simulator.refusals import bad_request


class Params:
    """Named values of one call, with the files sent along."""

    __slots__ = ("files", "values")

    def __init__(self, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str) -> str:
        """Return a text; "" when it is not given."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def given(self, name: str) -> bool:
        """Say whether a value was given at all."""
        return self.values.get(name) not in (None, "")

    def integer(self, name: str, default: int = 0) -> int:
        """Return a whole number; what is no number counts as 0, as in Telegram."""
        value = self.values.get(name)
        if value in (None, ""):
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            return 0

    def flag(self, name: str) -> bool:
        """Return a yes or no."""
        value = self.values.get(name)
        return value is True or (isinstance(value, str) and value.lower() in {"true", "yes", "1"})

    def json(self, name: str) -> Any:
        """Return a value that came as JSON; None when it is not given."""
        value = self.values.get(name)
        if value in (None, ""):
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def upload(self, name: str) -> Upload | str:
        """Return a file sent along (under its own name or by attach://), or the file_id given instead of it."""
        return self.attached(self.values.get(name), name)

    def attached(self, value: Any, name: str) -> Upload | str:
        """Return the file that `value` points to; raises Refused when there is none."""
        if name in self.files:
            return self.files[name]
        if isinstance(value, str) and value.startswith("attach://"):
            file = self.files.get(value.removeprefix("attach://"))
            if file is None:
                raise bad_request("wrong file identifier/HTTP URL specified")
            return file
        if not value:
            raise bad_request(f"there is no {name} in the request")
        return str(value)

    def record(self) -> dict[str, Any]:
        """Return what to remember of the call: values read from JSON, files by name."""
        seen = {name: _read(value) for name, value in self.values.items()}
        return {**seen, **dict(self.files)}


def _read(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value

"""What Telegram says when it refuses: a code, a sentence and, for haste, how long to wait."""

from typing import Any


class Refused(Exception):
    """A call that Telegram would not perform; `code` is the HTTP status, `description` its words."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def answer(self) -> dict[str, Any]:
        """Return the JSON body Telegram sends with this refusal."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(words: str) -> Refused:
    """Return a 400 with Telegram's prefix."""
    return Refused(400, f"Bad Request: {words}")


def too_many_requests(retry_after: int) -> Refused:
    """Return a 429; `retry_after` is in seconds."""
    return Refused(429, f"Too Many Requests: retry after {retry_after}", retry_after)


UNAUTHORIZED = (401, "Unauthorized")
NO_SUCH_METHOD = (404, "Not Found: method not found")
BLOCKED = (403, "Forbidden: bot was blocked by the user")
TOO_LARGE = (413, "Request Entity Too Large")
OTHER_POLLER = (
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
STALE_QUERY = "query is too old and response timeout expired or query ID is invalid"

"""Troubles that can be switched on: refusals of our choice, answers that get lost on the way."""

from dataclasses import dataclass
from typing import Literal

from simulator.refusals import Refused

ANY = "*"


@dataclass(slots=True)
class Fault:
    """One trouble that waits for a method and happens `times` more."""

    method: str
    times: int
    kind: Literal["refuse", "lose_answer", "lose_call"]
    refusal: Refused | None = None
    page: str | None = None


class Faults:
    """The troubles to come, in the order they were asked for."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def fail(
        self,
        method: str = ANY,
        times: int = 1,
        status: int = 500,
        description: str = "Internal Server Error",
        retry_after: int | None = None,
        page: str | None = None,
    ) -> None:
        """Refuse the next calls of a method ("*" for any) without performing them.

        `page` replaces the JSON with an HTML body, as a proxy in front of Telegram answers with 502.
        """
        self._waiting.append(Fault(method, times, "refuse", Refused(status, description, retry_after), page))

    def lose_answer(self, method: str = ANY, times: int = 1) -> None:
        """Perform the next calls of a method, then drop the connection instead of answering."""
        self._waiting.append(Fault(method, times, "lose_answer"))

    def lose_call(self, method: str = ANY, times: int = 1) -> None:
        """Drop the connection of the next calls of a method without performing them."""
        self._waiting.append(Fault(method, times, "lose_call"))

    def clear(self) -> None:
        """Forget all troubles to come."""
        self._waiting.clear()

    def next(self, method: str) -> Fault | None:
        """Return the trouble this call runs into, one time less to come, or None."""
        for fault in self._waiting:
            if fault.method in (ANY, method):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None

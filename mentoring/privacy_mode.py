"""How much of a person the messenger may see: names, or nothing but codes (ч. 8 ст. 10 149-ФЗ, ч. 3.1 ст. 16 273-ФЗ).

The mode is chosen when a school is set up and may be tightened later; back it goes on the server only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PrivacyMode(StrEnum):
    """Whether names are shown and asked for in chat."""

    OPEN = "open"
    CODED = "coded"  # names come in and go out through the server only


class ShownAs(StrEnum):
    """What stands for a person in chat where names must not: whatever the school chose."""

    CODE = "code"
    GIVEN_INITIAL = "given_initial"


@dataclass(frozen=True, slots=True)
class Privacy:
    """A school's choice, carried by whoever speaks or is spoken to."""

    mode: PrivacyMode = PrivacyMode.OPEN
    shown_as: ShownAs = ShownAs.CODE

    @property
    def coded(self) -> bool:
        """Whether no name may be seen in chat."""
        return self.mode is PrivacyMode.CODED

    @property
    def by_code(self) -> bool:
        """Whether people are codes and nothing else."""
        return self.coded and self.shown_as is ShownAs.CODE

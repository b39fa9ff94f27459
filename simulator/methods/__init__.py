"""The methods of the Bot API this stand-in performs, by their names in small letters."""

from collections.abc import Callable
from typing import Any

from simulator.methods import editing, profile, receiving, removing, sending

METHODS: dict[str, Callable[..., Any]] = {
    name.lower(): perform
    for name, perform in (
        *receiving.METHODS.items(),
        *sending.METHODS.items(),
        *editing.METHODS.items(),
        *removing.METHODS.items(),
        *profile.METHODS.items(),
    )
}

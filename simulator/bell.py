"""A bell that rings at every change, for those who wait until something is so."""

import asyncio
from collections.abc import Callable


class Bell:
    """Wakes everybody who waits; a ring nobody waits for costs next to nothing."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()
        self.rings = 0

    def ring(self) -> None:
        """Wake everybody who waits."""
        self.rings += 1
        if self._waiting:
            waiting, self._waiting = self._waiting, set()
            for one in waiting:
                if not one.done():
                    one.set_result(None)

    async def heard(self) -> None:
        """Return at the next ring."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)

    async def until(self, holds: Callable[[], object], seconds: float) -> None:
        """Return as soon as `holds()` is true, looked at after every ring; raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not holds():
                await self.heard()

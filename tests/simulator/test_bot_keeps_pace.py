"""What the bot allows itself, the stand-in's limits allow: a broadcast, and a class that taps at once beside it."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import random

from bot.pace import Pace
from simulator.limits import Limits
from simulator.pace import Pace as Allowed

CLASS = 30
HANDFUL = 5


class Virtual:
    """A time that passes only while somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    async def pause(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (self.now + seconds, next(self._numbers), future))
        await future

    async def run(self, until: float) -> None:
        while self._waiting and self._waiting[0][0] <= until:
            self.now, _, future = heapq.heappop(self._waiting)
            future.set_result(None)
            for _ in range(10):
                await asyncio.sleep(0)


async def test_a_broadcast_and_a_class_tapping_at_once_are_within_the_limits_and_the_class_waits_a_second():
    time = Virtual()
    pace = Pace(time.pause, lambda: time.now)
    sent: list[float] = []
    waits: list[float] = []

    async def broadcast() -> None:
        while True:
            if not await pace.room(HANDFUL):
                for _ in range(HANDFUL):
                    await pace.turn()
                    sent.append(time.now)

    async def tap() -> None:
        await time.pause(5)
        began = time.now
        await pace.turn()
        sent.append(time.now)
        waits.append(time.now - began)

    tasks = [asyncio.create_task(each) for each in (broadcast(), *(tap() for _ in range(CLASS)))]
    await asyncio.sleep(0)
    await time.run(10)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert len(waits) == CLASS
    assert max(waits) < 1
    assert len(sent) > 0.9 * Limits().calls_a_second * 10, "near what is allowed"
    dice = random.Random(1)
    arrivals = sorted(each + dice.uniform(0, 0.2) for each in sent)  # the ways of a network differ
    heard = iter([0.0, *(each for each in arrivals)])
    allowed = Allowed(Limits(), lambda: next(heard))
    for chat in range(len(arrivals)):
        allowed.spend(chat)

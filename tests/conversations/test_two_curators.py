"""Two curators on two phones before the same draft: whoever comes second changes nothing unseen, and reads what happened and by whom."""

from __future__ import annotations

import pytest
from steps_joining import set_up_school
from steps_matching import members, ready_participants
from test_match_rules import data_of, second_curator

from storage import wishes

CARD, GROUP = ["Смотреть пары"], ["Смотреть группы"]
BAN, OUT = [*CARD, "Не сводить"], [*GROUP, "1"]
FIRST_BY_HAND, SECOND_BY_HAND = [*CARD, "Другой наставник", "1"], [*CARD, "Другой наставник", "2"]
CONFLICT, CONFIRM, PIN, BY_HAND, AGAIN = "Был конфликт", "Подтвердить", "Закрепить", "Свести", "Пересчитать"
ALL, ALL_SURE = ["Подтвердить все"], "Да, подтвердить"
WHOLE, TAKE_OUT = "Подтвердить всю группу", "Вывести из группы"

# What each opens and taps; what the second reads; pairs confirmed, and bans and pins, after both.
DEEDS = {
    "ban, confirm": (BAN, CONFLICT, CARD, CONFIRM, "Эту пару уже решили не сводить.", 0, 1),
    "confirm, ban": (CARD, CONFIRM, BAN, CONFLICT, "Эта пара уже подтверждена", 1, 0),
    "pin, ban": (CARD, PIN, BAN, CONFLICT, "Эту пару уже закрепили.", 0, 1),
    "ban, pin": (BAN, CONFLICT, CARD, PIN, "Эту пару уже решили не сводить.", 0, 1),
    "confirm, confirm": (CARD, CONFIRM, CARD, CONFIRM, "Эта пара уже подтверждена", 1, 0),
    "all, ban": (ALL, ALL_SURE, BAN, CONFLICT, "Эта пара уже подтверждена", 3, 0),
    "ban, all": (BAN, CONFLICT, ALL, ALL_SURE, "Черновик уже пересчитан.", 0, 1),
    "all, all": (ALL, ALL_SURE, ALL, ALL_SURE, "Подтверждать больше нечего", 3, 0),
    "confirm, all": (CARD, CONFIRM, ALL, ALL_SURE, "часть пар подтвердили: осталось 2.", 1, 0),
    "again, confirm": (["Ещё"], AGAIN, CARD, CONFIRM, "Черновик уже пересчитан.", 0, 0),
    "rules, confirm": (["Правила подбора", "интересы"], "Важно", CARD, CONFIRM, "Правила подбора изменились", 0, 0),
    "by hand, by hand": (SECOND_BY_HAND, BY_HAND, FIRST_BY_HAND, BY_HAND, "уже есть пара, её подтвердили", 1, 0),
    "pin, another pin": (SECOND_BY_HAND, PIN, FIRST_BY_HAND, PIN, "уже закрепили с другим наставником", 0, 1),
    "group, take out": (GROUP, WHOLE, OUT, TAKE_OUT, "Эта пара уже подтверждена", 3, 0),
    "take out, group": (OUT, TAKE_OUT, GROUP, WHOLE, "Этого человека уже вывели из группы.", 0, 1),
}


@pytest.mark.parametrize(
    ("opens", "taps", "other_opens", "other_taps", "reads", "confirmed", "wished"), DEEDS.values(), ids=DEEDS
)
async def test_whoever_is_second_reads_what_the_first_did_and_undoes_nothing(
    stage, opens, taps, other_opens, other_taps, reads, confirmed, wished
):
    first = await set_up_school(stage, forms=("pupil_pupil",))
    await ready_participants(stage, mentees=3, mentors=2, places=3, phones=False)
    second = await second_curator(stage)
    await first.says("/match")
    if GROUP[0] in (*opens, *other_opens):
        await first.taps("Правила подбора", "Пары или группы", "2", "‹ К подбору")
    await second.says("/match")
    await first.taps(*opens)
    await second.taps(*other_opens)
    seen = data_of(second, other_taps)
    await first.taps_data(*data_of(first, taps))
    await second.taps_data(*seen)
    assert reads in second.toast
    assert "Кураторова Вера" in second.toast
    assert len(await members(stage)) == confirmed
    every = await stage.app.database.read(lambda tx: wishes.page(tx, 1, 0, 9))
    assert [each.by for each in every] == [1] * wished, "the first curator's and no other"


async def test_a_ban_is_told_with_its_author_to_whoever_makes_the_pair_by_hand(stage):
    first = await set_up_school(stage, forms=("pupil_pupil",))
    await ready_participants(stage, mentees=1, mentors=1, phones=False)
    second = await second_curator(stage)
    for each in (first, second):
        await each.says("/match")
    await second.taps("Смотреть пары", "Другой наставник", "1")
    await first.taps("Смотреть пары", "Не сводить", "Был конфликт")
    await second.taps("Свести")
    assert second.toast == "Эту пару решили не сводить. Кто: Кураторова Вера. Сначала снимите запрет."
    assert await members(stage) == []

"""Everything said and sent in a whole life of a pair is looked through: no concern, mark or reason is where it should not be."""

from __future__ import annotations

import logging
import re

import pytest
from looking import content_of
from steps_life import (
    CARE,
    CONCERN,
    GOAL,
    GROUP_RATING,
    GROUP_TROUBLE,
    HARD,
    HIS_OBSTACLE,
    HIS_RATING,
    NOTE,
    NUDGE,
    OBSTACLE,
    PARTING,
    PROPOSAL,
    RATING,
    SUMMARY,
    TASK,
    TROUBLE,
    UNEASY,
    WORD,
    WRITTEN,
    life,
)
from test_pairing_secrecy import Ears, others_replay, walks

from bot.server_exports import KINDS, Desk, take_out
from locales.words import Say, Words
from mentoring.refusal import Refusal
from services.operator import place
from storage import accounts

CURATORS = ("curator", "second")
PAIR = ("mentee", "mentor")
# What was written: on whose phones and in whose files it may ever stand. Whoever wrote it is among them.
ALLOWED = {
    CONCERN: ("psychologist",),  # not even the pupil's own: the screen is gone, and nothing echoes
    CARE: ("psychologist",),
    RATING: (*CURATORS, "mentee"),
    HIS_RATING: (*CURATORS, "mentor"),
    GROUP_RATING: (*CURATORS, "one"),
    OBSTACLE: (*CURATORS, "mentee"),
    HIS_OBSTACLE: (*CURATORS, "mentor"),
    TROUBLE: (*CURATORS, "mentor"),
    GROUP_TROUBLE: (*CURATORS, "leads"),
    NOTE: (*CURATORS, "mentor"),
    SUMMARY: (*CURATORS, *PAIR),
    GOAL: (*CURATORS, *PAIR, "parent"),
    TASK: (*CURATORS, *PAIR, "parent"),
    WORD: (*CURATORS, *PAIR),
    HARD: (*CURATORS, "mentor"),
    PROPOSAL: (*CURATORS, "mentor"),
    NUDGE: (*CURATORS, "leads"),
    PARTING: (*CURATORS, "mentee"),
}
# What the bot says of marks, signals, reasons and concerns in words of its own: who may read such a sentence.
SAID = {
    UNEASY: (*CURATORS, "mentee"),  # whoever chooses it reads it on a button
    "Нужно ваше внимание": ("psychologist", "social"),
    "Обращения учеников": ("psychologist", "social"),
    "не получается связаться": CURATORS,
    "наставник не отвечает": (*CURATORS, "mentee"),  # their own words to the curator
    "низкая оценка": CURATORS,
    "стоит поговорить": CURATORS,
    "оценки сторон разошлись": CURATORS,
    "ответы о встрече разошлись": CURATORS,
    "хочет сменить пару": CURATORS,
    "хотят сменить пару": CURATORS,
    "Оценки по месяцам": CURATORS,
    "наставник 9; наставляемый 2": CURATORS,
    "Марина К. — 2": ("mentee",),
    "Илья П. — 9": ("mentor",),
    "Олег Б. — 8": ("one",),
    "Глеб Р. — 10": ("leads",),
}
# Each own file holds what its person wrote; a concern stands in none, nor does what was told to curators about the person.
OWN_FILE = {
    **{
        RATING: {"mentee"},
        HIS_RATING: {"mentor"},
        GROUP_RATING: {"one"},
        OBSTACLE: {"mentee"},
        HIS_OBSTACLE: {"mentor"},
    },
    **{TROUBLE: {"mentor"}, GROUP_TROUBLE: {"leads"}, NOTE: {*PAIR}, SUMMARY: {*PAIR}, GOAL: {*PAIR}, TASK: {*PAIR}},
    **{WORD: {*PAIR}, HARD: {"mentor"}, PROPOSAL: {"mentor"}, NUDGE: {"leads"}, PARTING: {"mentee"}},
}
IN_NO_FILE = (CONCERN, CARE, RATING, HIS_RATING, GROUP_RATING, OBSTACLE, HIS_OBSTACLE, NUDGE, PARTING, UNEASY)
# Buttons of a concern, of marks, signals, stuck pairs, diaries, plans, windows: each is among those that are replayed.
PREFIXES = {"cnl", "cnc", "stp", "stn", "msc", "ent", "dia", "wdi", "sgs", "rat"}
OTHERS = ("stranger", "parent", "other", "two", "teacher", "mentors_parent")
OWN = ("une", "unq")  # whoever taps it speaks for themselves
LOOKERS = ("mentor", "parent", "one", "mentee", "two", "leads", "mentors_parent", "teacher", "head", "social", "other")
NEAR, FAR = 12, 120


@pytest.mark.parametrize("far", [False, pytest.param(True, marks=pytest.mark.outside)])
async def test_nothing_of_a_concern_a_mark_or_a_reason_is_where_it_should_not_be(stage, caplog, tmp_path, far):
    caplog.set_level(logging.INFO)
    story = await life(stage)
    ears = Ears(story, {**ALLOWED, **SAID})
    assert not ears.wrong(), "while it all happened"
    for words in WRITTEN:
        assert ears.told(words), f"{words}: what is looked for would be found"
    for words in ("низкая оценка", "наставник 9; наставляемый 2", UNEASY):
        assert ears.told(words) & {*CURATORS}, f"{words}: what is looked for would be found"
    await every_own_file(story)
    await others_replay(story, far, PREFIXES, OTHERS, OWN)
    for part in LOOKERS if far else LOOKERS[:3]:
        await walks(story, part, FAR if far else NEAR)
    for part in ("second", "psychologist"):
        await walks(story, part, FAR if far else NEAR)
    own_words = (UNEASY, "наставник не отвечает")  # whoever looks may choose these, and reads what they have chosen
    assert not ears.wrong(but=own_words), "whatever they tap"
    nothing_stays_in_the_chat(story)
    every_file(ears)
    await at_the_server(story, tmp_path)
    assert not [words for words in WRITTEN if words in caplog.text]
    assert "concern" not in "".join(await journal(stage)), "the general journal knows nothing of it"


def nothing_stays_in_the_chat(story):
    """No message of the concern is left before the eyes of whoever takes the phone."""
    for message in story.mentee.user.chat.visible:
        assert not re.search("Спасибо, что сказали|8-800|психолог", message.text), message.text
        assert CONCERN not in message.text


async def every_own_file(story):
    """All that is stored about each, as it is handed to them."""
    for part, someone in story.phones.items():
        if part == "stranger":
            continue
        speaker = await story.stage.app.database.read(lambda tx, n=someone.user.id: accounts.speaking(tx, n))
        mine = str(await story.stage.app.parts.handing_out.mine(speaker, speaker.person_id))
        found = {words for words in WRITTEN if words in mine}
        assert found <= {words for words, parts in OWN_FILE.items() if part in parts}, part
        if part in PAIR:
            assert found, "what is looked for would be found"


def every_file(ears):
    """No concern, mark, obstacle or reason stands in any file that was ever sent."""
    assert len({name for name, _, _ in ears.files}) >= 4
    for name, _, text in ears.files:
        assert not [words for words in IN_NO_FILE if words in text], name
        assert not name.startswith("Наставничество") or not [words for words in (HARD, PROPOSAL) if words in text], name
    assert any(TROUBLE in text for _, _, text in ears.files), "the curator's diary"


async def at_the_server(story, folder):
    """Nor in what the operator of the server takes out."""
    where = await place(story.stage.app.database)
    desk = Desk(story.stage.app.database, where, Say(Words.shipped(), "ru"), "https://t.me/bot?start=")
    for what in KINDS:
        try:
            paths = await take_out(desk, what, folder)
        except Refusal:
            continue
        for path in paths:
            text = content_of(path.read_bytes())
            assert not [words for words in (*IN_NO_FILE, HARD, PROPOSAL) if words in text], what


async def journal(stage):
    return await stage.app.database.read(
        lambda tx: [f"{row['deed']} {row['subject']} {row['details']}" for row in tx.all("SELECT * FROM journal")]
    )

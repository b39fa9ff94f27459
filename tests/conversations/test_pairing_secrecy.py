"""Everything said and sent in a whole pairing is looked through: what was told to few is on their phones alone, and in no file."""

from __future__ import annotations

import json
import logging
import re
from io import BytesIO

import pytest
from crawler import Crawler, kind_of
from looking import content_of, said
from openpyxl import load_workbook
from steps_pairing import (
    AVOIDED,
    BAN,
    BUSY,
    CASE,
    DECLINE,
    GOALS,
    MINUTES,
    NOTE,
    OBJECTION,
    PARTING,
    PDF,
    PIN,
    SCAN,
    UNEASY,
    WRITTEN,
    pairing,
)
from test_replay import EVERYBODYS, _changed, everything

from bot.server_exports import KINDS, Desk, take_out
from locales.words import Say, Words
from mentoring.refusal import Refusal
from services.operator import place
from simulator.files import Upload
from storage import accounts

CURATORS = ("curator", "second")
# What was written: on whose phones it may ever stand. Whoever wrote it is among them.
ALLOWED = {
    GOALS: (*CURATORS, "avoider"),
    BAN: CURATORS,
    PIN: CURATORS,
    DECLINE: (*CURATORS, "refuser"),
    OBJECTION: (*CURATORS, "parent"),
    PARTING: (*CURATORS, "leaver"),
    UNEASY: (*CURATORS, "leaver"),
    BUSY: (*CURATORS, "mentor"),
    CASE: (*CURATORS, "psychologist"),
    NOTE: ("psychologist",),
    MINUTES: CURATORS,
    SCAN: CURATORS,
}
# Offered to choose: whoever opens the questionnaire reads these words too.
CHOICES = (UNEASY, BUSY)
# Of one's own file: what one wrote; of a case and a note also whom they are about (ст. 14 152-ФЗ).
OWN_FILE = {
    GOALS: {"avoider"},
    DECLINE: {"refuser"},
    OBJECTION: {"parent"},
    PARTING: {"leaver"},
    UNEASY: {"leaver"},
    BUSY: {"mentor"},
    CASE: {"waiting"},
    NOTE: {"waiting"},
}
OWN_DATA = "мои данные"  # what is handed out is looked at by itself
# Buttons of this issue: each is among those that are replayed.
PREFIXES = {
    *("avd", "cap", "cas", "chp", "csc", "csg", "csk", "csl", "gat", "gtc", "gth", "gti", "gtw", "min", "mqa", "mqp"),
    *(
        "mrk",
        "mrl",
        "mtd",
        "mtp",
        "mtv",
        "mtw",
        "mtx",
        "off",
        "ord",
        "pct",
        "pra",
        "prq",
        "prr",
        "prs",
        "psa",
        "psb",
        "scn",
    ),
}
OTHERS = ("stranger", "avoider", "refuser", "avoiders_parent", "teacher", "head", "social")
COMMON = (
    "Здравствуйте!",
    "Школа № 5",
    "Этот экран",
    "Дорожная карта",
    "Мои задачи",
    "Сейчас вам никто",
)  # said to whoever may ask
# A mark set and taken back, a new draft, a file or a page whose opening is noted, another link.
EACH_ITS_OWN = ("gtc1", "mtf1", "cap1", "avd1", "ord1:x", "ord1:w", "xls1", "inv1", "exp1", "home", "none")
NEAR, FAR = 10, 120
WALKERS = (
    *("avoider", "refused", "child", "leaver", "waiting", "mentor", "refuser", "unlucky", "avoided", "parent"),
    *("other_parent", "avoiders_parent", "leavers_parent", "psychologist", "social", "head", "methodist", "trainer"),
    *("teacher", "helper", "stranger"),
)
FEW = ("parent", "mentor", "waiting", "leaver", "helper")


class Ears:
    """Everything the bot said or sent, call by call: to which phone, in which words; files too."""

    def __init__(self, story, allowed=ALLOWED):
        self.story, self.allowed, self.calls, self.files = story, allowed, [], []
        self.names = {someone.user.id: part for part, someone in story.phones.items()}
        self._heard = 0

    def told(self, words):
        """The parts of those who were ever told these words: in a text, on a button, in a file but that of their own data."""
        self._listen()
        return {self.names[account] for account, text in self.calls if words in text and account in self.names}

    def wrong(self, *, but=()):
        """Who was told what they should not have been."""
        heard = {words: self.told(words) - {*parts} for words, parts in self.allowed.items() if words not in but}
        return {words: parts for words, parts in heard.items() if parts}

    def _listen(self):
        calls = self.story.stage.telegram.calls
        for call in calls[self._heard :]:
            texts = [json.dumps(call.params, ensure_ascii=False, default=str)]
            for each in call.params.values():
                if isinstance(each, Upload) and not each.name.startswith(OWN_DATA):
                    # the scan is no PDF a reader would open
                    text = each.content.decode() if each.content == PDF else content_of(each.content)
                    self.files.append((each.name, each.content, text))
                    texts.append(text)
            texts += [str(each) for each in said({k: v for k, v in call.params.items() if not isinstance(v, Upload)})]
            self.calls.append((int(call.params.get("chat_id", 0)), "\n".join(texts)))
        self._heard = len(calls)


def together(content):
    """Whether a table says something of who avoids and who is avoided in one line."""
    if not content.startswith(b"PK") or b"xl/workbook.xml" not in content:
        return False
    lines = (" ".join(str(cell.value) for cell in row) for sheet in load_workbook(BytesIO(content)) for row in sheet)
    return any("Петров" in line and "Нежелаев" in line for line in lines)


@pytest.mark.parametrize("far", [False, pytest.param(True, marks=pytest.mark.outside)])
async def test_what_was_told_to_few_is_on_their_phones_and_in_their_files_alone(stage, caplog, tmp_path, far):
    caplog.set_level(logging.INFO)
    story = await pairing(stage)
    ears = Ears(story)
    assert not ears.wrong(), "while it all happened"
    for words in ALLOWED:
        assert words in (GOALS, NOTE) or ears.told(words), f"{words}: what is looked for would be found"
    assert ears.told(AVOIDED) <= {*CURATORS, "psychologist", "avoider", "avoided"}
    await every_own_file(story)
    await others_replay(story, far)
    if far:
        await owners_tap_twice(story)
    await everybody_looks(story, far)
    assert ears.told("не с:") == {"curator", "psychologist"}
    assert not ears.wrong(but=CHOICES), "whatever they tap"
    every_file(ears)
    await at_the_server(story, tmp_path)
    text = caplog.text
    assert not [words for words in WRITTEN if words in text]
    assert not [name for name in ("Осип", "Нежелаев", "Котова", "Сыновья", "Тимур") if name in text]


def buttons_of(stage):
    """Every button anybody was ever shown: the phones it was shown on."""
    found = {}
    for call in stage.telegram.calls:
        markup = call.params.get("reply_markup")
        for row in markup.get("inline_keyboard", ()) if isinstance(markup, dict) else ():
            for button in row:
                if "callback_data" in button:
                    found.setdefault(button["callback_data"], set()).add(int(call.params.get("chat_id", 0)))
    return found


async def others_replay(story, far, prefixes=PREFIXES, others=OTHERS, themselves=()):
    """Buttons of others change nothing and show nothing that was shown to others; a few of each kind, or all kinds."""
    stage = story.stage
    kinds = {}
    for data, owners in buttons_of(stage).items():
        if not data.startswith((*EVERYBODYS, "set1", *themselves)):  # the first curator's, of before there was a school
            kinds.setdefault(kind_of(data) if far else re.split(r"[:|]", data)[0], (data, owners))
    assert {data[:3] for data, _ in kinds.values()} >= prefixes
    for part in others if far else others[:3]:
        other = story.phones[part]
        own = other.user.id
        theirs = {
            m.text for someone in story.phones.values() if someone is not other for m in someone.user.chat.messages
        }
        known = {message.text for message in other.user.chat.messages}
        before = everything(stage)
        for data, owners in kinds.values():
            if own not in owners:
                await other.taps_data(other.screen.id, data)
        changed = _changed(before, everything(stage))
        assert [each for each in changed if not each.startswith("accounts: +")] == [], part  # a phone is met: no more
        shown = {message.text for message in other.user.chat.messages if message.from_bot} - known
        assert not [text for text in shown & theirs if not text.startswith(COMMON)], part


async def owners_tap_twice(story):
    """A second tap changes nothing more, but where each tap is a wish of its own."""
    stage = story.stage
    names = {someone.user.id: someone for someone in story.phones.values()}
    faults = []
    for data, owners in buttons_of(stage).items():
        for someone in (names[each] for each in owners if not data.startswith(EACH_ITS_OWN)):
            await someone.taps_data(someone.screen.id, data)
            once = everything(stage)
            await someone.taps_data(someone.screen.id, data)
            faults += [f"{data}: {each[:200]}" for each in _changed(once, everything(stage))]
    assert not faults, "\n".join(faults)


async def everybody_looks(story, far):
    """Everybody taps whatever there is; then the curators and the psychologist."""
    for part in ("curator", "psychologist"):
        await story.phones[part].taps_data(story.phones[part].screen.id, "avd1:0")
    for part in WALKERS if far else FEW:
        await walks(story, part, FAR if far else NEAR)
    await walks(story, "psychologist", FAR if far else NEAR)
    await walks(story, "curator", 3 * FAR if far else NEAR)
    for data in ("xls1:1", "gat1:", "mtw1:pupil_pupil:0"):
        await story.curator.taps_data(story.curator.screen.id, data)


async def walks(story, part, most):
    crawler = Crawler(story.phones[part], most, each=2)
    crawler.tapped["lng1:en"] = 0
    await crawler.goes_everywhere()


async def every_own_file(story):
    """All that is stored about each, as it is handed to them."""
    for part, someone in story.phones.items():
        if part == "stranger":
            continue
        speaker = await story.stage.app.database.read(lambda tx, n=someone.user.id: accounts.speaking(tx, n))
        mine = str(await story.stage.app.parts.handing_out.mine(speaker, speaker.person_id))
        for words in (*WRITTEN, UNEASY):
            assert words not in mine or part in OWN_FILE.get(words, ()), (part, words)
        assert AVOIDED not in mine or part in ("avoider", "avoided"), part


def every_file(ears):
    """Nothing written stands in any file but the one it was written for."""
    assert len({name for name, _, _ in ears.files}) >= 7
    for name, content, text in ears.files:
        for words in (*WRITTEN, UNEASY, BUSY):
            assert words not in text or words in (MINUTES, SCAN), (name, words)
        assert not together(content), name
    assert any(MINUTES in text for _, _, text in ears.files)


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
            content = path.read_bytes()
            text = content_of(content)
            assert not [words for words in (*WRITTEN, UNEASY, BUSY) if words in text], what
            assert not together(content), what

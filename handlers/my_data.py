"""Handing out: everything stored about a person as one file, from /privacy."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.places import place_of
from handlers.screen import Button, HomeTap, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.people import Speaker
from mentoring.questionnaire import Line
from papers.my_data import Section, my_data_pdf
from services.my_data import Fact, HandingOut, MyData


class MyDataTap(CallbackData, prefix="myd1"):
    """All the data of one person."""

    person: int


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: MyDataTap, handing_out: HandingOut) -> None:
    """Send the file, or leave it on the server where no name may go by the messenger."""
    data = await handing_out.mine(speaker, callback_data.person)
    await chat.toast(say.plain("my-data-making"))
    title = say.plain("my-data-title", date=f"{data.made_at:%d.%m.%Y %H:%M}")
    content = await asyncio.to_thread(my_data_pdf, title, sections(say, data))
    await chat.send_file(content, say.plain("my-data-file"), paper=Paper.OWN_DATA)
    await chat.show_anew(screen(say("my-data-sent"), [Button(say.plain("to-home"), HomeTap())]))


def sections(say: Say, data: MyData) -> list[Section]:
    """The file's parts in words."""

    def part(name: str, lines: list[str]) -> Section:
        return Section(say.plain("my-data-part", part=name), tuple(line for line in lines if line))

    return [
        part("identity", _identity(say, data)),
        part("consents", _consents(say, data)),
        part("sides", _sides(say, data)),
        part("answers", _answers(say, data)),
        part("meetings", _meetings(say, data)),
        part("letters", [_letter(say, each.own, f"{each.at:%d.%m.%Y %H:%M}", each.text) for each in data.letters]),
        part("measures", _measures(say, data)),
        part("others", _told(say, data)),
        part("facts", _facts(say, data)),
        part("notices", _notices(say, data)),
        part("opened", [_opened(say, name, f"{at:%d.%m.%Y %H:%M}") for name, at in data.opened]),
    ]


def _identity(say: Say, data: MyData) -> list[str]:
    person = data.person
    pairs = {
        "name": data.name,
        "code": person.code,
        "birth": f"{person.birth_date:%d.%m.%Y}" if person.birth_date else "",
        "band": say.plain("my-data-band", band=person.age_band) if person.age_band else "",
        "gender": say.plain("my-data-gender", gender=person.gender) if person.gender else "",
        "place": place_of(say, person),
        "contact": data.contact,
        "accounts": ", ".join(map(str, data.accounts)),
        "relatives": ", ".join(data.relatives),
    }
    known = [say.plain("my-data-field", field=name, value=value) for name, value in pairs.items() if value]
    return [*known, say.plain("concern-in-person")]  # in everybody's file, so that it says nothing of anybody


def _consents(say: Say, data: MyData) -> list[str]:
    return [
        say.plain(
            "my-data-consent",
            purpose=say.plain("permission-name", purpose=each.purpose),
            capacity=each.capacity,
            agreed="yes" if each.agreed else "no",
            way=each.way,
            given=f"{each.given_at:%d.%m.%Y}",
            until=f"{each.until:%d.%m.%Y}" if each.until else "no",
            withdrawn=f"{each.withdrawn_at:%d.%m.%Y}" if each.withdrawn_at else "no",
        )
        + (f"\n{each.scope}" if each.scope else "")
        for each in data.records
    ]


def _sides(say: Say, data: MyData) -> list[str]:
    lines: list[str] = []
    for side, form, since in data.sides:
        words = say.plain("people-side", side=side) + (f", {say.plain('people-form', form=form)}" if form else "")
        lines.append(say.plain("my-data-since", what=words, date=f"{since:%d.%m.%Y}"))
    for other, form, state in data.pairs:
        name = say.plain("people-form", form=form) if form else "none"
        lines.append(say.plain("my-data-pair", other=other, form=name, state=state))
    return lines


def _answers(say: Say, data: MyData) -> list[str]:
    lines: list[str] = []
    for sent in data.answers:
        state = "yes" if sent.sent else "no"
        title = sent.title.to(say.language)
        lines.append(say.plain("my-data-sent-on", title=title, date=f"{sent.on:%d.%m.%Y}", sent=state))
        lines += _lines(say, sent.lines)
    return lines


def _meetings(say: Say, data: MyData) -> list[str]:
    return [
        "\n".join(
            each
            for each in (
                say.plain("my-data-meeting", at=f"{met.at:%d.%m.%Y %H:%M}", kind=met.kind, state=met.state),
                met.place,
                met.note,
            )
            if each
        )
        for met in data.meetings
    ]


def _letter(say: Say, own: bool, at: str, text: str) -> str:
    return say.plain("my-data-letter", own="yes" if own else "no", at=at, text=text)


def _measures(say: Say, data: MyData) -> list[str]:
    return [
        say.plain(
            "my-data-level" if each.psychological else "my-data-measure",
            parameter=each.label.to(say.language) or say.plain("my-data-part", part="measures"),
            phase=each.phase,
            value=each.value,
        )
        for each in data.measures
    ]


def _told(say: Say, data: MyData) -> list[str]:
    lines: list[str] = []
    for told in data.notes:
        lines.append(say.plain("my-data-note", party=told.party, date=f"{told.on:%d.%m.%Y}"))
        lines += _lines(say, told.lines)
    return lines


def _facts(say: Say, data: MyData) -> list[str]:
    return [
        _with(say.plain("my-data-fact", kind=each.kind, detail=_detail(say, each), date=f"{each.on:%d.%m.%Y}"), each)
        for each in data.facts
    ]


def _detail(say: Say, fact: Fact) -> str:
    match fact.kind:
        case "role":
            return say.plain("role-name", role=fact.detail)
        case "paper" | "withdrew":
            return say.plain("permission-name", purpose=fact.detail)
        case _:
            return fact.detail


def _notices(say: Say, data: MyData) -> list[str]:
    return [
        _with(say.plain("my-data-notice", kind=each.kind, date=f"{each.on:%d.%m.%Y}"), each) for each in data.notices
    ]


def _with(words: str, fact: Fact) -> str:
    return f"{words}\n{fact.text}" if fact.text else words


def _lines(say: Say, lines: Iterable[Line]) -> list[str]:
    return [
        f"{each.question.label.to(say.language)}\n\u2192 {each.shown.to(say.language) or chr(0x2014)}" for each in lines
    ]


def _opened(say: Say, name: str, at: str) -> str:
    return say.plain("my-data-opened", name=name, at=at)


def router() -> Router:
    """Handing out one's own data."""
    routes = Router(name="my_data")
    routes.callback_query.register(tapped, MyDataTap.filter())
    return routes

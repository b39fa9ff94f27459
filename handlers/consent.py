"""The consent, before anything else: what, why, who sees it, how long; agreeing, declining, and what comes after."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import guardian, home
from handlers.chat import Chat
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Screen, screen
from locales import consents
from locales.words import Markup, Say
from mentoring.consents import Capacity
from mentoring.naming import shown
from mentoring.people import Kind, Person, Speaker
from services.consenting import Asked, Consenting
from services.filling import Filling, Turn
from services.joining import Joined, Joining
from services.notices import Notice, Values
from services.speakers import Speakers

_ABOUT = {Kind.PUPIL: "about_pupil", Kind.TEACHER: "about_teacher"}
_ABOUT |= {Kind.STUDENT: "about_outsider", Kind.PARTNER: "about_outsider"}


class ConsentTap(CallbackData, prefix="con1"):
    """About a person: s the short screen, f the whole text, y agree, n decline; the version that was on the screen."""

    person: int
    step: str
    version: str = ""


class AboutTap(CallbackData, prefix="abt1"):
    """«Представиться»."""


class AgeTap(CallbackData, prefix="agy1"):
    """«Указать возраст»: a year later, of one of the account's people."""

    person: int


class JoinTap(CallbackData, prefix="joi1"):
    """Somebody of a class list goes on with joining."""


def consent_screen(say: Say, asked: Asked, viewer: Speaker, *, whole: bool = False) -> Screen:
    """The consent in short, or its whole text."""
    until = f"{asked.until:%d.%m.%Y}" if asked.until else "\u2014"
    version = asked.edition.version
    title = say("consent-title", version=version, released=f"{asked.edition.released:%d.%m.%Y}")
    if whole:
        body = Markup(
            escape(
                consents.text(asked.capacity, version, say.language, operator=asked.operator, until=until), quote=False
            )
        )
    else:
        body = say(
            f"consent-{asked.capacity}",
            school=asked.school,
            until=until,
            kind=asked.person.kind,
            child=shown(asked.person, viewer),
        )

    def button(words: str, step: str) -> Button:
        return Button(say.plain(words), ConsentTap(person=asked.person.id, step=step, version=version))

    other = button("consent-short", "s") if whole else button("consent-full", "f")
    answers = [button("consent-agree", "y"), button("consent-decline", "n")]
    return screen(f"{title}\n\n{body}", [other], answers)


async def ask(chat: Chat, say: Say, speaker: Speaker, consenting: Consenting, person_id: int) -> None:
    """Put the consent about a person on the screen."""
    await chat.show(consent_screen(say, await consenting.asked(speaker, person_id), speaker))


async def go_on(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    joined: Joined,
    filling: Filling,
    consenting: Consenting,
    after: Mapping[str, Continuation],
) -> None:
    """Somebody has come in: what must be known first, then the consent."""
    if joined.person is None:
        home_again = [Button(say.plain("to-home"), HomeTap())]
        await chat.show(screen(say("join-too-young", age=joined.least_age), home_again))
    elif joined.form:
        await show_turn(chat, say, await filling.begin(speaker, joined.form), after)
    else:
        await ask(chat, say, speaker, consenting, joined.person.id)


async def after_join(chat: Chat, speaker: Speaker, speakers: Speakers, outcome: Joined) -> None:
    """Who they are is known: on to the consent, unless it was given before."""
    await chat.call(go_on, speaker=await speakers.now(speaker), joined=outcome)


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: ConsentTap,
    consenting: Consenting,
) -> None:
    """Read it, agree, or decline."""
    person_id = callback_data.person
    if callback_data.step not in ("y", "n"):
        asked = await consenting.asked(speaker, person_id)
        await chat.show(consent_screen(say, asked, speaker, whole=callback_data.step == "f"))
        return
    agreed = callback_data.step == "y"
    answered = await consenting.answer(speaker, person_id, callback_data.version, agreed=agreed)
    if answered.stale:
        await chat.show(consent_screen(say, answered.asked, speaker), say.plain("consent-stale"))
    elif answered.gone:
        await chat.show(screen(say("consent-gone"), [Button(say.plain("to-home"), HomeTap())]))
    elif answered.agreed:
        if answered.stands:
            await chat.toast(say.plain("consent-stands"))
        await chat.call(_agreed, asked=answered.asked, signer=answered.signer)
    else:
        await _declined(chat, say, speaker, answered.asked)


async def _agreed(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    asked: Asked,
    signer: Person,
    speakers: Speakers,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Thanks; then the name, if it is not known, or what comes next."""
    now = await speakers.now(speaker)
    if now.person_id != signer.id:
        now = await speakers.speak_for(speaker, signer.id)
    form = form_about(signer, now)
    if form:
        await chat.toast(say.plain("consent-thanks"))
        await show_turn(chat, say, await filling.begin(now, form), after)
    elif asked.capacity is Capacity.ASSENT:
        await chat.call(guardian.ask_or_home, speaker=now)
    else:
        await chat.call(home.show, speaker=now, note=thanks(say, asked.capacity))


async def _declined(chat: Chat, say: Say, speaker: Speaker, asked: Asked) -> None:
    if asked.capacity is Capacity.GUARDIAN:
        text = say("consent-declined-guardian", child=shown(asked.person, speaker))
    else:
        text = say("consent-declined")
    await chat.show(screen(text, [Button(say.plain("to-home"), HomeTap())]))


def thanks(say: Say, capacity: Capacity) -> str:
    """A word of thanks, after a parent's consent or one's own."""
    return say("consent-thanks-guardian" if capacity is Capacity.GUARDIAN else "consent-thanks")


def form_about(person: Person, viewer: Speaker) -> str:
    """The form in which a person gives their name and what belongs to it; empty when nothing is to be asked."""
    if viewer.privacy.coded:
        return "about_pupil_coded" if person.kind is Kind.PUPIL and person.school_class is None else ""
    if person.name:
        return ""
    if person.kind is Kind.PUPIL and person.school_class is not None:
        return "about_person"
    return _ABOUT.get(person.kind, "about_person")


async def name_asked(
    chat: Chat, say: Say, speaker: Speaker, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """«Представиться»."""
    form = form_about(speaker.person, speaker) if speaker.person else ""
    if not form:
        await chat.call(home.show)
        return
    await show_turn(chat, say, await filling.begin(speaker, form), after)


async def after_about(chat: Chat, say: Say, speaker: Speaker, outcome: Person, turn: Turn) -> None:
    """The name is known: a minor hands the link on to a parent, everyone else goes home."""
    if outcome.kind in (Kind.PUPIL, Kind.STUDENT):
        await chat.call(guardian.ask_or_home)
        return
    note = thanks(say, Capacity.GUARDIAN) if outcome.kind is Kind.GUARDIAN else say("about-saved")
    await chat.call(home.show, note=note)


async def joining_again(chat: Chat, speaker: Speaker, joining: Joining) -> None:
    """«Вступить»: on with what was put off."""
    await chat.call(go_on, joined=await joining.come_back(speaker))


def came_of_age(say: Say, values: Values, notice: Notice) -> Screen:
    """Eighteen: an own consent is asked for."""
    read = Button(say.plain("where-read"), ConsentTap(person=notice.about, step="s"))
    return screen(say("notice-come-of-age", **values), [read], [Button(say.plain("to-home"), HomeTap())])


def came_of_fourteen(say: Say, values: Values, notice: Notice) -> Screen:
    """Fourteen: an own consent is asked for beside the guardian's."""
    read = Button(say.plain("where-read"), ConsentTap(person=notice.about, step="s"))
    return screen(say("notice-come-of-fourteen", **values), [read], [Button(say.plain("to-home"), HomeTap())])


def age_again(say: Say, values: Values, notice: Notice) -> Screen:
    """A school year later: the age is asked again of whoever has told no birth date."""
    tell = Button(say.plain("age-again"), AgeTap(person=notice.about))
    return screen(say("notice-age-again", **values), [tell], [Button(say.plain("to-home"), HomeTap())])


async def age_asked(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: AgeTap,
    speakers: Speakers,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Указать возраст»: as on joining, of this one of the account's people."""
    theirs = await speakers.speak_for(speaker, callback_data.person)
    await show_turn(chat, say, await filling.begin(theirs, "join_birth_coded"), after)


def router() -> Router:
    """The consent's buttons."""
    routes = Router(name="consent")
    routes.callback_query.register(tapped, ConsentTap.filter())
    routes.callback_query.register(name_asked, AboutTap.filter())
    routes.callback_query.register(age_asked, AgeTap.filter())
    routes.callback_query.register(joining_again, JoinTap.filter())
    return routes

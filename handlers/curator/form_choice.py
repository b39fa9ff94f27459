"""The form and role model of each participant: proposed with a reason, confirmed or changed by the curator."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.places import place_of
from handlers.question_view import shortened
from handlers.screen import Button, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import MentoringForm, Side, Speaker
from services.form_choice import Choice, FormChoice, Waiting

_REQUEST = 400  # letters of a request on the screen


class WaitingTap(CallbackData, prefix="fwt1"):
    """Those whose form waits for the curator, from this participation on."""

    after: int = 0


class ChoiceTap(CallbackData, prefix="fch1"):
    """One participation's form and model."""

    participation: int


class PersonsChoiceTap(CallbackData, prefix="fpc1"):
    """The same from a person's card."""

    person: int


class DecideTap(CallbackData, prefix="fdc1"):
    """Confirm the model that stands (empty), or decide on this one."""

    participation: int
    model: str = ""


class FormTap(CallbackData, prefix="ffm1"):
    """Decide on another form for this participation."""

    participation: int
    form: MentoringForm


class AllProposedTap(CallbackData, prefix="fal1"):
    """«Подтвердить все предложенные»: asked first, then done."""

    sure: bool = False


async def listed(chat: Chat, say: Say, speaker: Speaker, callback_data: WaitingTap, form_choice: FormChoice) -> None:
    """«Формы и роли»: who waits for a decision."""
    await chat.show(waiting_screen(say, speaker, await form_choice.waiting(speaker, callback_data.after)))


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: ChoiceTap, form_choice: FormChoice) -> None:
    """One of them."""
    await chat.show(choice_screen(say, speaker, await form_choice.of(speaker, callback_data.participation)))


async def opened_from_card(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PersonsChoiceTap, form_choice: FormChoice
) -> None:
    """The one whose card it is."""
    await chat.show(choice_screen(say, speaker, await form_choice.of_person(speaker, callback_data.person)))


async def decided(chat: Chat, say: Say, speaker: Speaker, callback_data: DecideTap, form_choice: FormChoice) -> None:
    """Confirmed, or changed: the screen says what stands now."""
    tap = callback_data
    choice = await form_choice.confirm(speaker, tap.participation, tap.model or None)
    await chat.show(choice_screen(say, speaker, choice), say.plain("form-choice-confirmed-toast"))


async def form_chosen(chat: Chat, say: Say, speaker: Speaker, callback_data: FormTap, form_choice: FormChoice) -> None:
    """Another form: the model is chosen next."""
    choice = await form_choice.choose_form(speaker, callback_data.participation, callback_data.form)
    await chat.show(choice_screen(say, speaker, choice), say.plain("form-choice-form-toast"))


async def all_confirmed(
    chat: Chat, say: Say, speaker: Speaker, callback_data: AllProposedTap, form_choice: FormChoice
) -> None:
    """Ask once more, with the number; then confirm everything that is proposed."""
    if not callback_data.sure:
        waiting = await form_choice.waiting(speaker)
        sure = Button(say.plain("form-choice-all-sure", count=waiting.proposed), AllProposedTap(sure=True))
        back = Button(say.plain("form-choice-back"), WaitingTap())
        await chat.show(screen(say("form-choice-all-ask", count=waiting.proposed), [sure], [back]))
        return
    count = await form_choice.confirm_proposed(speaker)
    view = waiting_screen(say, speaker, await form_choice.waiting(speaker))
    await chat.show(view.under(say("form-choice-all-done", count=count)))


def waiting_screen(say: Say, speaker: Speaker, waiting: Waiting) -> Screen:
    """A page of those who wait, each with the proposal; all at once from the top."""
    if not waiting.every:
        return screen(say("form-choice-title") + "\n\n" + say("form-choice-nobody"), ways_back(say))
    lines: list[str] = [say("form-choice-title"), say("form-choice-count", count=waiting.every), ""]
    rows: list[Row] = []
    if waiting.proposed:
        rows.append([Button(say.plain("form-choice-all", count=waiting.proposed), AllProposedTap())])
    for choice in waiting.choices:
        person, part = choice.standing.person, choice.standing.participation
        lines.append(say("form-choice-line", who=_who(say, speaker, choice), model=_model(say, choice)))
        rows.append([Button(shown(person, speaker), ChoiceTap(participation=part.id))])
    if waiting.after:
        rows.append([Button(say.plain("form-choice-more"), WaitingTap(after=waiting.after))])
    return screen("\n".join(lines), *rows, ways_back(say))


def choice_screen(say: Say, speaker: Speaker, choice: Choice) -> Screen:
    """What the person asks for, what is proposed and why, what else may be chosen."""
    part = choice.standing.participation
    side = say.plain("form-choice-side", side=part.side)
    lines: list[str] = [
        say("form-choice-person", who=_who(say, speaker, choice), side=side),
        say("form-choice-form", form=part.form or "none"),
    ]
    if why := _why_form(say, choice):
        lines.append(why)
    if choice.request:
        lines += ["", say("form-choice-request", side=part.side, text=shortened(choice.request, _REQUEST))]
    lines += ["", say("form-choice-model-line", model=_model(say, choice)), _why(say, choice)]
    if choice.confirmed:
        lines.append(say("form-choice-confirmed"))
    rows: list[Row] = []
    if choice.can_confirm:
        rows.append([Button(say.plain("form-choice-confirm"), DecideTap(participation=part.id))])
    others = [
        Button(say.plain("form-choice-model", model=model), DecideTap(participation=part.id, model=model))
        for model in choice.models
        if not (model == part.role_model and (choice.confirmed or choice.can_confirm))
    ]
    rows += fitting(others)
    rows += fitting(
        [
            Button(say.plain("form-choice-other-form", form=form), FormTap(participation=part.id, form=form))
            for form in choice.forms
        ]
    )
    return screen("\n".join(lines), *rows, [Button(say.plain("form-choice-back"), WaitingTap())], ways_back(say))


def _why(say: Say, choice: Choice) -> str:
    """Why this model; or, when the curator has chosen another one, which was proposed."""
    proposed = choice.proposal.model
    if proposed is None or choice.standing.participation.role_model in ("", proposed):
        return say(choice.proposal.ground)
    return say("form-choice-proposed", model=say.plain("form-choice-model", model=proposed))


def _why_form(say: Say, choice: Choice) -> str:
    """Why this form, where there was something to choose from; when the curator chose another, which was proposed."""
    proposal, form = choice.proposal, choice.standing.participation.form
    if not choice.forms or proposal.form is None:
        return ""
    if form in ("", proposal.form):
        return say(proposal.form_ground)
    return say("form-choice-form-proposed", form=proposal.form)


def _who(say: Say, speaker: Speaker, choice: Choice) -> str:
    person = choice.standing.person
    name, place = shown(person, speaker), place_of(say, person, speaker)
    return say.plain("form-choice-who", name=name, place=place) if place else name


def _model(say: Say, choice: Choice) -> str:
    part = choice.standing.participation
    if part.side is Side.MENTOR:
        return say.plain("form-choice-model", model="mentor")
    return say.plain("form-choice-model", model=part.role_model or "none")


def router() -> Router:
    """Forms and role models, for curators."""
    routes = Router(name="form-choice")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(listed, WaitingTap.filter())
    routes.callback_query.register(opened, ChoiceTap.filter())
    routes.callback_query.register(opened_from_card, PersonsChoiceTap.filter())
    routes.callback_query.register(decided, DecideTap.filter())
    routes.callback_query.register(form_chosen, FormTap.filter())
    routes.callback_query.register(all_confirmed, AllProposedTap.filter())
    return routes

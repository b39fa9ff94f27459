"""Steps of questionnaires: a participant whose consent is complete, and anybody filling in any form by themselves."""

from __future__ import annotations

from datetime import date

from mentoring.consents import Capacity, Purpose, Way
from mentoring.people import Kind, Name, SchoolClass, Side
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.questionnaire import Style
from storage import accounts, participations, people

TYPED = {
    QuestionKind.TEXT: "Хочу разобраться с физикой",
    QuestionKind.INTEGER: "3",
    QuestionKind.DECIMAL: "1,5",
    QuestionKind.DATE: "12.05.2027",
    QuestionKind.TIME: "15:00",
}


async def participant(
    stage, side=Side.MENTEE, kind=Kind.PUPIL, name=None, level=8, born=None, consent=True, admitted=True
):
    """Somebody with a phone who takes a side, admitted and with every consent; not asked anything yet."""
    someone = await stage.someone()
    await someone.starts()
    given = [(Capacity.SELF, Way.TAP)]
    if kind is Kind.PUPIL:
        born = born or date(2013, 5, 12)
        given = [(Capacity.ASSENT, Way.TAP), (Capacity.GUARDIAN, Way.TAP), (Capacity.GUARDIAN, Way.PAPER)]

    def unit(tx):
        school = tx.value("SELECT min(id) FROM schools")
        someone.person_id = people.add(
            tx,
            school,
            kind,
            name=name or Name("Петров", "Илья", ""),
            birth_date=born,
            school_class=SchoolClass(level, "Б") if kind is Kind.PUPIL else None,
            admitted_by=1 if admitted else None,
        )
        for capacity, way in given if consent else ():
            tx.insert(
                "consents",
                person_id=someone.person_id,
                purpose=Purpose.PARTICIPATION,
                capacity=capacity,
                way=way,
                answer="agreed",
                text_version="1",
                text_hash="0",
                given_at=tx.now,
            )
        accounts.speak_for(tx, accounts.speaking(tx, someone.user.id).account_id, someone.person_id)
        someone.participation = participations.take_side(tx, school, someone.person_id, kind, side)

    await stage.app.database.work(unit)
    return await someone.says("/menu")


async def turn_of(someone):
    """Where they are in the form they have open; None when none is."""
    database = someone.stage.app.database
    speaker = await database.read(lambda tx: accounts.speaking(tx, someone.user.id))
    return await someone.stage.app.parts.filling.resume(speaker)


async def answers_one(someone, **answers):
    """Answer the question on the screen: as given by the question's name (an option's words or a text), else somehow."""
    turn = await turn_of(someone)
    step, question = turn.step, turn.step.question
    wanted = answers.get(question.name)
    match question.kind:
        case QuestionKind.NOTE:
            return await someone.taps("Дальше")
        case QuestionKind.SELECT_ONE:
            return await someone.taps(wanted or step.options[0].label.to("ru"))
        case QuestionKind.SELECT_MULTIPLE:
            ticked = step.answer if isinstance(step.answer, tuple) else ()
            labels = {option.name: option.label.to("ru") for option in step.options}
            for words in (
                wanted if isinstance(wanted, (list, tuple)) else [wanted] if wanted else [*labels.values()][:2]
            ):
                if words not in [labels[name] for name in ticked]:
                    await someone.taps(words)
            return await someone.taps("Готово")
        case QuestionKind.RANGE:
            return await someone.taps(str(wanted or question.values[min(len(question.values) - 1, 6)]))
        case kind:
            if wanted is None and step.can_go_on:
                return await someone.taps("Оставить")
            return await someone.says(str(wanted or TYPED[kind]))


async def fills(someone, *, send=True, **answers):
    """Answer everything that is left of the open form and send it; `send=False` stops at the review."""
    for _ in range(100):
        turn = await turn_of(someone)
        if turn is None:
            return someone
        if turn.step.question is None:
            assert turn.form.style is Style.QUESTIONNAIRE
            return await someone.taps("Отправить") if send else someone
        await answers_one(someone, **answers)
    raise AssertionError(f"no end to {turn.form.key}, at {turn.step.question.name}:\n{someone.sees}")

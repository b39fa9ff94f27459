"""The order that approves mentoring pairs and groups: nothing starts before the director has signed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from locales.words import Words
from mentoring.exported import Named
from mentoring.ordered import Ordered, OrderedMatch
from papers.consent_ledger import place_words
from papers.dates import date_in_figures, date_in_words
from papers.word_template import fill, shipped_template

TEMPLATE = "order_pairs.docx"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Someone the order names by post: the director who signs, the curator who answers for it."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class OrderPerson:
    """A person of the table; `place` is the class, or the post and the organisation."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class StaffAgreement:
    """A worker's written consent to mentor another worker and the addition to the contract (Labour Code, 351.8)."""

    consent_given: date
    number: str
    signed: date | None = None


@dataclass(frozen=True, slots=True)
class OrderMatch:
    """One line of the order's table: a mentor with one mentee (a pair) or several (a group)."""

    mentor: OrderPerson
    mentees: tuple[OrderPerson, ...]
    form: str
    role_model: str
    starts: date
    ends: date
    agreement: StaffAgreement | None = None


@dataclass(frozen=True, slots=True)
class PairsOrder:
    """What the order says. Number and date stay blank until it is signed; `basis` is the school's own act."""

    school: str
    town: str
    programme: str
    director: Signatory
    curator: Signatory
    matches: tuple[OrderMatch, ...]
    acquaint_by: date
    plans_by: date
    number: str = ""
    signed: date | None = None
    basis: str = ""


def pairs_order(order: PairsOrder, words: Words, template: bytes | None = None, language: str = "ru") -> bytes:
    """Return the order as DOCX, from the school's template or ours (contents: roadmap stage 5, office custom).

    Raises ValueError for an order without matches, UnfitTemplateError for a template that cannot be filled.
    """
    if not order.matches:
        raise ValueError("an order approves at least one match")
    return fill(template or shipped_template(TEMPLATE), order_values(order, words, language))


def printed_order(ordered: Ordered) -> bytes:
    """The same in Russian from our template, with nothing else to bring along: for a worker process."""
    words = Words.shipped()
    return pairs_order(order_of(ordered, words), words)


def order_of(ordered: Ordered, words: Words, language: str = "ru") -> PairsOrder:
    """Put an order's values into words."""
    title = ordered.title or words.plain("orders-programme", language, year=str(ordered.starts.year))
    return PairsOrder(
        school=ordered.school,
        town=ordered.town,
        programme=title,
        director=Signatory(ordered.director, ordered.director_post),
        curator=Signatory(ordered.curator, ordered.curator_post),
        matches=tuple(_match_of(each, ordered, words, language) for each in ordered.matches),
        acquaint_by=ordered.acquaint_by,
        plans_by=ordered.plans_by,
        number=ordered.number,
        signed=ordered.signed_on,
    )


def _match_of(match: OrderedMatch, ordered: Ordered, words: Words, language: str) -> OrderMatch:
    def person(who: Named) -> OrderPerson:
        return OrderPerson(who.name, place_words(who.place, words, language) or "")

    agreement = None
    if match.consent_on is not None:
        agreement = StaffAgreement(match.consent_on, match.agreement_number, match.agreement_on)
    role = words.plain("form-choice-model", language, model=match.role_model) if match.role_model else ""
    return OrderMatch(
        mentor=person(match.mentor),
        mentees=tuple(map(person, match.mentees)),
        form=words.plain("matching-form", language, form=match.form),
        role_model=role,
        starts=ordered.starts,
        ends=ordered.ends,
        agreement=agreement,
    )


def order_values(order: PairsOrder, words: Words, language: str = "ru") -> dict[str, object]:
    """Return every variable the template may use; templates/ru/README.md lists them."""
    return {
        "school": order.school,
        "town": order.town,
        "programme": order.programme,
        "basis": order.basis,
        "director": _signatory(order.director),
        "curator": _signatory(order.curator),
        "number": order.number,
        "signed": date_in_words(words, order.signed, language) if order.signed else "",
        "starts": date_in_words(words, min(match.starts for match in order.matches), language),
        "ends": date_in_words(words, max(match.ends for match in order.matches), language),
        "acquaint_by": date_in_words(words, order.acquaint_by, language),
        "plans_by": date_in_words(words, order.plans_by, language),
        "matches": [_match(number, match) for number, match in enumerate(order.matches, 1)],
        "staff": [
            _staff(number, match.mentor, match.agreement)
            for number, match in enumerate(order.matches, 1)
            if match.agreement
        ],
        "people": _acquainted(order.matches),
    }


def _signatory(person: Signatory) -> dict[str, str]:
    return {"name": person.name, "post": person.post}


def _person(person: OrderPerson) -> dict[str, str]:
    return {"name": person.name, "place": person.place}


def _match(number: int, match: OrderMatch) -> dict[str, object]:
    return {
        "number": number,
        "mentor": _person(match.mentor),
        "mentees": [_person(mentee) for mentee in match.mentees],
        "form": match.form,
        "role_model": match.role_model,
        "starts": date_in_figures(match.starts),
        "ends": date_in_figures(match.ends),
    }


def _staff(number: int, mentor: OrderPerson, agreement: StaffAgreement) -> dict[str, object]:
    return {
        "number": number,
        "mentor": _person(mentor),
        "consent_given": date_in_figures(agreement.consent_given),
        "agreement_number": agreement.number,
        "agreement_signed": date_in_figures(agreement.signed) if agreement.signed else "",
    }


def _acquainted(matches: Sequence[OrderMatch]) -> list[dict[str, object]]:
    """Everyone the order names, once, in the table's order."""
    named = dict.fromkeys(person for match in matches for person in (match.mentor, *match.mentees))
    return [{"number": number, **_person(person)} for number, person in enumerate(named, 1)]

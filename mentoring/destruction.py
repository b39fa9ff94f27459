"""Destruction of personal data: categories, grounds, what stays and why (ст. 21 152-ФЗ, приказ РКН № 179 of 28.10.2022)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

PROOF_YEARS = 3  # an act of destruction and the consent behind it are kept (п. 8 приказа № 179, ст. 196 ГК РФ)


class Category(StrEnum):
    """Categories of personal data, as an act lists them (п. 3 д)."""

    IDENTITY = "identity"  # name, gender
    BIRTH = "birth"
    PLACE = "place"  # class, post, place of work
    CONTACTS = "contacts"
    ACCOUNT = "account"  # the number of a messenger's account
    ANSWERS = "answers"
    LETTERS = "letters"
    MEETINGS = "meetings"
    PLANS = "plans"  # of development, with what was marked in them
    REASONS = "reasons"  # said about offers and wishes
    CLEARANCE = "clearance"
    OTHERS_NOTES = "others_notes"
    MEASURES = "measures"  # parameters before and after
    LEVELS = "levels"  # of psychological measurement
    LINKS = "links"


class Ground(StrEnum):
    """Why the data were destroyed (п. 3 и)."""

    WITHDRAWN = "withdrawn"
    TURNED_AWAY = "turned_away"  # not admitted to the programme: there is no purpose
    OVER = "over"  # the purpose is reached


class Staying(StrEnum):
    """What stays, each on a ground of its own."""

    CONSENTS = "consents"  # that there was a consent must be proved (ч. 3 ст. 9)
    JOURNAL = "journal"  # lines about a random number
    SCORES = "scores"  # without a person, for statistics (п. 9 ч. 1 ст. 6)
    ORDERS = "orders"  # papers of the school (125-ФЗ)
    COPIES = "copies"  # of the file, made by the operator before
    EXPORTS = "exports"  # files with names in the server's export folder, until they are swept
    LISTS = "lists"  # lists that were put into the watched folder and put away, until they are swept


def proof_until(destroyed: date) -> date:
    """Until when an act and the consents behind it are kept."""
    leap = (destroyed.month, destroyed.day) == (2, 29)
    year = destroyed.year + PROOF_YEARS
    return date(year, 3, 1) if leap else destroyed.replace(year=year)

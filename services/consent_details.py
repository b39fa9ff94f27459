"""What the school says of itself in its consents: numbers, contact, exact addresses, partners (приказ РКН № 18)."""

from __future__ import annotations

import re

from mentoring.people import Speaker
from mentoring.questionnaire import Answers
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Sent
from storage import journal, schools
from storage.database import Transaction

_BETWEEN = re.compile(r"[\s,;]+")


def receive(tx: Transaction, speaker: Speaker, sent: Sent) -> int:
    """Keep the details. Returns how many exact addresses there are now; a consent to other addresses stays as it was."""
    curator = acting(tx, speaker, Deed.SET_UP)
    sites = addresses(sent.text("sites"))
    partners = list(dict.fromkeys(each.strip() for each in re.split(r"[;\n]", sent.text("partners")) if each.strip()))
    tx.run(
        "UPDATE schools SET taxpayer_number = :inn, register_number = :ogrn, contact = :contact, sites = :sites, "
        "partners = :partners WHERE id = :id",
        inn=sent.text("inn"),
        ogrn=sent.text("ogrn"),
        contact=sent.text("contact"),
        sites="\n".join(sites),
        partners="\n".join(partners),
        id=curator.school_id,
    )
    school = curator.school_id
    journal.note(tx, "consent-details", "school", school, school=school, by=curator.person_id)
    return len(sites)


def proposed(tx: Transaction, speaker: Speaker, about: int) -> Answers:
    """What stands now."""
    school = schools.get(tx, acting(tx, speaker, Deed.SET_UP).school_id)
    standing = {
        "inn": school.taxpayer_number,
        "ogrn": school.register_number,
        "contact": school.contact,
        "sites": " ".join(school.sites),
        "partners": "; ".join(school.partners) or _workplaces(tx, school.id),
    }
    return {name: value for name, value in standing.items() if value}


def addresses(text: str) -> list[str]:
    """Web addresses as they are agreed to: each with its protocol, the host in small letters, none twice."""
    found = []
    for each in _BETWEEN.split(text):
        if not each:
            continue
        protocol, _, rest = each.partition("://") if "://" in each else ("https", "", each)
        host, slash, path = rest.partition("/")
        found.append(f"{protocol.lower()}://{host.lower()}{slash}{path}".rstrip("/"))
    return list(dict.fromkeys(found))


def _workplaces(tx: Transaction, school: int) -> str:
    """First proposal: where the outside mentors of the school work or study."""
    rows = tx.all(
        "SELECT DISTINCT workplace FROM persons WHERE school_id = :school AND kind IN ('student', 'partner') "
        "AND removed_at IS NULL AND admitted_at IS NOT NULL AND workplace <> '' ORDER BY workplace LIMIT 10",
        school=school,
    )
    return "; ".join(row[0] for row in rows)

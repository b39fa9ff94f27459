"""Steps about consents: the school makes sure of a parent, tells its details; purposes are agreed to at once."""

from __future__ import annotations

from mentoring.consents import Capacity, Purpose, Way
from storage import guardianships


async def parents_confirmed(stage):
    """The school has made sure of every parent there is."""

    def unit(tx):
        curator = tx.value("SELECT person_id FROM staff_roles WHERE role = 'curator'")
        for row in tx.all("SELECT guardian_id, child_id FROM guardianships"):
            guardianships.confirm(tx, row["guardian_id"], row["child_id"], curator)

    await stage.app.database.work(unit)


async def details_known(stage, *, sites=("https://school5.example/mentoring",), partners=("ООО «Завод»",)):
    """The school has told what its consents need."""

    def unit(tx):
        tx.run(
            "UPDATE schools SET taxpayer_number = '3525012345', register_number = '1023500881234', "
            "contact = '8 8172 00-00-00', sites = :sites, partners = :partners",
            sites="\n".join(sites),
            partners="\n".join(partners),
        )

    await stage.app.database.work(unit)


def permitted(tx, person, purpose, *, scope="", capacities=(Capacity.ASSENT, Capacity.GUARDIAN), way=Way.PAPER):
    """Consents to a purpose that are complete for a minor."""
    for capacity in capacities:
        tx.insert(
            "consents", person_id=person, purpose=Purpose(purpose), capacity=capacity, way=way, answer="agreed",
            text_version="1", text_hash="x", given_at=tx.now, scope=scope,
        )  # fmt: skip

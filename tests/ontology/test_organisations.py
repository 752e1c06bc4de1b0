from collections import defaultdict

from dragoman.ontology.load import OrganisationKind, organisations
from dragoman.ontology.names import ambiguities
from dragoman.ontology.organisations import organisations_by_id
from dragoman.types.actor import ActorKind

AGREED_IDS = {"UN", "EU", "NATO", "AU", "ASEAN", "IAEA", "WHO", "WTO", "IMF", "WB", "OPCW", "OSCE"}


def test_the_ids_that_other_tables_use_are_there() -> None:
    assert set(organisations_by_id()) >= AGREED_IDS
    assert organisations_by_id()["UN"].actor == "organisation:UN"


def test_ids_are_unique_and_there_are_many() -> None:
    assert len(organisations_by_id()) == len(organisations()) >= 120


def test_every_kind_is_in_use() -> None:
    assert {organisation.kind for organisation in organisations()} == set(OrganisationKind)


def test_armed_groups_are_actors_of_their_own_kind() -> None:
    assert organisations_by_id()["HEZBOLLAH"].actor_kind is ActorKind.ARMED_GROUP
    assert organisations_by_id()["ASEAN"].actor_kind is ActorKind.ORGANISATION


def test_no_alias_belongs_to_two_organisations_unless_the_table_of_ambiguities_says_so() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for organisation in organisations():
        for alias in organisation.names:
            owners[alias].add(organisation.id)
    told = {each.alias for each in ambiguities()}
    assert {alias for alias, ids in owners.items() if len(ids) > 1} <= told
    assert owners["RSF"] == {"RSFSUDAN", "REPORTERS"}


def test_every_row_says_its_source() -> None:
    assert all(organisation.source for organisation in organisations())

"""The tables of facts as checked records: states, organisations, leaders, titles of offices, places."""

from dragoman.ontology.organisations import Organisation, OrganisationKind, organisations
from dragoman.ontology.people import Officeholding, OfficeTitle, leaders, office_titles
from dragoman.ontology.places import Gazetteer, GazetteerPlace, places, sites
from dragoman.ontology.states import State, StateStatus, states

__all__ = [
    "Gazetteer",
    "GazetteerPlace",
    "OfficeTitle",
    "Officeholding",
    "Organisation",
    "OrganisationKind",
    "State",
    "StateStatus",
    "leaders",
    "office_titles",
    "organisations",
    "places",
    "sites",
    "states",
]

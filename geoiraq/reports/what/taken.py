"""Whom insurgents take is not arrested: who takes somebody away says what it was."""

from __future__ import annotations

from dataclasses import replace

from geoiraq.reports.what.events import Trigger
from geoiraq.reports.who.actors import INSURGENT, kind_of


def taken_by(lead: Trigger, actor: str) -> Trigger:
    """Let an arrest that insurgents make tell of an abduction.

    Parameters
    ----------
    lead
        The word that tells what happened: "took away", "detained".
    actor
        Who did it.

    Returns
    -------
    Trigger
        The same trigger unless insurgents made an arrest.
    """
    if lead.kind.layer != "arrest" or lead.form == "noun" or kind_of(actor) != INSURGENT:
        return lead
    kind = replace(
        lead.kind,
        id="abduction",
        layer="attack",
        event_type="Violence against civilians",
        sub_event_type="Abduction/forced disappearance",
    )
    return lead._replace(kind=kind)

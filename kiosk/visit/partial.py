"""Whether a visit that may never be finished is kept as it goes: sealed, where the event chose so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pack.model import ActivityKind

if TYPE_CHECKING:
    from kiosk.visit.visit import Visit

OF_A_PERSON = ("detail:", "consent:")


def keeps_partial(visit: Visit) -> bool:
    """Said before question 1, and never so where somebody signs up or leaves a detail of who they are;
    nor where somebody types for another, who has confirmed nothing yet.
    """
    personal = any(role.startswith(OF_A_PERSON) for role in visit.source.roles.values())
    opinion = visit.activity.kind is ActivityKind.QUESTIONS
    return visit.pack.event.keep_partial and opinion and not (personal or visit.assisted)

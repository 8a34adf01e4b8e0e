"""The ids of the template's styles, and the style of each role."""

from __future__ import annotations

from bnews_desk.frame.release_frame import Role

HEADLINE = "BNewsJudul"
LEAD = "BNewsLead"
BODY = "BNewsIsi"
RELATED = "BNewsBacaJuga"
CREDIT = "BNewsEditor"
PICTURE = BODY
"""A picture is in a body paragraph of its own."""
CAPTION = "BNewsKeteranganFoto"
SOURCE_TAG = "BNewsKode"
"""A character style."""
LINK = "Hyperlink"
"""A character style, with the id that Word itself gives it."""

_OF_ROLE = {
    Role.HEADLINE: HEADLINE,
    Role.LEAD: LEAD,
    Role.RELATED: RELATED,
    Role.CREDIT: CREDIT,
}


def style_of(role: Role) -> str:
    """The paragraph style of a role; body for roles without one of their own."""
    return _OF_ROLE.get(role, BODY)

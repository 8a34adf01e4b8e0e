"""The named styles and the page of an OpenDocument file (ODF 1.3-3, 16)."""

from __future__ import annotations

from typing import NamedTuple

from bnews_desk.exporters.odt.xml import VERSION, Element, add, root
from bnews_desk.frame.release_frame import Role

BODY, CAPTION, TAG, LINK = "BNewsIsi", "BNewsKeteranganFoto", "BNewsKode", "BNewsTautan"
BOLD, ITALIC, BOTH = "BNewsTebal", "BNewsMiring", "BNewsTebalMiring"
HEADLINE = "BNewsJudul"
_OF_ROLE = {
    Role.HEADLINE: HEADLINE,
    Role.LEAD: "BNewsLead",
    Role.RELATED: "BNewsBacaJuga",
    Role.CREDIT: "BNewsEditor",
}
_FACE = "'Source Serif Pro'"


class _ParagraphStyle(NamedTuple):
    """The look of a paragraph: font size in points, indent in cm."""

    name: str
    shown: str
    size: float = 11
    weight: str = "normal"
    slant: str = "normal"
    indent: float = 0


_LOOKS = (
    _ParagraphStyle(HEADLINE, "B-news Judul", 20, "bold"),
    _ParagraphStyle("BNewsLead", "B-news Lead"),
    _ParagraphStyle(BODY, "B-news Isi"),
    _ParagraphStyle("BNewsBacaJuga", "B-news Baca juga", 10, indent=0.75),
    _ParagraphStyle("BNewsEditor", "B-news Editor", 10),
    _ParagraphStyle(CAPTION, "B-news Keterangan foto", 9, slant="italic"),
)


def style_of(role: Role) -> str:
    """The paragraph style of a role; body for roles without one of their own."""
    return _OF_ROLE.get(role, BODY)


def styles() -> Element:
    """The part ``styles.xml``: A4, Indonesian, the house's named styles."""
    document = root("office:document-styles", office__version=VERSION)
    named = add(document, "office:styles")
    default = add(named, "style:default-style", style__family="paragraph")
    add(
        default,
        "style:text-properties",
        fo__font_family=_FACE,
        style__font_family_generic="roman",
        fo__font_size="11pt",
        fo__language="id",
        fo__country="ID",
    )
    for look in _LOOKS:
        _add_paragraph_style(named, look)
    for name, shown, properties in _CHARACTERS:
        style = add(
            named, "style:style", style__name=name, style__display_name=shown, style__family="text"
        )
        add(style, "style:text-properties", **properties)
    automatic = add(document, "office:automatic-styles")
    layout = add(automatic, "style:page-layout", style__name="A4")
    add(
        layout,
        "style:page-layout-properties",
        fo__page_width="21cm",
        fo__page_height="29.7cm",
        fo__margin="2.54cm",
        style__print_orientation="portrait",
    )
    masters = add(document, "office:master-styles")
    add(masters, "style:master-page", style__name="Standard", style__page_layout_name="A4")
    return document


_CHARACTERS = (
    (BOLD, "B-news Tebal", {"fo__font_weight": "bold"}),
    (ITALIC, "B-news Miring", {"fo__font_style": "italic"}),
    (BOTH, "B-news Tebal miring", {"fo__font_weight": "bold", "fo__font_style": "italic"}),
    (TAG, "B-news Kode", {"fo__color": "#55585e"}),
    (LINK, "B-news Tautan", {"fo__color": "#2a64a0", "style__text_underline_style": "solid"}),
)


def _add_paragraph_style(parent: Element, look: _ParagraphStyle) -> None:
    style = add(
        parent,
        "style:style",
        style__name=look.name,
        style__display_name=look.shown,
        style__family="paragraph",
    )
    add(
        style,
        "style:paragraph-properties",
        fo__margin_bottom="0.25cm",
        fo__margin_left=f"{look.indent}cm",
        fo__line_height="135%",
    )
    add(
        style,
        "style:text-properties",
        fo__font_size=f"{look.size}pt",
        fo__font_weight=look.weight,
        fo__font_style=look.slant,
    )

"""What control words do to the group they stand in: looks, paragraphs, destinations."""

from __future__ import annotations

from bnews_desk.importers.line import BOLD, HIDDEN, ITALIC, STRUCK
from bnews_desk.importers.rtf.group import COPY, SKIP, Group

TOGGLES = {b"b": BOLD, b"i": ITALIC, b"v": HIDDEN, b"strike": STRUCK, b"striked": STRUCK}
"""Words that turn a look on, or off with a 0."""
SKIPPED = frozenset(
    b"colortbl info themedata colorschememapping datastore latentstyles listtable"
    b" listoverridetable rsidtbl revtbl pgdsctbl generator xmlnstbl mmathPr userprops docvar"
    b" filetbl bkmkstart bkmkend atnid atnauthor atntime atndate atnref atrfstart atrfend"
    b" annotationdate xe tc tcn nonesttables nesttableprops nonshppict objdata objclass objalias"
    b" objname objsect objtime datafield formfield ffname ffdeftext ffformat ffhelptext"
    b" ffstattext ffentrymcr ffexitmcr ffl template fchars lchars sp sn sv shprslt falt panose"
    b" fontemb blipuid picprop listpicture pnseclvl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn"
    b" wgrffmtfilter keywords title subject author operator company doccomm hlinkbase".split()
)
"""Destinations that hold no words of the copy."""
STORIES = {
    b"footnote": "footnote",
    b"annotation": "comment",
    b"header": "header",
    b"headerl": "header",
    b"headerr": "header",
    b"headerf": "header",
    b"footer": "footer",
    b"footerl": "footer",
    b"footerr": "footer",
    b"footerf": "footer",
    b"shptxt": "text-box",
    b"dptxbxtext": "text-box",
}
"""Destinations that hold paragraphs of their own."""
KEPT = {
    b"fonttbl": "fonts",
    b"stylesheet": "styles",
    b"pict": "picture",
    b"fldinst": "instruction",
    b"listtext": "label",
    b"pntext": "label",
    b"pntxta": SKIP,
    b"pntxtb": SKIP,
    b"pn": SKIP,
}
"""Destinations whose content is kept beside the copy."""
TRANSPARENT = frozenset(
    b"rtf field fldrslt shppict do shp shpinst shpgrp object result ud background"
    b" mmath moMath moMathPara".split()
)
"""Destinations that show what they hold."""


def look(group: Group, word: bytes, number: int | None) -> bool:
    """Whether ``word`` is one of looks or paragraphs; then the group has it now."""
    if word in TOGGLES:
        flag = TOGGLES[word]
        group.flags = group.flags & ~flag if number == 0 else group.flags | flag
    elif word == b"plain":
        group.flags = 0
        group.is_deleted = group.is_revised = False
    elif word == b"pard":
        group.is_in_table = False
        group.style = -1
    elif word == b"intbl":
        group.is_in_table = True
    elif word == b"s" and number is not None:
        group.style = number
    elif word == b"deleted":
        group.is_deleted = number != 0
    elif word == b"revised":
        group.is_revised = number != 0
    elif word == b"uc":
        group.uc = min(max(number or 0, 0), 16)
    else:
        return False
    return True


def is_shown(word: bytes) -> str:
    """The destination that ``word`` opens without a story: ``copy``, ``skip`` or another's name.

    '' where the word opens none.
    """
    if word in SKIPPED:
        return SKIP
    if word in TRANSPARENT:
        return COPY
    return KEPT.get(word, "")

"""Makes ``b-news.docx``, the Word template of every DOCX export: run it after changing a style.

The template is written from scratch, part by part (ECMA-376-1, 17.7 for styles): A4, Indonesian,
no theme, no author. The same script gives the same bytes.
"""

from __future__ import annotations

import os.path
import zipfile

FONT = "Times New Roman"
"""Word brings it, LibreOffice has a twin of the same widths."""
MARGIN = 1440
"""One inch, in twentieths of a point."""
A4 = (11906, 16838)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_WORD_TYPE}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_WORD_TYPE}.settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="{_WORD_TYPE}.fontTable+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/docProps/app.xml"
 ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
</Types>"""

PACKAGE_RELATIONS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"
 Target="docProps/core.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>
</Relationships>"""

DOCUMENT_RELATIONS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/fontTable" Target="fontTable.xml"/>
</Relationships>"""

DOCUMENT = f"""<w:document {_WORD} xmlns:r="{_OFFICE}"><w:body><w:sectPr>
<w:pgSz w:w="{A4[0]}" w:h="{A4[1]}"/>
<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}"
 w:header="708" w:footer="708" w:gutter="0"/>
</w:sectPr></w:body></w:document>"""

SETTINGS = f"""<w:settings {_WORD}>
<w:zoom w:percent="100"/>
<w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="id-ID"/>
<w:decimalSymbol w:val=","/>
<w:listSeparator w:val=";"/>
</w:settings>"""

FONTS = f"""<w:fonts {_WORD}><w:font w:name="{FONT}"><w:family w:val="roman"/>
<w:pitch w:val="variable"/></w:font></w:fonts>"""

CORE = f"""<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>id-ID</dc:language></cp:coreProperties>"""

APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>B-News Desk</Application></Properties>"
)

DEFAULTS = f"""<w:docDefaults>
<w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
<w:sz w:val="24"/><w:szCs w:val="24"/>
<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>
</w:pPrDefault>
</w:docDefaults>"""

BASE_STYLES = """<w:style w:type="paragraph" w:default="1" w:styleId="Normal">
<w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>
<w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>
<w:rPr><w:color w:val="0B5394"/><w:u w:val="single"/></w:rPr></w:style>"""


def paragraph_style(style_id: str, name: str, following: str, layout: str, look: str = "") -> str:
    """A paragraph style; none is bold or italic, so that an editor's own marks always show."""
    run = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:next w:val="{following}"/>'
        f"<w:qFormat/><w:pPr>{layout}</w:pPr>{run}</w:style>"
    )


def size(half_points: int) -> str:
    """A font size, for complex scripts too."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def styles() -> str:
    """The part ``word/styles.xml``."""
    grey = '<w:color w:val="595959"/>'
    own = (
        paragraph_style(
            "BNewsJudul",
            "Judul Berita",
            "BNewsLead",
            '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="240" w:line="240"'
            ' w:lineRule="auto"/><w:outlineLvl w:val="0"/>',
            size(36),
        ),
        paragraph_style("BNewsLead", "Lead", "BNewsIsi", '<w:spacing w:after="160"/>'),
        paragraph_style("BNewsIsi", "Isi Berita", "BNewsIsi", '<w:spacing w:after="160"/>'),
        paragraph_style(
            "BNewsBacaJuga",
            "Baca Juga",
            "BNewsIsi",
            '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="0B5394"/></w:pBdr>'
            '<w:spacing w:after="160"/><w:ind w:left="284"/>',
        ),
        paragraph_style(
            "BNewsEditor", "Nama Editor", "BNewsIsi", '<w:spacing w:before="240"/>', grey
        ),
        paragraph_style(
            "BNewsKeteranganFoto",
            "Keterangan Foto",
            "BNewsIsi",
            '<w:keepLines/><w:spacing w:after="120" w:line="240" w:lineRule="auto"/>',
            grey + size(20),
        ),
        '<w:style w:type="character" w:customStyle="1" w:styleId="BNewsKode">'
        '<w:name w:val="Kode Rilis"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{grey}</w:rPr></w:style>",
    )
    return f"<w:styles {_WORD}>{DEFAULTS}{BASE_STYLES}{''.join(own)}</w:styles>"


def parts() -> dict[str, str]:
    """Every part of the package, in the order in which it is written."""
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "word/document.xml": DOCUMENT,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": styles(),
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": FONTS,
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
    }


def write_template(path: str) -> None:
    """Write the template; the dates inside are fixed."""
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, _HEAD + text)


if __name__ == "__main__":
    write_template(os.path.join(os.path.dirname(os.path.abspath(__file__)), "b-news.docx"))

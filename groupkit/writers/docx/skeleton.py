"""An empty Word file to begin a house style from, and the parts of it that are the same everywhere.

python-docx begins a new file from its own template (US Letter, American English, its name as the author, 160 styles
of its own). The house styles begin from this instead. Used by the script that makes them and by tests, not when a
pack is made.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any, Final

from groupkit.writers.docx import xml
from groupkit.writers.docx.package import entry, pack

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD: Final = f'xmlns:w="{xml.NAMESPACES["w"]}"'

_TYPES: Final = (
    f'{xml.DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_TYPE}fontTable+xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_ROOT_RELATIONS: Final = _RELATIONS.format(
    f'<Relationship Id="rId1" Type="{_RELATION}officeDocument" Target="word/document.xml"/>'
)
_WORD_RELATIONS: Final = _RELATIONS.format(
    "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(("styles", "settings", "fontTable"), start=1)
    )
)
_STYLES: Final = (
    f"<w:styles {_WORD}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
    '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" '
    'w:defQFormat="0" w:count="376"/></w:styles>'
)
_COMPATIBILITY: Final = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
)
_SETTINGS: Final = (
    f'<w:settings {_WORD}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    f"<w:compat>{_COMPATIBILITY}</w:compat>"
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
_FONTS: Final = f"<w:fonts {_WORD}>" + "".join(
    f'<w:font w:name="{name}"><w:panose1 w:val="{panose}"/><w:charset w:val="00"/><w:family w:val="{family}"/>'
    f'<w:pitch w:val="{pitch}"/></w:font>'
    for name, panose, family, pitch in (
        ("Arial", "020B0604020202020204", "swiss", "variable"),
        ("Courier New", "02070309020205020404", "modern", "fixed"),
        ("Segoe UI Symbol", "020B0502040204020203", "swiss", "variable"),
    )
)


def base_file(margin: int) -> bytes:
    """An A4 file without a word in it and without styles; `margin` is at the left and right, in twips."""
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1418" w:right="{margin}" w:bottom="1304" w:left="{margin}" w:header="680" w:footer="567" '
        'w:gutter="0"/>'
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT_RELATIONS,
        "word/_rels/document.xml.rels": _WORD_RELATIONS,
        "word/document.xml": f"<w:document {_WORD}><w:body><w:sectPr>{page}</w:sectPr></w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _FONTS + "</w:fonts>",
    }
    return pack(entry(name, text) for name, text in parts.items())


def add_numbering(file: Any, content: str) -> None:
    """Give a python-docx document the numbering part `content`."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    part = Part(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, content.encode(), file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)


def same_bytes(file: Any) -> bytes:
    """Save a python-docx document so that the same content always gives the same bytes, without author or date."""
    import datetime

    properties = file.core_properties
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = datetime.datetime(2000, 1, 1)
    saved = BytesIO()
    file.save(saved)
    with zipfile.ZipFile(saved) as parts:
        return pack(entry(name, parts.read(name)) for name in parts.namelist())

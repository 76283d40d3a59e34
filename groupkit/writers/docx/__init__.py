"""Word files: a document tree, written as a .docx.

    from groupkit.writers import docx

    content = docx.write(document, house_style="standard", date=date(2027, 1, 5))

How it works, and why so, is told in `docs/explanation/word.md`.
"""

from groupkit.writers.docx.house import NAMES as HOUSE_STYLES, HouseStyle, house_style
from groupkit.writers.docx.images import Logo
from groupkit.writers.docx.write import write

__all__ = ["HOUSE_STYLES", "HouseStyle", "Logo", "house_style", "write"]

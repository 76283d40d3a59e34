"""The document tree: reading Markdown into it, numbering its clauses, and its words as a reader sees them."""

from groupkit.document.numbering import number
from groupkit.document.parse import parse
from groupkit.document.text import blanks, plain_text, without_notes

__all__ = ["blanks", "number", "parse", "plain_text", "without_notes"]

"""Word files as they are now, after people have worked in them: what shuts readers out, and what is left to fill in.

from groupkit.checking import check_file

for trouble in check_file("constitution.docx"):
    print(trouble.place, trouble.message, trouble.do)
"""

from groupkit.checking.blanks import Left, left_in_markdown, left_in_word
from groupkit.checking.files import markdown_files, word_files
from groupkit.checking.points import Trouble, check_file
from groupkit.checking.word import WordFile

__all__ = [
    "Left",
    "Trouble",
    "WordFile",
    "check_file",
    "left_in_markdown",
    "left_in_word",
    "markdown_files",
    "word_files",
]

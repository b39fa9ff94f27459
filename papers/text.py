"""What people typed, made fit for a file: nothing is changed but what the file's format cannot hold."""

import re

# XML 1.0 has no place for these; a library that meets one writes a file that office programs refuse to open.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return the text without control signs; line breaks of every kind become one newline."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return the text on one line, spaces as typed but for line breaks."""
    return " ".join(printable(text).split("\n"))

"""Text from the open web made safe to print: no signs that steer a terminal or turn the writing."""

import unicodedata


def plain(text: str) -> str:
    """Return ``text`` on one line; control and format signs (Unicode Cc, Cf) become a space or nothing."""
    kept = [
        sign if unicodedata.category(sign) not in {"Cc", "Cf"} else (" " if sign.isspace() else "")
        for sign in text
    ]
    return " ".join("".join(kept).split())

"""How many pages a PDF of ours has."""

import io

import pikepdf


def pages_of(pdf: bytes) -> int:
    """The pages of a PDF that this program made."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)

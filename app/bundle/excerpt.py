"""Some pages of a PDF as a PDF of their own: the reading copy of a part of a giant file."""

import io

import pikepdf


def pages_of(pdf: bytes, first: int, last: int) -> bytes:
    """Pages `first` to `last` (from 1), as they are. Raises what pikepdf raises on a damaged file."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as whole, pikepdf.new() as made:
        made.pages.extend(whole.pages[first - 1 : last])
        made.save(out, deterministic_id=True)
    return out.getvalue()

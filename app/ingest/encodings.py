"""Bytes of a text in any usual encoding to a string; None for what is no text."""

import codecs
import re
from functools import lru_cache

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65536
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.02
_WESTERN = set("‘’“”–—…•€£©®°·½¼¾²³´¨§«»¡¿×÷™†‡‹›ˆ˜¬¦¢¥ \xad‚„‰¹º±µ¶ªš")
_WESTERN |= set("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŵŷßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒœŸ")

_CENTRAL = set("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽăâîşţĂÂÎŞŢöőüűÖŐÜŰľĺŕä–„”‚’“…§°")
_SIGN_IN_WORD = re.compile("[a-zäöüéó][³²¹¼½¾¿¥ªº¶±µ£¢¦¬¡¤][a-zäöüéó]")
"""Signs that stand inside words only when letters of another code page are taken for ours."""


@lru_cache(maxsize=4)
def decode(data: bytes) -> str | None:
    """The text of `data`: by byte order mark, as UTF-8, as UTF-16 without a mark, else as the likeliest 8-bit encoding.

    None when the bytes are no text. Line ends are left as they are.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return text if _is_text(text) else None
    try:
        text = data.decode("utf-8")
        if not _binary(data):
            return text
    except UnicodeDecodeError:
        pass  # the usual case of an older encoding: the next tries are for it
    return _wide(data) or _eight_bit(data) or _nearly_utf8(data)


def _binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > _MAX_CONTROL_SHARE * len(sample)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: of Latin text every second byte is zero."""
    sample = data[: _SAMPLE // 2 * 2]
    half = max(1, len(sample) // 2)
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(data) >= 8 and zeros.count(0) > 0.7 * half:
            text = data.decode(encoding, errors="replace")
            return text if _is_text(text) else None
    return _wide_lines(data)


def _wide_lines(data: bytes) -> str | None:
    """UTF-16 of another script without a mark: its line ends are the only zeros, and stand where letters begin."""
    for encoding, end in (("utf-16-le", b"\r\0\n\0"), ("utf-16-be", b"\0\r\0\n")):
        at = data.find(end)
        if at >= 0 and at % 2 == 0:
            text = data.decode(encoding, errors="replace")
            known = sum(1 for letter in text[:_SAMPLE] if letter.isalnum() or letter.isspace() or letter.isprintable())
            if known > 0.97 * len(text[:_SAMPLE]) and "\ufffd" not in text[:_SAMPLE]:
                return text
    return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken letters, which shows itself by many that are whole."""
    text = data.decode("utf-8", errors="replace")
    whole = sum(1 for letter in text[:_SAMPLE] if ord(letter) > 127 and letter != "\ufffd")
    return text if whole >= 20 and _is_text(text) and not _binary(data) else None


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    bad = sum(1 for c in sample if c == "\ufffd" or (ord(c) < 32 and c not in "\t\n\r\f\x1b"))
    return bool(sample) and bad <= 0.05 * len(sample)


def _eight_bit(data: bytes) -> str | None:
    if _binary(data) or b"\x00" in data[:_SAMPLE]:
        return None
    sample = data[:_SAMPLE]
    western = sample.decode("cp1252", errors="replace")
    high = [c for c in western if ord(c) > 127]
    if (
        high
        and not _SIGN_IN_WORD.search(western)
        and sum(1 for c in high if c in _WESTERN) >= 0.9 * len(high)
        and len(high) <= 0.3 * len(western)
    ):
        return data.decode("cp1252", errors="replace")
    central = sample.decode("cp1250", errors="replace")
    letters = [c for c in central if ord(c) > 127]
    if sum(1 for c in letters if c in _CENTRAL) >= 0.95 * len(letters) and len(letters) <= 0.3 * len(central):
        return data.decode("cp1250", errors="replace")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return None
    return data.decode(best.encoding, errors="replace")

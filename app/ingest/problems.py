"""The sentences for files that cannot be read: what happened, what is safe, what to do next."""

from app.domain.errors import FileProblem as FileProblem

_KEPT = "The file is kept exactly as it came."


def empty() -> FileProblem:
    """The file has no bytes, or nothing but zeros."""
    return FileProblem(
        "empty", "The file is empty: there is nothing in it.", _KEPT, "Ask the sender to send this file again."
    )


def damaged(what: str) -> FileProblem:
    """`what` is the plain name of the format with its article: "a PDF", "a Word document"."""
    return FileProblem(
        "damaged",
        f"The file looks like {what} but is damaged or cut off, so it cannot be read.",
        _KEPT,
        "Ask the sender for a new copy of this file.",
    )


def password(tried: bool) -> FileProblem:
    """`tried`: at least one password was given and none opened it."""
    happened = (
        "The file is protected and the password that was given does not open it."
        if tried
        else "The file is protected with a password."
    )
    return FileProblem(
        "password",
        happened,
        _KEPT,
        "Ask the sender for the password, then choose Try again for this file and type it.",
    )


def unsupported(detail: str = "Fairfile does not read this kind of file.") -> FileProblem:
    """The bytes are no format we read. `detail` may say which kind they are."""
    return FileProblem(
        "unsupported",
        detail,
        _KEPT,
        "Open it with the program that made it and save it as a PDF, then add that PDF.",
    )


def packed_unsupported(what: str) -> FileProblem:
    """An archive that we do not unpack. `what` with its article: "a RAR file"."""
    return FileProblem(
        "unsupported",
        f"The file is {what}, which Fairfile does not unpack.",
        _KEPT,
        "Unpack it on this computer (on Windows 11 and on a Mac a double click does it), then add the folder that you get.",
    )


def too_large(happened: str) -> FileProblem:
    """`happened` is a full sentence with the number that was too big."""
    return FileProblem(
        "too-large", happened, _KEPT, "Ask the sender for it in smaller parts, or split it yourself and add the parts."
    )


def too_deep(limit: int) -> FileProblem:
    """Archives and attachments inside each other beyond the limit."""
    return FileProblem(
        "too-deep",
        f"This file lies inside more than {limit} other files, one within the next, which no honest file needs.",
        _KEPT,
        "Unpack the outer file yourself and add what you need from it.",
    )


def for_a_certificate(what: str) -> FileProblem:
    """`what` begins the sentence: "The PDF". It is encrypted for a person's certificate, so that no password opens it."""
    return FileProblem(
        "password",
        f"{what} is locked for one person's certificate: no password opens it.",
        _KEPT,
        "Ask the sender for a copy that is not locked, or open it with that certificate and print it as a new PDF.",
    )

"""From a record (prose and facts) to the bytes of a file, with what is true of it page by page."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from PIL import Image

from app.demo import mail, msg, office, pdf, scans
from app.demo.blocks import Record, Scanner, strings
from app.demo.markup import parse
from app.demo.world import World

Find = Callable[[str], Record]
"""A record by its path; KeyError when there is none."""


@dataclass(frozen=True, slots=True)
class Built:
    """Bytes of a file. `texts` are the words of each page, white space folded (for scans: what was on the paper);
    `paged`: the format has pages of its own; `members` are files inside it."""

    data: bytes
    texts: tuple[str, ...] = ()
    scanned: tuple[int, ...] = ()
    paged: bool = True
    members: tuple[tuple[str, Record, "Built"], ...] = ()


def build(world: World, record: Record, find: Find) -> Built:
    """The file of a record. KeyError for an unknown `how`."""
    return _MAKERS[record.how](world, record, find)


def _made(world: World, record: Record) -> date:
    """The day that stands in a file's properties: the document's own, or one that the record names."""
    value = str(record.option("saved", "")) or record.date or "2021-10-01"
    return world.day(value if len(value) == 10 else f"{value[:4]}-07-01")


def _moment(world: World, record: Record) -> datetime:
    return datetime.combine(_made(world, record), datetime.min.time()).replace(hour=16, minute=20)


def _paper(world: World, record: Record, *, pen: bool = False) -> bytes:
    look = record.look if record.look.running else replace(record.look, running=record.title)
    title, author = world.text(record.title), world.text(record.author)
    return pdf.typeset(world, look, title, author, _made(world, record), parse(record.body), pen=pen)


def _pdf(world: World, record: Record, find: Find) -> Built:
    data = _paper(world, record)
    texts = pdf.page_texts(data)
    hidden = cast("tuple[str, ...]", record.option("covered", ()))
    if hidden:
        data = pdf.covered(data, tuple(world.text(words) for words in hidden))
    properties = cast("Mapping[str, str]", record.option("properties", {}))
    if properties:
        data = pdf.with_properties(data, {key: world.text(value) for key, value in properties.items()})
    return Built(data, texts)


def _locked(world: World, record: Record, find: Find) -> Built:
    data = _paper(world, record)
    return Built(pdf.locked(data, world.text(str(record.option("password")))), pdf.page_texts(data))


def _cut(world: World, record: Record, find: Find) -> Built:
    return Built(pdf.cut_short(_paper(world, record)))


def _images(world: World, record: Record) -> tuple[list[Image.Image], tuple[str, ...], Scanner]:
    scanner = cast(Scanner, record.option("scanner", Scanner()))
    images = scans.scan_pages(_paper(world, record, pen=True), scanner, world.rng(record.path))
    return images, pdf.page_texts(_paper(world, record)), scanner


def _scan(world: World, record: Record, find: Find) -> Built:
    images, texts, scanner = _images(world, record)
    return Built(scans.as_pdf(images, scanner), texts, tuple(range(1, len(texts) + 1)))


def _tiff(world: World, record: Record, find: Find) -> Built:
    images, texts, scanner = _images(world, record)
    return Built(scans.as_tiff(images, scanner), texts, tuple(range(1, len(texts) + 1)))


def _photo(world: World, record: Record, find: Find) -> Built:
    images, texts, _ = _images(world, record)
    picture = scans.as_photo(images[0], world.rng(f"photo {record.path}"), cast(int, record.option("width", 1500)))
    maker = {"jpeg": scans.colour_jpeg, "heic": scans.heic, "png": scans.png}[record.how]
    return Built(maker(picture), texts[:1], (1,))


def _png(world: World, record: Record, find: Find) -> Built:
    data = _paper(world, record)
    return Built(scans.screenshot(data), pdf.page_texts(data)[:1], (1,))


def _flat(texts: list[str]) -> tuple[str, ...]:
    return (" ".join(" ".join(texts).split()),)


def _words(world: World, record: Record) -> tuple[str, ...]:
    return _flat([office.plain(world.text(text)) for text in strings(parse(record.body))])


def _docx(world: World, record: Record, find: Find) -> Built:
    title, author = world.text(record.title), world.text(record.author)
    data = office.word(world, record.look, title, author, _moment(world, record), parse(record.body))
    return Built(data, _words(world, record), paged=False)


def _rtf(world: World, record: Record, find: Find) -> Built:
    data = office.rich_text(world, world.text(record.title), world.text(record.author), parse(record.body))
    return Built(data, _words(world, record), paged=False)


def _html(world: World, record: Record, find: Find) -> Built:
    remote = world.text(str(record.option("remote", "")))
    data = office.web_page(world, record.look, world.text(record.title), parse(record.body), remote)
    return Built(data, _words(world, record), paged=False)


def _xlsx(world: World, record: Record, find: Find) -> Built:
    data = office.workbook(world, world.text(record.author), _moment(world, record), parse(record.body))
    return Built(data, _words(world, record), paged=False)


def _csv(world: World, record: Record, find: Find) -> Built:
    return Built(office.comma_separated(world, parse(record.body)), _words(world, record), paged=False)


def _txt(world: World, record: Record, find: Find) -> Built:
    text = world.text(record.body.strip() + "\n")
    data = text.replace("\n", "\r\n").encode(str(record.option("encoding", "utf-8")))
    return Built(data, _flat([text]), paged=False)


_MIMES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
    "txt": "text/plain",
}


def _mail(world: World, record: Record, find: Find) -> Built:
    members = _members(world, record, find)
    attachments = tuple(
        mail.Attachment(name, made.data, _MIMES.get(name.rpartition(".")[2].lower(), "application/octet-stream"))
        for name, _, made in members
    )
    letter = _letter(world, record, attachments)
    data = msg.msg(letter) if record.how == "msg" else mail.eml(letter)
    return Built(data, _flat([letter.body]), paged=False, members=members)


def _letter(world: World, record: Record, attachments: tuple[mail.Attachment, ...]) -> mail.Letter:
    def many(name: str) -> tuple[str, ...]:
        return tuple(world.text(value) for value in cast("tuple[str, ...]", record.option(name, ())))

    sent = datetime.combine(world.day(record.date), datetime.min.time())
    hour, _, minute = str(record.option("at", "09:00")).partition(":")
    references = many("references")
    body = world.text(record.body.strip() + "\n")
    return mail.Letter(
        subject=world.text(record.title),
        sender=world.text(str(record.option("sender"))),
        to=many("to"),
        cc=many("cc"),
        sent=mail.british(sent.replace(hour=int(hour), minute=int(minute))),
        body=body,
        message_id=world.text(str(record.option("id"))),
        in_reply_to=references[-1] if references else "",
        references=references,
        html=_mail_html(world, body, str(record.option("remote", ""))),
        attachments=attachments,
    )


def _mail_html(world: World, body: str, remote: str) -> str:
    """The same words as HTML with a remote picture, when the record names one."""
    if not remote:
        return ""
    paragraphs = "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in body.strip().split("\n\n"))
    return f'<html><body>{paragraphs}<img src="{world.text(remote)}" width="1" height="1" alt=""></body></html>\n'


def _members(world: World, record: Record, find: Find) -> tuple[tuple[str, Record, Built], ...]:
    chosen = cast("tuple[Record, ...]", record.option("members", ()))
    return tuple((world.text(member.path), member, build(world, member, find)) for member in chosen)


def _zip(world: World, record: Record, find: Find) -> Built:
    members = _members(world, record, find)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member, made in members:
            day = _made(world, member) if member.date else _made(world, record)
            info = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 11, 4, 0))
            archive.writestr(info, made.data, zipfile.ZIP_DEFLATED)
    return Built(out.getvalue(), paged=False, members=members)


def _copy(world: World, record: Record, find: Find) -> Built:
    return build(world, find(str(record.option("of"))), find)


def _system(world: World, record: Record, find: Find) -> Built:
    return Built(cast(bytes, record.option("data")), paged=False)


_MAKERS: Mapping[str, Callable[[World, Record, Find], Built]] = {
    "pdf": _pdf,
    "locked": _locked,
    "cut": _cut,
    "scan": _scan,
    "tiff": _tiff,
    "jpeg": _photo,
    "heic": _photo,
    "png": _png,
    "docx": _docx,
    "rtf": _rtf,
    "html": _html,
    "xlsx": _xlsx,
    "csv": _csv,
    "txt": _txt,
    "eml": _mail,
    "msg": _mail,
    "zip": _zip,
    "copy": _copy,
    "system": _system,
}

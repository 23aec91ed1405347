"""Pages that are hard for the finders: boxes of several tones among things that only look like boxes, and texts of templates."""

import random
from collections.abc import Iterator

import pymupdf

from app.domain.extracted import Box

_BLACK, _GREY, _WHITE = (0, 0, 0), (0.55, 0.55, 0.55), (1, 1, 1)
_LINE = "The meeting was told that the family had asked for help and that the plan stays in place until the spring."


def hard_pages() -> tuple[bytes, tuple[tuple[Box, ...], ...], tuple[tuple[Box, ...], ...]]:
    """A PDF, its true boxes on each page, and those of them that can be seen on a picture (white on white cannot)."""
    document = pymupdf.open()
    covered = [_covered(document, tone) for tone in (_BLACK, _GREY, _WHITE)]
    labelled = _labelled(document)
    _decorated(document)
    _pictured(document)
    true = (*covered, labelled, (), ())
    seen = (covered[0], covered[1], (), labelled, (), ())
    return document.tobytes(no_new_id=True), true, seen


def _lines(page: pymupdf.Page) -> None:
    for line in range(24):
        page.insert_text((60, 90 + 18 * line), _LINE, fontsize=11)


def _covered(document: pymupdf.Document, tone: tuple[float, float, float]) -> tuple[Box, ...]:
    """Names and half lines taken out for good, each under a box of this tone."""
    page = document.new_page()
    _lines(page)
    boxes = [
        (128.0, 117.0, 190.0, 131.0),
        (300.0, 171.0, 420.0, 185.0),
        (60.0, 243.0, 530.0, 257.0),
        (210.0, 315.0, 262.0, 329.0),
    ]
    for box in boxes:
        page.add_redact_annot(pymupdf.Rect(box), fill=tone)
    page.apply_redactions()
    return tuple(boxes)


def _labelled(document: pymupdf.Document) -> tuple[Box, ...]:
    """Black boxes that carry the rule in white."""
    page = document.new_page()
    _lines(page)
    boxes = [(128.0, 117.0, 250.0, 131.0), (300.0, 207.0, 440.0, 221.0)]
    for box, label in zip(boxes, ("s.40(2) third party", "Sch 2 para 16"), strict=True):
        page.add_redact_annot(pymupdf.Rect(box), fill=_BLACK, text=label, text_color=_WHITE, fontsize=9)
    page.apply_redactions()
    return tuple(boxes)


def _decorated(document: pymupdf.Document) -> None:
    """A form: black bar with white letters, grey table head with an empty cell, rules, tick boxes, bars of a chart, a logo."""
    page = document.new_page()
    page.draw_rect(pymupdf.Rect(40, 40, 555, 66), color=None, fill=_BLACK)
    page.insert_text((50, 58), "CHILD AND FAMILY ASSESSMENT", fontsize=14, color=_WHITE)
    for column in range(4):
        cell = pymupdf.Rect(60 + 110 * column, 100, 170 + 110 * column, 118)
        page.draw_rect(cell, color=_BLACK, fill=(0.78, 0.78, 0.78), width=0.5)
        if column:
            page.insert_text((66 + 110 * column, 113), ("", "When", "Who", "Outcome")[column], fontsize=11)
    for row in range(6):
        page.insert_text((66, 138 + 20 * row), f"{row + 3} May 2022   visit at home   seen by worker", fontsize=11)
        page.draw_rect(
            pymupdf.Rect(480, 129 + 20 * row, 488, 137 + 20 * row), color=_BLACK, fill=_BLACK if row % 2 else None
        )
    page.draw_line((60, 300), (300, 300), width=1.2)
    page.insert_text((60, 312), "Signature of the manager", fontsize=9)
    for bar, tall in enumerate((40, 70, 55, 90)):
        page.draw_rect(pymupdf.Rect(80 + 40 * bar, 480 - tall, 100 + 40 * bar, 480), color=None, fill=(0.2, 0.2, 0.2))
    page.draw_circle((500, 400), 24, color=None, fill=(0.1, 0.1, 0.1))
    page.draw_rect(pymupdf.Rect(60, 520, 535, 524), color=None, fill=_BLACK)


def _pictured(document: pymupdf.Document) -> None:
    """A dark photograph and a page of text."""
    page = document.new_page()
    _lines(page)
    chance = random.Random(7)
    size = (60, 40)
    tones = bytes(
        min(255, max(0, 30 + x // 2 + y // 2 + chance.randrange(-14, 14)))
        for y in range(size[1])
        for x in range(size[0])
    )
    photo = pymupdf.Pixmap(pymupdf.csGRAY, size[0], size[1], tones, False)
    page.insert_image(pymupdf.Rect(150, 560, 390, 720), pixmap=photo)


_LETTER = """Larkhollow Primary School
8 Hollow Lane, Calderwick
{day} {month} {year}
Dear Mrs Brennan
Attendance
We are writing because the attendance of Ada since September is {share} per cent. We expect at least 96 per cent.
Regular attendance is important because children who miss school fall behind in their learning and find it hard to keep
friends. If Ada is ill please ring the office before nine each day. We will look at attendance again in four weeks.
There were {count} late marks.
Yours sincerely
Mr D Fell
"""
_WEEK = """Weekly report
Child Ada Brennan   Born 14/03/2013
Week beginning {day} {month} {year}
Reading {count} books   House points {points}   Spelling {share} of 100
Targets: listen to instructions, put a hand up, ask for help when stuck
Signed K Tranter, class teacher
Parents are asked to sign and return this report every Monday. Please talk to Miss Tranter at the gate if unclear.
"""
_FORM = """Home visit record
Name of child Ada Brennan   Date of birth 14/03/2013
Address 12 Ferry Row Calderwick QX1 1AA
Date of visit {day} {month} {year}
Present Mrs Brennan   Was the child seen: yes   Home conditions: tidy and warm, food in the kitchen, own bedroom
Summary: no concerns were seen today. Next visit {points} weeks from now. Worker Gillian Rusk. Manager H Straker.
"""
_MONTHS = ("January", "March", "May", "June", "September", "October", "November")


def templates(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Texts that come from three templates, each filled many times: (text, kind)."""
    days = chance.sample(range(7 * 28 * 4), 45)
    for index, day in enumerate(days):
        text, kind = ((_LETTER, "letter"), (_WEEK, "report"), (_FORM, "form"))[index % 3]
        yield (
            text.format(
                day=1 + day % 28, month=_MONTHS[day // 28 % 7], year=2020 + day // 196, share=chance.randrange(70, 96),
                count=chance.randrange(1, 9), points=chance.randrange(2, 30),
            ),
            kind,
        )  # fmt: skip

"""Outlook stores: their messages as e-mails. The library's objects are stood in for, since no tool here can write a store."""

import sys
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from app.domain.errors import FileProblem
from app.ingest import registry
from app.ingest.reader import ReadOptions


class Entry(SimpleNamespace):
    def get_data_as_string(self) -> str:
        return str(self.value)

    def get_data_as_integer(self) -> int:
        return int(self.value)


class Records:
    def __init__(self, values: dict[int, Any]) -> None:
        self.entries = [Entry(entry_type=key, value=value) for key, value in values.items()]
        self.number_of_entries = len(self.entries)

    def get_entry(self, index: int) -> Entry:
        return self.entries[index]


class Item:
    transport_headers = ""
    plain_text_body: bytes | None = b"Dear Mrs Hartley"
    html_body: bytes | None = None
    rtf_body: bytes | None = None
    sender_name = ""
    conversation_topic, conversation_index = "Visit", bytes(range(22))
    delivery_time = client_submit_time = datetime(2021, 10, 14, 8, 12)

    def __init__(self, subject: str, values: dict[int, Any], attachments: tuple[Any, ...] = (), **more: Any) -> None:
        self.subject, self.attachments, self.values = subject, attachments, values
        self.number_of_attachments = len(attachments)
        people = [Records({0x3001: "Robin, Parent", 0x39FE: "robin@example.org", 0x0C15: 1})]
        self.recipients = SimpleNamespace(number_of_record_sets=1, get_record_set=people.__getitem__)
        self.__dict__.update(more)

    def get_record_set(self, _: int) -> Records:
        return Records(self.values)

    def get_attachment(self, index: int) -> Any:
        return self.attachments[index]


class Attachment:
    def __init__(self, data: bytes, values: dict[int, Any], inner: Any = None) -> None:
        self.data, self.values, self.inner = data, values, inner
        self.number_of_sub_items = 0 if inner is None else 1

    def get_record_set(self, _: int) -> Records:
        return Records(self.values)

    def get_sub_item(self, _: int) -> Any:
        return self.inner

    def get_size(self) -> int:
        return len(self.data)

    def read_buffer(self, size: int) -> bytes:
        return self.data[:size]


class Folder:
    def __init__(self, name: str, items: tuple[Any, ...] = (), folders: tuple[Any, ...] = ()) -> None:
        self.name, self.items, self.folders = name, items, folders

    def get_number_of_sub_messages(self) -> int:
        return len(self.items)

    def get_sub_message(self, index: int) -> Any:
        if self.items[index] is None:
            raise OSError("a broken block")
        return self.items[index]

    def get_number_of_sub_folders(self) -> int:
        return len(self.folders)

    def get_sub_folder(self, index: int) -> Any:
        return self.folders[index]


def store_of(root: Folder, monkeypatch: pytest.MonkeyPatch) -> Any:
    file = SimpleNamespace(open_file_object=lambda _: None, get_root_folder=lambda: root, close=lambda: None)
    monkeypatch.setitem(sys.modules, "pypff", SimpleNamespace(file=lambda: file))
    return registry.read(b"!BDN" + bytes(600), "mail.pst", ReadOptions())


MAIL = {0x001A: "IPM.Note", 0x0C1A: "Jane Hartley", 0x5D01: "j.hartley@example.org", 0x1035: "<1@example.org>"}


def test_messages_come_with_folder_people_time_and_attachments(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = Item("Inside – früher", MAIL)
    files = (
        Attachment(b"%PDF-1.4 plan", {0x3707: "plán.pdf"}),
        Attachment(b"", {}, inner),
        Attachment(b"", {0x3707: "nothing.txt"}),
    )
    items = (Item("Visit on Monday", MAIL, files), Item("Term starts", {0x001A: "IPM.Appointment"}), None)
    root = Folder("", folders=(Folder("IPM_SUBTREE", folders=(Folder("Inbox/2021", items),)),))
    found = store_of(root, monkeypatch)
    assert [(m.path, m.problem) for m in found.members] == [
        ("Inbox-2021/0001 Visit on Monday.eml", ""),
        ("Inbox-2021/0003 message.eml", "damaged"),
    ]
    assert found.note == "1 entry of a calendar, contact or task is kept in this store but not read."
    mail = registry.read(found.members[0].data, "a.eml", ReadOptions())
    assert mail.mail is not None
    assert (mail.mail.sender, mail.mail.to) == (
        "Jane Hartley <j.hartley@example.org>",
        ("Robin, Parent <robin@example.org>",),
    )
    assert (mail.mail.sent, mail.mail.message_id) == ("2021-10-14T08:12:00+00:00", "<1@example.org>")
    assert (mail.mail.topic, mail.mail.conversation) == ("Visit", bytes(range(6, 22)).hex())
    assert "Dear Mrs Hartley" in mail.pages[0].text
    assert [m.path for m in mail.members] == ["plán.pdf", "Inside – früher.eml"]
    assert mail.members[0].data == b"%PDF-1.4 plan"


def test_headers_that_came_with_a_message_go_before_its_properties(monkeypatch: pytest.MonkeyPatch) -> None:
    given = "From: Jo <jo@example.org>\r\nDate: Thu, 14 Oct 2021 09:12:00 +0100\r\nSubject: x\r\n"
    item = Item("Visit", MAIL, transport_headers=given, plain_text_body=None, html_body=b"<p>In <b>colour</b></p>")
    found = store_of(Folder("Inbox", (item,)), monkeypatch)
    mail = registry.read(found.members[0].data, "a.eml", ReadOptions())
    assert mail.mail is not None
    assert (mail.mail.sender, mail.mail.sent) == ("Jo <jo@example.org>", "2021-10-14T09:12:00+01:00")
    assert "In colour" in mail.pages[0].text


def test_a_message_whose_text_is_only_rich_text_and_whose_people_are_internal(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {0x001A: "IPM.Note", 0x0C1A: "Hartley, Jane", 0x0C1F: "/o=School/cn=JH"}
    item = Item("Note", values, plain_text_body=None, rtf_body=rb"{\rtf1 He was calm.\par}")
    found = store_of(Folder("Inbox", (item,)), monkeypatch)
    mail = registry.read(found.members[0].data, "a.eml", ReadOptions())
    assert mail.mail is not None
    assert mail.mail.sender == "Hartley, Jane"
    assert "He was calm." in mail.pages[0].text


def test_a_broken_store_is_damaged() -> None:
    with pytest.raises(FileProblem) as caught:
        registry.read(b"!BDN" + bytes(range(256)) * 8, "mail.pst", ReadOptions())
    assert caught.value.code == "damaged"
    assert "Outlook mail store" in caught.value.happened

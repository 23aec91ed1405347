"""Make, open, lock and look after a case."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.domain.changes import Change
from app.domain.errors import CaseProblem, UsageProblem
from app.domain.people import NATIONS, CaseDetails
from app.services.context import Context
from app.store.unit_of_work import Store
from app.system import clock, crypto, keychain
from app.system.files import make_case_folder, write_output, write_private
from app.system.lock import CaseLock

KEYS_NAME = "keys.json"
MIN_PASSPHRASE = 8
_RECENT = 8


class OpenCase:
    """An open case. Its data key lives here and is dropped on `close`; it is never printed."""

    def __init__(self, ctx: Context, path: Path, data_key: bytes, store: Store, lock: CaseLock) -> None:
        self.ctx = ctx
        self.path = path
        self.store = store
        self._key = data_key
        self._lock = lock

    def __repr__(self) -> str:
        return f"OpenCase({self.path.name!r})"

    def __enter__(self) -> "OpenCase":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The child's name, for the window."""
        return self.details().child

    def details(self) -> CaseDetails:
        """The family."""
        with self.store.read() as uow:
            return uow.meta.details()

    def keys(self) -> bytes:
        """The content of the key file."""
        return (self.path / KEYS_NAME).read_bytes()

    def data_key(self) -> bytes:
        """Only for the functions of this module."""
        return self._key

    def close(self) -> None:
        """Fold everything into the case, let others open it, forget the key. Safe to call twice."""
        self.store.close()
        self._lock.release()
        self._key = b""


@dataclass(frozen=True, slots=True)
class Created:
    """A new case and the code for its recovery sheet, shown once."""

    case: OpenCase
    recovery_code: str


@dataclass(frozen=True, slots=True)
class RecentCase:
    """A case on the start screen. `opened` is ISO; `exists` is False when its stick is not plugged in."""

    path: Path
    name: str
    opened: str
    exists: bool


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """Figures for Home."""

    documents: int
    pages: int
    organisations: int
    first_year: int | None
    last_year: int | None
    read: int
    later: int
    open_issues: int
    suggested: int
    issues_ready: int
    scans_pending: int
    problems: int


def create(ctx: Context, path: Path, details: CaseDetails, passphrase: str) -> Created:
    """Make a case folder. CaseProblem exists, weak-passphrase, disk-full, read-only; UsageProblem for a wrong birth date."""
    path = with_suffix(path)
    _check_details(details)
    _check_passphrase(passphrase)
    make_case_folder(path)
    code = crypto.new_recovery_code()
    data_key = crypto.new_data_key()
    lock = CaseLock(path)
    try:
        write_private(path / KEYS_NAME, crypto.new_keys(data_key, passphrase, code))
        store = _open_store(path, data_key, create=True)
    except BaseException:
        lock.release()
        raise
    with store.write() as uow:
        uow.meta.set_details(details)
        uow.meta.set("made", datetime.now(UTC).isoformat(timespec="seconds"))
    _remember_recent(ctx, path)
    return Created(OpenCase(ctx, path, data_key, store, lock), code)


def open_case(
    ctx: Context,
    path: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    remembered: bool = False,
) -> OpenCase:
    """Open a case with one of the three ways in; CaseProblem with its own plain sentence for whatever is in the way."""
    path = path if path.is_dir() else with_suffix(path)
    keys = _read_keys(path)
    data_key = _unlock(keys, passphrase, recovery_code, remembered)
    lock = CaseLock(path)
    try:
        store = _open_store(path, data_key)
    except BaseException:
        lock.release()
        raise
    _remember_recent(ctx, path)
    return OpenCase(ctx, path, data_key, store, lock)


def _unlock(keys: bytes, passphrase: str | None, recovery_code: str | None, remembered: bool) -> bytes:
    if remembered:
        known = keychain.recall(crypto.case_id(keys))
        if known is not None:
            return known
    if recovery_code is not None:
        return crypto.unlock(keys, crypto.RECOVERY, crypto.tidy_recovery_code(recovery_code))
    if passphrase is not None:
        return crypto.unlock(keys, crypto.PASSPHRASE, passphrase)
    raise CaseProblem("no-passphrase", "This case needs its passphrase.", "Nothing was changed.", "Type it to go on.")


def _read_keys(path: Path) -> bytes:
    if not path.exists():
        raise CaseProblem(
            "not-a-case",
            f"There is no case at “{path.name}”.",
            "",
            "Check the place, or plug in the stick it is on.",
        )
    try:
        return (path / KEYS_NAME).read_bytes()
    except FileNotFoundError as error:
        raise CaseProblem(
            "not-a-case",
            f"“{path.name}” is not a Fairfile case: it has no key file.",
            "Nothing was changed.",
            "Choose a folder whose name ends in .fairfile.",
        ) from error
    except OSError as error:
        raise CaseProblem(
            "read-only", "This case cannot be read by you.", "Nothing was changed.", "Copy it to a folder of your own."
        ) from error


def _open_store(path: Path, data_key: bytes, *, create: bool = False) -> Store:
    from app.store.engine import DATABASE_NAME, open_engine
    from app.store.migrate import bring_up, current

    engine = open_engine(path / DATABASE_NAME, data_key, create=create)
    try:
        if not create and not current(engine):
            raise CaseProblem(
                "damaged",
                "This case was not completely made.",
                "Nothing was changed.",
                "Delete the folder and start again.",
            )
        bring_up(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine)


def with_suffix(path: Path) -> Path:
    """The folder name of a case always ends in .fairfile."""
    return path if path.name.endswith(".fairfile") else path.with_name(path.name + ".fairfile")


def _check_passphrase(passphrase: str) -> None:
    if len(passphrase) < MIN_PASSPHRASE:
        raise CaseProblem(
            "weak-passphrase",
            f"A passphrase needs at least {MIN_PASSPHRASE} letters.",
            "Nothing was changed.",
            "Three or four words that you can remember work well.",
        )


def _check_details(details: CaseDetails) -> None:
    from app.domain import dates

    if not details.child.strip():
        raise UsageProblem("no-name", "The child's name is needed.", "", "Any name that you use will do.")
    if details.nation not in NATIONS:
        raise UsageProblem(
            "nation", f"“{details.nation}” is not a nation we know.", "", f"Use one of: {', '.join(NATIONS)}."
        )
    if details.born:
        try:
            dates.parse(details.born)
        except ValueError as error:
            raise UsageProblem(
                "date", f"“{details.born}” is not a date.", "", "Write it as 2013-03-14 or 14 March 2013."
            ) from error


def save_details(case: OpenCase, details: CaseDetails) -> Change:
    """Keep what the family says of itself."""
    _check_details(details)
    with case.store.write() as uow:
        uow.meta.set_details(details)
        return uow.audit.record("Family details changed", ())


def change_passphrase(case: OpenCase, old: str, new: str) -> None:
    """Rewrite the passphrase slot; CaseProblem wrong-passphrase or weak-passphrase."""
    keys = case.keys()
    crypto.unlock(keys, crypto.PASSPHRASE, old)
    set_passphrase(case, new)


def set_passphrase(case: OpenCase, new: str) -> None:
    """A new passphrase for a case that was opened with its recovery code."""
    _check_passphrase(new)
    write_private(case.path / KEYS_NAME, crypto.replace_slot(case.keys(), crypto.PASSPHRASE, case.data_key(), new))


def new_recovery_code(case: OpenCase) -> str:
    """Replace the recovery code; the old sheet no longer opens the case."""
    code = crypto.new_recovery_code()
    write_private(case.path / KEYS_NAME, crypto.replace_slot(case.keys(), crypto.RECOVERY, case.data_key(), code))
    return code


def try_recovery_code(case: OpenCase, code: str) -> None:
    """Check a code that was typed from the printed sheet; CaseProblem wrong-recovery-code."""
    crypto.unlock(case.keys(), crypto.RECOVERY, crypto.tidy_recovery_code(code))


def remember(case: OpenCase) -> None:
    """Keep the key in this computer's keychain; CaseProblem no-keychain."""
    keychain.remember(crypto.case_id(case.keys()), case.data_key())


def forget(case: OpenCase) -> None:
    """Take the key out of the keychain."""
    keychain.forget(crypto.case_id(case.keys()))


def can_remember() -> bool:
    """Whether this computer has a keychain that we trust."""
    return keychain.is_available()


def is_remembered(path: Path) -> bool:
    """Whether the case opens without its passphrase on this computer."""
    with suppress(CaseProblem):
        return keychain.recall(crypto.case_id(_read_keys(path))) is not None
    return False


def recovery_sheet(case_name: str, recovery_code: str) -> bytes:
    """The sheet to print, as PDF, made in a child of its own: the window never loads the typesetter."""
    from app.jobs.processes import ProcessRunner

    with ProcessRunner(1) as runner:
        task = "app.export.recovery:recovery_sheet_pdf"
        sheet: bytes = runner.submit(task, case_name, recovery_code, clock.today(), seconds=60).result()
    return sheet


def recent(ctx: Context) -> tuple[RecentCase, ...]:
    """Cases that were open on this computer, last first. Only their place is remembered, nothing of their content."""
    found = []
    for entry in ctx.settings.recent:
        path = Path(entry.get("path", ""))
        found.append(RecentCase(path, path.name.removesuffix(".fairfile"), entry.get("opened", ""), path.is_dir()))
    return tuple(found)


def forget_recent(ctx: Context, path: Path) -> None:
    """Take a case off the list."""
    ctx.settings.recent = [e for e in ctx.settings.recent if e.get("path") != str(path)]
    ctx.settings.save()


def _remember_recent(ctx: Context, path: Path) -> None:
    place = str(path.resolve())
    entry = {"path": place, "opened": datetime.now(UTC).isoformat(timespec="seconds")}
    ctx.settings.recent = [entry, *(e for e in ctx.settings.recent if e.get("path") != place)][:_RECENT]
    ctx.settings.save()


def verify(case: OpenCase) -> tuple[str, ...]:
    """Plain sentences about whatever is not as it was stored; empty when every byte is."""
    with case.store.read() as uow:
        wrong = uow.blobs.wrong()
        known = {row.sha256: row.path for row in uow.documents.rows()}
    with case.store.write() as uow:
        index_sound = uow.fulltext.sound()
    found = [f"“{known.get(sha, 'a reading copy')}” is not as it was received." for sha in wrong]
    if not index_sound:
        found.append("The search index does not match the pages.")
    return tuple(found)


def backup(case: OpenCase, target: Path) -> None:
    """One file with the whole case, encrypted as it is; OutputProblem when it cannot be written."""
    from app.store.backup import snapshot

    write_output(target, snapshot(case.store, case.path))
    with case.store.write() as uow:
        uow.meta.set("last_backup", datetime.now(UTC).isoformat(timespec="seconds"))


def last_backup(case: OpenCase) -> str:
    """When the case was last backed up, ISO in UTC, or empty."""
    with case.store.read() as uow:
        return str(uow.meta.get("last_backup", ""))


def restore(source: Path, target: Path) -> Path:
    """Unpack a backup as a case folder; CaseProblem exists or damaged. The case's passphrase stays the same."""
    from app.store.backup import unpack

    target = with_suffix(target)
    unpack(source, target)
    return target


def counts(case: OpenCase) -> CaseCounts:
    """Figures for Home."""
    from app.domain.documents import PROBLEM_STATUSES, READABLE_STATUSES, ReadState
    from app.domain.events import EventStatus
    from app.domain.issues import IssueStatus

    with case.store.read() as uow:
        rows = uow.documents.rows()
        entries = uow.events.entries()
        issues = uow.issues.all()
        organisations = uow.organisations.all()
        pending = uow.pages.pending_count()
    held = [row for row in rows if row.status in READABLE_STATUSES and not row.is_container]
    years = [int(e.first_day[:4]) for e in entries if e.status != EventStatus.DISMISSED and e.first_day]
    done = (IssueStatus.PUT_RIGHT, IssueStatus.AGREED)
    return CaseCounts(
        documents=len(held),
        pages=sum(row.pages for row in held),
        organisations=sum(1 for o in organisations if o.documents),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        read=sum(row.read is ReadState.READ for row in held),
        later=sum(row.read is ReadState.LATER for row in held),
        open_issues=sum(issue.fields.status not in done for issue in issues),
        suggested=sum(e.status is EventStatus.SUGGESTED for e in entries),
        issues_ready=sum(issue.fields.status is IssueStatus.READY for issue in issues),
        scans_pending=pending,
        problems=sum(row.status in PROBLEM_STATUSES for row in rows),
    )

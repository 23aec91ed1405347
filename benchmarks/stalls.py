"""The longest pause of the window while files are brought in: `python -m benchmarks.stalls [--files N] [--pages N]`.

A timer in the event loop fires every 10 ms; what comes later than that is a pause. While the import runs the window goes
round its screens. The aim is 100 ms.
"""

import argparse
import json
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

AIM_MS = 100
EVERY_MS = 10
ROUND = ("timeline", "documents", "importing", "home", "search", "importing")


class Watch:
    """Collects how late each tick was, how much the window itself computed before it (both in ms), and which screen was shown.
    On a busy machine the second figure tells our share."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late: list[tuple[float, float, str]] = []
        self.where = "start"
        self._last, self._own = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.late.append(((now - self._last) * 1000 - EVERY_MS, (own - self._own) * 1000, self.where))
        self._last, self._own = now, own

    def stop(self) -> None:
        """No more ticks."""
        self._timer.stop()


def print_error(error: BaseException) -> None:
    """Instead of a dialog, which would wait for an answer."""
    traceback.print_exception(error)


def run(files: int, pages: int, home: Path) -> dict[str, Any]:
    """Import invented PDFs in a real window over the real services; figures in milliseconds."""
    from PySide6.QtTest import QTest

    from app.domain.people import CaseDetails
    from app.system.settings import Settings
    from app.ui import theme as look
    from app.ui.main import SWITCH_SECONDS, end, make_app
    from app.ui.main_window import MainWindow
    from app.ui.services import Services
    from benchmarks.importing import make_files

    source = home / "files"
    source.mkdir()
    make_files(source, files, pages)
    sys.setswitchinterval(SWITCH_SECONDS)
    app = make_app(["fairfile"])
    settings = Settings()
    look.apply(app, look.choose("light", 100))
    window = MainWindow(Services(), settings)
    window.shell.failed.disconnect()
    window.shell.failed.connect(print_error)
    window.resize(1280, 800)
    window.show()
    window.finish_building()
    session = window.shell.session
    session.created.connect(lambda made: session.take(made.case))
    session.create(home / "Stalls.fairfile", CaseDetails("Ada Brennan", "2013-03-14"), "copper kettle window moss")
    while window.shell.case is None:
        QTest.qWait(20)
    QTest.qWait(1500)
    window.shell.navigator.go("importing", paths=(str(source),))
    screen = window._frame.current()
    watch = Watch()
    screen.choose.go.click()
    started, step = time.perf_counter(), 0
    while screen._job is not None and time.perf_counter() - started < 600:
        watch.where = ROUND[step % len(ROUND)]
        window.shell.navigator.go(watch.where, **({"query": "referral"} if watch.where == "search" else {}))
        QTest.qWait(700)
        step += 1
    took = time.perf_counter() - started
    watch.stop()
    worst = sorted(watch.late, reverse=True)[:8]
    end(app, window)
    return {
        "files": files,
        "pages": files * pages,
        "import_s": round(took, 1),
        "longest_ms": round(worst[0][0]),
        "longest_own_ms": round(max(own for _, own, _ in watch.late)),
        "over_100_ms": sum(late > AIM_MS for late, _, _ in watch.late),
        "ticks": len(watch.late),
        "worst": [(round(late), round(own), where) for late, own, where in worst],
    }


def main(argv: list[str]) -> int:
    """Print the figures; exit status 1 when the aim was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--pages", type=int, default=10)
    wanted = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FAIRFILE_CONFIG"] = folder
        found = run(wanted.files, wanted.pages, Path(folder))
    print(json.dumps(found))
    return 0 if found["longest_ms"] <= AIM_MS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Start of the window against an empty PySide6 window: `python -m benchmarks.startup [--runs N]`.

Each run is a new process, timed from its start to the first moment its event loop is idle with the window shown. The two
take turns; the ratio of the medians is reported. The aim is 2 or less.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
OURS = """
import sys
from PySide6.QtCore import QTimer
from app.ui import main
def stop(app, window):
    QTimer.singleShot(0, app.quit)
main.stop_with_signals = stop
main.run(["fairfile"])
"""
AIM = 2.0


def timed(code: str, root: Path, config: str) -> float:
    """Seconds of one process."""
    env = {**os.environ, "FAIRFILE_CONFIG": config}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
    env["PYTHONPYCACHEPREFIX"] = f"{config}/compiled"
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=root, env=env, check=True, capture_output=True)
    return time.perf_counter() - started


def measure(runs: int) -> dict[str, float]:
    """Medians in seconds, and their ratio."""
    root = Path(__file__).resolve().parents[1]
    empty, ours = [], []
    with tempfile.TemporaryDirectory() as config:
        for number in range(runs + 1):
            pair = timed(EMPTY, root, config), timed(OURS, root, config)
            if number:  # the first compiles and fills the caches of the disk
                empty.append(pair[0])
                ours.append(pair[1])
    first, second = statistics.median(empty), statistics.median(ours)
    return {
        "empty_s": round(first, 3),
        "fairfile_s": round(second, 3),
        "ratio": round(second / first, 2),
        "aim": AIM,
        "runs": runs,
    }


def main(argv: list[str]) -> int:
    """Print the figures; exit status 1 when the aim was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args(argv)
    found = measure(wanted.runs)
    if wanted.json:
        print(json.dumps(found))
    else:
        print(
            f"empty window {found['empty_s']} s, Fairfile {found['fairfile_s']} s: {found['ratio']} times (aim {AIM})"
        )
    return 0 if found["ratio"] <= AIM else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The program: the window, also for a case folder that was double-clicked; with a command the command line.

One entry for source, frozen and child.
"""

import sys
from multiprocessing import freeze_support

EXAMPLE = "--example"
"""Opens the window on the example family."""


def main() -> int:
    """Run; the exit status of the command line contract."""
    freeze_support()
    from app.system.offline import refuse_network

    refuse_network()
    if not all(word == EXAMPLE or word.endswith(".fairfile") for word in sys.argv[1:]):
        from app.cli.main import run

        return run(sys.argv[1:])
    try:
        from app.ui.main import run as run_window
    except ImportError as error:
        if ".so" not in str(error):
            raise
        sys.stderr.write(f"The window cannot be shown: {error}. Install that library; the commands work without it.\n")
        return 1
    return run_window(sys.argv)


if __name__ == "__main__":
    sys.exit(main())

"""What a long job tells about itself. Frozen values that may cross threads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JobEvent:
    """`job` names the run. `kind` is started, progress, item-done, item-failed, finished, cancelled or failed.
    `stage` is a short id (copy, read, scan, understand, build …). `done` and `total` count real things;
    `seconds_left` is None until it can be told."""

    job: str
    kind: str
    stage: str = ""
    done: int = 0
    total: int = 0
    item: str = ""
    message: str = ""
    seconds_left: float | None = None
    document: int | None = None
    needs: str = ""

"""Settings of this user on this computer: nothing of any case but where it lies."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from app.system.files import write_private
from app.system.paths import settings_file

VERSION = 1


@dataclass
class Settings:
    """Defaults are what a new user gets. `text_size` is per cent; `recent` are {path, opened}; `window` belongs to the window."""

    text_size: int = 100
    theme: str = "system"
    auto_lock_minutes: int = 10
    window: dict[str, Any] = field(default_factory=dict)
    recent: list[dict[str, str]] = field(default_factory=list)
    regulator: str = "Information Commissioner’s Office"
    working_days_extra: list[str] = field(default_factory=list)

    def save(self, path: Path | None = None) -> None:
        """Write at once, whole or not at all; a read-only home is not worth stopping for."""
        try:
            write_private(path or settings_file(), json.dumps({"version": VERSION, **asdict(self)}, indent=2).encode())
        except OSError:
            return

    @classmethod
    def load(cls, path: Path | None = None) -> "Settings":
        """Saved settings, or defaults for whatever is missing or damaged."""
        try:
            stored = json.loads((path or settings_file()).read_bytes())
        except (OSError, ValueError):
            return cls()
        settings = cls()
        if isinstance(stored, dict):
            for item in fields(cls):
                value = stored.get(item.name)
                if type(value) is type(getattr(settings, item.name)):
                    setattr(settings, item.name, value)
        return settings

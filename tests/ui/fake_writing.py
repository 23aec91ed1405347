"""Stand-ins for letters, requests and packs."""


class LetterWriting:
    """Filled in below."""


class Tracking:
    """Filled in below."""


class Bundling:
    """Filled in below."""

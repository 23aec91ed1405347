"""Names of our own resources on each sheet of a pack: the number's font, the invisible font, the page's drawing."""

NUMBER_FONT, TEXT_FONT, PAGE = "FfN", "FfT", "FfP"

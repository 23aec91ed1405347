"""Every pair of colours that carries words or an outline can be told apart."""

import pytest

from app.ui.palette import MARK_ORDER, PALETTES, TONES, Palette, contrast

palettes = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())


def test_contrast_of_black_and_white_is_the_known_greatest() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)


@palettes
def test_words_reach_the_level_for_text(palette: Palette) -> None:
    grounds = (palette.paper, palette.surface, palette.sunk, palette.hover, palette.selected, palette.term)
    low = [(ink, ground) for ink in (palette.ink, palette.muted) for ground in grounds if contrast(ink, ground) < 4.5]
    assert not low


@palettes
def test_tones_can_be_read_on_their_tints_and_on_surfaces(palette: Palette) -> None:
    for tone in TONES:
        words, tint = palette.tone(tone)
        for ground in (tint, palette.surface, palette.paper):
            assert contrast(words, ground) >= 4.5, (tone, ground)
        assert contrast(palette.ink, tint) >= 4.5, tone
    assert contrast(palette.on_primary, palette.primary) >= 4.5
    assert contrast(palette.on_primary, palette.primary_hover) >= 4.5


@palettes
def test_outlines_focus_marks_and_badges_are_seen(palette: Palette) -> None:
    for ground in (palette.paper, palette.surface):
        assert contrast(palette.outline, ground) >= 3
        assert contrast(palette.focus, ground) >= 3
    for kind in MARK_ORDER:
        ground, edge = palette.mark(kind)
        assert contrast(edge, ground) >= 3, kind
        assert contrast(palette.ink, ground) >= 4.5, kind
    for hue in palette.organisations:
        assert contrast(palette.surface, hue) >= 3

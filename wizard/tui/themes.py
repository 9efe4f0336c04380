"""The colour themes of the program: one accent, and every text at a contrast of at least 4.5 to 1."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme


@dataclass(frozen=True, slots=True)
class _Palette:
    """The colours of a theme; `ground` is the background, `raised` that of a highlighted row or a dialog."""

    ground: str
    raised: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    alert: str
    good: str
    bar: str


def _make_theme(name: str, colours: _Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours.accent,
        accent=colours.accent,
        foreground=colours.text,
        background=colours.ground,
        surface=colours.ground,
        panel=colours.raised,
        warning=colours.alert,
        error=colours.alert,
        success=colours.good,
        dark=dark,
        text_alpha=1.0,
        variables={
            "quiet": colours.quiet,
            "raised": colours.raised,
            "alert": colours.alert,
            "good": colours.good,
            "line": colours.bar,
            "block-cursor-background": colours.raised,
            "block-cursor-foreground": colours.accent,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": colours.ground,
            "block-cursor-blurred-foreground": colours.text,
            "block-cursor-blurred-text-style": "none",
            "input-cursor-background": colours.accent,
            "input-cursor-foreground": colours.on_accent,
            "scrollbar": colours.bar,
            "scrollbar-hover": colours.accent,
            "scrollbar-active": colours.accent,
            "scrollbar-background": colours.ground,
            "scrollbar-corner-color": colours.ground,
        },
    )


DARK = _make_theme(
    "calm-dark",
    _Palette("#15181c", "#272c33", "#e8e6e1", "#a3aab3", "#8ab8ff", "#0c1420", "#ffb35c", "#8fd694", "#5f6874"),
    dark=True,
)
LIGHT = _make_theme(
    "calm-light",
    _Palette("#fbfaf7", "#e9e6df", "#1f2328", "#555d66", "#0b57a4", "#ffffff", "#9a4a00", "#1f6b2c", "#8a9099"),
    dark=False,
)
CONTRAST = _make_theme(
    "high-contrast",
    _Palette("#000000", "#303030", "#ffffff", "#e0e0e0", "#ffff00", "#000000", "#ffb000", "#80ff80", "#e0e0e0"),
    dark=True,
)
_TERMINAL_DEFAULT = "ansi_default"
_TEXT_VARIABLES = ("quiet", "raised", "alert", "good", "line", "border", "border-blurred", "ansi-background", "ansi-foreground")
_CURSOR_VARIABLES = ("block-cursor", "block-cursor-blurred", "input-cursor")
_BAR_VARIABLES = ("scrollbar", "scrollbar-hover", "scrollbar-active", "scrollbar-background", "scrollbar-corner-color")
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary=_TERMINAL_DEFAULT,
    accent=_TERMINAL_DEFAULT,
    foreground=_TERMINAL_DEFAULT,
    background=_TERMINAL_DEFAULT,
    surface=_TERMINAL_DEFAULT,
    panel=_TERMINAL_DEFAULT,
    boost=_TERMINAL_DEFAULT,
    warning=_TERMINAL_DEFAULT,
    error=_TERMINAL_DEFAULT,
    success=_TERMINAL_DEFAULT,
    variables=dict.fromkeys((*_TEXT_VARIABLES, *_BAR_VARIABLES), _TERMINAL_DEFAULT)
    | {f"{cursor}-{ground}": _TERMINAL_DEFAULT for cursor in _CURSOR_VARIABLES for ground in ("background", "foreground")}
    | {"block-cursor-text-style": "reverse", "block-cursor-blurred-text-style": "none", "input-cursor-text-style": "reverse"},
)
"""The terminal's own colours, as the user has set them up; also used if NO_COLOR is set."""
OWN_THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)
BY_NAME = {theme.name: theme for theme in OWN_THEMES}


ENOUGH_CONTRAST = 4.6
"""The contrast that every text has with what it stands on, with a little to spare for rounding."""
STEPS = 20
"""In how many steps a colour moves towards white or black, until its contrast is enough."""
MANY_COLOURS = ("256color", "kitty")
"""What the names of terminals with more than 16 colours end with, for Rich."""
MIDDLE_LUMINANCE = 0.18
"""The luminance that has the same contrast with white as with black."""
OTHER_NAMES = tuple(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi and name not in BY_NAME)
"""The names of the themes of Textual that are offered beside ours."""


@cache
def readable_theme(name: str) -> Theme:
    """Return a theme of ours, or one of Textual with its colours changed as little as every text needs to be readable."""
    if name in BY_NAME:
        return BY_NAME[name]
    theme = BUILTIN_THEMES[name]
    ground = Color.parse(theme.background or ("#121212" if theme.dark else "#f5f5f5"))
    text = Color.parse(theme.foreground or ("#e0e0e0" if theme.dark else "#1f1f1f"))
    raised = ground.blend(text, 0.1)
    accent = Color.parse(theme.accent or theme.primary)

    def on_both(colour: Color | str | None) -> str:
        return _readable(Color.parse(colour or text), ground, raised).hex6

    palette = _Palette(
        ground=ground.hex6,
        raised=raised.hex6,
        text=on_both(text),
        quiet=on_both(text.blend(ground, 0.35)),
        accent=on_both(accent),
        on_accent=_readable(ground, Color.parse(on_both(accent))).hex6,
        alert=on_both(theme.warning),
        good=on_both(theme.success),
        bar=ground.blend(text, 0.4).hex6,
    )
    return _make_theme(name, palette, dark=theme.dark)


def _readable(colour: Color, *grounds: Color) -> Color:
    """Move a colour towards white or black until its contrast with each ground is enough."""
    target = Color.parse("white" if _luminance(grounds[0]) < MIDDLE_LUMINANCE else "black")
    for step in range(STEPS + 1):
        moved = Color.parse(colour.blend(target, step / STEPS).hex6)
        if min(contrast_ratio(moved, ground) for ground in grounds) >= ENOUGH_CONTRAST:
            return moved
    return target


def contrast_ratio(one: Color, other: Color) -> float:
    """Return the contrast of two colours by WCAG, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def has_few_colours(env: Mapping[str, str]) -> bool:
    """Return whether the colours of a theme would be reduced to 16, as Rich decides it from the environment.

    The colours that are left have too little contrast with each other: the cursor would be white on light grey.
    """
    if sys.platform == "win32" or "TERM" not in env:
        return False
    is_exact = env.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    return not is_exact and env["TERM"].strip().lower().rpartition("-")[2] not in MANY_COLOURS


def initial_theme(stored: object, env: Mapping[str, str]) -> str:
    """Return the theme to start with: the stored one, or the terminal's own colours if it has few or NO_COLOR is set."""
    if "NO_COLOR" in env or has_few_colours(env):
        return TERMINAL.name
    return stored if isinstance(stored, str) and stored in (*BY_NAME, *OTHER_NAMES) else DARK.name


def next_theme(name: str) -> str:
    """Return the theme that follows in the cycle."""
    names = [theme.name for theme in OWN_THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]

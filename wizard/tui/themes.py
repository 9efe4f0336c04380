"""The colour themes of the program: one accent, and every text at a contrast of at least 4.5 to 1."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.theme import Theme

from wizard.i18n import N_, MessageTable


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
THEME_LABELS = MessageTable(
    {
        DARK.name: N_("dark"),
        LIGHT.name: N_("light"),
        CONTRAST.name: N_("high contrast"),
        TERMINAL.name: N_("the terminal's own"),
    }
)


def initial_theme(stored: object, env: Mapping[str, str]) -> str:
    """Return the theme to start with: the stored one, or the terminal's own colours if NO_COLOR is set."""
    if "NO_COLOR" in env:
        return TERMINAL.name
    return stored if isinstance(stored, str) and stored in BY_NAME else DARK.name


def next_theme(name: str) -> str:
    """Return the theme that follows in the cycle."""
    names = [theme.name for theme in OWN_THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]

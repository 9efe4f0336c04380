"""The colour themes in words."""

from wizard.i18n import N_, MessageTable, _

THEME_LABELS = MessageTable(
    {
        "calm-dark": N_("dark"),
        "calm-light": N_("light"),
        "high-contrast": N_("high contrast"),
        "terminal": N_("the terminal's own"),
    }
)
"""The themes of the program; those of Textual go by their names."""
THEME_QUESTION = N_("Which colours?")
THEME_HELP = N_("Go up and down to see the page in each theme. Enter keeps one, Esc leaves it as it was.")


def theme_label(name: str) -> str:
    """Return a theme in words: "high contrast", "nord"."""
    return THEME_LABELS.get(name, name)


def theme_message(name: str) -> str:
    """Return the message after the colours were changed."""
    return _("Colours: {theme}.", theme=theme_label(name))

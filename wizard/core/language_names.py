"""The languages in which authorities work, by name."""

from collections.abc import Iterable

from wizard.i18n import N_, MessageTable

LANGUAGE_NAMES = MessageTable(
    {
        "bg": N_("Bulgarian"),
        "cs": N_("Czech"),
        "da": N_("Danish"),
        "de": N_("German"),
        "el": N_("Greek"),
        "en": N_("English"),
        "es": N_("Spanish"),
        "et": N_("Estonian"),
        "fi": N_("Finnish"),
        "fr": N_("French"),
        "ga": N_("Irish"),
        "hr": N_("Croatian"),
        "hu": N_("Hungarian"),
        "is": N_("Icelandic"),
        "it": N_("Italian"),
        "ja": N_("Japanese"),
        "ko": N_("Korean"),
        "lb": N_("Luxembourgish"),
        "lt": N_("Lithuanian"),
        "lv": N_("Latvian"),
        "mt": N_("Maltese"),
        "nl": N_("Dutch"),
        "no": N_("Norwegian"),
        "pl": N_("Polish"),
        "pt": N_("Portuguese"),
        "ro": N_("Romanian"),
        "sk": N_("Slovak"),
        "sl": N_("Slovenian"),
        "sv": N_("Swedish"),
    }
)


def language_names(codes: Iterable[str]) -> str:
    """Return languages as a list by name, in the chosen language; a code that is not known stays as it is."""
    return ", ".join(LANGUAGE_NAMES.get(code, code) for code in codes)

"""A minimal application with a list: the cost of a key in Textual itself."""

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Options(App[None]):
    """Twenty options."""

    def compose(self) -> ComposeResult:
        yield OptionList(*(f"Option {number}" for number in range(20)))


if __name__ == "__main__":
    Options().run()

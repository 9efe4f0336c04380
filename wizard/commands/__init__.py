"""The headless commands, one module each with `arguments` and `run`. A command never asks.

The other modules are shared: the parser of all commands, the context of one command, and parts of longer commands.
"""

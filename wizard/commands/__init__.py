"""The headless commands, a verb a module: each has `arguments` and `run`, and never asks.

Beside them stand what they share: the parser that knows them all, the desk they work at, and what a long verb is made of.
"""

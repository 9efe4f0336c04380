"""A guided wizard that keeps a person's photos out of Meta's AI training."""

__version__ = "0.1.0"

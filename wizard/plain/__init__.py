"""The face in lines: one conversation, held with typed numbers or with arrow keys."""

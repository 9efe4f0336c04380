"""Speed measured side by side, never a gate in the tests."""

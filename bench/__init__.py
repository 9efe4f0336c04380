"""Speed compared with other programs on the same machine; never a gate in the tests."""

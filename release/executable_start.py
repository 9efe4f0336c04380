"""The first lines that run in the stand-alone executable."""

import os

# The bundler points LD_LIBRARY_PATH at its own libraries. Programs that are started from here, such as the editor and the
# browser, must get the libraries of the system. This process has read the variable already.
_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before

from wizard.__main__ import start  # noqa: E402 - after the environment is as it was

start()

"""The bundle's way in: the command, or one of our modules by name, as `python -m` would run it."""

import multiprocessing
import runpy
import sys

OURS = "kiosk."
multiprocessing.freeze_support()  # a large export asks other processes to help

if sys.argv[1:2] == ["--module"] and sys.argv[2].startswith(OURS):
    module = sys.argv[2]
    del sys.argv[1:3]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
else:
    from ui.cli import main

    main()

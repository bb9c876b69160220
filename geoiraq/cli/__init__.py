"""The command line: parses, calls a verb, prints. Data go to standard output, words to standard error.

Exit status: 0 done; 1 some input could not be used (it is named, the rest is done); 2 wrong use.
"""

from geoiraq.cli.main import main

__all__ = ["main"]

"""`python -m geoiraq` is the command line."""

from geoiraq.cli import main

main()

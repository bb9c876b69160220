"""The command `geoiraq`: its commands, and how errors become a line and an exit status."""

from __future__ import annotations

import gc
import sys

import click

from geoiraq import __version__
from geoiraq.cli.documents import extract_command, map_command
from geoiraq.cli.gazetteer import gazetteer_group
from geoiraq.cli.places import resolve_command
from geoiraq.cli.telling import say
from geoiraq.errors import GeoiraqError

#: So many objects are made before garbage is looked for. Libraries, words and gazetteer are some hundred thousand that
#: stay; looking through them as often as Python does by itself takes a seventh of the time of a short run.
YOUNG_OBJECTS = 100_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geoiraq")
def cli() -> None:
    """Turn documents about Iraq into maps that can be defended."""


for command in (map_command, extract_command, resolve_command, gazetteer_group):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its status."""
    gc.set_threshold(YOUNG_OBJECTS)
    try:
        status = cli.main(arguments, prog_name="geoiraq", standalone_mode=False)
    except click.ClickException as error:
        say(error.format_message())
        sys.exit(2)
    except click.exceptions.Abort:
        say("stopped")
        sys.exit(130)
    except GeoiraqError as error:
        say(str(error))
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)
    finally:
        gc.freeze()  # What is left goes with the process; no last look through it.
    sys.exit(status if isinstance(status, int) else 0)

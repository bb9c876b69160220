"""A plain text file: its text is the document."""

from __future__ import annotations

from geoiraq.documents.details import Content
from geoiraq.documents.encoding import decode


def read_text(data: bytes) -> Content:
    """Read a text file as it stands: nothing is trimmed, so that a span in the text is a span in the file.

    Parameters
    ----------
    data
        The whole file.

    Returns
    -------
    Content
        The text; it declares nothing of itself.

    Raises
    ------
    InputError
        Where the file is not text, or text in no encoding.
    """
    return Content(decode(data))

"""Reading reports of whatever form (text, Markdown, HTML, PDF, tables) into documents."""

from geoiraq.documents.document import Document, PublishedPrecision
from geoiraq.documents.read import read_documents

__all__ = ["Document", "PublishedPrecision", "read_documents"]

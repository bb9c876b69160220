"""Reading with the problems kept, and a PDF file made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from geoiraq.documents import Document, read_documents


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., tuple[list[Document], list[str]]]:
    """Read paths under tmp_path: the documents, and the problems as text with the paths made relative."""

    def reading(*names: str, **options) -> tuple[list[Document], list[str]]:
        problems: list[str] = []
        paths = [tmp_path / name for name in names or (".",)]
        documents = list(
            read_documents(
                paths,
                on_problem=lambda problem: problems.append(str(problem).replace(f"{tmp_path}/", "")),
                **options,
            )
        )
        return documents, problems

    return reading


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Make a PDF file of pages of lines, set in Helvetica one under the other."""

    def made(*pages: Sequence[str], title: str = "", encrypted: bool = False) -> bytes:
        kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for n, lines in enumerate(pages):
            shown = " ".join(f"({line.replace('(', '[').replace(')', ']')}) Tj T*" for line in lines)
            stream = f"BT /F1 11 Tf 14 TL 72 760 Td {shown} ET"
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            )
            objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(f"<< /Title ({title}) /CreationDate (D:20150101000000Z) >>")
        data, places = b"%PDF-1.4\n", []
        for number, body in enumerate(objects, start=1):
            places.append(len(data))
            data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        secret = (
            "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "00" * 32 + "> /U <" + "11" * 32 + "> >> "
        )
        trailer = (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R "
            f"{secret if encrypted else ''}/ID [<00> <00>] >>\nstartxref\n{len(data)}\n%%EOF\n"
        )
        return data + trailer.encode("latin-1")

    return made

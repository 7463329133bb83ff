"""One side of the benchmark: goes over files with another reader each time a line comes in.

Usage: bench_peer.py python-docx|office-oxide|pdf-oxide|pypdfium2|pdfminer.six|pdfplumber FILE...

Prints the reader's version, then for each line on standard input the CPU seconds of one pass over all
files, which lie in memory.
"""

import io
import resource
import sys
from importlib.metadata import version


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def python_docx():
    """Text, Latin and East-Asian face, size and weight of every run, each looked up the style chain."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    def own(style):
        font = style.font
        properties = style.element.rPr
        fonts = None if properties is None else properties.rFonts
        east_asian = None if fonts is None else fonts.get(qn("w:eastAsia"))
        return (font.name, east_asian, font.size, font.bold)

    def first(*layers):
        return tuple(next((value for value in values if value is not None), None)
                     for values in zip(*layers))

    def read(data):
        document = Document(io.BytesIO(data))
        # Styles are resolved once each, which is kinder than what most scripts do.
        resolved = {}

        def chain(style):
            if style is None:
                return (None, None, None, None)
            if style.style_id not in resolved:
                resolved[style.style_id] = first(own(style), chain(style.base_style))
            return resolved[style.style_id]

        def paragraphs(container):
            for block in container.iter_inner_content():
                if isinstance(block, Paragraph):
                    yield block
                elif isinstance(block, Table):
                    for row in block.rows:
                        for cell in row.cells:
                            yield from paragraphs(cell)

        runs = []
        for paragraph in paragraphs(document):
            paragraph_style = chain(paragraph.style)
            for run in paragraph.runs:
                properties = run._r.rPr
                fonts = None if properties is None else properties.rFonts
                east_asian = None if fonts is None else fonts.get(qn("w:eastAsia"))
                font = run.font
                layer = (font.name, east_asian, font.size, font.bold)
                character_style = (None, None, None, None)
                if properties is not None and properties.style is not None:
                    character_style = chain(run.style)
                runs.append((run.text, first(layer, character_style, paragraph_style)))
        return runs

    return read


def office_oxide():
    from office_oxide import Document

    def read(data):
        kind = "doc" if data[:4] == b"\xd0\xcf\x11\xe0" else "docx"
        with Document.from_bytes(data, kind) as document:
            return document.plain_text()

    return read


def pdf_oxide():
    """Every character with its place, face and size."""
    from pdf_oxide import PdfDocument

    def read(data):
        document = PdfDocument.from_bytes(data)
        return [document.extract_chars(page) for page in range(document.page_count())]

    return read


def pypdfium2():
    """The text of each page."""
    import pypdfium2

    def read(data):
        document = pypdfium2.PdfDocument(data)
        texts = []
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
        document.close()
        return texts

    return read


def pdfminer():
    """The layout of each page: lines of characters with face and size."""
    from pdfminer.high_level import extract_pages

    return lambda data: list(extract_pages(io.BytesIO(data)))


def pdfplumber():
    """Every character with its place, face and size."""
    import pdfplumber as library

    def read(data):
        with library.open(io.BytesIO(data)) as document:
            return [page.chars for page in document.pages]

    return read


def main():
    name = sys.argv[1]
    read = {
        "python-docx": python_docx, "office-oxide": office_oxide, "pdf-oxide": pdf_oxide,
        "pypdfium2": pypdfium2, "pdfminer.six": pdfminer, "pdfplumber": pdfplumber,
    }[name]()
    contents = []
    for path in sys.argv[2:]:
        with open(path, "rb") as file:
            data = file.read()
        try:
            read(data)
        except Exception as error:
            # Kinder to this side: what it cannot read, it need not read.
            print(f"{name} leaves out {path}: {error}", file=sys.stderr)
        else:
            contents.append(data)
    print(version(name), flush=True)
    for _ in sys.stdin:
        start = cpu_seconds()
        for data in contents:
            read(data)
        print(cpu_seconds() - start, flush=True)


main()

"""Asks LibreOffice, through UNO, how the Han characters of Word files are set.

Usage: /usr/bin/python3 libreoffice.py CACHE FILE...

Writes one JSON file a document into CACHE, named by the document's SHA-256, in the shape of
`hegui inspect --format json`: paragraphs with runs of text, eastAsian, size and bold. A document that is
already there is not asked about again. LibreOffice runs with a profile of its own in a process group of
its own, which is killed at the end, or when a document takes too long.
"""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

SECONDS_A_FILE = 60
FILTERS = {".docx": "MS Word 2007 XML", ".doc": "MS Word 97", ".rtf": "Rich Text Format"}
FILES_A_PROCESS = 100


class TookTooLong(Exception):
    pass


class Office:
    """One LibreOffice, started when first asked and started anew when it fails."""

    def __init__(self):
        self.process = None
        self.loaded = 0

    def start(self):
        self.folder = tempfile.mkdtemp(prefix="hegui-libreoffice-")
        pipe = "hegui" + str(os.getpid())
        self.process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless",
             "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"],
            start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.25)
        else:
            raise RuntimeError("LibreOffice did not start")
        services = context.ServiceManager
        self.desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatcher = services.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context)
        self.loaded = 0

    def stop(self):
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        self.process = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def paragraphs(self, path):
        """The paragraphs of a document with all tracked changes accepted."""
        if self.process is None or self.loaded >= FILES_A_PROCESS:
            self.stop()
            self.start()
        self.loaded += 1
        # A copy, so that no lock file appears beside the original.
        kind = Path(path).suffix.lower()
        copy = Path(self.folder) / ("document" + kind)
        shutil.copyfile(path, copy)
        options = (
            PropertyValue("Hidden", 0, True, 0),
            PropertyValue("FilterName", 0, FILTERS.get(kind, FILTERS[".docx"]), 0),
        )
        document = self.desktop.loadComponentFromURL(copy.as_uri(), "_blank", 0, options)
        if document is None:
            raise RuntimeError("LibreOffice cannot read it")
        try:
            frame = document.CurrentController.Frame
            self.dispatcher.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, ())
            return list(document_paragraphs(document))
        finally:
            document.close(True)


def document_paragraphs(document):
    yield from paragraphs_of(document.Text, "body")
    frames = document.TextFrames
    for index in range(frames.Count):
        yield from paragraphs_of(frames.getByIndex(index), "textBox")
    page = document.DrawPage
    for index in range(page.Count):
        shape = page.getByIndex(index)
        if shape.supportsService("com.sun.star.text.TextFrame"):
            continue
        if hasattr(shape, "createEnumeration"):
            yield from paragraphs_of(shape, "textBox")
    for notes, story in ((document.Footnotes, "footnote"), (document.Endnotes, "endnote")):
        for index in range(notes.Count):
            yield from paragraphs_of(notes.getByIndex(index), story)


def each(enumerable):
    enumeration = enumerable.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def paragraphs_of(text, story):
    for element in each(text):
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in sorted(element.CellNames, key=cell_order):
                yield from paragraphs_of(element.getCellByName(name), story)
        elif element.supportsService("com.sun.star.text.Paragraph"):
            runs = list(runs_of(element))
            text_of_runs = "".join(run["text"] for run in runs)
            if text_of_runs:
                yield {"story": story, "text": text_of_runs, "runs": runs}


def cell_order(name):
    """`B12` and `B12.1.2` (split cells) in the order of rows, then columns."""
    parts = name.split(".")
    letters = parts[0].rstrip("0123456789")
    rest = [int(part) for part in parts[1:] if part.isdigit()]
    return [int(parts[0][len(letters):] or 0), len(letters), letters, rest]


def runs_of(paragraph):
    for portion in each(paragraph):
        kind = portion.TextPortionType
        if kind == "ContentControl":
            yield from runs_of(portion.ContentControl)
        elif kind == "InContentMetadata":
            yield from runs_of(portion.InContentMetadata)
        elif kind in ("Text", "TextField", "Ruby") and portion.String and not portion.CharHidden:
            yield {
                "text": portion.String,
                "eastAsian": portion.CharFontNameAsian,
                "size": round(portion.CharHeightAsian, 2),
                "bold": portion.CharWeightAsian >= 140,
            }


def alarm(_signal, _frame):
    raise TookTooLong()


def main():
    cache = Path(sys.argv[1])
    cache.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGALRM, alarm)
    office = Office()
    try:
        for name in sys.argv[2:]:
            path = Path(name)
            target = cache / (hashlib.sha256(path.read_bytes()).hexdigest() + ".json")
            if target.exists():
                continue
            signal.alarm(SECONDS_A_FILE)
            try:
                result = {"paragraphs": office.paragraphs(path), "error": None}
            except BaseException as error:
                if isinstance(error, (KeyboardInterrupt, SystemExit)):
                    raise
                result = {"paragraphs": [], "error": f"{type(error).__name__}: {error}"}
                office.stop()
            finally:
                signal.alarm(0)
            result = {"path": path.name, **result}
            partial = target.with_suffix(".part")
            partial.write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
            partial.rename(target)
            print(f"{path.name}: {result['error'] or len(result['paragraphs'])}", file=sys.stderr)
    finally:
        office.stop()


main()

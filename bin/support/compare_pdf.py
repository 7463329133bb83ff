"""Compares what Hegui reads in PDF files with what PDFium reads.

Usage: compare_pdf.py [--differences] INSPECT.jsonl

Of each file, the multiset of visible characters, the share of stretches of eight characters that both have, and
the multisets of (Han character, size) and (Han character, face). White space is left out on both sides;
radicals and compatibility forms of ideographs are made plain. By file and not by page, because a paragraph that
runs over two pages has one page with us.
"""

import collections
import ctypes
import json
import math
import re
import sys
import unicodedata

import pypdfium2
import pypdfium2.raw as raw


# Radicals that NFKC leaves alone (Unicode Character Database, EquivalentUnifiedIdeograph.txt): the simplified
# ones, which wrong ToUnicode maps of Word and WPS give for the ideographs.
RADICALS = dict(zip("⺁⺝⺟⺠⺩⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳", "厂月母民王虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"))


def plain(text):
    """With radicals and compatibility ideographs replaced, and without white space and format characters."""
    kept = []
    for character in text:
        character = RADICALS.get(character, character)
        code = ord(character)
        if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0xFB00 <= code <= 0xFB06:
            character = unicodedata.normalize("NFKC", character)
        if unicodedata.category(character[0]) not in ("Zs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Cs"):
            kept.append(character)
    return "".join(kept)


def is_han(character):
    return 0x3400 <= ord(character) <= 0x9FFF or ord(character) >= 0x20000


def plain_face(name):
    """Without the tag of a subset, and without what spells the same name in two ways."""
    name = re.sub(r"^[A-Z]{6}\+", "", name or "")
    return re.sub(r"[\s_\-,]", "", name).lower()


def decoded(data):
    for encoding in ("utf-8", "gb18030", "latin-1"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass


class Content:
    def __init__(self, pages):
        self.pages = pages
        self.text = []
        self.sizes = collections.Counter()
        self.faces = collections.Counter()

    def add(self, character, size, face):
        for character in plain(character):
            self.text.append(character)
            if is_han(character):
                self.sizes[character, round(size * 2) / 2 if size else None] += 1
                self.faces[character, plain_face(face)] += 1


def pdfium_content(path):
    document = pypdfium2.PdfDocument(path)
    result = Content(len(document))
    for page in document:
        text = page.get_textpage()
        matrix = raw.FS_MATRIX()
        buffer = ctypes.create_string_buffer(512)
        flags = ctypes.c_int()
        index = 0
        count = text.count_chars()
        while index < count:
            code = raw.FPDFText_GetUnicode(text, index)
            start = index
            index += 1
            # Half of a character beyond the basic plane.
            if 0xD800 <= code < 0xDC00 and index < count:
                code = 0x10000 + ((code - 0xD800) << 10) + (raw.FPDFText_GetUnicode(text, index) - 0xDC00)
                index += 1
            if code == 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000 or raw.FPDFText_IsGenerated(text, start) == 1:
                continue
            item = raw.FPDFText_GetTextObject(text, start)
            if item and raw.FPDFTextObj_GetTextRenderMode(item) in (3, 7):
                continue
            raw.FPDFText_GetMatrix(text, start, matrix)
            size = raw.FPDFText_GetFontSize(text, start) * math.hypot(matrix.c, matrix.d)
            length = raw.FPDFText_GetFontInfo(text, start, buffer, len(buffer), flags)
            result.add(chr(code), size, decoded(buffer.raw[: max(0, min(length, len(buffer)) - 1)]))
    return result


def our_content(record):
    result = Content(len(record.get("pages", [])))
    for paragraph in record["paragraphs"]:
        for run in paragraph["runs"]:
            for character in run["text"]:
                face = run.get("rawFace") or run.get("eastAsian")
                result.add(character, run.get("size"), face)
    return result


def common(first, second):
    return sum((first & second).values())


def stretches(text, length=8):
    return collections.Counter("".join(text[start:start + length]) for start in range(len(text) - length + 1))


def show(name, first, second, limit=8):
    for label, counter in (("only Hegui", first - second), ("only PDFium", second - first)):
        if counter:
            print(f"    {name}, {label}: {counter.most_common(limit)}")


def main():
    arguments = sys.argv[1:]
    differences = "--differences" in arguments
    arguments = [argument for argument in arguments if not argument.startswith("--")]
    total = collections.Counter()
    for line in open(arguments[0], encoding="utf-8"):
        record = json.loads(line)
        path = record["path"]
        if record["status"] != "read":
            print(f"not read: {path}: {record.get('error')}")
            continue
        if record["format"] != "pdf":
            continue
        try:
            theirs = pdfium_content(path)
        except pypdfium2.PdfiumError as error:
            print(f"not read by PDFium: {path}: {error}")
            continue
        ours = our_content(record)
        if ours.pages != theirs.pages:
            print(f"{path}: {ours.pages} pages, PDFium has {theirs.pages}")
        first, second = collections.Counter(ours.text), collections.Counter(theirs.text)
        our_order, their_order = stretches(ours.text), stretches(theirs.text)
        counts = collections.Counter(
            files=1, pages=theirs.pages, characters=max(len(ours.text), len(theirs.text)),
            same=common(first, second), stretches=sum(their_order.values()),
            ordered=common(our_order, their_order), han=sum(theirs.sizes.values()),
            sizes=common(ours.sizes, theirs.sizes), faces=common(ours.faces, theirs.faces))
        report(path.rsplit("/", 1)[-1], counts)
        if differences:
            show("characters", first, second)
            show("order", our_order, their_order)
            show("sizes", ours.sizes, theirs.sizes)
            show("faces", ours.faces, theirs.faces)
        total += counts
    report("all", total)


def report(name, counts):
    def share(part, whole):
        return f"{100 * counts[part] / counts[whole]:.2f} %" if counts[whole] else "–"

    print(f"{name}: {counts['pages']} pages, characters {counts['same']} of {counts['characters']} "
          f"({share('same', 'characters')}), in order {share('ordered', 'stretches')}, "
          f"Han {counts['han']}: size {share('sizes', 'han')}, face {share('faces', 'han')}")


main()

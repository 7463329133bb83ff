#!/usr/bin/env python3
"""Writes the tables of Sources/Charsets: make_charset_tables.py [FOLDER_OF_CMAPS]

Needs Python 3.9 or newer for the charsets (the codecs of its standard library) and Adobe's cmap-resources and
mapping-resources-pdf for the character collections: Debian's package poppler-data has them in
/usr/share/poppler/cMap. Adobe's notice (BSD-3-Clause) is kept at the head of the tables made from them.

A table is lines `START TAB CELLS`; START is a code or a CID in hexadecimal, CELLS fills it and what follows:

    字         one character          <3A>        a character by its number; <66 69> reads as several
    字12       and the next 12 numbers in Unicode
    {B0A1}12   what code B0A1 of the collection's charset reads, and the next 12 cells of its rows
    ~12        12 cells that have no meaning

Comments of single lines begin with `#`.
"""

import re
import sys
import unicodedata
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "Sources" / "Charsets"

# GB 18030-2005 and -2022 gave these codes characters that the 2000 edition had only private numbers for.
GB18030_NOW = {
    0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14, 0xA6DE: 0xFE15,
    0xA6DF: 0xFE16, 0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19, 0xA8BC: 0x1E3F, 0xFE59: 0x9FB4,
    0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7, 0xFE6D: 0x9FB8, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA,
    0xFEA0: 0x9FBB, 0xFE51: 0x20087, 0xFE52: 0x20089, 0xFE53: 0x200CC, 0xFE6C: 0x215D7, 0xFE76: 0x2298F,
    0xFE91: 0x241FE,
}

SINGLE = {
    "windows-1250": "cp1250", "windows-1251": "cp1251", "windows-1252": "cp1252", "windows-1253": "cp1253",
    "windows-1254": "cp1254", "windows-1255": "cp1255", "windows-1256": "cp1256", "windows-1257": "cp1257",
    "windows-1258": "cp1258", "windows-874": "cp874", "ibm866": "cp866", "koi8-r": "koi8_r",
    "macintosh": "mac_roman", "iso-8859-2": "iso8859_2", "iso-8859-5": "iso8859_5",
    "iso-8859-7": "iso8859_7", "iso-8859-15": "iso8859_15",
}


def decoded(data, codec):
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return [ord(c) for c in text]


def token(value):
    """One meaning: the character itself where it shows, else its number."""
    if len(value) == 1 and value[0] > 0x7F and unicodedata.category(chr(value[0]))[0] in "LNPS":
        return chr(value[0])
    return "<" + " ".join("%X" % v for v in value) + ">"


def cells(values, find=None):
    """The cells of a list of meanings (lists of numbers, or None)."""
    out, i = [], 0
    while i < len(values):
        value = values[i]
        n = 1
        if value is None:
            while i + n < len(values) and values[i + n] is None:
                n += 1
            if i + n < len(values):
                out.append("~%d" % n)
        else:
            if len(value) == 1:
                while i + n < len(values) and values[i + n] == [value[0] + n]:
                    n += 1
            best, text = n, token(value) + (str(n - 1) if n > 1 else "")
            if find:
                code, m = find(i)
                if m > best and m > 3:
                    best, text = m, "{%04X}%d" % (code, m - 1)
            n = best
            out.append(text)
        i += n
    return "".join(out)


def double_byte(*codecs, changes={}):
    table = {}
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            for codec in codecs:
                value = decoded(bytes([lead, trail]), codec)
                if value and len(value) == 1:
                    table[lead << 8 | trail] = value
                    break
    table.update({code: [value] for code, value in changes.items()})
    return table


def rows(table):
    lines = []
    for lead in range(0x81, 0xFF):
        trails = [t for t in range(0x40, 0xFF) if lead << 8 | t in table]
        if trails:
            values = [table.get(lead << 8 | t) for t in range(trails[0], 0xFF)]
            while values[-1] is None:
                values.pop()
            lines.append("%04X\t%s" % (lead << 8 | trails[0], cells(values)))
    return lines


def four_byte_ranges():
    """The runs of the basic plane in the four-byte codes of GB 18030, by their number from 81308130 on."""
    lines, number, start = [], 0, None
    for number in range(0x9A00):
        code = bytes([
            0x81 + number // 12600, 0x30 + number // 1260 % 10, 0x81 + number // 10 % 126, 0x30 + number % 10])
        value = decoded(code, "gb18030")
        if value and len(value) == 1:
            if start is None or value[0] != start[1] + (number - start[0]):
                start = (number, value[0])
                lines.append("%X %X" % start)
        elif start is not None:
            lines.append("%X 0" % number)
            start = None
    return lines


def write(name, head, lines):
    text = "".join("# %s\n" % line if line else "#\n" for line in head) + "\n".join(lines) + "\n"
    (TARGET / name).write_text(text, encoding="utf-8")
    print(name, len(text.encode()))


# The character collections.


def notice(text):
    lines = [m.group(1).strip() for m in re.finditer(r"^%%Copyright: ?(.*)$", text, re.M)]
    return [line for line in lines if not line.startswith("---")]


def meanings(text):
    """CID -> numbers, from a CMap that maps CIDs to UTF-16."""
    def utf16(digits):
        return [ord(c) for c in bytes.fromhex(digits).decode("utf-16-be", "replace")]

    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for cid, value in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            found[int(cid, 16)] = utf16(value)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for low, high, value in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(<[^>]*>|\[[^\]]*\])", block):
            low, high = int(low, 16), int(high, 16)
            if value[0] == "<":
                first = utf16(value[1:-1])
                for cid in range(low, high + 1):
                    found[cid] = first[:-1] + [first[-1] + cid - low]
            else:
                for cid, item in zip(range(low, high + 1), re.findall(r"<([0-9a-fA-F]+)>", value)):
                    found[cid] = utf16(item)
    return {cid: value for cid, value in found.items() if value != [0xFFFD]}


def stepper(table, split):
    """The next mapped code in the order in which collections follow a charset: row by row; where the rows are
    split (GBK, UHC) the half below A1 of the rows from A1 on is an order of its own."""
    def key(code):
        lead, trail = code >> 8, code & 0xFF
        return (1, lead, trail) if split and lead >= 0xA1 and trail >= 0xA1 else (0, lead, trail)

    order = sorted(table, key=key)
    follow = {a: b for a, b in zip(order, order[1:])}
    return follow


def collection(folder, group, name, table, split):
    text = (folder / group / (group + "-UCS2")).read_text(encoding="latin-1")
    found = meanings(text)
    values = [found.get(cid) for cid in range(max(found) + 1)]
    follow = stepper(table, split)
    codes = {}
    for code, value in table.items():
        codes.setdefault(value[0], []).append(code)

    def find(i):
        best = (0, 0)
        for code in codes.get(values[i][0], []) if len(values[i]) == 1 else []:
            n, at = 0, code
            while at is not None and i + n < len(values) and values[i + n] == table[at]:
                n, at = n + 1, follow.get(at)
            best = max(best, (n, code))
        return best[1], best[0]

    lines = []
    for start in range(0, len(values), 0x400):
        part = values[start:start + 0x400]
        if any(part):
            lines.append("%04X\t%s" % (start, cells(part, lambda i, s=start: (
                lambda code, n: (code, min(n, 0x400 - i)))(*find(s + i)))))
    head = [
        "What the CIDs of %s read. Written by bin/support/make_charset_tables.py, which tells the form," % group,
        "from %s-UCS2 of Adobe's mapping-resources-pdf, which comes with this notice:" % group, ""]
    write(name, head + notice(text), lines)


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/poppler/cMap")
    head = ["Written by bin/support/make_charset_tables.py, which tells the form."]
    gb = double_byte("gb18030", changes=GB18030_NOW)
    big5 = double_byte("cp950", "big5hkscs")
    big5 = {code: value for code, value in big5.items() if not 0xE000 <= value[0] < 0xF900}
    jis, ks = double_byte("cp932"), double_byte("cp949")
    write("gb18030.tsv", ["The two-byte codes of GB 18030-2022."] + head, rows(gb))
    write("gb18030-four.tsv", ["Where runs of the basic plane begin in the four-byte codes of GB 18030."] + head,
          four_byte_ranges())
    write("big5.tsv", ["Big5 as in code page 950, with the supplement of Hong Kong."] + head, rows(big5))
    write("shift-jis.tsv", ["Shift JIS as in code page 932."] + head, rows(jis))
    write("euc-kr.tsv", ["Unified Hangul Code, code page 949."] + head, rows(ks))
    lines = []
    for name, codec in SINGLE.items():
        values = [decoded(bytes([b]), codec) for b in range(0x80, 0x100)]
        lines.append("%s\t%s" % (name, cells(values)))
    write("single-byte.tsv", ["The upper halves of charsets of one byte."] + head, lines)
    collection(folder, "Adobe-GB1", "adobe-gb1.tsv", gb, True)
    collection(folder, "Adobe-CNS1", "adobe-cns1.tsv", big5, False)
    collection(folder, "Adobe-Japan1", "adobe-japan1.tsv", jis, False)
    collection(folder, "Adobe-Korea1", "adobe-korea1.tsv", ks, True)


if __name__ == "__main__":
    main()

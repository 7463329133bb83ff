#!/usr/bin/env python3
"""Writes glyph-names.tsv, encodings.tsv, cff-strings.tsv and standard-widths.tsv of Sources/PDFReader/Fonts.

Needs the PyPI packages fonttools (Adobe Glyph List, BSD-3-Clause; its notice is kept in the table) and
reportlab (the encodings of ISO 32000-1, annex D, and the advance widths of the 14 standard fonts).
"""

import unicodedata
from pathlib import Path

from fontTools import agl
from fontTools.cffLib import cffStandardStrings
from reportlab.pdfbase import _fontdata as data

TARGET = Path(__file__).resolve().parents[2] / "Sources" / "PDFReader" / "Fonts"
NOTICE = """\
Copyright 2002-2019 Adobe (http://www.adobe.com/).

Redistribution and use in source and binary forms, with or without modification, are permitted provided that
the following conditions are met:

Redistributions of source code must retain the above copyright notice, this list of conditions and the
following disclaimer.

Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
following disclaimer in the documentation and/or other materials provided with the distribution.

Neither the name of Adobe nor the names of its contributors may be used to endorse or promote products
derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY
DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE
OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
DAMAGE."""

# Scripts of the list that no publication of ours has glyph names of.
WANTED = [(0x20, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x27BF), (0x3000, 0x303F), (0xFB00, 0xFB06)]


def plain(name):
    """What a glyph of the expert set reads: the old list has only private numbers for it."""
    for ending in ("small", "oldstyle", "superior", "inferior"):
        if name.endswith(ending):
            base = name[:-len(ending)]
            value = agl.AGL2UV.get(base) or agl.AGL2UV.get(base.lower())
            if value and value < 0x250:
                return ord(chr(value).lower()) if ending == "small" else value
    return None


def names():
    found = {}
    for name in list(agl.LEGACY_AGL2UV) + list(agl.AGL2UV):
        text = agl.toUnicode(name)
        if len(text) != 1:
            continue
        value = ord(text)
        if 0xE000 <= value < 0xF900:
            value = plain(name)
        if value and any(low <= value <= high for low, high in WANTED):
            found[name] = value
    for code, name in enumerate(data.encodings["ZapfDingbatsEncoding"]):
        if name and name != "space":
            found[name] = ord(agl.toUnicode(name, isZapfDingbats=True)[0])
    return found


def character(value):
    text = chr(value)
    return text if value > 0x20 and text != "\\" and unicodedata.category(text)[0] in "LNPS" else "\\%X." % value


def main():
    found = names()
    lines = ["# Written by bin/support/make_glyph_tables.py from the Adobe Glyph List, which comes with this notice:"]
    lines += [("# " + line).rstrip() for line in NOTICE.splitlines()]
    lines += ["%s %X" % item for item in sorted(found.items())]
    (TARGET / "glyph-names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    lines = ["# What the codes from 20 on read in the encodings of ISO 32000-1, annex D; U+FFFD is none.",
             "# Written by bin/support/make_glyph_tables.py."]
    for key in ("Standard", "WinAnsi", "MacRoman", "MacExpert", "Symbol", "ZapfDingbats"):
        codec = {"WinAnsi": "cp1252", "MacRoman": "mac_roman"}.get(key)
        encoding = data.encodings[key + "Encoding"]
        values = []
        for code in range(0x20, 0x100):
            name = encoding[code] if code < len(encoding) else None
            value = found.get(name, 0xFFFD) if name else 0xFFFD
            if codec:
                value = ord(bytes([code]).decode(codec, "replace"))
                if value in (0x7F, 0xF8FF) or value == 0xFFFD:
                    value = 0x2022 if key == "WinAnsi" else 0xFFFD
            values.append(value)
        lines.append(key + "\t" + "".join(
            "\uFFFD" if v == 0xFFFD else character(v) for v in values).rstrip("\uFFFD"))
    (TARGET / "encodings.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    lines = ["# The standard strings of CFF in their order (Adobe Technical Note 5176, appendix A).",
             "# Written by bin/support/make_glyph_tables.py."]
    lines += [" ".join(cffStandardStrings[i:i + 10]) for i in range(0, len(cffStandardStrings), 10)]
    (TARGET / "cff-strings.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    lines = ["# Advance widths of the standard fonts in thousandths: font, width, the characters that have it.",
             "# Written by bin/support/make_glyph_tables.py. Courier has 600 throughout."]
    for font in ("Helvetica", "Helvetica-Bold", "Times-Roman", "Times-Bold", "Times-Italic",
                 "Times-BoldItalic", "Symbol", "ZapfDingbats"):
        by_width = {}
        for name, width in data.widthsByFontGlyph[font].items():
            if name in found:
                by_width.setdefault(width, set()).add(found[name])
        for width, values in sorted(by_width.items()):
            lines.append("%s\t%d\t%s" % (font, width, "".join(map(character, sorted(values)))))
    (TARGET / "standard-widths.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes PDF files whose characters, sizes, faces and boldness are known: make_pdf_set.py OUT [DOCX...]

For comparing the PDF reader (and other readers) with the truth. Needs Python 3.9; with pikepdf (PyPI) also
cross-reference streams, object streams, linearised and encrypted files, with reportlab (PyPI) files of its
making, with soffice exports of the DOCX files that are named. What is not there is left out, and said so.

OUT/manifest.json: for each file its pages, for each page the runs in reading order: text, size in points,
face as a person would name it, bold.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TITLE = "泗县人民政府办公室关于印发方案的通知"
NUMBER = "泗政办〔2022〕5号"
BODY = ["各镇人民政府，县政府各部门、各直属机构：", "现将《2022年政务公开工作要点》印发给你们，请结合实际，",
        "认真贯彻落实。附件共3个，合计1,250.50元（含税）。"]


def run(text, size, face, bold=False):
    return {"text": text, "size": size, "face": face, "bold": bold}


class Raw:
    """A file written by hand: classic table, one page after the other."""

    def __init__(self):
        self.objects = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
        self.pages = []

    def add(self, body):
        number = max(max(self.objects), 2) + 1
        self.objects[number] = body if isinstance(body, bytes) else body.encode("latin-1")
        return number

    def stream(self, data, entries=""):
        return self.add(b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode(), len(data), data))

    def page(self, content, resources, entries=""):
        self.pages.append(self.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<%s>>/Contents %d 0 R%s>>"
                                   % (resources, self.stream(content), entries)))

    def write(self, path):
        kids = " ".join("%d 0 R" % page for page in self.pages)
        self.objects[2] = ("<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(self.pages))).encode()
        out, offsets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
        for number in sorted(self.objects):
            offsets[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, self.objects[number])
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (max(offsets) + 1)
        for number in range(1, max(offsets) + 1):
            out += b"%010d 00000 n \n" % offsets[number]
        out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (max(offsets) + 1, start)
        path.write_bytes(out)


def name(face, codec="gb18030"):
    return "/" + "".join(chr(b) if 0x30 <= b < 0x7B else "#%02X" % b for b in face.encode(codec))


def composite(raw, base, encoding, ordering="GB1", extra="", widths="/DW 1000"):
    descriptor = raw.add("<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0"
                         "/Ascent 859/Descent -141/CapHeight 683/StemV 80>>" % base)
    return raw.add("<</Type/Font/Subtype/Type0/BaseFont%s/Encoding%s/DescendantFonts[<</Type/Font/Subtype"
                   "/CIDFontType2/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 2>>"
                   "/FontDescriptor %d 0 R%s>>]%s>>" % (base, encoding, base, ordering, descriptor, widths, extra))


def show(data):
    return b"<" + data.hex().encode() + b"> Tj"


def notice(raw, font, encode, face, entries="", before=b"", after=b"", bold=False, unit=False):
    """A page with title, number and body in one font."""
    lines, runs, y = [], [], 740.0
    for text, size in [(TITLE, 22), (NUMBER, 16)] + [(line, 16) for line in BODY]:
        tf = b"/F1 1 Tf %d 0 0 %d 72 %g Tm" % (size, size, y) if unit else b"/F1 %d Tf 1 0 0 1 72 %g Tm" % (size, y)
        lines.append(b"BT " + before + tf + b" " + show(encode(text)) + b" ET" + after)
        runs.append(run(text, size, face, bold))
        y -= 2 * size
    raw.page(b"\n".join(lines), "/Font<</F1 %d 0 R>>" % font, entries)
    return runs


def cid_encoder():
    """Text to Adobe-GB1 CIDs, from Adobe's table (see make_charset_tables.py); None without it."""
    sys.path.insert(0, str(Path(__file__).parent))
    import make_charset_tables as tables
    path = Path("/usr/share/poppler/cMap/Adobe-GB1/Adobe-GB1-UCS2")
    if not path.exists():
        return None
    cids = {}
    for cid, value in sorted(tables.meanings(path.read_text(encoding="latin-1")).items(), reverse=True):
        if len(value) == 1:
            cids[value[0]] = cid
    return lambda text: b"".join(cids[ord(c)].to_bytes(2, "big") for c in text)


def to_unicode(text):
    """Codes 1, 2, 3 … for the characters of a text, and the CMap that says so."""
    codes = {c: i + 1 for i, c in enumerate(sorted(set(text)))}
    lines = "\n".join("<%04X> <%s>" % (code, c.encode("utf-16-be").hex()) for c, code in codes.items())
    cmap = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
            "endcodespacerange %d beginbfchar\n%s\nendbfchar endcmap end end" % (len(codes), lines))
    return lambda t: b"".join(codes[c].to_bytes(2, "big") for c in t), cmap.encode()


def by_hand(out, manifest):
    half = "/DW 1000/W[814 939 500 7716[500]]"
    utf16 = lambda text: text.encode("utf-16-be")
    gbk = lambda text: text.encode("gb18030")

    def save(file, raw, *pages):
        raw.write(out / file)
        manifest[file] = {"pages": [{"runs": runs} for runs in pages]}

    for file, face, codec in [("gbk-name-song.pdf", "宋体", "gb18030"), ("utf8-name-kai.pdf", "楷体", "utf-8"),
                              ("gbk-name-xbs.pdf", "方正小标宋简体", "gb18030")]:
        raw = Raw()
        save(file, raw, notice(raw, composite(raw, name(face, codec), "/GBK-EUC-H", widths=half), gbk, face))
    raw = Raw()
    doubled = "宋体".encode("gb18030").decode("latin-1")
    save("double-utf8-name.pdf", raw,
         notice(raw, composite(raw, name(doubled, "utf-8"), "/UniGB-UCS2-H"), utf16, "宋体"))
    for encoding in ("UniGB-UCS2-H", "UniGB-UTF16-H"):
        raw = Raw()
        save(encoding.lower() + ".pdf", raw,
             notice(raw, composite(raw, "/KaiTi_GB2312", "/" + encoding), utf16, "KaiTi_GB2312"))
    cids = cid_encoder()
    if cids:
        raw = Raw()
        save("identity-gb1.pdf", raw, notice(raw, composite(raw, "/SimHei", "/Identity-H"), cids, "SimHei"))
    else:
        print("left out: identity-gb1.pdf (no poppler-data)")
    raw = Raw()
    encode, cmap = to_unicode(TITLE + NUMBER + "".join(BODY))
    extra = "/ToUnicode %d 0 R" % raw.stream(cmap)
    save("identity-tounicode.pdf", raw, notice(
        raw, composite(raw, "/ABCDEF+FangSong", "/Identity-H", "Identity", extra), encode, "FangSong"))
    song = lambda raw: composite(raw, name("宋体"), "/GBK-EUC-H", widths=half)
    raw = Raw()
    save("bold-stroke.pdf", raw, notice(raw, song(raw), gbk, "宋体", before=b"2 Tr 0.6 w ", bold=True))
    raw = Raw()
    runs = notice(raw, song(raw), gbk, "宋体", bold=True)
    number = max(n for n, body in raw.objects.items() if b"stream" in body)
    data = raw.objects[number].split(b"stream\n", 1)[1].rsplit(b"\nendstream", 1)[0]
    twice = data + b"\nq 1 0 0 1 0.4 0 cm\n" + data + b"\nQ"
    raw.objects[number] = b"<</Length %d>>\nstream\n%s\nendstream" % (len(twice), twice)
    save("bold-double-strike.pdf", raw, runs)
    raw = Raw()
    save("bold-name.pdf", raw, notice(
        raw, composite(raw, "/SimSun,Bold", "/GBK-EUC-H", widths=half), gbk, "SimSun", bold=True))
    raw = Raw()
    save("size-in-matrix.pdf", raw, notice(raw, song(raw), gbk, "宋体", unit=True))
    raw = Raw()
    save("rotated.pdf", raw, notice(raw, song(raw), gbk, "宋体", entries="/Rotate 90"))
    raw = Raw()
    simple = raw.add("<</Type/Font/Subtype/TrueType/BaseFont%s/Encoding/WinAnsiEncoding/FirstChar 0/LastChar 255"
                     "/Widths[%s]/FontDescriptor<</Type/FontDescriptor/FontName%s/Flags 32/StemV 80>>>>"
                     % (name("宋体"), " ".join(["500"] * 256), name("宋体")))
    save("gbk-in-winansi.pdf", raw, notice(raw, simple, gbk, "宋体"))
    raw = Raw()
    font = composite(raw, name("細明體", "big5"), "/ETen-B5-H", "CNS1")
    raw.page(b"BT /F1 16 Tf 72 700 Td " + show("關於印發通知".encode("big5")) + b" ET", "/Font<</F1 %d 0 R>>" % font)
    save("big5.pdf", raw, [run("關於印發通知", 16, "細明體")])
    raw = Raw()
    font = song(raw)
    form = raw.stream(b"BT /F1 8 Tf 10 10 Td " + show(gbk(TITLE)) + b" ET",
                      "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[2 0 0 2 0 0]/Resources<</Font<</F1 %d 0 R>>>>"
                      % font)
    raw.page(b"q 1 0 0 1 40 600 cm /X Do Q", "/XObject<</X %d 0 R>>" % form)
    save("form.pdf", raw, [run(TITLE, 16, "宋体")])


def by_pikepdf(out, manifest):
    try:
        import pikepdf
    except ImportError:
        return print("left out: files by pikepdf")
    source = out / "gbk-name-song.pdf"
    modes = {
        "object-streams.pdf": {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "compress_streams": True},
        "linearised.pdf": {"linearize": True},
        "encrypted-r4.pdf": {"encryption": pikepdf.Encryption(owner="o", user="", R=4)},
        "encrypted-r6.pdf": {"encryption": pikepdf.Encryption(owner="o", user="", R=6),
                             "object_stream_mode": pikepdf.ObjectStreamMode.generate},
        "encrypted-r3.pdf": {"encryption": pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False)},
    }
    for file, options in modes.items():
        with pikepdf.open(source) as pdf:
            pdf.save(out / file, **options)
        manifest[file] = manifest[source.name]


def by_reportlab(out, manifest):
    try:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen import canvas
    except ImportError:
        return print("left out: files by reportlab")
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    page = canvas.Canvas(str(out / "reportlab.pdf"), pageCompression=1)
    runs, y = [], 740
    for text, size in [(TITLE, 22), (NUMBER, 16)] + [(line, 16) for line in BODY]:
        page.setFont("STSong-Light", size)
        page.drawString(72, y, text)
        runs.append(run(text, size, "STSong-Light"))
        y -= 2 * size
    page.setFont("Times-Bold", 12)
    page.drawString(72, y, "Office (2022) No. 5")
    runs.append(run("Office (2022) No. 5", 12, "Times", True))
    page.save()
    manifest["reportlab.pdf"] = {"pages": [{"runs": runs}]}


def by_libreoffice(out, files, manifest):
    program = shutil.which("soffice")
    if not files or not program:
        return print("left out: exports of LibreOffice")
    with tempfile.TemporaryDirectory() as home:
        subprocess.run([program, "-env:UserInstallation=file://" + home, "--headless", "--convert-to", "pdf",
                        "--outdir", str(out), *files], check=True, stdout=subprocess.DEVNULL, timeout=1200)
    for file in files:
        # The truth of these is in the DOCX twin.
        manifest[Path(file).stem + ".pdf"] = {"twin": Path(file).name}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    manifest = {}
    by_hand(out, manifest)
    by_pikepdf(out, manifest)
    by_reportlab(out, manifest)
    by_libreoffice(out, sys.argv[2:], manifest)
    (out / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
    print(len(manifest), "files")


if __name__ == "__main__":
    main()

"""Sets Word files in columns, and holds the paragraphs that Hegui reads in their PDF exports against them.

Usage: compare_columns.py make CORPUS FOLDER       writes FOLDER/SET/*.docx
       compare_columns.py compare HEGUI FOLDER     with the exports FOLDER/SET/*.pdf

A paragraph is found when its text is that of one paragraph of the file, but for white space and marks:
LibreOffice leaves out marks that hang behind a full column. Page numbers do not count.
"""

import collections
import json
import re
import subprocess
import sys
import xml.etree.ElementTree
import zipfile
from pathlib import Path

# The columns, the size of text in half points (as it is: None), and whether the grid of characters stays,
# on which LibreOffice spreads characters far apart.
SETS = {
    "2 columns": (2, None, False),
    "2 columns, 10.5 pt": (2, 21, False),
    "2 columns, 12 pt": (2, 24, False),
    "2 columns, grid": (2, None, True),
    "3 columns, 10.5 pt": (3, 21, False),
    "3 columns": (3, None, False),
}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def sized(text, size):
    def smaller(match):
        return f'{match[1]}"{size}"' if 24 <= int(match[2]) <= 34 else match[0]

    text = re.sub(r'(<w:sz w:val=)"(\d+)"', smaller, text)
    return re.sub(r' w:line(Rule)?="[^"]*"', "", text)


def make(source, target, columns, size, has_grid):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name in ("word/document.xml", "word/styles.xml"):
                text = data.decode("utf-8")
                grid = re.findall(r"<w:docGrid[^>]*/>", text) if has_grid else []
                text = re.sub(r"<w:docGrid[^>]*/>|<w:cols\b[^>]*/>|<w:cols\b.*?</w:cols>", "", text)
                end = f'<w:cols w:num="{columns}" w:space="425"/>{"".join(grid[-1:])}</w:sectPr>'
                text = text.replace("</w:sectPr>", end)
                data = (sized(text, size) if size else text).encode("utf-8")
            new.writestr(name, data)


def plain(text):
    text = re.sub(r"[\s，。、；：！？]", "", text)
    return "" if re.fullmatch(r"－\d+－", text) else text


def wanted(path):
    with zipfile.ZipFile(path) as file:
        root = xml.etree.ElementTree.fromstring(file.read("word/document.xml"))
    texts = ("".join(part.text or "" for part in one.iter(WORD + "t")) for one in root.iter(WORD + "p"))
    return collections.Counter(filter(None, map(plain, texts)))


def found(program, path):
    result = subprocess.run(
        [program, "inspect", "--no-cache", "--format", "json", path], capture_output=True, check=False)
    texts = (one["text"] for one in json.loads(result.stdout)["paragraphs"])
    return collections.Counter(filter(None, map(plain, texts)))


def compare(program, folder):
    print(f"{'set':24} {'paragraphs':>10} {'found':>8} {'others':>8}")
    for name in SETS:
        whole = missing = extra = 0
        for path in sorted((folder / name).glob("*.pdf")):
            want, got = wanted(path.with_suffix(".docx")), found(program, path)
            whole += want.total()
            missing += (want - got).total()
            extra += (got - want).total()
        print(f"{name:24} {whole:10} {whole - missing:8} {extra:8}")


def main():
    if sys.argv[1] == "make":
        for name, setting in SETS.items():
            target = Path(sys.argv[3]) / name
            target.mkdir(parents=True)
            for path in sorted((Path(sys.argv[2]) / "docx").glob("*.docx")):
                make(path, target / path.name, *setting)
    else:
        compare(sys.argv[2], Path(sys.argv[3]))


main()

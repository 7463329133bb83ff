"""Compares the formatting of Han characters as Hegui and LibreOffice resolve it.

Usage: compare_formatting.py [--write PAGE [--kind KIND]] HEGUI_JSONL CACHE

HEGUI_JSONL is the output of `hegui inspect --format jsonl`, CACHE the folder that libreoffice.py filled.
Prints agreement a file and in total, and every group of differences. With --write the tables replace
what stands between the two markers in PAGE, those of the KIND of files where one is given. Exits with 1 when any property agrees for less than 99.5 %, or
when less than that was compared.
"""

import difflib
import json
import sys
from collections import defaultdict
from pathlib import Path

PROPERTIES = ("size", "bold", "eastAsian")
TITLES = {"size": "size", "bold": "bold", "eastAsian": "face"}
STORIES = {"body", "textBox", "footnote", "endnote"}
GOAL = 0.995
# With the kind of files in front of the colon, where it is not DOCX.
BEGIN = "<!-- compare-libreoffice: begin; written by bin/compare-libreoffice --write, not by hand -->"
END = "<!-- compare-libreoffice: end -->"


def is_han(character):
    code = ord(character)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
            or 0x20000 <= code <= 0x3FFFF or code == 0x3007)


class Paragraph:
    """The Han characters of a paragraph, each with the run that it stands in."""

    def __init__(self, paragraph):
        self.text = paragraph["text"]
        self.characters = [(character, run) for run in paragraph["runs"]
                           for character in run["text"] if is_han(character)]
        self.key = "".join(character for character, _ in self.characters)


def paragraphs(report):
    chosen = (Paragraph(paragraph) for paragraph in report["paragraphs"]
              if paragraph.get("story", "body") in STORIES)
    return [paragraph for paragraph in chosen if paragraph.key]


def value(run, name):
    found = run.get(name)
    if name == "size":
        return None if found is None else round(float(found), 1)
    if name == "bold":
        return bool(found)
    # LibreOffice puts the other name of a face, which old Word files give, behind the first.
    return (found or "").split(";")[0].strip().lstrip("@")


def pairs(ours, theirs):
    """Pairs of (our character, their character, our paragraph) that stand for the same character."""
    matcher = difflib.SequenceMatcher(
        None, [p.key for p in ours], [p.key for p in theirs], autojunk=False)
    left, right = [], []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            for mine, other in zip(ours[a:b], theirs[c:d]):
                yield from aligned(mine, other)
        else:
            left += ours[a:b]
            right += theirs[c:d]
    # Boxes and notes stand elsewhere in the order: first equal texts, then what is most alike.
    by_key = defaultdict(list)
    for paragraph in right:
        by_key[paragraph.key].append(paragraph)
    rest = []
    for paragraph in left:
        if by_key[paragraph.key]:
            yield from aligned(paragraph, by_key[paragraph.key].pop(0))
        else:
            rest.append(paragraph)
    remaining = [paragraph for group in by_key.values() for paragraph in group]
    for paragraph in rest:
        best = max(remaining, key=lambda p: likeness(paragraph, p), default=None)
        if best is not None and likeness(paragraph, best) > 0.5:
            remaining.remove(best)
            matcher = difflib.SequenceMatcher(None, paragraph.key, best.key, autojunk=False)
            for a, b, size in matcher.get_matching_blocks():
                for offset in range(size):
                    yield paragraph.characters[a + offset], best.characters[b + offset], paragraph


def aligned(mine, other):
    for a, b in zip(mine.characters, other.characters):
        yield a, b, mine


def likeness(a, b):
    return difflib.SequenceMatcher(None, a.key, b.key, autojunk=False).quick_ratio()


class Comparison:
    def __init__(self):
        self.rows = []
        self.groups = {}
        self.failures = []

    def add(self, report, dump):
        name = Path(report["path"]).name
        if report.get("status") != "read":
            self.failures.append((name, "Hegui: " + str(report.get("error"))))
            return
        if dump is None or dump["error"]:
            self.failures.append((name, "LibreOffice: " + (dump or {"error": "no answer"})["error"]))
            return
        ours, theirs = paragraphs(report), paragraphs(dump)
        row = {"name": name, "ours": sum(len(p.key) for p in ours),
               "theirs": sum(len(p.key) for p in theirs), "compared": 0}
        row.update({property: 0 for property in PROPERTIES})
        for (character, mine), (_, other), paragraph in pairs(ours, theirs):
            row["compared"] += 1
            for property in PROPERTIES:
                a, b = value(mine, property), value(other, property)
                if a == b:
                    row[property] += 1
                else:
                    self.note(property, a, b, name, character, paragraph.text)
        self.rows.append(row)

    def note(self, property, a, b, name, character, text):
        group = self.groups.setdefault(
            (property, str(a), str(b)), {"count": 0, "files": set(), "example": (name, character, text)})
        group["count"] += 1
        group["files"].add(name)

    def total(self):
        keys = ("ours", "theirs", "compared") + PROPERTIES
        return {"name": "all", **{key: sum(row[key] for row in self.rows) for key in keys}}

    def holds(self):
        """Whether enough agrees, and enough was compared for that to mean something."""
        total = self.total()
        covered = total["compared"] >= GOAL * max(total["ours"], total["theirs"], 1)
        return covered and all(share(total, property) >= GOAL for property in PROPERTIES)

    def tables(self):
        """Both tables in Markdown."""
        lines = ["| file | Han characters: Hegui | LibreOffice | compared | size | bold | face |",
                 "|---|--:|--:|--:|--:|--:|--:|"]
        for row in sorted(self.rows, key=lambda row: row["name"]) + [self.total()]:
            counts = " | ".join(f"{row[key]:,}" for key in ("ours", "theirs", "compared"))
            shares = " | ".join(percent(row, property) for property in PROPERTIES)
            lines.append(f"| {row['name']} | {counts} | {shares} |")
        lines += ["", "| property | Hegui | LibreOffice | characters | files | for example |",
                  "|---|---|---|--:|--:|---|"]
        for (property, a, b), group in sorted(
                self.groups.items(), key=lambda item: (-item[1]["count"], item[0])):
            name, character, text = group["example"]
            place = text.replace("\n", " ").replace("|", "\\|").strip()[:24]
            lines.append(f"| {TITLES[property]} | {a or 'none'} | {b or 'none'} | {group['count']:,} "
                         f"| {len(group['files'])} | {name}: “{character}” in “{place}” |")
        if not self.groups:
            lines.append("| none | | | 0 | 0 | |")
        lines += [f"\nNot compared: {name} ({reason})" for name, reason in self.failures]
        return "\n".join(lines)


def share(row, property):
    return row[property] / row["compared"] if row["compared"] else 1.0


def percent(row, property):
    """The share with two decimals, rounded down, so that 100.00 % means all."""
    if not row["compared"]:
        return "–"
    hundredths = row[property] * 10_000 // row["compared"]
    return f"{hundredths // 100}.{hundredths % 100:02} %"


def write(page, kind, tables):
    text = page.read_text(encoding="utf-8")
    begin, end = (marker.replace("libreoffice:", f"libreoffice {kind}:" if kind else "libreoffice:")
                  for marker in (BEGIN, END))
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        sys.exit(f"{page}: the markers are missing")
    page.write_text(f"{before}{begin}\n\n{tables}\n\n{end}{after}", encoding="utf-8")


def main():
    arguments = sys.argv[1:]
    page = None
    if arguments[:1] == ["--write"]:
        page = Path(arguments[1])
        arguments = arguments[2:]
    kind = ""
    if arguments[:1] == ["--kind"]:
        kind = arguments[1]
        arguments = arguments[2:]
    source, cache = map(Path, arguments)
    comparison = Comparison()
    for line in source.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        dump = cache / f"{report.get('sha256')}.json"
        comparison.add(report, json.loads(dump.read_text(encoding="utf-8")) if dump.exists() else None)
    tables = comparison.tables()
    print(tables)
    if page is not None:
        write(page, kind, tables)
    sys.exit(0 if comparison.holds() else 1)


if __name__ == "__main__":
    main()

"""Holds exports of Word files against the labels of the Word files, and findings in both against each other.

Usage: compare_exports.py HEGUI CORPUS EXPORTS

CORPUS has labels.csv with the folders doc and docx; EXPORTS has files of the same names with another extension.
Prints how many titles, numbers, dates and issuers are right, which are wrong, and which findings on the words are
in only one of the two. Findings on faces and spacing are left out, for LibreOffice puts in faces that it has.
"""

import collections
import csv
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

FIELDS = ("title", "number", "date", "issuer")
# What an export changes by itself: faces, spacing, properties of the file.
LEFT_OUT = ("FMT-", "TWIN-", "TXT-", "SEAL-")


def lines(program, *arguments):
    result = subprocess.run([program, *arguments], capture_output=True, check=False)
    if result.returncode not in (0, 1, 2):
        sys.exit(result.stderr.decode())
    return [json.loads(line) for line in result.stdout.decode().splitlines() if line]


def plain(text):
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def is_right(field, wanted, elements):
    texts = [plain(element.get("iso") if field == "date" else element["text"]) for element in elements]
    if not wanted or not texts:
        return not wanted and not texts
    # A joint issue has one label for all its offices.
    return texts[0] == plain(wanted) or (field == "issuer" and plain(wanted) in "".join(texts))


def check_elements(program, labels, exports):
    right, wrong, count = collections.Counter(), [], 0
    for document in lines(program, "inspect", "--format", "jsonl", *exports):
        label = labels.get(Path(document["path"]).stem)
        if label is None:
            continue
        count += 1
        for field in FIELDS:
            first = (document.get("elements") or {}).get(field)
            found = [first, *first.get("also", [])] if first else []
            if is_right(field, label[field], found):
                right[field] += 1
            else:
                wrong.append((field, Path(document["path"]).stem, label[field],
                              [(element["text"], element["certainty"]) for element in found]))
    for field in FIELDS:
        print(f"{field:8} {right[field]} of {count}")
    for field, name, wanted, found in wrong:
        print(f"  {field}: {name[:40]}: {wanted or '–'}, read as {found or '–'}")


def findings(program, paths):
    result = {}
    for report in lines(program, "check", "--format", "jsonl", *paths):
        result[Path(report["members"][0]["path"]).stem] = {
            (finding["code"], finding["outcome"]): finding.get("message", "")
            for finding in report["findings"] if not finding["code"].startswith(LEFT_OUT)}
    return result


def check_findings(program, words, exports):
    ours, theirs = findings(program, words), findings(program, exports)
    both = 0
    for name in sorted(ours.keys() & theirs.keys()):
        both += len(ours[name].keys() & theirs[name].keys())
        for side, here, there in (("Word", ours, theirs), ("export", theirs, ours)):
            for key in sorted(here[name].keys() - there[name].keys()):
                print(f"  only in the {side}: {key[0]} {key[1]}: {name[:30]}: {here[name][key][:80]}")
    print(f"findings in both: {both}")


def main():
    program, corpus, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    with open(corpus / "labels.csv", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["path"].startswith(("doc/", "docx/"))]
    labels = {Path(row["path"]).stem: row for row in rows}
    exports = sorted(str(path) for path in folder.iterdir())
    check_elements(program, labels, exports)
    check_findings(program, [str(corpus / row["path"]) for row in rows], exports)


main()

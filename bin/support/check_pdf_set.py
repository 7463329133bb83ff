#!/usr/bin/env python3
"""Compares what Hegui reads with the manifest of make_pdf_set.py: check_pdf_set.py HEGUI OUT

Of each file the characters, white space left out, and of each character its size, face and boldness. Prints what
differs and a count; exits with 1 when anything does.
"""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

def plain(text):
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def expected(pages):
    for page in pages:
        for run in page["runs"]:
            for c in plain(run["text"]):
                yield c, run["size"], run["face"], run["bold"]


def face_of(run, character):
    return run.get("eastAsian" if ord(character) >= 0x2E80 else "latin") or ""


def actual(record):
    for paragraph in record["paragraphs"]:
        for run in paragraph.get("runs", []):
            for c in plain(run["text"]):
                yield c, run


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, out = sys.argv[1], Path(sys.argv[2])
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    total = wrong = 0
    for name, entry in sorted(manifest.items()):
        if "pages" not in entry:
            continue
        text = subprocess.run([program, "inspect", "--format", "jsonl", str(out / name)], capture_output=True,
                              text=True, check=False).stdout
        record = json.loads(text.splitlines()[0]) if text.strip() else {"paragraphs": []}
        want, got = list(expected(entry["pages"])), list(actual(record))
        total += len(want)
        if [c for c, *_ in want] != [c for c, _ in got]:
            wrong += len(want)
            print(name, "characters:", "".join(c for c, _ in got)[:80], record.get("error"))
            continue
        faults = {}
        for (c, size, face, bold), (_, run) in zip(want, got):
            if abs((run.get("size") or 0) - size) > 0.05:
                faults.setdefault("size %s, not %s" % (run.get("size"), size), []).append(c)
            if face_of(run, c) != face:
                faults.setdefault("face %s, not %s" % (face_of(run, c), face), []).append(c)
            if bool(run.get("bold")) != bold:
                faults.setdefault("bold %s" % run.get("bold"), []).append(c)
        wrong += len({c for cs in faults.values() for c in cs})
        print(name, "; ".join("%s: %s" % (k, "".join(v)[:30]) for k, v in faults.items()) or "ok")
    print("%d characters, %d wrong" % (total, wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

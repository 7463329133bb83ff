"""One side of the benchmark: a warm LibreOffice that converts Word files to DOCX each time a line comes in.

Usage: /usr/bin/python3 bench_libreoffice.py libreoffice FILE...

Prints the version, then for each line on standard input the CPU seconds that LibreOffice itself used for one
pass over all files. It has started and has converted one file before the first pass is counted.
"""

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


def cpu_seconds(group):
    """The CPU time of every process of the group up to now."""
    ticks = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def main():
    folder = Path(tempfile.mkdtemp(prefix="hegui-bench-"))
    pipe = "heguibench" + str(os.getpid())
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--nologo",
         f"--accept=pipe,name={pipe};urp;"],
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        resolver = uno.getComponentContext().ServiceManager.createInstance(
            "com.sun.star.bridge.UnoUrlResolver")
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.25)
        else:
            sys.exit("LibreOffice does not start")
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        copies = []
        for number, path in enumerate(sys.argv[2:]):
            copy = folder / f"{number}.doc"
            shutil.copyfile(path, copy)
            copies.append(copy.as_uri())

        def convert(source):
            hidden = (PropertyValue("Hidden", 0, True, 0),)
            document = desktop.loadComponentFromURL(source, "_blank", 0, hidden)
            if document is not None:
                target = (PropertyValue("FilterName", 0, "MS Word 2007 XML", 0),)
                document.storeToURL((folder / "out.docx").as_uri(), target)
                document.close(True)

        convert(copies[0])
        version = subprocess.run(["soffice", "--version"], capture_output=True, text=True).stdout.split()
        print(version[1] if len(version) > 1 else "", flush=True)
        for _ in sys.stdin:
            start = cpu_seconds(office.pid)
            for copy in copies:
                convert(copy)
            print(cpu_seconds(office.pid) - start, flush=True)
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()
        shutil.rmtree(folder, ignore_errors=True)


main()

#!/usr/bin/env python3
"""Compares the include lines of src/ with the table of layers, and prints TAP.

    include-layers.py SRC
"""
import re
import sys
from pathlib import Path

# A folder may include its own headers and those of the folders named here.
MAY_USE = {
    "model": set(),
    "document": {"model"},
    "chart": {"model"},
    "export": {"chart", "model"},
    "widgets": {"chart", "model"},
    "app": {"model", "document", "chart", "export", "widgets"},
    "cli": {"model", "document", "chart", "export"},
}
# Libraries by the first part of their headers' names, and the folders that may include them.
LIBRARY = {
    "gtk": {"widgets", "app"},
    "gdk": {"widgets", "app"},
    "gsk": {"widgets", "app"},
    "adwaita.h": {"widgets", "app"},
    "libxml": {"document"},
    "cairo": {"chart", "export", "widgets", "app", "cli"},
    "pango": {"chart", "export", "widgets", "app", "cli"},
}
# The one place that asks for a library's version.
VERSION_CHECK_HOME = ("app", "compat")
REFUSED_NAMES = {"utils", "util", "common", "helpers", "misc"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
VERSION_CHECK = re.compile(r"\b[A-Z]+_(?:CHECK_VERSION|VERSION_CHECK)\b")


def library_of(header):
    first = header.split("/")[0]
    for name in LIBRARY:
        if first == name or first.startswith(name) and not name.endswith(".h"):
            return name
    return None


def problems(path, folder):
    if path.stem in REFUSED_NAMES:
        yield f"1: a file is named after its subject, not {path.stem}"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if VERSION_CHECK.search(line) and (folder, path.stem) != VERSION_CHECK_HOME:
            yield f"{number}: library versions are checked in app/compat alone"
        found = INCLUDE.match(line)
        if not found:
            continue
        own, header = found.group(1) == '"', found.group(2)
        if not own:
            library = library_of(header)
            if library and folder not in LIBRARY[library]:
                yield f"{number}: {folder} may not include <{header}>"
        elif header not in {"config.h", "paths.h"}:
            layer, _, rest = header.partition("/")
            if not rest or layer not in MAY_USE:
                yield f'{number}: "{header}" is not written as "folder/file.h"'
            elif layer != folder and layer not in MAY_USE[folder]:
                yield f'{number}: {folder} may not include "{header}"'


def main(src):
    found = {folder: [] for folder in MAY_USE}
    strays = []
    for path in sorted(p for p in src.rglob("*") if p.suffix in {".c", ".h"}):
        name = path.relative_to(src)
        if len(name.parts) != 2 or name.parts[0] not in MAY_USE:
            strays.append(f"{name}: a source lies in a layer's folder, and a layer is flat")
        else:
            found[name.parts[0]] += [f"{name}:{problem}" for problem in problems(path, name.parts[0])]
    results = [("sources lie in layers", strays)] + [(f"{folder} keeps to its layer", found[folder]) for folder in MAY_USE]
    print(f"1..{len(results)}")
    for number, (name, lines) in enumerate(results, 1):
        print(f"{'not ok' if lines else 'ok'} {number} {name}")
        for line in lines:
            print(f"# {line}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

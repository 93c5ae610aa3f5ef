#!/usr/bin/env python3
"""Lets gtk4-builder-tool check .ui files, and prints TAP. Needs a display.

    validate-ui.py FILE.ui…

The tool knows the types of the libraries but not the program's own, and no callbacks. Each file is checked in a copy
where a template is an object of its parent, an object of ours an empty bin, and callbacks and bindings are left out:
what stays are the libraries' types, properties, children and ids.
"""
import ctypes.util
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

LIBRARY_TYPE = re.compile(r"(Gtk|Gdk|Gsk|Adw|Pango|G)[A-Z]\w*$")
WIDGET_PROPERTIES = {
    "can-focus", "can-target", "css-classes", "focusable", "halign", "height-request", "hexpand", "margin-bottom",
    "margin-end", "margin-start", "margin-top", "name", "sensitive", "tooltip-text", "valign", "vexpand", "visible",
    "width-request",
}


def ours(name):
    return name is not None and not LIBRARY_TYPE.match(name)


def simplify(node):
    if node.tag == "template":
        node.tag = "object"
        node.set("class", node.attrib.pop("parent", "GtkListItem"))
    elif node.tag == "object" and ours(node.get("class")):
        node.set("class", "AdwBin")
        for child in list(node):
            if child.tag == "child" or child.tag == "property" and child.get("name").replace("_", "-") not in WIDGET_PROPERTIES:
                node.remove(child)
    for child in list(node):
        names_ours = any(ours(e.get("type")) for e in child.iter() if e.tag in {"lookup", "closure", "constant"})
        if child.tag in {"signal", "binding", "closure"} or names_ours:
            node.remove(child)
        else:
            simplify(child)


def check(path, folder):
    tree = ET.parse(path)
    simplify(tree.getroot())
    copy = folder / path.name
    tree.write(copy, encoding="utf-8", xml_declaration=True)
    library = ctypes.util.find_library("adwaita-1")
    return subprocess.run(
        ["gtk4-builder-tool", "validate", str(copy)],
        env=os.environ | {"LD_PRELOAD": library, "GTK_A11Y": "none"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )


def main(paths):
    print(f"1..{len(paths)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(map(Path, paths), 1):
            try:
                done = check(path, Path(folder))
                failed, text = done.returncode != 0, done.stdout
            except ET.ParseError as error:
                failed, text = True, str(error)
            print(f"{'not ok' if failed else 'ok'} {number} {path.name}")
            for line in text.splitlines():
                print(f"# {line}")


if __name__ == "__main__":
    main(sys.argv[1:])

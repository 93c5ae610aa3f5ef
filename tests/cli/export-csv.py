#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Kōteihyō authors
"""Reads the CSV export with Python's parser and holds it against the XML, and prints TAP.

    export-csv.py CLI ROADMAP…
"""
import csv
import datetime
import io
import re
import sys

from roadmap_file import Roadmap, export, run

INHERITED = ("origin", "edition", "source", "page")
LINKS = ("categories", "roadblocks", "measures", "after", "notes", "next")


def read(data):
    text = data.decode("utf-8")
    unquoted = re.sub(r'"[^"]*"', "", text)
    assert unquoted.endswith("\r\n") and unquoted.count("\n") == unquoted.count("\r") == unquoted.count("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def check_all(cli, path):
    roadmap = Roadmap(path)
    rows = read(export(cli, path, "--format", "csv"))
    assert [row["id"] for row in rows] == list(roadmap.items), "items and their order"
    assert len(set(rows[0])) == len(rows[0]), "heads"
    for row in rows:
        item = roadmap.items[row["id"]]
        assert None not in row and None not in row.values(), "as many cells as heads: " + item.id
        assert row["kind"] == item.kind and row["language"] == roadmap.language
        assert (row["path"] != "") == (depth(item) > 1), item.id
        assert row["parent"] == (item.parent.id if item.parent else ""), item.id
        check_values(roadmap, item, row)


def depth(item):
    return 0 if item.parent is None else 1 + depth(item.parent)


def check_values(roadmap, item, row):
    for name, value in item.element.attrib.items():
        if name in ("id", "version") or name.startswith("{"):
            continue
        if name in LINKS:
            numbered = [row[name + "." + str(i + 1)] for i in range(len(value.split(" ")))]
            assert numbered == value.split(" "), item.id
        else:
            assert row[name] == value, (item.id, name)
    for name in INHERITED:
        assert row.get(name, "") == (item.inherited(name) or ""), (item.id, name)
    for name in ("title", "text", "detail"):
        for column, language in (("", None), ("@en", "en"), ("@fr", "fr")):
            if name + column in row:
                assert row[name + column] == (item.words(name, language) or ""), (item.id, name + column)
    for name, day in (("start", roadmap.first_day), ("end", roadmap.last_day)):
        if item.get(name):
            assert datetime.date.fromisoformat(row[name + ".date"]) == day(item.get(name)), item.id
            assert item.get(name).lstrip("FY")[:4] in row[name + ".words"], "the Western year: " + item.id


def check_cells(cli, path):
    """One datum a cell: no id column holds two, no number has a unit."""
    for row in read(export(cli, path, "--format", "csv")):
        for name, value in row.items():
            if re.fullmatch(r"(%s)\.\d+|id|parent|status|of|until" % "|".join(LINKS), name):
                assert not re.search(r"\s", value), (row["id"], name)
            if name in ("x", "y", "width", "height", "level", "fiscal-start"):
                assert re.fullmatch(r"\d*", value), (row["id"], name)


def check_mark(cli, path):
    assert export(cli, path, "--format", "csv", "--bom") == b"\xef\xbb\xbf" + export(cli, path, "--format", "csv")


def check_filter(cli, path):
    """What is left out is linked to by nothing that is left."""
    roadmap = Roadmap(path)
    bar = roadmap.current("bar")[0]
    rows = read(export(cli, path, "--format", "csv", "--filter", "stage:" + bar.parent.id, "--chart", bar.around("chart").id))
    ids = {row["id"] for row in rows}
    assert bar.id in ids and len(ids) < len(roadmap.items)
    for row in rows:
        assert row["parent"] in ids or row["kind"] == "roadmap"
        for name, value in row.items():
            if re.fullmatch(r"(%s)\.\d+|status|of|lane|domain|continues" % "|".join(LINKS), name):
                assert value in ids or value == "", (row["id"], name)


cli = sys.argv[1]
run([("%s of %s" % (check.__name__, path.split("/")[-1]), lambda check=check, path=path: check(cli, path))
     for path in sys.argv[2:] for check in (check_all, check_cells, check_mark, check_filter)])

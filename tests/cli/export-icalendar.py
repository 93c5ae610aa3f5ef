#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Kōteihyō authors
"""Reads the iCalendar export with python3-icalendar and holds it against the XML, and prints TAP.

    export-icalendar.py CLI ROADMAP…
"""
import datetime
import sys

import icalendar

from roadmap_file import Roadmap, export, run

TODAY = "2020-06-18"


def read(cli, path, *arguments):
    return export(cli, path, "--format", "icalendar", "--today", TODAY, *arguments)


def events(data):
    return [part for part in icalendar.Calendar.from_ical(data).walk() if part.name == "VEVENT"]


def expected(roadmap):
    return [item for item in roadmap.current("bar", "milestone") if item.get("open") != "true"]


def check_lines(cli, path):
    """RFC 5545, 3.1: 75 octets at most, none of which is cut out of a character."""
    data = read(cli, path)
    lines = data.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines)
    for line in lines:
        assert len(line) <= 75, line
        line.decode("utf-8")
    assert any(len(line) > 70 and line.startswith(b" ") for line in lines), "nothing was folded"


def check_events(cli, path):
    roadmap = Roadmap(path)
    found = events(read(cli, path))
    assert len({event["UID"] for event in found}) == len(found)
    assert [str(event["UID"]) for event in found] == \
        ["%s.%s@koteihyo.org" % (item.id, roadmap.root.id) for item in expected(roadmap)]
    for item, event in zip(expected(roadmap), found):
        last = roadmap.last_day(item.get("end") or item.get("start"))
        assert event.decoded("DTSTART") == last, item.id
        assert event.decoded("DTEND") == last + datetime.timedelta(days=1), item.id
        assert event.decoded("DTSTAMP").replace(tzinfo=None) == datetime.datetime.fromisoformat(TODAY), item.id
        assert item.words("title").strip("【】") in str(event["SUMMARY"]), (item.id, event["SUMMARY"])
        if item.words("detail"):
            assert str(event["DESCRIPTION"]).startswith(item.words("detail").split("\n")[0][:10]), item.id
        lane = item.parent.words("title")
        assert any(lane in str(value) for value in event["CATEGORIES"].cats), (item.id, event["CATEGORIES"].cats)
        assert len(set(event["CATEGORIES"].cats)) == len(event["CATEGORIES"].cats), item.id
        assert event["TRANSP"] == "TRANSPARENT"


def check_language(cli, path):
    roadmap = Roadmap(path)
    language = "en" if roadmap.language == "ja" else "fr"
    found = events(read(cli, path, "--lang", language))
    for item, event in zip(expected(roadmap), found):
        title = item.words("title", language) or item.words("title")
        assert title in str(event["SUMMARY"]), item.id
        assert event["SUMMARY"].params["LANGUAGE"] == language


def check_again(cli, path):
    assert read(cli, path) == read(cli, path)


cli = sys.argv[1]
run([("%s of %s" % (check.__name__, path.split("/")[-1]), lambda check=check, path=path: check(cli, path))
     for path in sys.argv[2:] for check in (check_lines, check_events, check_language, check_again)])

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Kōteihyō authors
"""Reads the MSPDI export with ElementTree and holds it against the roadmap, and prints TAP.

    export-mspdi.py CLI ROADMAP…
"""
import datetime
import sys
import xml.etree.ElementTree as ET

from roadmap_file import Roadmap, export, run

PROJECT = "{http://schemas.microsoft.com/project}"
# The order of the schema, mspdi_pj12.xsd, as far as elements are written; Manual is from a later one.
TASK = ["UID", "ID", "Name", "Manual", "Type", "IsNull", "WBS", "OutlineNumber", "OutlineLevel", "Priority", "Start", "Finish",
        "Duration", "DurationFormat", "Work", "EffortDriven", "Estimated", "Milestone", "Summary", "PercentComplete",
        "ConstraintType", "CalendarUID", "ConstraintDate", "Notes", "PredecessorLink", "ExtendedAttribute"]
HEAD = ["SaveVersion", "Name", "Title", "Company", "CreationDate", "ScheduleFromStart", "StartDate", "FinishDate", "FYStartDate",
        "CalendarUID", "DefaultStartTime", "DefaultFinishTime", "MinutesPerDay", "MinutesPerWeek", "DaysPerMonth",
        "ExtendedAttributes", "Calendars", "Tasks"]


class Task:
    def __init__(self, element, aliases):
        self.element = element
        self.attributes = {aliases[part.findtext(PROJECT + "FieldID")]: part.findtext(PROJECT + "Value")
                           for part in element.findall(PROJECT + "ExtendedAttribute")}

    def get(self, name):
        return self.element.findtext(PROJECT + name)

    def day(self, name):
        return datetime.datetime.fromisoformat(self.get(name)).date()


def read(cli, path, *arguments):
    root = ET.fromstring(export(cli, path, "--format", "mspdi", "--today", "2020-06-18", *arguments))
    aliases = {part.findtext(PROJECT + "FieldID"): part.findtext(PROJECT + "Alias")[len("koteihyo."):]
               for part in root.find(PROJECT + "ExtendedAttributes")}
    assert len(aliases) == len(set(aliases.values()))
    return root, [Task(element, aliases) for element in root.find(PROJECT + "Tasks")]


def working_days(first, last):
    return sum((first + datetime.timedelta(days=n)).weekday() < 5 for n in range((last - first).days + 1))


def check_order(cli, path):
    root, tasks = read(cli, path)
    names = [part.tag[len(PROJECT):] for part in root]
    assert names == [name for name in HEAD if name in names], names
    for task in tasks:
        names = list(dict.fromkeys(part.tag[len(PROJECT):] for part in task.element))
        assert names == [name for name in TASK if name in names], names


def check_outline(cli, path):
    _, tasks = read(cli, path)
    counters = []
    for number, task in enumerate(tasks, 1):
        level = int(task.get("OutlineLevel"))
        assert task.get("UID") == task.get("ID") == str(number)
        assert 1 <= level <= len(counters) + 1
        counters = counters[:level] if level <= len(counters) else counters + [0]
        counters[-1] += 1
        assert task.get("OutlineNumber") == ".".join(map(str, counters)), task.get("Name")
        is_last = number == len(tasks)
        has_below = not is_last and int(tasks[number].get("OutlineLevel")) > level
        assert task.get("Summary") == ("1" if has_below else "0"), task.get("Name")


def check_tasks(cli, path):
    roadmap = Roadmap(path)
    _, tasks = read(cli, path)
    by_id = {task.attributes["id"]: task for task in tasks}
    assert len(by_id) == len(tasks)
    shown = {item.id for item in roadmap.current("bar", "milestone")}
    assert {key for key, task in by_id.items() if task.get("Summary") == "0"} == shown
    for item in roadmap.current("bar", "milestone"):
        task = by_id[item.id]
        last = roadmap.last_day(item.get("end") or item.get("start"))
        first = roadmap.first_day(item.get("start")) if item.kind == "bar" else last
        assert task.day("Start") == first and task.day("Finish") == last, item.id
        assert task.get("Milestone") == ("1" if item.kind == "milestone" else "0")
        hours = 8 * working_days(first, last) if item.kind == "bar" else 0
        assert task.get("Duration") == "PT%dH0M0S" % hours, item.id
        assert task.get("Name").replace(" ", "") == item.words("title").replace(" ", ""), item.id
        for name in ("start", "end", "open", "basis"):
            assert task.attributes.get(name) == item.get(name), (item.id, name)
        status = roadmap.items.get(item.get("status"))
        if status is not None:
            assert task.attributes["status"] == status.words("title")
            assert task.get("PercentComplete") == ("100" if status.get("closed") == "true" else "0"), item.id


def check_summaries(cli, path):
    """A summary lasts from the first to the last day of what is under it."""
    _, tasks = read(cli, path)
    for task in tasks:
        below = [other for other in tasks if other.get("OutlineNumber").startswith(task.get("OutlineNumber") + ".")]
        if below:
            assert task.day("Start") == min(other.day("Start") for other in below)
            assert task.day("Finish") == max(other.day("Finish") for other in below)


def check_links(cli, path):
    """Who schedules by the links finds the start that is there: after the end of the one before, and the lag, in working days."""
    roadmap = Roadmap(path)
    _, tasks = read(cli, path)
    by_id = {task.attributes["id"]: task for task in tasks}
    n_links = 0
    for item in roadmap.current("bar"):
        links = by_id[item.id].element.findall(PROJECT + "PredecessorLink")
        before = [name for name in (item.get("after") or "").split() if name in by_id]
        assert [by_id[name].get("UID") for name in before] == [link.findtext(PROJECT + "PredecessorUID") for link in links]
        for name, link in zip(before, links):
            n_links += 1
            assert link.findtext(PROJECT + "Type") == "1"
            end, start = by_id[name].day("Finish"), by_id[item.id].day("Start")
            between = working_days(end + datetime.timedelta(days=1), start - datetime.timedelta(days=1))
            overlap = working_days(start, end) if start <= end else 0
            assert int(link.findtext(PROJECT + "LinkLag")) == (between - overlap) * 8 * 60 * 10, item.id
    assert n_links > 0


def check_chosen(cli, path):
    roadmap = Roadmap(path)
    bar = roadmap.current("bar")[0]
    _, tasks = read(cli, path, "--filter", "stage:" + bar.parent.id, "--chart", bar.around("chart").id)
    bars = {item.id for item in roadmap.current("bar", "milestone") if bar.parent in ancestors(item)}
    assert {task.attributes["id"] for task in tasks if task.get("Summary") == "0"} == bars


def ancestors(item):
    while item is not None:
        yield item
        item = item.parent


cli = sys.argv[1]
run([("%s of %s" % (check.__name__, path.split("/")[-1]), lambda check=check, path=path: check(cli, path))
     for path in sys.argv[2:]
     for check in (check_order, check_outline, check_tasks, check_summaries, check_links, check_chosen)])

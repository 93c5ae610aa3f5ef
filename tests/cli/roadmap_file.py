# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Kōteihyō authors
"""A roadmap as another parser than the program's reads it, to hold what the program exports against."""
import datetime
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

NAMESPACE = "{https://koteihyo.org/ns/roadmap}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Item:
    def __init__(self, element, parent):
        self.element = element
        self.parent = parent
        self.id = element.get("id")
        self.kind = element.tag[len(NAMESPACE):]

    def get(self, name):
        return self.element.get(name)

    def around(self, kind):
        item = self
        while item is not None and item.kind != kind:
            item = item.parent
        return item

    def inherited(self, name):
        item = self
        while item is not None and item.get(name) is None:
            item = item.parent
        return item.get(name) if item is not None else None

    def words(self, name, language=None):
        """The wording in one line, as Unicode text without tags; None if there is none."""
        for child in self.element.findall(NAMESPACE + name):
            if child.get(LANG) == language:
                return one_line("".join(child.itertext()))
        return None


class Roadmap:
    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.language = root.get(LANG)
        self.fiscal_start = int(root.get("fiscal-start", "4"))
        self.items = {}
        self.root = self._read(root, None)

    def _read(self, element, parent):
        item = Item(element, parent)
        self.items[item.id] = item
        for child in element:
            if isinstance(child.tag, str) and child.tag.startswith(NAMESPACE) and child.get("id") is not None:
                self._read(child, item)
        return item

    def of_kind(self, *kinds):
        return [item for item in self.items.values() if item.kind in kinds]

    def current(self, *kinds):
        """Those of the charts in force."""
        return [item for item in self.of_kind(*kinds)
                if item.around("withdrawn") is None and item.around("chart") is not None
                and item.around("chart").get("role") != "earlier"]

    def months(self, point):
        """The first month of a period and the first one after it, counted from year 0."""
        match = re.fullmatch(r"(FY)?(\d+)(?:-(?:Q(\d)|H(\d)|(\d\d)))?", point)
        fiscal, year, quarter, half, month = match.groups()
        start = int(year) * 12 + (self.fiscal_start - 1 if fiscal else 0)
        if month:
            return int(year) * 12 + int(month) - 1, int(year) * 12 + int(month)
        if quarter:
            return start + (int(quarter) - 1) * 3, start + int(quarter) * 3
        if half:
            return start + (int(half) - 1) * 6, start + int(half) * 6
        return start, start + 12

    def first_day(self, point):
        month = self.months(point)[0]
        return datetime.date(month // 12, month % 12 + 1, 1)

    def last_day(self, point):
        month = self.months(point)[1]
        return datetime.date(month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)


WIDE = "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"


def one_line(text):
    """A line feed is nothing beside a wide character and a space between others."""
    text = re.sub("(?<=" + WIDE + ")\n|\n(?=" + WIDE + ")", "", text)
    return text.replace("\n", " ")


def export(cli, path, *arguments):
    return subprocess.run([cli, "export", path, *arguments], check=True, stdout=subprocess.PIPE).stdout


def run(tests):
    """Runs functions, prints TAP and ends the program."""
    failed = False
    print("1..%d" % len(tests))
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print("ok %d %s" % (number, name))
        except Exception as error:  # a test may fail in any way
            failed = True
            print("not ok %d %s" % (number, name))
            print("# %s: %s" % (type(error).__name__, str(error).replace("\n", "\n# ")))
    sys.exit(1 if failed else 0)

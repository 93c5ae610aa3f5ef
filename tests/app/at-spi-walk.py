#!/usr/bin/env python3
"""Walks the program's windows as a screen reader does, and prints TAP. Needs a display and a session bus.

    at-spi-walk.py PROGRAM ROADMAP…

Every node a person can do something with must have a name, one that is not the name of a class and does not say the
same thing twice. Each test prints how many nodes there are, and which of them are wrong. What GTK itself makes and
gives no way to name is not counted: scroll bars, and boxes that take the focus only to be scrolled.
"""
import os
import re
import subprocess
import sys
import time

from gi.repository import Gio, GLib

APPLICATION_ID = "org.koteihyo.Koteihyo"
OBJECT_PATH = "/" + APPLICATION_ID.replace(".", "/")
VIEWS = {"Timeline": "timeline", "Table": "table", "Map": "map", "Document": "document", "Progress": "progress",
         "Follow-up": "follow-up"}

# By the names that GTK 4.8 gives roles, and newer ones.
INTERACTIVE = {
    "button", "push button", "toggle button", "check box", "checkbox", "switch", "radio", "radio button", "combo box",
    "text box", "text", "entry", "search box", "spin button", "slider", "link", "menu item", "menu item checkbox",
    "menu item radio", "check menu item", "radio menu item", "tab", "page tab", "list item", "row", "table row",
    "tree item", "option", "column header", "grid", "tree grid", "list", "window", "dialog", "alert dialog",
}
CLASS_NAME = re.compile(r"(Gtk|Adw|Roadmap)[A-Z]\w*$")
DEADLINE = 30  # seconds until something that is waited for counts as missing


def is_doubled(name):
    """“_Save Save”, “Save Save”."""
    half = name[len(name) // 2 + 1:]
    return bool(re.search(r"(^|\s)_\w", name)) or len(name) % 2 == 1 and name == f"{half} {half}"


class Program:
    """A running program, its nodes by (bus name, path), and its actions."""

    def __init__(self, command):
        self.session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = self.session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                         Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.process = subprocess.Popen(command, env=os.environ | {"GTK_A11Y": "atspi"}, stderr=subprocess.PIPE, text=True)

    def stop(self):
        self.process.terminate()
        return self.process.communicate()[1]

    def call(self, node, interface, method, *arguments):
        parameters = GLib.Variant(*arguments) if arguments else None
        return self.bus.call_sync(node[0], node[1], interface, method, parameters, None, Gio.DBusCallFlags.NONE,
                                  20000, None).unpack()

    def children(self, node):
        return self.call(node, "org.a11y.atspi.Accessible", "GetChildren")[0]

    def ask(self, nodes, interface, method, *arguments):
        """The same of many nodes at once. None: the node has gone meanwhile."""
        answers = [None] * len(nodes)
        waiting = len(nodes)

        def answered(bus, result, index):
            nonlocal waiting
            waiting -= 1
            try:
                answers[index] = bus.call_finish(result).unpack()[0]
            except GLib.Error:
                pass

        for index, (name, path) in enumerate(nodes):
            parameters = GLib.Variant(*arguments) if arguments else None
            self.bus.call(name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, 20000, None, answered,
                          index)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return answers

    def windows(self):
        desktop = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return [window for application in self.children(desktop) for window in self.children(application)]

    def everything(self):
        """All visible nodes of all windows, generation by generation, each with its role and name."""
        found = []
        level = self.windows()
        while level:
            states = self.ask(level, "org.a11y.atspi.Accessible", "GetState")
            level = [node for node, state in zip(level, states) if state and state[0] >> 30 & 1]
            roles = self.ask(level, "org.a11y.atspi.Accessible", "GetRoleName")
            names = self.ask(level, "org.freedesktop.DBus.Properties", "Get", "(ss)",
                             ("org.a11y.atspi.Accessible", "Name"))
            found += [entry for entry in zip(level, roles, names) if None not in entry]
            families = self.ask(level, "org.a11y.atspi.Accessible", "GetChildren")
            level = [child for family in families for child in family or []]
        return found

    def settle(self):
        """Until two walks see the same."""
        before = None
        while (now := self.everything()) != before:
            before = now
            time.sleep(0.4)
        return now

    def wait_for(self, what, find):
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            found = find()
            if found:
                return found
            if self.process.poll() is not None:
                raise LookupError(f"the program ended before {what} came")
            time.sleep(0.2)
        raise LookupError(f"{what} did not come")

    def actions(self, node):
        try:
            return [name.lower() for name, _, _ in self.call(node, "org.a11y.atspi.Action", "GetActions")[0]]
        except GLib.Error:
            return []

    def do(self, node, action):
        self.call(node, "org.a11y.atspi.Action", "DoAction", "(i)", (self.actions(node).index(action),))

    def find(self, role, name=None, action=None):
        return self.wait_for(f"a {role} {name or action}", lambda: next(
            (node for node, its_role, its_name in self.everything()
             if its_role == role and name in (None, its_name) and (action is None or action in self.actions(node))), None))

    def new_window(self, open_it):
        """The window that @open_it brings up."""
        before = self.windows()
        open_it()
        return self.wait_for("a window", lambda: next((w for w in self.windows() if w not in before), None))

    def close(self, window):
        self.do(window, "window.close")
        self.wait_for("the window's end", lambda: window not in self.windows())

    def activate(self, path, action, *target):
        self.session.call_sync(APPLICATION_ID, path, "org.gtk.Actions", "Activate",
                               GLib.Variant("(sava{sv})", (action, [GLib.Variant("s", t) for t in target], {})), None,
                               Gio.DBusCallFlags.NONE, 20000, None)


class Report:
    def __init__(self):
        self.number = 0

    def line(self, ok, title, wrong=()):
        self.number += 1
        print(f"{'ok' if ok else 'not ok'} {self.number} {title}")
        for text in wrong:
            print(f"# {text}")
        sys.stdout.flush()

    def judge(self, program, title):
        nodes = program.settle()
        wrong = [f"{role} “{name}”" for _, role, name in nodes
                 if role in INTERACTIVE and (not name.strip() or CLASS_NAME.match(name) or is_doubled(name))]
        interactive = sum(role in INTERACTIVE for _, role, _ in nodes)
        self.line(not wrong and interactive > 0,
                  f"{title}: {len(nodes)} nodes, {interactive} interactive, {len(wrong)} without a good name", wrong)


def walk_views(program, report, title):
    """The views there are: a roadmap without a map has none of it."""
    window = f"{OBJECT_PATH}/window/1"
    tabs = {name for _, role, name in program.settle() if role == "tab"}
    for name, view in reversed(VIEWS.items()):
        if name in tabs:
            program.activate(window, "view", view)
            report.judge(program, f"{title}, {view}")
    return tabs


def walk_rest(program, report):
    window = program.windows()[0]
    for menu in ("Main Menu", "View Options"):
        button = next(node for node, role, name in program.everything()
                      if name == menu and "click" in program.actions(node))
        program.do(button, "click")
        program.wait_for(menu, lambda: any(role.startswith("menu item") for _, role, _ in program.everything()))
        report.judge(program, menu)
        program.do(button, "click")

    program.do(window, "win.search")
    entry = program.find("search box")
    program.call(entry, "org.a11y.atspi.EditableText", "SetTextContents", "(s)", ("AI",))
    report.judge(program, "search")
    program.call(entry, "org.a11y.atspi.EditableText", "SetTextContents", "(s)", ("",))
    program.settle()

    bar = program.find("list item", action="item.activate")
    program.do(bar, "item.activate")
    report.judge(program, "details")
    for title, open_it in {
        "record progress": lambda: program.do(window, "win.record-progress"),
        "edit item": lambda: program.do(window, "win.edit-item"),
        "properties": lambda: program.do(window, "win.properties"),
        "print preview": lambda: program.do(window, "win.print"),
        "export": lambda: program.do(window, "win.export"),
        "shortcuts": lambda: program.do(window, "win.show-help-overlay"),
        "help": lambda: program.activate(OBJECT_PATH, "help"),
        "about": lambda: program.activate(OBJECT_PATH, "about"),
    }.items():
        opened = program.new_window(open_it)
        report.judge(program, title)
        program.close(opened)


def run(command, roadmap, report, scenes):
    program = Program([*command, *([roadmap] if roadmap else [])])
    try:
        program.wait_for("the window", lambda: program.windows())
        program.settle()
        scenes(program)
    except (LookupError, GLib.Error, StopIteration, ValueError) as error:
        report.line(False, f"the walk ended: {error!r}")
    log = program.stop()
    said = [line for line in log.splitlines() if re.search(r"CRITICAL|WARNING", line)]
    report.line(not said, f"no warnings: {os.path.basename(roadmap) if roadmap else 'no roadmap'}", said)


def main(program, roadmap, *others):
    report = Report()
    run([program], None, report, lambda p: report.judge(p, "start page"))

    def all_scenes(p):
        missing = VIEWS.keys() - walk_views(p, report, os.path.basename(roadmap))
        report.line(not missing, "it has every view", missing)
        walk_rest(p, report)

    run([program], roadmap, report, all_scenes)
    for other in others:
        run([program], other, report, lambda p, name=os.path.basename(other): walk_views(p, report, name))
    print(f"1..{report.number}")


if __name__ == "__main__":
    main(*sys.argv[1:])

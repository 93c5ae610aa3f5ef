#!/usr/bin/env python3
"""Starts the program as a desktop does, from several processes, and prints TAP. Needs a display with a window manager.

    processes.py PROGRAM ID ROADMAP OTHER

A service file in a folder of its own lets the bus start the program; the bus is one of its own too. The windows are
asked for over the bus, and the one in front from the window manager.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MEDIA_TYPE = "application/x-koteihyo-roadmap+xml"
DEADLINE = 30  # seconds


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, **options)


def wait_until(true):
    end = time.monotonic() + DEADLINE
    while not true() and time.monotonic() < end:
        time.sleep(0.2)
    return true()


class Desktop:
    """Inside the bus."""

    def __init__(self, program, name, roadmap, other):
        self.program, self.id, self.roadmap, self.other = program, name, roadmap, other
        self.path = "/" + name.replace(".", "/")
        self.number = 0

    def ok(self, true, title, detail=""):
        self.number += 1
        print(f"{'ok' if true else 'not ok'} {self.number} {title}")
        for line in [] if true else detail.splitlines():
            print(f"# {line}")

    def is_running(self):
        return self.id in run("gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path",
                              "/org/freedesktop/DBus", "--method", "org.freedesktop.DBus.ListNames").stdout

    def windows(self):
        """Asking would start the program."""
        if not self.is_running():
            return []
        found = run("gdbus", "introspect", "--session", "--dest", self.id, "--object-path", f"{self.path}/window",
                    "--only-properties").stdout
        return sorted(set(re.findall(r"node (?:\S*/)?(\d+) \{", found)), key=int)

    def has_roadmap(self, window):
        """The window's actions know whether there is something to show."""
        found = run("gdbus", "call", "--session", "--dest", self.id, "--object-path", f"{self.path}/window/{window}",
                    "--method", "org.gtk.Actions.Describe", "all-charts").stdout
        return found.startswith("((true")

    def has_recent(self):
        """The file is written some time after."""
        file = Path(os.environ["XDG_DATA_HOME"], "recently-used.xbel")
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        return all(text.count(part) == 2 for part in (f'type="{MEDIA_TYPE}"', f'name="{self.id}"')) and \
            all(Path(path).resolve().as_uri() in text for path in (self.roadmap, self.other))

    @staticmethod
    def front():
        return run("xdotool", "getactivewindow", "getwindowname").stdout.strip()

    def start(self, *arguments):
        """In a process of its own, which hands over and ends."""
        return run(self.program, *arguments)

    def test(self):
        run("gapplication", "launch", self.id)
        self.ok(wait_until(lambda: len(self.windows()) == 1), "the bus starts it")

        run("gapplication", "launch", self.id, self.roadmap)
        self.ok(wait_until(lambda: self.windows() and self.has_roadmap(self.windows()[0])) and len(self.windows()) == 1,
                "a file opens in the empty window", f"windows: {self.windows()}")
        first = self.front()

        done = self.start(self.other)
        self.ok(done.returncode == 0 and wait_until(lambda: len(self.windows()) == 2),
                "a second process hands over and ends", done.stdout)
        wait_until(lambda: self.front() != first)
        second = self.front()
        self.ok(first and second and first != second, "the new window is in front", f"{first}\n{second}")

        done = self.start(self.roadmap)
        self.ok(wait_until(lambda: self.front() == first) and len(self.windows()) == 2,
                "a file that is open comes to the front", f"in front: {self.front()}, windows: {self.windows()}")

        self.start("--new-window")
        self.ok(wait_until(lambda: len(self.windows()) == 3), "another process can ask for a new window")

        self.ok(wait_until(self.has_recent), "recent files are kept, with their type and the program")

        run("gapplication", "action", self.id, "quit")
        self.ok(wait_until(lambda: not self.is_running()), "it quits")
        self.test_network()

    def test_network(self):
        """That it talks to sockets of this computer alone: the display's and the bus's."""
        title = "it makes no network connection"
        if shutil.which("strace") is None or run("strace", "true").returncode != 0:
            self.number += 1
            print(f"ok {self.number} {title} # SKIP strace cannot be used")
            return
        log = Path(os.environ["XDG_DATA_HOME"], "connect.log")
        traced = subprocess.Popen(["strace", "-f", "-qq", "-o", log, "-e", "trace=connect,sendto", self.program, self.roadmap],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        opened = wait_until(lambda: self.windows() and self.has_roadmap(self.windows()[0]))
        for action in ("help", "about", "quit"):
            time.sleep(1)
            run("gapplication", "action", self.id, action)
        traced.wait(DEADLINE)
        families = set(re.findall(r"sa_family=(AF_\w+)", log.read_text()))
        self.ok(opened and families == {"AF_UNIX"}, title, f"{families}")


def main(program, name, roadmap, other):
    if os.environ.get("KOTEIHYO_ON_BUS"):
        desktop = Desktop(program, name, roadmap, other)
        desktop.test()
        print(f"1..{desktop.number}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        services = Path(folder, "dbus-1", "services")
        services.mkdir(parents=True)
        (services / f"{name}.service").write_text(f"[D-BUS Service]\nName={name}\nExec={program} --gapplication-service\n")
        applications = Path(folder, "applications")
        applications.mkdir()
        shutil.copy(Path(program).parents[2] / "data" / f"{name}.desktop", applications)
        environment = os.environ | {"XDG_DATA_HOME": folder, "KOTEIHYO_ON_BUS": "1", "GTK_A11Y": "none"}
        # The one this test was started under does not read the folder.
        return subprocess.run(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

#!/usr/bin/env python3
"""Checks what tells the desktop about the program against each other and against the sources, and prints TAP.

    desktop-files.py SOURCE BUILD VERSION
"""
import configparser
import re
import struct
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

MEDIA_TYPE = "application/x-koteihyo-roadmap+xml"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# No file system, no network: files come and go through the portals.
SANDBOX = {"--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"}
SCREENSHOT_SIZE = (1000, 700)


class Project:
    def __init__(self, source, build, version):
        self.source, self.build, self.version = Path(source), Path(build), version
        self.id = re.search(r"application_id = '(.+)'", self.read("meson.build")).group(1)
        self.desktop = configparser.ConfigParser(interpolation=None, strict=False)
        self.desktop.optionxform = str
        self.desktop.read(self.build / "data" / f"{self.id}.desktop", encoding="utf-8")
        self.entry = self.desktop["Desktop Entry"]
        self.metainfo = ET.parse(self.build / "data" / f"{self.id}.metainfo.xml").getroot()
        self.schema = ET.parse(self.source / "data" / f"{self.id}.gschema.xml").getroot()
        self.media = ET.parse(self.build / "data" / f"{self.id}.xml").getroot()

    def read(self, name):
        return (self.source / name).read_text(encoding="utf-8")

    def sources(self):
        return {path: path.read_text(encoding="utf-8") for path in (self.source / "src").rglob("*.[ch]")}


def one_id(project):
    """The same id in all files, fit for a store."""
    parts = project.id.split(".")
    if len(parts) < 3 or "-" in project.id or project.id.startswith("org.gnome."):
        yield f"{project.id} is no id of our own"
    data = project.source / "data"
    for name in (f"{project.id}.desktop.in", f"{project.id}.metainfo.xml.in", f"{project.id}.mime.xml.in",
                 f"{project.id}.service.in", f"{project.id}.gschema.xml",
                 f"icons/hicolor/scalable/apps/{project.id}.svg",
                 f"icons/hicolor/symbolic/apps/{project.id}-symbolic.svg"):
        if not (data / name).exists():
            yield f"data/{name} is missing"
    said = {
        "icon of the desktop file": project.entry["Icon"],
        "id of the metainfo": project.metainfo.findtext("id"),
        "launchable of the metainfo": project.metainfo.findtext("launchable").removesuffix(".desktop"),
        "id of the settings": project.schema.find("schema").get("id"),
        "path of the settings": project.schema.find("schema").get("path").strip("/").replace("/", "."),
        "name on the bus": re.search(r"Name=(.+)", (project.build / "data" / f"{project.id}.service").read_text()).group(1),
        "id of the package": re.search(r"^id: (.+)$", project.read(f"flatpak/{project.id}.yml"), re.M).group(1),
    }
    yield from (f"{what}: {value}" for what, value in said.items() if value != project.id)
    path = "/" + project.id.replace(".", "/")
    for path_file in (project.source / "ui").glob("*.gresource.xml"):
        for resource in ET.parse(path_file).getroot():
            if not (resource.get("prefix") + "/").startswith(path + "/"):
                yield f"{path_file.name}: {resource.get('prefix')}"
    for file, text in project.sources().items():
        yield from (f"{file.name}: {found}" for found in re.findall(r'"org\.[a-z]+\.[A-Z]\w+', text)
                    if found[1:] != project.id)


def desktop_entry(project):
    entry = project.entry
    for key in ("Name[ja]", "GenericName[ja]", "Comment[ja]", "Keywords[ja]"):
        if not entry.get(key):
            yield f"no {key}"
    for key, value in {"DBusActivatable": "true", "StartupNotify": "true", "Terminal": "false"}.items():
        if entry.get(key) != value:
            yield f"{key} is {entry.get(key)}"
    if not re.search(r" %U$", entry["Exec"]):
        yield "Exec takes no files"
    application = project.read("src/app/application.c")
    for action in filter(None, entry.get("Actions", "").split(";")):
        if f"Desktop Action {action}" not in project.desktop:
            yield f"the action {action} is not described"
        if f'{{ "{action}",' not in application:
            yield f"the program has no action {action}"


def media_type(project):
    namespace = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    declared = {
        "media type": project.media.find("m:mime-type", namespace).get("type"),
        "desktop file": project.entry["MimeType"].rstrip(";"),
        "metainfo": project.metainfo.findtext("provides/mediatype"),
        "recent files": re.search(r'MIME_TYPE +"(.+)"', project.read("src/app/recent.c")).group(1),
    }
    yield from (f"{where}: {value}" for where, value in declared.items() if value != MEDIA_TYPE)
    if project.media.find("m:mime-type/m:sub-class-of", namespace).get("type") != "application/xml":
        yield "it is not a kind of XML"
    root = project.media.find("m:mime-type/m:root-XML", namespace).get("namespaceURI")
    if f'xmlns="{root}"' not in project.read("data/roadmap.xml"):
        yield f"roadmaps are not of the namespace {root}"


def metainfo(project):
    top = project.metainfo
    name, summary = top.findtext("name"), top.findtext("summary")
    if len(name) > 15:
        yield "the name is long"
    if not 10 <= len(summary) <= 35 or summary.endswith("."):
        yield f"the summary has {len(summary)} characters, or a full stop"
    for tag in ("name", "summary", "description/p", "description/ul/li"):
        if not any(e.get(LANGUAGE) == "ja" for e in top.findall(tag)):
            yield f"{tag} is not in Japanese"
    if {c.get("scheme_preference") for c in top.findall("branding/color")} != {"light", "dark"}:
        yield "colours are missing"
    if top.find("content_rating").get("type") != "oars-1.1":
        yield "no rating"
    if top.findtext("requires/display_length") != "360" or top.findtext("requires/internet") != "offline-only":
        yield "requirements are missing"
    if {c.text for c in top.findall("supports/control")} != {"keyboard", "pointing", "touch"}:
        yield "controls are missing"
    releases = top.findall("releases/release")
    if releases[0].get("version") != project.version:
        yield f"the newest release is {releases[0].get('version')}, not {project.version}"
    yield from (f"{r.get('version')} has no notes" for r in releases if r.find("description") is None)
    for release in releases:
        if f"## {release.get('version')} " not in project.read("NEWS.md"):
            yield f"{release.get('version')} is not in NEWS.md"


def screenshots(project):
    shown = project.metainfo.findall("screenshots/screenshot")
    if not 3 <= len(shown) <= 6:
        yield f"there are {len(shown)}"
    for screenshot in shown:
        if not screenshot.findtext("caption"):
            yield "one has no caption"
        for image in screenshot.findall("image"):
            file = project.source / "data" / "screenshots" / image.text.rsplit("/", 1)[1]
            declared = int(image.get("width")), int(image.get("height"))
            if declared[0] > SCREENSHOT_SIZE[0] or declared[1] > SCREENSHOT_SIZE[1]:
                yield f"{file.name} is large"
            if not file.exists():
                yield f"data/screenshots/{file.name} is missing"
            elif struct.unpack(">II", file.read_bytes()[16:24]) != declared:
                yield f"{file.name} is not {declared[0]} × {declared[1]}"


def package(project):
    manifest = project.read(f"flatpak/{project.id}.yml")
    args = set(re.findall(r"^  - (--\S+)$", manifest, re.M))
    if args != SANDBOX:
        yield f"finish-args differ: {sorted(args ^ SANDBOX)}"
    if "COPYING" not in manifest:
        yield "the licence is not installed"


def settings(project):
    sources = "\n".join(project.sources().values())
    keys = [key.get("name") for key in project.schema.iter("key")]
    yield from (f"nobody uses {key}" for key in keys if f'"{key}"' not in sources and f'changed::{key}"' not in sources)
    for key in project.schema.iter("key"):
        if key.find("summary") is None:
            yield f"{key.get('name')} has no summary"
    used = set(re.findall(r'g_settings_(?:get|set|bind|reset|create)\w* \([\w>-]*settings, "([\w-]+)"', sources))
    yield from (f"there is no {key}" for key in sorted(used - set(keys)))


def main(*arguments):
    project = Project(*arguments)
    checks = (one_id, desktop_entry, media_type, metainfo, screenshots, package, settings)
    print(f"1..{len(checks)}")
    for number, check in enumerate(checks, 1):
        problems = list(check(project))
        print(f"{'not ok' if problems else 'ok'} {number} {check.__name__.replace('_', ' ')}")
        for problem in problems:
            print(f"# {problem}")


if __name__ == "__main__":
    main(*sys.argv[1:])

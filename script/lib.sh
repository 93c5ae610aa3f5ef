# shellcheck shell=bash
# What the scripts beside this file share. Sourced, not run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# PyGObject lives with the distribution's Python, not with one that stands before it in PATH.
PYTHON=/usr/bin/python3
[ -x "$PYTHON" ] || PYTHON=python3
# shellcheck disable=SC2034
readonly ROOT PYTHON

say() { printf '%s\n' "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 2; }

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# configure DIR [meson option…]: sets up the build folder DIR, installing into DIR/root; does nothing when that stands.
configure() {
  local dir=$1 prefix="$1/root"
  shift
  if [ ! -f "$dir/build.ninja" ]; then
    meson setup "$dir" "$ROOT" --prefix="$prefix" "$@"
  elif ! grep -qxF "prefix = $prefix" "$dir/meson-private/cmd_line.txt" 2>/dev/null; then
    meson setup --wipe "$dir" "$ROOT" --prefix="$prefix" "$@"
  fi
}

# list_installed DIR: what is built in DIR and then installed, a path in it a line.
list_installed() {
  meson introspect "$1" --targets | "$PYTHON" -c '
import json, os, sys
for target in json.load(sys.stdin):
    if target["installed"]:
        print(*(os.path.relpath(path, sys.argv[1]) for path in target["filename"]), sep="\n")
' "$1"
}

# install_build DIR: compiles what is installed, not the tests, and installs it into DIR/root, so that translations, schemas
# and icons are found.
install_build() {
  local targets
  mapfile -t targets < <(list_installed "$1")
  ninja -C "$1" "${targets[@]}"
  meson install -C "$1" --no-rebuild --only-changed --quiet
}

# use_build DIR: lets programs started from here find what install_build put there.
use_build() {
  export PATH="$1/root/bin:$PATH"
  export XDG_DATA_DIRS="$1/root/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
  export GSETTINGS_SCHEMA_DIR="$1/root/share/glib-2.0/schemas"
}

#!/bin/sh
# Tries the app image where programs often fail: in a folder with spaces and letters beyond ASCII, on a read-only disk, and
# for a user whose home folder cannot be written. Run as root.
#
# Usage: src/dist/try-image.sh [IMAGE] [FOLDER for the pictures]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
image=$(readlink -f "${1:-$here/../../target/dist/Isotopy}")
pictures=${2:-$here/../../target/dist-pictures}
mkdir -p "$pictures"
work=$(mktemp -d)
chmod 755 "$work"
# shellcheck source=window.sh
. "$here/window.sh"
XVFB=
mounted=
trap '[ -z "$XVFB" ] || kill "$XVFB"; [ -z "$mounted" ] || umount "$mounted"; rm -rf "$work"' EXIT
[ "$(id -u)" -eq 0 ] || fail "must be run as root, for it mounts a disk and becomes another user"
need Xvfb:xvfb xwininfo:x11-utils scrot:scrot setpriv:util-linux
open_display

# Lets a command speak for itself: $1 is the place in words, the rest starts the program.
try() {
    place=$1
    shift
    said=$("$@" --version 2>&1) || fail "$place: $said"
    [ "$(echo "$said" | wc -l)" -eq 1 ] || fail "$place: --version must say one line and no warning: $said"
    if grep -q AOTCache "$image/lib/app/Isotopy.cfg"; then
        JAVA_TOOL_OPTIONS='-XX:AOTMode=on' "$@" --version >/dev/null 2>"$work/cache" ||
            { cat "$work/cache"; fail "$place: the ahead-of-time cache does not fit"; }
    fi
    "$@" >"$work/said" 2>&1 &
    await_window Isotopy
    sleep 8
    scrot -o "$pictures/$(echo "$place" | tr ' ' '-').png"
    cp "$work/said" "$work/told" # before it is ended by force, which JavaFX may remark upon
    close_window "$shown"
    ! grep -E '^\s+at |Exception' "$work/told" || fail "$place: it tells its user about its own insides"
    ok "$place: starts, with its cache, and says: \"$(tr '\n' ' ' <"$work/told")\""
}

strange="$work/Mes flots – Übung 空間"
mkdir -p "$strange"
cp -a "$image" "$strange/Isotopy"
HOME=$work/home XDG_CONFIG_HOME=$work/home/.config
export HOME XDG_CONFIG_HOME
mkdir -p "$HOME"
LC_ALL=C.UTF-8 try "strange folder" "$strange/Isotopy/bin/Isotopy"
mkdir "$work/disk"
mount --bind "$strange" "$work/disk"
mounted=$work/disk
mount -o remount,bind,ro "$work/disk"
! touch "$work/disk/x" 2>/dev/null || fail "the disk is not read-only"
try "read-only disk" "$work/disk/Isotopy/bin/Isotopy"
HOME=/nonexistent XDG_CONFIG_HOME=
try "no home" setpriv --reuid=65534 --regid=65534 --clear-groups "$work/disk/Isotopy/bin/Isotopy"

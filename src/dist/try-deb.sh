#!/bin/sh
# Tries the Debian package as a new user would, on a machine that may be a bare server: install, start from the menu, open
# a project by its type, use the command, remove, and find nothing left behind. Run as root.
#
# Usage: src/dist/try-deb.sh [PACKAGE.deb] [FOLDER for the pictures]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
deb=$(readlink -f "${1:-$(ls "$here"/../../target/dist/*.deb)}")
pictures=${2:-$here/../../target/dist-pictures}
mkdir -p "$pictures"
work=$(mktemp -d)
# shellcheck source=window.sh
. "$here/window.sh"
XVFB=
trap '[ -z "$XVFB" ] || kill "$XVFB"; rm -rf "$work"' EXIT

[ "$(id -u)" -eq 0 ] || fail "must be run as root, for it installs a package"
! dpkg -s isotopy >/dev/null 2>&1 || fail "isotopy is installed already; remove it first: apt-get purge isotopy"
need Xvfb:xvfb xdg-open:xdg-utils desktop-file-validate:desktop-file-utils update-mime-database:shared-mime-info \
    gtk-launch:libgtk-3-bin xwininfo:x11-utils scrot:scrot gio:libglib2.0-bin

# Everything that a package could leave behind; not what belongs to the package system and to caches of the desktop.
listing() {
    find /usr /opt /etc /var /root -xdev \( -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache -o -path /var/log \
        -o -path /usr/share/mime -o -path "*/__pycache__" -o -path /root/.m2 -o -path /root/.cache \) -prune \
        -o -print 2>/dev/null | sort
    find /usr/share/mime -name '*isotopy*'
}

# The dependencies first, so that the listing shows the package alone.
if ! apt-get install -s "$deb" 2>/dev/null | grep -q '^Inst isotopy'; then
    apt-get update -qq
fi
others=$(apt-get install -s --no-install-recommends "$deb" | sed -n 's/^Inst \([^ ]*\).*/\1/p' | grep -vx isotopy || true)
# shellcheck disable=SC2086 # one word each
[ -z "$others" ] || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $others >/dev/null 2>&1
listing >"$work/before"

apt-get install -y -qq --no-install-recommends "$deb" >"$work/install" 2>&1 || { cat "$work/install"; fail "it cannot be installed"; }
ok "installed, $(($(stat -c %s "$deb") / 1000000)) MB"
desktop-file-validate --no-hints /usr/share/applications/isotopy.desktop || fail "the menu entry is not valid"
[ -e /usr/share/icons/hicolor/48x48/apps/isotopy.png ] || fail "the icon is missing"

said=$(isotopy --version 2>&1)
[ "$(echo "$said" | wc -l)" -eq 1 ] || fail "--version must say one line and no warning: $said"
JAVA_TOOL_OPTIONS='-XX:AOTMode=on' isotopy --version >/dev/null 2>"$work/cache" ||
    { cat "$work/cache"; fail "the ahead-of-time cache does not fit"; }
ok "$said, with its ahead-of-time cache"
isotopy nonsense >/dev/null 2>&1 && fail "a wrong command must end with status 2" || [ $? -eq 2 ] || fail "its status must be 2"
timeout 300 isotopy check >"$work/check" 2>&1 || { cat "$work/check"; fail "isotopy check"; }
ok "isotopy check: $(tail -1 "$work/check")"
cd "$work"
timeout 300 isotopy train --preset rotation --steps 50 --quiet --out 'a flow.isotopy' || fail "isotopy train"
timeout 300 isotopy render 'a flow.isotopy' --out picture.png --size 640x360 >/dev/null || fail "isotopy render"
timeout 300 isotopy render 'a flow.isotopy' --out film.gif --size 320x180 --seconds 1 >/dev/null || fail "isotopy render to a GIF"
[ -s picture.png ] && [ -s film.gif ] || fail "isotopy render left no files"
ok "isotopy train and isotopy render"

# asked of GIO, as the desktops do: xdg-mime has no desktop to ask here and looks into the file
type=$(gio info -a standard::content-type 'a flow.isotopy' | sed -n 's/.*standard::content-type: *//p')
[ "$type" = application/x-isotopy ] || fail "the type of a project is said to be $type"
[ "$(xdg-mime query default "$type")" = isotopy.desktop ] || fail "the program does not open its own type"
ok "*.isotopy is $type and opens with isotopy.desktop"

open_display
# Apart from the user's own settings; the preferences of a bare machine would be made anew here.
HOME=$work/home
XDG_CONFIG_HOME=$HOME/.config
JAVA_TOOL_OPTIONS="-Duser.home=$HOME"
export HOME XDG_CONFIG_HOME JAVA_TOOL_OPTIONS
mkdir -p "$HOME"
(cd / && gtk-launch isotopy) >"$work/menu" 2>&1 || { cat "$work/menu"; fail "the menu entry does not start it"; }
await_window Isotopy
sleep 8
class=$(xprop -id "$shown" WM_CLASS)
case $class in
    *'"isotopy.app.IsotopyApp"'*) ok "the window belongs to the menu entry: $class" ;;
    *) fail "the window and the menu entry do not name the same class: $class" ;;
esac
scrot -o "$pictures/menu.png"
close_window "$shown"
ok "started from its menu entry: $pictures/menu.png"

gio open 'a flow.isotopy' || fail "a project cannot be opened by its type"
await_window 'a flow'
sleep 8
scrot -o "$pictures/association.png"
close_window "$shown"
ok "a project opened by its type: $pictures/association.png"
unset JAVA_TOOL_OPTIONS

apt-get purge -y -qq isotopy >/dev/null 2>&1 || fail "it cannot be removed"
HOME=/root
listing >"$work/after"
if ! diff "$work/before" "$work/after" >"$work/left"; then
    cat "$work/left"
    fail "the package left or took something"
fi
[ ! -e /usr/bin/isotopy ] || fail "the command is still there"
ok "removed, and nothing is left behind"

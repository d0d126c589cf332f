#!/bin/sh
# Walks through the installed program as a new user would, with a mouse and keys: watches the opening scene, draws a map,
# trains, writes a GIF, quits and opens the GIF again; and says how long each took. Needs no root once its tools are here.
#
# Usage: src/dist/linux/walk.sh [FOLDER for the pictures]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
pictures=${1:-$here/../../../target/dist-pictures}
mkdir -p "$pictures"
pictures=$(cd "$pictures" && pwd)
work=$(mktemp -d)
# shellcheck source=../window.sh
. "$here/../window.sh"
XVFB=
MANAGER=
trap '[ -z "$MANAGER" ] || kill "$MANAGER"; [ -z "$XVFB" ] || kill "$XVFB"; rm -rf "$work"' EXIT

command -v isotopy >/dev/null || fail "Isotopy is not installed"
need Xvfb:xvfb xdotool:xdotool scrot:scrot xwininfo:x11-utils openbox:openbox ffprobe:ffmpeg
open_display
openbox >/dev/null 2>&1 &
MANAGER=$!
HOME=$work/home
XDG_CONFIG_HOME=$HOME/.config
JAVA_TOOL_OPTIONS="-Duser.home=$HOME"
export HOME XDG_CONFIG_HOME JAVA_TOOL_OPTIONS
mkdir -p "$HOME"
start=$(date +%s%3N)

# Says what is done and how long after the start.
reached() {
    scrot -o "$pictures/walk-$1.png"
    ok "$(printf '%6.1f s' "$(($(date +%s%3N) - start))e-3") $1"
}

# Clicks $1 pixels from the left and $2 from the top of the window's content.
click() {
    xdotool mousemove $((left + $1)) $((top + $2))
    sleep 0.3
    xdotool click 1
    sleep 0.7
}

# Drags with the mouse, from there to there.
drag() {
    xdotool mousemove $((left + $1)) $((top + $2)) sleep 0.3 mousedown 1 sleep 0.1
    for share in 2 4 6 8 10; do
        xdotool mousemove $((left + $1 + ($3 - $1) * share / 10)) $((top + $2 + ($4 - $2) * share / 10)) sleep 0.06
    done
    xdotool mouseup 1
    sleep 0.3
}

measure() {
    about=$(xwininfo -id "$shown")
    left=$(echo "$about" | sed -n 's/.*Absolute upper-left X: *//p')
    top=$(echo "$about" | sed -n 's/.*Absolute upper-left Y: *//p')
    width=$(echo "$about" | sed -n 's/ *Width: *//p')
    height=$(echo "$about" | sed -n 's/ *Height: *//p')
}

entry=$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' /usr/share/applications/isotopy.desktop)
(cd / && exec "$entry") 2>"$work/said" &
await_window Isotopy
reached window
await_window 'Untitled' # the tools have come
sleep 3
reached opening
xdotool key Escape # the three steps
measure

click 100 166 # Draw
middle_x=$(((280 + width - 314) / 2))
middle_y=$(((height - 54) / 2))
drag "$middle_x" "$middle_y" $((middle_x + 35)) $((middle_y - 20))
await_window 'Untitled\*' # something was drawn
reached drawn
xdotool key r
sleep 12
reached trained
xdotool key r
sleep 1

click 889 24 # Export
xdotool key Down Down Down Return # Film…
await_window Export
sleep 1
click_window=$shown
reached export
xdotool windowfocus "$click_window" key Return
await_window 'Save · GIF'
sleep 1
reached save
xdotool key ctrl+a
xdotool type --delay 20 "$work/film.gif"
sleep 0.5
xdotool key Return
for _ in $(seq 240); do
    [ -s "$work/film.gif" ] && break
    sleep 0.5
done
[ -s "$work/film.gif" ] || fail "no film was written within two minutes"
sleep 1
reached film
took=$(($(date +%s%3N) - start))
frames=$(ffprobe -v error -show_entries stream=nb_frames -of csv=p=0 "$work/film.gif")
[ "$frames" -eq 150 ] || fail "the film has $frames frames"
ok "a GIF of $frames frames, $(($(stat -c %s "$work/film.gif") / 1000)) kB; all in $((took / 1000)) s"
[ "$took" -lt 180000 ] || fail "it took more than three minutes"

await_window 'Untitled\*'
close_window "$shown"
isotopy "$work/film.gif" 2>>"$work/said" &
await_window Untitled
sleep 4
reached again # the drawn map: to be looked at
close_window "$shown"
grep -iE 'exception|warning' "$work/said" && fail "the program complained" || ok "and nothing was complained about"

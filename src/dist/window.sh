# Shared by the scripts beside this one: a display, its windows and a picture of them. Sourced, not run.

fail() {
    echo "$0: $*" >&2
    exit 1
}

# Installs the packages that are missing, one word each: program:package.
need() {
    missing=
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair##*:}"
    done
    [ -z "$missing" ] && return
    # shellcheck disable=SC2086 # one word each
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y -qq --no-install-recommends $missing; } \
        >/dev/null || fail "these packages cannot be installed:$missing"
}

# Starts a display and sets DISPLAY and XVFB, its process.
open_display() {
    mkfifo "$work/display"
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
    XVFB=$!
    read -r number <"$work/display"
    DISPLAY=:$number
    export DISPLAY
}

# Prints the id of the first window whose name holds $1; not the tiny one that leads a program's windows.
window() {
    xwininfo -root -tree 2>/dev/null | sed -n "s/^ *\(0x[0-9a-f]*\) \"[^\"]*$1[^\"]*\".* [0-9]\{3,\}x[0-9]\{3,\}+.*/\1/p" | head -1
}

# Waits for a window whose name holds $1 and sets $shown to its id.
await_window() {
    for _ in $(seq 240); do
        shown=$(window "$1")
        [ -n "$shown" ] && return
        sleep 0.5
    done
    fail "no window with '$1' in its name appeared within two minutes"
}

# Ends the program of window $1, and waits until the window is gone.
close_window() {
    process=$(xprop -id "$1" _NET_WM_PID | sed -n 's/.* = //p')
    [ -n "$process" ] || fail "window $1 tells no process"
    kill "$process"
    for _ in $(seq 60); do
        xwininfo -id "$1" >/dev/null 2>&1 || return 0
        sleep 0.5
    done
    fail "window $1 did not close"
}

ok() {
    echo "ok: $*"
}

#!/bin/sh
# The Debian packages that Qt needs for a window and that a bare machine lacks. Says which are
# missing; installs them where this is Debian-like and it may (root, or sudo without a question),
# otherwise tells how. Never fails: what is really missing shows itself later, with its name.
set -u

needed="libegl1 libgl1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4
libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-randr0
libdbus-1-3 libfontconfig1 fonts-noto-core"

command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=""
for package in $needed; do
    state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    # Debian 13 and Ubuntu 24.04 carry some of them under a name that ends in t64.
    other=$(dpkg-query -W -f '${Status}' "${package}t64" 2>/dev/null || true)
    case "$state$other" in *"ok installed"*) ;; *) missing="$missing $package" ;; esac
done
[ -n "$missing" ] || exit 0

echo "Paket Debian untuk jendela belum ada:$missing" >&2
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "Pasang sendiri dengan: sudo apt-get install$missing" >&2
    exit 0
fi
$as_root apt-get update -qq || true
# shellcheck disable=SC2086 - a list of names
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing \
    >/dev/null || echo "Sebagian paket tidak dapat dipasang; lihat pesan di atas." >&2
exit 0

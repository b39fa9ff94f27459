#!/bin/sh
# Chromium, LibreOffice and 7-Zip for make test-all, where apt can install them.
set -eu
if command -v chromium >/dev/null && command -v soffice >/dev/null && command -v pdftoppm >/dev/null && command -v 7z >/dev/null; then exit 0; fi
if ! command -v apt-get >/dev/null; then
    echo "Install chromium, LibreOffice Writer, poppler-utils and 7-Zip (7z), then run make test-all again." >&2
    exit 1
fi
SUDO=""
[ "$(id -u)" = 0 ] || SUDO=sudo
$SUDO apt-get update -qq
DEBIAN_FRONTEND=noninteractive $SUDO apt-get install -y -qq --no-install-recommends chromium libreoffice-writer-nogui poppler-utils p7zip-full fonts-dejavu-core fonts-liberation fonts-noto-color-emoji >/dev/null

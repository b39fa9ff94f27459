#!/bin/sh
# Chromium and LibreOffice for make test-all, where apt can install them.
set -eu
if command -v chromium >/dev/null && command -v soffice >/dev/null && command -v pdftoppm >/dev/null; then exit 0; fi
if ! command -v apt-get >/dev/null; then
    echo "Install chromium, LibreOffice Writer and poppler-utils, then run make test-all again." >&2
    exit 1
fi
SUDO=""
[ "$(id -u)" = 0 ] || SUDO=sudo
$SUDO apt-get update -qq
DEBIAN_FRONTEND=noninteractive $SUDO apt-get install -y -qq --no-install-recommends chromium libreoffice-writer-nogui poppler-utils fonts-dejavu-core fonts-liberation fonts-noto-color-emoji >/dev/null

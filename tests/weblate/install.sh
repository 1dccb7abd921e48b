#!/bin/sh
# Installs what the Weblate tests run: PostgreSQL, Redis, and Weblate in an environment of its own.
#
#     tests/weblate/install.sh [DIRECTORY]
#
# DIRECTORY is where the environment goes; server.py looks for it in the same place: RV_I18N_WEBLATE,
# or rv-i18n/weblate in the user's cache. What is there already is left alone, so a second run is
# over at once.
set -eu

# One month's release and all that it needs, locked, so that a new one of them cannot fail a change
# that has nothing to do with it.
requirements=$(cd "$(dirname "$0")/../.." && pwd)/requirements/weblate.txt

venv=${1:-${RV_I18N_WEBLATE:-${XDG_CACHE_HOME:-$HOME/.cache}/rv-i18n/weblate}}

# Weblate merges catalogues with GNU gettext.
# borgbackup is the one dependency of Weblate that has to be built, hence the compiler and headers.
packages='git gettext postgresql redis-server
    gcc libc6-dev pkg-config libacl1-dev liblz4-dev libssl-dev libxxhash-dev libzstd-dev'

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_packages() {
    missing=
    for package in $packages; do
        is_installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "install.sh: as root, first: apt-get install$missing" >&2
        exit 1
    fi
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of words
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing
}

# A command of the right name may be a shim of pyenv that runs nothing: only running it tells.
find_python() {
    for python in "${PYTHON:-}" python3.13 python3.12 \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.13.*/bin/python \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.12.*/bin/python python3; do
        if "$python" -c 'import sys, ensurepip, venv
sys.exit(sys.version_info[:2] not in {(3, 12), (3, 13)})' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
    echo 'install.sh: Weblate needs Python 3.12 or 3.13 with venv; name one in PYTHON' >&2
    return 1
}

install_weblate() {
    # The mark is written last: an environment that was left half made is made anew.
    mark=$venv/requirements.txt
    if cmp -s "$requirements" "$mark"; then
        return
    fi
    python=$(find_python)
    "$python" -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"
    cp "$requirements" "$mark"
}

if command -v dpkg-query >/dev/null; then
    install_packages
fi
install_weblate
echo "Weblate is in $venv"

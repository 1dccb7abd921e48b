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
root=$(cd "$(dirname "$0")/../.." && pwd)
requirements=$root/requirements/weblate.txt

venv=${1:-${RV_I18N_WEBLATE:-${XDG_CACHE_HOME:-$HOME/.cache}/rv-i18n/weblate}}

# A command of the right name may be a shim of pyenv that runs nothing: only running it tells.
# Debian 12 has an older one, and is lent a newer.
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
    found=$("$root/.ci/pythons" 3.13)
    [ -n "$found" ] || {
        echo 'install.sh: Weblate needs Python 3.12 or 3.13 with venv; name one in PYTHON' >&2
        return 1
    }
    echo "${found#* }"
}

install_weblate() {
    # The mark is written last: an environment that was left half made is made anew.
    mark=$venv/requirements.txt
    if cmp -s "$requirements" "$mark"; then
        return
    fi
    python=$(find_python)
    "$python" -m venv --clear "$venv"
    # Of all this, borgbackup alone would have to be compiled. Weblate makes its backups with it.
    awk '/^[^ ]/ { keep = !/^borgbackup==/ } keep' "$requirements" >"$venv/installed.txt"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$venv/installed.txt"
    cp "$requirements" "$mark"
}

"$root/.ci/install" weblate
install_weblate
echo "Weblate is in $venv"

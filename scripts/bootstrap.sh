#!/bin/sh
# Makes .venv ready: `scripts/bootstrap.sh run` for the program, `scripts/bootstrap.sh dev` for the checks as well,
# `scripts/bootstrap.sh uv` for the installer alone (prints its path).
#
# Needs git, make, the package registry and any Python with pip. Brings uv into .tools/ where the machine has none, finds
# Python 3.12 or 3.13 (or uses $PYTHON), installs the pinned, hashed requirements and this checkout. Does nothing, at once,
# while the stamp in .venv still fits the requirement files.

set -eu

cd "$(dirname "$0")/.."

say() { printf 'bootstrap: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Like pip, trust the machine's certificates where it has any: behind a company's proxy nothing else answers.
for store in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem; do
    if [ -s "$store" ]; then
        export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-1}"
    fi
done

# --- uv -------------------------------------------------------------------------------------------------------------

# True if the command given runs and is uv 0.9 or newer, the first whose options we use.
usable_uv() {
    "$1" --version 2>/dev/null | awk '{ split($2, v, "."); ok = v[1] > 0 || v[2] >= 9 } END { exit !ok }'
}

# Installs the pinned uv with the Python given: in a venv of its own, or, where venv or its pip is missing, in a plain folder.
install_uv_with() {
    rm -rf .tools/uv
    if "$1" -m venv .tools/uv >/dev/null 2>&1 &&
        .tools/uv/bin/python -m pip install -q --require-hashes -r scripts/uv-requirements.txt >/dev/null 2>&1; then
        return 0
    fi
    rm -rf .tools/uv
    "$1" -m pip install -q --require-hashes --target .tools/uv -r scripts/uv-requirements.txt >/dev/null 2>&1
}

find_uv() {
    for uv in .tools/uv/bin/uv uv; do
        if usable_uv "$uv"; then
            printf '%s\n' "$uv"
            return 0
        fi
    done
    mkdir -p .tools
    for python in ${PYTHON:+"$PYTHON"} python3 python python3.13 python3.12 python3.14 python3.11 python3.10 python3.9 \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[23].*/bin/python; do
        command -v "$python" >/dev/null 2>&1 || continue
        if install_uv_with "$python" && usable_uv .tools/uv/bin/uv; then
            printf '%s\n' .tools/uv/bin/uv
            return 0
        fi
    done
    fail "cannot install uv: give this machine a Python with pip (Debian: apt-get install python3-pip), or uv itself, and try again."
}

# --- Python ---------------------------------------------------------------------------------------------------------

# True if the command given runs and is CPython 3.12 or 3.13.
usable_python() {
    "$1" -c 'import sys; sys.exit(not ((3, 12) <= sys.version_info[:2] <= (3, 13)))' >/dev/null 2>&1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        usable_python "$PYTHON" || fail "PYTHON=$PYTHON is not Python 3.12 or 3.13."
        printf '%s\n' "$PYTHON"
        return 0
    fi
    for python in python3.12 python3.13 python3 python "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[23].*/bin/python; do
        if usable_python "$python"; then
            command -v "$python"
            return 0
        fi
    done
    if "$UV" python find 'cpython>=3.12,<3.14' 2>/dev/null; then
        return 0
    fi
    say "no Python 3.12 or 3.13 here; asking uv for one"
    if "$UV" python install 3.12 >/dev/null 2>&1 && "$UV" python find 3.12 2>/dev/null; then
        return 0
    fi
    fail "trucewatch needs Python 3.12 or 3.13: install one (from your distribution, pyenv or python.org) and run again, or name it: make test PYTHON=/path/to/python3.12"
}

# --- the environment ------------------------------------------------------------------------------------------------

case "${1:-run}" in
    run) requirements="requirements.txt" ;;
    dev) requirements="requirements-dev.txt" ;;
    uv) find_uv; exit 0 ;;
    *) fail "say run, dev or uv, not '$1'" ;;
esac

# The checks need all that the program needs, so the dev stamp serves a run as well.
stamp_of() { cat "$1" pyproject.toml | cksum; }
fits() { [ -f "$1" ] && [ "$(cat "$1")" = "$(stamp_of "$2")" ]; }

if [ -x .venv/bin/trucewatch ]; then
    fits .venv/.stamp-dev requirements-dev.txt && exit 0
    [ "$requirements" = requirements.txt ] && fits .venv/.stamp-run requirements.txt && exit 0
fi

UV=$(find_uv)

if ! usable_python .venv/bin/python; then
    PYTHON_FOUND=$(find_python)
    say "making .venv with $("$PYTHON_FOUND" --version)"
    "$UV" venv -q --clear --python "$PYTHON_FOUND" .venv
fi

say "installing $requirements"
"$UV" pip install -q --python .venv/bin/python --require-hashes -r "$requirements"
"$UV" pip install -q --python .venv/bin/python --no-deps -e .
stamp_of "$requirements" >".venv/.stamp-${1:-run}"
say "ready"

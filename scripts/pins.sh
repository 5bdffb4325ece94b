#!/bin/sh
# Renews the pins from pyproject.toml: names, versions and hashes for every platform, and no registry's address.
# Arguments (such as --upgrade) go to uv. Torch and its CUDA libraries, gigabytes that we do not use, are refused.

set -eu

cd "$(dirname "$0")/.."
uv=$(scripts/bootstrap.sh uv)

compile() {
    "$uv" pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
        --custom-compile-command 'make pins' "$@"
}

compile --python-version 3.12 "$@" pyproject.toml -o requirements.txt
compile --python-version 3.12 "$@" --all-extras --group dev pyproject.toml -o requirements-dev.txt
compile --python-version 3.9 "$@" scripts/uv-requirements.in -o scripts/uv-requirements.txt

if grep -nE '^(torch|nvidia-|triton)' requirements.txt requirements-dev.txt; then
    echo "pins: something asks for torch" >&2
    exit 1
fi
if grep -nE 'https?://' requirements.txt requirements-dev.txt scripts/uv-requirements.txt; then
    echo "pins: a requirement file names an address" >&2
    exit 1
fi

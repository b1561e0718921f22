#!/bin/sh
# Write requirements.lock (to run) and requirements-dev.lock (to work on it) from pyproject.toml: every version with its
# hashes, for every platform, without the address of a package index.
set -eu
uv=$1
compile() {
    "$uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --custom-compile-command "make lock" "$@"
}
compile --output-file requirements.lock
compile --extra dev --constraints requirements.lock --output-file requirements-dev.lock

#!/bin/sh
# What the tests need that Python cannot bring: Java 17+ and Maven (a real Neo4j), Chromium and a CJK font (its Browser).
# Installs what is missing with apt-get where it may; else says which line to type, and fails.
set -eu

missing=""
need() { missing="$missing $1"; }

java_version() { java -version 2>&1 | sed -nE 's/.* version "([0-9]+).*/\1/p' | head -n 1; }

if ! command -v java >/dev/null || [ "$(java_version)" -lt 17 ]; then need openjdk-17-jre-headless; fi
command -v mvn >/dev/null || need maven
command -v chromium >/dev/null || need chromium
if ! command -v fc-list >/dev/null || [ -z "$(fc-list :lang=zh-cn family 2>/dev/null)" ]; then
    command -v fc-list >/dev/null || need fontconfig
    need fonts-noto-cjk
fi
[ -n "$missing" ] || exit 0

# shellcheck disable=SC2086 # a list of words
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing$missing" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends $missing >&2
else
    echo "The tests need$missing. Type:" >&2
    echo "    sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi

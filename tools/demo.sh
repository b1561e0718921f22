#!/bin/sh
# From the two seed pages to answers with their proof: KG=path/to/kg sh tools/demo.sh FOLDER
set -eu
folder=$1
rm -rf "$folder" && mkdir -p "$folder"
store=$folder/graph.kgl
export COLUMNS="${COLUMNS:-$(stty size 2>/dev/null </dev/tty | cut -d ' ' -f 2 || true)}"
export COLUMNS="${COLUMNS:-110}"

ask() {
    printf '\n$ kg'; for word in "$@"; do case $word in *[+\ ]*) printf " '%s'" "$word";; *) printf ' %s' "$word";; esac; done; printf '\n'
    "$KG" "$@" --to "$store" --format table
}

echo "Reading seeds/, one graph for both pages:"
"$KG" extract seeds -o "$folder/graph.jsonl"
"$KG" load "$folder/graph.jsonl" --to "$store" --format csv >"$folder/loaded.csv"

printf '\n1. Who chaired which meeting?\n'
ask query chaired
printf '\n   … and who spoke at the 119th, which 张韬 chaired?\n'
ask query attended meeting=第119次会议 person=韦韬

printf '\n2. Where does “落地核酸+点对点转运+精准赋码” come from, and which way did it go?\n'
ask trace '落地核酸+点对点转运+精准赋码'

printf '\n3. Who holds which posts, on which dates?\n'
ask query posts

printf '\n4. The trace and the whole graph as pages to click through; open them in a browser, no network is needed:\n'
"$KG" show --trace '落地核酸+点对点转运+精准赋码' --to "$store" --texts seeds -o "$folder/trace.html" 2>/dev/null
"$KG" show --all --to "$store" --texts seeds -o "$folder/graph.html" 2>/dev/null

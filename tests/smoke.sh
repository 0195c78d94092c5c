#!/usr/bin/env bash
# The installed command on its own: build, query, export, outside the checkout and without a network.
#   tests/smoke.sh KG FOLDER     KG: the installed command; FOLDER: an empty or missing folder to work in
set -euo pipefail
kg=$1
mkdir -p "$2"
cd "$2"

# Where the system allows it, a network namespace without any interface proves that nothing is fetched.
offline=()
if unshare --user --map-root-user --net true 2>/dev/null; then
  offline=(unshare --user --map-root-user --net)
fi

mkdir -p reports
printf '%s\n' 'KARDIM, June 3, 2019 (Reuters) - A car bomb killed 12 people in the town of Kardim on Monday, police said.' \
  >reports/one.txt
printf '%s\n' ' date 2020-02-11 A drone strike by the army killed Omar Haddan, a leader of the Red Front, on Sunday.' \
  >reports/two.txt

"$kg" --version
"${offline[@]}" "$kg" build reports -o graph.ttl --validate
"${offline[@]}" "$kg" build reports -o again.ttl --validate
cmp graph.ttl again.ttl
"$kg" validate graph.ttl
"$kg" queries >queries.txt
grep -q '^who-was-killed' queries.txt
"${offline[@]}" "$kg" query who-was-killed --graph graph.ttl
"${offline[@]}" "$kg" query who-was-killed --graph graph.ttl --format json >killed.json
grep -q 'Omar Haddan' killed.json
"${offline[@]}" "$kg" export graph.ttl --to events.jsonl -o events.jsonl
grep -q '"document": "two"' events.jsonl
"${offline[@]}" "$kg" show 'Omar Haddan' --graph graph.ttl >dossier.txt
grep -q 'As the one harmed' dossier.txt
"${offline[@]}" "$kg" stats graph.ttl >stats.txt
"${offline[@]}" "$kg" report graph.ttl -o report.html
grep -q 'Omar Haddan' report.html
printf 'caf\xe9 au lait\n' >reports/latin.txt
status=0
"$kg" build reports -o partial.ttl --validate 2>message.txt || status=$?
test "$status" -eq 1
grep -q 'latin.txt: not UTF-8' message.txt
cmp graph.ttl partial.ttl
echo "smoke test passed${offline:+ (without a network)}"

#!/usr/bin/env bash
# vn-str 0.4.0: `strToTelex` and `strToVNI` ("convert string Vietnamese to Unicode Telex / VNI") leave every capital letter with a mark
# as it is: "quỳnh" becomes "quyfnh" / "quy2nh", but "QUỲNH" stays "QUỲNH", and "Đắk Lắk" becomes "Đawsk Lawsk" / "Đa81k La81k". What
# comes out is neither: a place's name keeps its first letter in Unicode, and a heading in capitals is not converted at all.
# Its own example ("Trường Sa, Hoàng Sa") has no capital with a mark. Fails when a capital is converted.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "tried", "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error vn-str@0.4.0
cat >try.cjs <<'EOF'
const assert = require("node:assert/strict");
const { strToTelex, strToVNI } = require("vn-str");
const told = (text) => [strToTelex(text), strToVNI(text)];
assert.deepEqual(told("quỳnh"), ["quyfnh", "quy2nh"]);
assert.deepEqual(told("đường"), ["dduwowfng", "d9u7o72ng"]);
assert.deepEqual(told("QUỲNH"), ["QUỲNH", "QUỲNH"]);
assert.deepEqual(told("Đắk Lắk"), ["Đawsk Lawsk", "Đa81k La81k"]);
assert.deepEqual(told("Ỷ La"), ["Ỷ La", "Ỷ La"]);
console.log("vn-str 0.4.0: capitals with marks stay as they are:", told("QUỲNH")[0], told("Đắk Lắk")[0]);
EOF
node try.cjs

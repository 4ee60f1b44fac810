#!/usr/bin/env bash
# dictionary-vi 3.0.0 (the Hunspell dictionary of Vietnamese that npm's spell checkers take, here by nspell 2.1.5): of the two
# places where the tone mark of oa, oe, uy may stand it knows only the one on the second letter (hoà, khoẻ, thuỷ), and takes the
# other, in which laws, courts and place names are mostly written (hòa giải, tòa án, thủy lợi, Ủy ban), for mistakes.
# A checker over an office's papers marks the name of nearly every body in them.
# Fails when one of the second row is known or one of the first is not.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "tried", "private": true, "type": "module" }' >package.json
npm install --no-audit --no-fund --loglevel=error dictionary-vi@3.0.0 nspell@2.1.5
cat >try.mjs <<'EOF'
import assert from "node:assert/strict";
import dictionary from "dictionary-vi";
import nspell from "nspell";
const checker = nspell(dictionary);
const known = ["hoà", "toà", "hoả", "khoẻ", "loé", "thuỷ", "huỷ", "uỷ"];
const unknown = ["hòa", "tòa", "hỏa", "khỏe", "lóe", "thủy", "hủy", "ủy"];
assert.deepEqual(known.filter((word) => !checker.correct(word)), []);
assert.deepEqual(unknown.filter((word) => checker.correct(word)), []);
console.log(`dictionary-vi 3.0.0 knows ${known.join(", ")}; takes for mistakes ${unknown.join(", ")}`);
EOF
node try.mjs

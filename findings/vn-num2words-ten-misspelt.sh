#!/usr/bin/env bash
# vn-num2words 1.0.4: ten in the tens place is written "muời" instead of "mười" (u for ư), so every number with 10 to 19 in
# it is misspelt, and 15 is "muời năm" (which would be "ten years") instead of "mười lăm"; from 20 on five is right.
# Seen: 15 -> muời năm, 1015 -> một nghìn không trăm muời năm, 25 -> hai mươi lăm. Fails when 15 comes out otherwise.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts --loglevel=error vn-num2words@1.0.4
cat >try.mjs <<'EOF'
import assert from "node:assert/strict";
import words from "vn-num2words";

const seen = [15, 1015, 25].map((number) => words(number).normalize("NFC"));
console.log(seen);
assert.deepEqual(seen, ["muời năm", "một nghìn không trăm muời năm", "hai mươi lăm"]);
EOF
node try.mjs

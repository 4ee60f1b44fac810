#!/usr/bin/env bash
# n2words 4.0.0, n2words/vi-VN: between a thousand and what is below a hundred it says "lẻ" whatever follows. In Vietnamese
# "lẻ" (linh) stands before a single digit only, and a missing hundred is said: 1015 is "một nghìn không trăm mười lăm".
# Seen: 1015 -> một nghìn lẻ mười lăm, 20024 -> hai mươi nghìn lẻ hai mươi bốn. Fails when these come out otherwise.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts --loglevel=error n2words@4.0.0
cat >try.mjs <<'EOF'
import assert from "node:assert/strict";
import { toCardinal } from "n2words/vi-VN";

const seen = [1015, 20024, 101].map((number) => toCardinal(number).normalize("NFC"));
console.log(seen);
assert.deepEqual(seen, ["một nghìn lẻ mười lăm", "hai mươi nghìn lẻ hai mươi bốn", "một trăm lẻ một"]);
EOF
node try.mjs

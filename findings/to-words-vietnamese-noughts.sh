#!/usr/bin/env bash
# to-words 5.7.0, locale vi-VN: noughts inside a number are left out and the sound changes of Vietnamese are not made.
# Seen: 15 -> Mười Năm (mười lăm), 21 -> Hai Mươi Một (hai mươi mốt), 1005 -> Một Nghìn Năm (một nghìn không trăm linh năm),
# 2000005 -> Hai Triệu Năm. As a sum of money in words 1.005 reads as fifteen hundred to a Vietnamese ear.
# Fails when one of them comes out otherwise.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts --loglevel=error to-words@5.7.0
cat >try.mjs <<'EOF'
import assert from "node:assert/strict";
import { ToWords } from "to-words";

const words = new ToWords({ localeCode: "vi-VN" });
const seen = [15, 21, 1005, 2000005].map((number) => words.convert(number).normalize("NFC"));
console.log(seen);
assert.deepEqual(seen, ["Mười Năm", "Hai Mươi Một", "Một Nghìn Năm", "Hai Triệu Năm"]);
EOF
node try.mjs

#!/usr/bin/env bash
# ics 3.12.0: folds the lines of an iCalendar file by JavaScript's letters, not by octets: a Vietnamese title of a conference
# makes lines of over 100 octets, where RFC 5545 (3.1) asks for at most 75 without the line break. An English one of the
# same length is folded rightly. Fails when no line of the Vietnamese one is longer.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "tried", "private": true, "type": "module" }' >package.json
npm install --no-audit --no-fund --loglevel=error ics@3.12.0
cat >try.mjs <<'EOF'
import assert from "node:assert/strict";
import { createEvent } from "ics";
const longest = (title) => {
  const { value, error } = createEvent({ title, start: [2026, 12, 5, 8, 0], duration: { hours: 3 } });
  assert.ifError(error);
  return Math.max(...value.split("\r\n").map((line) => Buffer.byteLength(line)));
};
const vietnamese =
  "Hội nghị đối thoại định kỳ giữa người đứng đầu cấp ủy, chính quyền với Nhân dân về giải phóng mặt bằng, môi trường";
const english = "A meeting of the heads of committees and of government with the people about land, roads, water and schools, yearly";
assert.ok(longest(english) <= 75, `${longest(english)}`);
assert.ok(longest(vietnamese) > 100, `${longest(vietnamese)}`);
console.log(`ics 3.12.0: longest line ${longest(english)} octets in English, ${longest(vietnamese)} in Vietnamese`);
EOF
node try.mjs

#!/usr/bin/env bash
# amlich 0.0.2 and vietnamese-lunar-calendar 0.0.6 (both after the same well-known routine): a lunar month of 2054 begins with
# a day 0. Seen: 7 May 2054 is "day 0 of month 4", where @dqcai/vn-lunar 1.0.1 says day 1, and every day of that month is
# one too low; no error. Fails when either says something else.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts --loglevel=error amlich@0.0.2 vietnamese-lunar-calendar@0.0.6 @dqcai/vn-lunar@1.0.1
cat >try.mjs <<'EOF'
import assert from "node:assert/strict";
import amlich from "amlich";
import calendar from "vietnamese-lunar-calendar";
import { getLunarDate } from "@dqcai/vn-lunar";

const [day, month] = amlich.convertSolar2Lunar(7, 5, 2054, 7);
const other = new calendar.LunarDate(2054, 5, 7);
const third = getLunarDate(7, 5, 2054);
console.log({ amlich: [day, month], other: [other.date, other.month], third: [third.day, third.month] });
assert.deepEqual([day, month], [0, 4]);
assert.deepEqual([other.date, other.month], [0, 4]);
assert.deepEqual([third.day, third.month], [1, 4]);
assert.equal(amlich.convertSolar2Lunar(8, 5, 2054, 7)[0], 1);
EOF
TZ=Asia/Ho_Chi_Minh node try.mjs

#!/usr/bin/env bash
# date-holidays 3.37.0, country VN: the Hung Kings festival (10th day of the 3rd lunar month, a public holiday) is a day early
# in the years in which the new moon of that month falls after midnight in Viet Nam (UTC+7) and before it elsewhere.
# Seen, of 1976-2100: 2050 gives 31 March instead of 1 April, 2083 gives 25 April instead of 26 April; all other years agree
# with a calendar reckoned for the meridian of Viet Nam (@dqcai/vn-lunar 1.0.1). Tet itself agrees in all of them.
# Fails when either year comes out right, or another goes wrong.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts --loglevel=error date-holidays@3.37.0 @dqcai/vn-lunar@1.0.1
cat >try.mjs <<'EOF'
import assert from "node:assert/strict";
import Holidays from "date-holidays";
import { LunarCalendar } from "@dqcai/vn-lunar";

const calendar = new Holidays("VN");
const two = (number) => String(number).padStart(2, "0");
const lunar = (day, month, year) => {
  const { solarDate } = LunarCalendar.fromLunar(day, month, year, false);
  return `${solarDate.year}-${two(solarDate.month)}-${two(solarDate.day)}`;
};
const proposed = (year, name) =>
  calendar.getHolidays(year, "vi").find((one) => name.test(one.name))?.date.slice(0, 10);

const differ = [];
for (let year = 1976; year <= 2100; year += 1) {
  const [theirs, reckoned] = [proposed(year, /Hùng/), lunar(10, 3, year)];
  if (theirs !== reckoned) differ.push([theirs, reckoned]);
  assert.equal(proposed(year, /^Tết Nguyên Đán/), lunar(1, 1, year));
}
console.log(differ);
assert.deepEqual(differ, [
  ["2050-03-31", "2050-04-01"],
  ["2083-04-25", "2083-04-26"],
]);
EOF
node try.mjs

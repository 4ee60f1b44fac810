import { actNamed } from "#acts/registry.ts";
import { moveActs } from "#modules/recommendation/server/index.ts";
import { moveRows, type ActedMove } from "#modules/recommendation/moves/move-rows.ts";
import { moves, type Move } from "#modules/recommendation/status-transitions.ts";
import { matterEvent } from "#modules/register/matter-event.ts";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

// What a move is stands in its row, and what is forgotten there does not compile. What cannot stand there is named here,
// with the place where it is missing.

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const schema = read("db/schema/schema.sql");
const constraint = /constraint recommendation_event_act_check .*/.exec(schema)![0];
const known = new Set([...constraint.matchAll(/'(\w+)'::text/g)].map(([, act]) => act!));
const inAFile = new Set<string>(matterEvent.options.flatMap(({ shape }) => [...shape.act.values]));
const [permitted, subjects] = ["permissions", "subjects"].map((name) =>
  read(`tests/architecture/${name}.txt`),
);
const written = {
  "src/modules/recommendation/status-transitions.test.ts": (move: Move) =>
    new RegExp(`^  ${move}: |"${move}"`, "m"),
  "tests/support/recount-matter.ts": (move: Move) => new RegExp(`case "${move}":`),
};

function missingOf(move: Move): string[] {
  const missing: string[] = [];
  const wants = (there: boolean, what: string) => there || missing.push(`${move}: ${what}`);
  wants(known.has(move), "no migration lets recommendation_event_act_check take it (db/schema/schema.sql)");
  wants(inAFile.has(move), "a register file has no event for it (src/modules/register/matter-event.ts)");
  for (const [file, line] of Object.entries(written))
    wants(line(move).test(read(file)), `no line for it in ${file}`);
  if (moveRows[move].heard === "made_by_no_act_of_its_own") return missing;
  const name = `recommendation.${move}`;
  const act = moveActs[move as ActedMove] as { readonly name: string } | undefined;
  wants(act?.name === name, "its act is not of its name (src/modules/recommendation/server/move-acts.ts)");
  wants(actNamed(name) !== undefined, "its act is not in src/acts/registry.ts");
  wants(permitted!.includes(`${name} `), "who may is not in tests/architecture/permissions.txt");
  wants(subjects!.includes(`${name}:`), "what it is about is not in tests/architecture/subjects.txt");
  return missing;
}

describe("every move", () => {
  test("has all that is not in its row", () => {
    expect(moves.flatMap(missingOf)).toEqual([]);
  });

  test("is the only one that is known: database, register files and acts have no other", () => {
    const names: readonly string[] = moves;
    expect([...known, ...inAFile, ...Object.keys(moveActs)].filter((act) => !names.includes(act))).toEqual(
      [],
    );
  });
});

import { moveRows } from "#modules/recommendation/moves/move-rows.ts";
import { moveActs } from "#modules/recommendation/server/index.ts";
import { expect, test } from "vitest";
import type { z } from "zod";
import { matterEvent } from "./matter-event.ts";

// What the act of a move does not go without, a register file has, or the import tells that it lacks it.

type Move = keyof typeof moveActs;
const moves = Object.keys(moveActs) as Move[];
const inFile = { dueOn: "due", untilOn: "until", reviewOn: "review_on", toText: "to" } as const;
const nameInFile = (part: string) => (inFile as Record<string, string>)[part] ?? part;

const requiredIn = (shape: Readonly<Record<string, z.ZodType>>) =>
  Object.keys(shape).filter((name) => !shape[name]!.safeParse(undefined).success);

function fileShape(move: Move): Readonly<Record<string, z.ZodType>> {
  const event = matterEvent.options.find(({ shape }) => shape.act.safeParse(move).success);
  return event!.shape as unknown as Record<string, z.ZodType>;
}

/** An approved answer goes out in the words of its draft; what was merged goes on in the file or elsewhere. */
const elsewhere: Readonly<Partial<Record<Move, readonly string[]>>> = { answer: ["text"], merge: ["into"] };

test.each(moves)("%s", (move) => {
  const { shape } = moveActs[move].input as unknown as z.ZodObject<Record<string, z.ZodType>>;
  const asked = requiredIn(shape).filter((name) => name !== "recommendation");
  const told = moveRows[move].needs.map(nameInFile);
  const has = requiredIn(fileShape(move));
  const known = [...has, ...told, ...(elsewhere[move] ?? [])];
  expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  expect(told.filter((name) => ![...asked, ...(elsewhere[move] ?? [])].includes(name))).toEqual([]);
  expect(told.filter((name) => has.includes(name))).toEqual([]);
});

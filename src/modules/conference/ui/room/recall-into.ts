import { tick } from "svelte";
import { fieldId } from "#ui/field.ts";
import type { Entry } from "../../room/room-queue.ts";
import type { Room } from "./room.svelte.ts";
import { boxOfRuling } from "./room-errors.ts";

/** Back into its form; a ruling's may stand far down the page, so that one is taken there. */
export async function recallInto(room: Room, { key, kind, fields }: Entry): Promise<void> {
  room.recall(key);
  if (kind !== "rule") return;
  await tick();
  document.getElementById(fieldId(boxOfRuling("text", fields.recommendation!)))?.focus();
}

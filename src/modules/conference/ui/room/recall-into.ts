import { tick } from "svelte";
import type { Entry } from "../../room-queue.ts";
import type { Room } from "./room.svelte.ts";

/** Back into its form; a ruling's may stand far down the page, so that one is taken there. */
export async function recallInto(room: Room, { key, kind, fields }: Entry): Promise<void> {
  room.recall(key);
  if (kind !== "rule") return;
  await tick();
  document.getElementById(`text-${fields.recommendation}`)?.focus();
}

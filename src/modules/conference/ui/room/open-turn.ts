import { m } from "#paraglide/messages.js";
import type { OpenTurn } from "../../room/room-queue.ts";
import type { AgendaTurn } from "../../server/index.ts";
import { namingText } from "#modules/recommendation/ui/index.ts";

/** A turn on the list as the one from which matters are split. */
export function openTurnOf({ id, position, speaker, naming, village, villageName }: AgendaTurn): OpenTurn {
  const who = [speaker ?? namingText(naming), villageName].filter(Boolean).join(", ");
  const label = m.room_turn_of({ number: position, who });
  return { id, entry: null, label, speaker: speaker ?? "", naming, village: village ?? "" };
}

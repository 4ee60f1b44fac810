import { m } from "#paraglide/messages.js";
import type { TagKind } from "#ui/tag.ts";
import type { Life } from "../../conference.ts";
import { lifeText } from "../texts.ts";

const kinds: Record<Life, TagKind> = { prepared: "scheduled", held: "success", called_off: "ended" };

/** Where a conference stands, as word, colour and icon; one whose day went by unrecorded waits to be. */
export function lifeTag(
  { life, heldOn }: { life: Life; heldOn: string },
  today: string,
): { kind: TagKind; label: string } {
  if (life === "prepared" && heldOn === today) return { kind: "active", label: m.conference_life_today() };
  if (life === "prepared" && heldOn < today)
    return { kind: "warning", label: m.conference_life_unrecorded() };
  return { kind: kinds[life], label: lifeText(life) };
}

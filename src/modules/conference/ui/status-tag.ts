import type { Status } from "#modules/recommendation/status-transitions.ts";
import { statusWords } from "#modules/recommendation/words.ts";
import { getLocale } from "#paraglide/runtime.js";
import type { TagKind } from "#ui/tag.ts";

const kinds: Record<Status, TagKind> = {
  awaiting_ruling: "waiting",
  awaiting_assignment: "waiting",
  in_hand: "active",
  scheduled: "scheduled",
  blocked: "warning",
  passed_up: "scheduled",
  answered_in_room: "success",
  noted: "success",
  answered: "success",
  closed: "ended",
  merged: "ended",
  routed_out: "ended",
  rejected: "ended",
};

/** A status as word, colour and icon. */
export const statusTag = (status: Status): { kind: TagKind; label: string } => ({
  kind: kinds[status],
  label: statusWords[status][getLocale()],
});

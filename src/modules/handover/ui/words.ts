import { m } from "#paraglide/messages.js";
import type { Part } from "../line.ts";

/** What a unit is in a matter: "theo dõi, giải quyết; chủ trì". */
export function partText({ isOwner, isLead, isCoordinator }: Part): string {
  const parts = [
    isOwner && m.handover_part_owner(),
    isLead && m.handover_part_lead(),
    isCoordinator && m.handover_part_coordinator(),
  ];
  return parts.filter((part) => part !== false).join("; ");
}

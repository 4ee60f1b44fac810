import type { Kind, Naming } from "#modules/recommendation/matter.ts";
import { m } from "#paraglide/messages.js";

const kinds: Record<Kind, () => string> = {
  recommendation: m.turn_kind_recommendation,
  report: m.turn_kind_report,
  question: m.turn_kind_question,
  opinion: m.turn_kind_opinion,
  praise: m.turn_kind_praise,
  complaint: m.turn_kind_complaint,
  denunciation: m.turn_kind_denunciation,
};

const namings: Record<Naming, () => string> = {
  named: m.turn_naming_named,
  secretariat_only: m.turn_naming_secretariat_only,
  anonymous: m.turn_naming_anonymous,
};

export const kindText = (kind: Kind): string => kinds[kind]();
export const namingText = (naming: Naming): string => namings[naming]();

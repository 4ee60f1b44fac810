import type { Naming } from "#modules/recommendation/matter.ts";

/** Whether a name stands beside the word that nobody is recorded: one of both was not meant, and neither is dropped unsaid. */
export function speakerUnasked(naming: Naming, speaker: string | null | undefined): boolean {
  return naming === "anonymous" && Boolean(speaker);
}

/**
 * Whether a turn leaves open who spoke: by name where the speaker is named; where the secretariat alone knows, at least
 * from which village ("a voter of Thôn Một"); nobody's where it is anonymous.
 */
export function speakerMissing(
  naming: Naming,
  speaker: string | null | undefined,
  village: string | null | undefined,
): boolean {
  if (naming === "anonymous" || speaker) return false;
  return naming === "named" || !village;
}

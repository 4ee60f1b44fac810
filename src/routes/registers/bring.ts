import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { perform } from "#acts/perform.ts";
import { systemClock } from "#kernel/clock.ts";
import { recordsNamed } from "#modules/register/records-named.ts";
import { readRegister } from "#modules/register/read-register.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { importRegister, refused, type ImportSummary } from "#modules/register/server/index.ts";
import { fail } from "@sveltejs/kit";

/** As much as a form may send; larger registers are brought in on the command line. */
export const MOST_MEGABYTES = 31;

type Sender = { readonly actor: Actor; readonly requestId: string };

/** Tries a register file, or brings it in: what was done or would be, or why not, each fault with its path. */
export async function bring(data: FormData, dryRun: boolean, { actor, requestId }: Sender) {
  const file = data.get("file");
  if (!(file instanceof File) || file.size === 0) return fail(422, { noFile: true });
  let legacy: readonly string[] = [];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const done = (summary: ImportSummary) => {
    const names = recordsNamed(
      bytes,
      summary.warnings.told.map(({ path }) => path),
    );
    return { fileName: file.name, summary, legacy, names };
  };
  try {
    const reading = readRegister(bytes, { maxBytes: MOST_MEGABYTES * 1024 * 1024 });
    if (!reading.ok) throw refused(reading.problems, reading.total);
    legacy = reading.legacy;
    const input = { file: reading.file, dry_run: dryRun };
    // Loaded again, the page sends its form again: what was brought in is told again and not brought in twice.
    const key = data.get("idempotency_key");
    const idempotencyKey = typeof key === "string" && key !== "" ? key : undefined;
    const asked = { actor, requestId, idempotencyKey, now: systemClock() };
    return done(await perform(importRegister, input, asked));
  } catch (error) {
    if (error instanceof DryRun) return done(error.summary as ImportSummary);
    if (!(error instanceof Problem)) throw error;
    const { vi, en, faults, definition, details } = error;
    const total = Number(details.total ?? faults.length);
    const names = recordsNamed(
      bytes,
      faults.map(({ field }) => field),
    );
    return fail(definition.status, { fileName: file.name, problem: { vi, en }, faults, total, names });
  }
}

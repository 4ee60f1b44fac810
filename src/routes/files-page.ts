import { saidByAddress, type AddressParts } from "#acts/address-parts.ts";
import { perform } from "#acts/perform.ts";
import { carrySaid } from "#acts/said/carry.ts";
import { saidOf } from "#acts/said/said-of.ts";
import { systemClock } from "#kernel/clock.ts";
import { textsOf } from "#kernel/form-fields.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { fileLimits } from "#modules/attachment/file-limits.ts";
import { attachmentProblems as problems } from "#modules/attachment/problems.ts";
import {
  bringFile,
  isSameFile,
  type AttachmentList,
  type BroughtFile,
} from "#modules/attachment/server/index.ts";
import type { Act, Place } from "#platform/server/act/act.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { Reading } from "#platform/server/reading/reading.ts";
import { fail, type RequestEvent } from "@sveltejs/kit";
import type { z } from "zod";
import { asking } from "./asking.ts";

type Sending = {
  readonly event: RequestEvent;
  readonly key: string | undefined;
  readonly list: AttachmentList;
};

/**
 * The form action by which files are attached: each is brought and judged by itself, those that can be taken are attached
 * together, and each of the others is named with its reason.
 */
export function attachFiles<
  Schema extends z.ZodType,
  Query extends z.ZodType,
  Output extends { readonly attached: readonly unknown[] },
  P extends Place,
>(act: Act<Schema, Output, P>, reading: Reading<Query, AttachmentList>, about: AddressParts) {
  return async (event: RequestEvent) => {
    const { ask, actor } = asking(event);
    const named = saidByAddress(about, event.params);
    const list = await ask(reading, named);
    const data = await event.request.formData();
    const posted = data.get("idempotency_key");
    const key = typeof posted === "string" && posted !== "" ? posted : undefined;
    try {
      if (!list.mayAttach) throw new Problem(actProblems.not_permitted);
      const { files, refused } = await brought(chosenIn(data), { event, key, list });
      if (files.length === 0) return failed(refused[0]!.problem, faultsOf(refused), data);
      const input = { ...named, purpose: data.get("purpose"), files: files.map(({ id }) => id) };
      const now = systemClock();
      const { requestId } = event.locals;
      const output = await perform(act, input, { actor, now, requestId, idempotencyKey: key });
      carrySaid(event, await saidOf(act, input, output, now), event.url.pathname);
      return { done: "attach", refusedFiles: refused.map(({ problem: { vi, en } }) => ({ vi, en })) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return failed(error, error.faults, data);
    }
  };
}

/** @throws Problem `nothing_chosen`, `too_many_at_once` */
function chosenIn(data: FormData): readonly File[] {
  // A browser sends one of no name where none was chosen.
  const chosen = data.getAll("files").filter((file) => file instanceof File && (file.name || file.size));
  if (chosen.length === 0) throw new Problem(problems.nothing_chosen, { field: "files" });
  if (chosen.length > fileLimits.atOnce)
    throw new Problem(problems.too_many_at_once, { field: "files", values: { most: fileLimits.atOnce } });
  return chosen as File[];
}

type Refused = { readonly problem: Problem };

async function brought(
  chosen: readonly File[],
  { event, key, list }: Sending,
): Promise<{ readonly files: readonly BroughtFile[]; readonly refused: readonly Refused[] }> {
  const files: BroughtFile[] = [];
  const refused: Refused[] = [];
  const { actor } = asking(event);
  for (const [at, file] of chosen.entries()) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const sending = key && `${key} ${at}`;
      const sent = { actor, now: systemClock(), name: file.name, bytes, ...(sending && { sending }) };
      const one = await bringFile(currentDatabase().db, sent);
      // Sent again, it is the one that is there already, and the act answers as it did.
      const others = list.files.filter(({ fileId }) => fileId !== one.id);
      if ([...others, ...files].some((other) => isSameFile(one, other)))
        throw new Problem(problems.same_file, { values: { name: file.name } });
      files.push(one);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ problem: error });
    }
  }
  return { files, refused };
}

const faultsOf = (refused: readonly Refused[]): FieldFault[] =>
  refused.map(({ problem: { vi, en } }) => ({ field: "files", vi, en }));

function failed({ definition, vi, en, details }: Problem, faults: readonly FieldFault[], data: FormData) {
  const problem = { code: definition.code, vi, en };
  return fail(definition.status, {
    refusal: { form: "attach", problem, faults, details, values: textsOf(data) },
  });
}

/** What the form by which a file is taken off sends: its reason stands at every file, under a name of its own. */
export const removalIn = ({ attachment, ...fields }: Record<string, unknown>) => ({
  attachment,
  reason: fields[`reason:${String(attachment)}`],
});

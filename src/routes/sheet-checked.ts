import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import type { FormRefusal } from "#kernel/form-refusal.ts";
import { LEGACY_CHOICE } from "#kernel/legacy-choice.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { cellsOfFile } from "#platform/server/sheet/cells-of-file.ts";
import { sheetProblems } from "#platform/server/sheet/problems.ts";
import { fail, type RequestEvent } from "@sveltejs/kit";

/** What the page shows after a file was read: every row, and every cell at fault. */
type Verdict = { readonly rows: readonly object[]; readonly faults: readonly FieldFault[] };

/** What was posted beside the file; its rows come when they are asked for, after the right to fill in a list is. */
type Posted = { readonly under: string; cells(): ReturnType<typeof cellsOfFile> };

/** The action that reads a sheet and says what is wrong with it: nothing is written yet. */
export async function sheetChecked<Read extends Verdict>(
  event: RequestEvent,
  read: (posted: Posted) => Promise<Read>,
) {
  const data = await event.request.formData();
  const under = String(data.get("under") ?? "").trim();
  try {
    const verdict = await read({ under, cells: () => cellsIn(data) });
    const [count, faults] = [verdict.rows.length, verdict.faults.length];
    if (count === 0) throw new Problem(sheetProblems.empty, { field: "file" });
    carrySaid(event, say("sheet_checked", { count, faults }), event.url.pathname);
    return { verdict };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { definition, vi, en, faults } = error;
    const problem = { code: definition.code, vi, en };
    const refusal: FormRefusal = { form: "check", problem, faults, details: {}, values: { under } };
    return fail(definition.status, { refusal });
  }
}

async function cellsIn(data: FormData) {
  const file = data.get("file");
  if (!(file instanceof File) || file.size === 0)
    throw new Problem(sheetProblems.unreadable, { field: "file" });
  return cellsOfFile(file, data.get(LEGACY_CHOICE));
}

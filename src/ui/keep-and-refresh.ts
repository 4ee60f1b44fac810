import { invalidateAll } from "$app/navigation";
import type { SubmitFunction } from "$app/forms";
import type { FormRefusal } from "#kernel/form-refusal.ts";
import { changedMeanwhile } from "./seen-version.ts";

/** A refused form keeps what was typed, beside what is stored now: somebody else may have changed it. */
export const keepAndRefresh: SubmitFunction =
  () =>
  async ({ update, result }) => {
    await update({ reset: false });
    if (result.type === "failure") await invalidateAll();
  };

/** As every form does; and where somebody else changed what it is about, the page shows what is recorded now. */
export const refreshIfChanged: SubmitFunction =
  () =>
  async ({ update, result }) => {
    await update();
    const refusal = result.type === "failure" ? (result.data?.refusal as FormRefusal | undefined) : undefined;
    if (changedMeanwhile(refusal)) await invalidateAll();
  };

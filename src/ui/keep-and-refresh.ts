import { invalidateAll } from "$app/navigation";
import type { SubmitFunction } from "$app/forms";

/** A refused form keeps what was typed, beside what is stored now: somebody else may have changed it. */
export const keepAndRefresh: SubmitFunction =
  () =>
  async ({ update, result }) => {
    await update({ reset: false });
    if (result.type === "failure") await invalidateAll();
  };

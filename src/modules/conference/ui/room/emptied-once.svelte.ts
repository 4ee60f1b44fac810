import type { SubmitFunction } from "$app/forms";

/** A form of which what was sent and taken is gone, and what was refused stays: drawn anew under each `recorded`. */
export function emptiedOnce() {
  let recorded = $state(0);
  const send: SubmitFunction =
    () =>
    async ({ update, result }) => {
      await update({ reset: false });
      if (result.type === "redirect") recorded += 1;
    };
  return {
    send,
    get recorded() {
      return recorded;
    },
  };
}

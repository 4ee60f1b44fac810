import { enhance, type SubmitFunction } from "$app/forms";
import { keepUnsent, nothingUnsent, sayIn, sayNothingIn } from "./unsent-forms.ts";

type Come = Parameters<Exclude<Awaited<ReturnType<SubmitFunction>>, void>>[0];
type Result = Come["result"];

/**
 * How every form is sent where there is a script, instead of `enhance` itself. What does not arrive, or is answered with a
 * fault, is no page of its own: the form stays as it is, says so, and can be sent again, as the same act.
 */
export function sendForm(form: HTMLFormElement, submit: SubmitFunction = () => {}) {
  return enhance(form, async (sending) => {
    sayNothingIn(form);
    const then = await submit(sending);
    return async (come) => {
      const { result } = come;
      const failed = notArrived(result);
      if (failed)
        sayIn(form, { kind: "not_sent", reason: failed.reason, kept: keepUnsent(form, { sent: true }) });
      else if (isRecorded(result) || leadsElsewhere(result)) nothingUnsent(form);
      const answered: Come = failed ? { ...come, update: async () => {} } : come;
      await (then ? then(answered) : answered.update());
    };
  });
}

/** Why it did not arrive: the network, a gateway, or a fault of ours; null where it did. */
function notArrived(result: Result): { reason: string | undefined } | null {
  if (result.type !== "error") return null;
  const status = result.status ?? result.error?.status ?? 500;
  if (status < 500) return null;
  return { reason: result.error?.code ? result.error.message : undefined };
}

/** An answer without `done` is the form again, with a row more or a sheet read. */
const isRecorded = (result: Result) =>
  result.type === "redirect" || (result.type === "success" && result.data?.done !== undefined);

/** A session that has ended leads to sign in, and carries what was typed. */
const leadsElsewhere = (result: Result) =>
  result.type === "failure" &&
  result.location !== undefined &&
  new URL(result.location, location.href).pathname !== location.pathname;

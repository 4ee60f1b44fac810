import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import type { Reading } from "#platform/server/reading/reading.ts";
import { redirect, type RequestEvent } from "@sveltejs/kit";
import type { z } from "zod";
import { pageOf, type Asks } from "../asking.ts";

type Form<Shown> = { readonly code: string; readonly form: Shown | null };

/** The load of a form on a matter; one that is out of sight is told of on its own page. */
export function formOf<Schema extends z.ZodType, Shown extends object>(
  reading: Reading<Schema, Form<Shown>>,
  asks: Asks<Pick<RequestEvent, "locals" | "url" | "params">> = { recommendation: "code" },
) {
  const asked = pageOf(reading, asks);
  return async (event: Parameters<typeof asked>[0]) => {
    const { code, form, today, key } = await asked(event);
    if (!form) redirect(303, matterHref(code));
    return { ...form, today, key };
  };
}

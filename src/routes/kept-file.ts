import { attachmentReadings } from "#modules/attachment/server/index.ts";
import { fileKinds } from "#modules/attachment/file-kinds.ts";
import { currentFiles } from "#platform/server/files/current-files.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { asking } from "./asking.ts";

type Event = Pick<RequestEvent, "locals" | "url" | "request"> & {
  readonly params: { readonly attachment: string };
};

/** What a browser shows by itself; anything else is saved. */
const shownInBrowsers: ReadonlySet<string> = new Set(
  (["jpeg", "png", "webp", "pdf"] as const).map((kind) => fileKinds[kind].type),
);

/**
 * An attached file, or its thumbnail, for whoever may read it where it is attached. What somebody brought is never a page of
 * ours: it has the type that it was found to be, and an image is shown where nothing can run.
 */
export async function keptFile(event: Event, size: "whole" | "small"): Promise<Response> {
  const { ask } = asking(event, size === "whole" ? "file" : "page");
  const asked = { attachment: event.params.attachment, ...(size === "small" && { small: "yes" }) };
  const { name, type, digest } = await ask(attachmentReadings.file, asked);
  // The same bytes for ever: whether they may be read was asked anew.
  const headers = {
    etag: `"${digest}"`,
    "content-type": type,
    "content-disposition": `${shownInBrowsers.has(type) ? "inline" : "attachment"}; ${named(name)}`,
    ...(type.startsWith("image/") && { "content-security-policy": "default-src 'none'; sandbox" }),
  };
  if (event.request.headers.get("if-none-match") === headers.etag)
    return new Response(null, { status: 304, headers });
  return new Response(await currentFiles().read(digest), { headers });
}

/** A name in Vietnamese letters, as RFC 8187 writes it. */
function named(name: string): string {
  const written = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `filename*=UTF-8''${written}`;
}

import { error } from "@sveltejs/kit";
import { takeOutRegister } from "#modules/register/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { fileName } from "../../file-name.ts";
import { signedIn } from "../../units/signed-in.ts";
import { registerChunks } from "./register-chunks.ts";
import type { RequestHandler } from "./$types";

/** The register file of a unit and of all below it, as a download. */
export const GET: RequestHandler = async (event) => {
  const { actor, today } = signedIn(event);
  const unit = event.url.searchParams.get("unit")?.slice(0, 100);
  if (!unit) error(400);
  const { reports: db } = currentDatabase();
  const file = await takeOutRegister(db, actor, unit, today);
  return new Response(streamOf(registerChunks(file)), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName(["Sổ đối thoại", unit, today], "json")}"`,
      "cache-control": "private, no-store",
    },
  });
};

function streamOf(chunks: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { value, done } = chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

import { registerReadings } from "#modules/register/server/index.ts";
import { asking } from "../../asking.ts";
import { fileName } from "../../file-name.ts";
import { registerChunks } from "./register-chunks.ts";
import type { RequestHandler } from "./$types";

/** The register file of a unit and of all below it, as a download. */
export const GET: RequestHandler = async (event) => {
  const { ask, today } = asking(event, "file");
  const unit = event.url.searchParams.get("unit") ?? "";
  const file = await ask(registerReadings.taken, { unit });
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

import { error } from "@sveltejs/kit";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { log } from "#platform/server/log.ts";
import { signedIn } from "../../units/signed-in.ts";
import { asOffice } from "#modules/register/exporting.ts";
import { registerChunks } from "./register-chunks.ts";
import type { RequestHandler } from "./$types";

/** The register file of a unit and of all below it, as a download. */
export const GET: RequestHandler = async (event) => {
  const { actor, today } = signedIn(event);
  const unit = event.url.searchParams.get("unit")?.slice(0, 100);
  if (!unit) error(400);
  const { reports: db } = currentDatabase();
  await mayReadUnit(db, asOffice(actor), unit, { on: today, today });
  const file = await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((trx) => exportRegister(trx, unit, "in sight", today));
  log.info({ unit, actor: actor.kind === "person" ? actor.personId : actor.name }, "register exported");
  return new Response(streamOf(registerChunks(file)), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": disposition(`so-doi-thoai-${unit}-${today}.json`),
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

/** Old browsers read the plain name, the others the one with every letter. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

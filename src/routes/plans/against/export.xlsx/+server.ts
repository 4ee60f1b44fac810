import { againstSheet, sheetWidths } from "#modules/planning/ui/against-sheet.ts";
import { m } from "#paraglide/messages.js";
import { sheetStream, sheetType } from "#platform/server/sheet/sheet-stream.ts";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileHeaders, readAgainst } from "../read-against.ts";
import type { RequestHandler } from "./$types";

/** The table by unit, as a spreadsheet. */
export const GET: RequestHandler = async (event) => {
  const against = await readAgainst(event);
  const sheet = { name: m.planning_against(), widths: sheetWidths, frozen: 1, rows: againstSheet(against) };
  const file = await buffer(Readable.from(sheetStream(sheet)));
  return new Response(new Uint8Array(file), { headers: fileHeaders(against, sheetType, "xlsx") });
};

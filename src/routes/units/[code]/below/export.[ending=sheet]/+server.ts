import { unitReadings } from "#modules/organization/server/index.ts";
import { listFile } from "../../../../list-file.ts";
import { belowAsked } from "../asked.ts";
import type { RequestHandler } from "./$types";

/** All units of one kind directly below another on a day. */
export const GET: RequestHandler = (event) => listFile(unitReadings.ofKind, () => belowAsked(event))(event);

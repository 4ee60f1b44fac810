import { peopleReadings } from "#modules/organization/server/index.ts";
import { listFile } from "../../../list-file.ts";
import { peopleAsked } from "../asked.ts";
import type { RequestHandler } from "./$types";

/** The people that the address asks for, of those whom the administrator keeps. */
export const GET: RequestHandler = listFile(peopleReadings.list, ({ url }) => peopleAsked(url));

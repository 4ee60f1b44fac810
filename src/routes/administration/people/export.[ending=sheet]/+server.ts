import { peopleReadings } from "#modules/organization/server/index.ts";
import { listFile } from "../../../list-file.ts";
import { peopleAsked } from "../asked.ts";

/** The people that the address asks for, of those whom the administrator keeps. */
export const GET = listFile(peopleReadings.list, ({ url }) => peopleAsked(url));

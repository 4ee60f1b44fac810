import { documentReadings } from "#modules/document/server/index.ts";
import { listFile } from "../../list-file.ts";
import { askedIn } from "../asked.ts";

/** The register of documents that the address asks for. */
export const GET = listFile(documentReadings.list, ({ url }) => askedIn(url));

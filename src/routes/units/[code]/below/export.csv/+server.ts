import { unitsFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => unitsFile(event, event.params.code, "csv");

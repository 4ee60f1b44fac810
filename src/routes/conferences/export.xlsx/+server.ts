import { conferencesFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => conferencesFile(event, "xlsx");

import { draftsFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => draftsFile(event, "csv");

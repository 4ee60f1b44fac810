import { casesFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => casesFile(event, "csv");

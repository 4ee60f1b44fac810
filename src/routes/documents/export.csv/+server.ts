import { documentsFile } from "../register-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => documentsFile(event, "csv");

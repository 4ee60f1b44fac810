import { paperFile } from "../paper-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => paperFile(event, "pdf");

import { invitationsFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => invitationsFile(event, "csv");

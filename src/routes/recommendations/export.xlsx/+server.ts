import { mattersFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => mattersFile(event, "xlsx");

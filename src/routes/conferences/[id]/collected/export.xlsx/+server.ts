import { collectedFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => collectedFile(event, "xlsx");

import { againstFile } from "../table-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => againstFile(event, "xlsx");

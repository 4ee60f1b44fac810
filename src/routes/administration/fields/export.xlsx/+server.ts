import { fieldsFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => fieldsFile(event, "xlsx");

import { peopleFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => peopleFile(event, "xlsx");

import { plansFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => plansFile(event, "csv");

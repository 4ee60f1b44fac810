import { notificationsFile } from "../list-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => notificationsFile(event, "xlsx");

import { notificationReadings } from "#modules/notification/server/index.ts";
import { listFile } from "../../list-file.ts";
import type { RequestHandler } from "./$types";

/** The reader's own notifications. */
export const GET: RequestHandler = listFile(notificationReadings.list, () => ({}));

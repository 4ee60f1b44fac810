import { notificationReadings } from "#modules/notification/server/index.ts";
import { listFile } from "../../list-file.ts";

/** The reader's own notifications. */
export const GET = listFile(notificationReadings.list, () => ({}));

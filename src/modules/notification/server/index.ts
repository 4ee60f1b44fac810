export { markRead } from "./mark-read.ts";
export { notificationsOf } from "./notifications-of.ts";
export { notificationReadings } from "./readings.ts";
export { remindInvited } from "./remind-invited.ts";
export { remindHelpers } from "./remind-helpers.ts";
export { remindNow } from "./remind-now.ts";
export { remind } from "./remind.ts";
export { toldToNobody, wordHandlers } from "./word-handlers.ts";

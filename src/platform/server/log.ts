import pino from "pino";
import { readLogLevel } from "#env";

/** The program's log: JSON lines on standard error, so that a command's output stays clean. */
export const log = pino(
  { level: readLogLevel(), base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ fd: 2, sync: true }),
);

import { fileOf } from "../paper-of.ts";
import type { RequestHandler } from "./$types";

/** To go on with in Word. */
export const GET: RequestHandler = (event) => fileOf(event, "docx");

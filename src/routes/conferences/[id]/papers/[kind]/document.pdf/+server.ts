import { fileOf } from "../paper-of.ts";
import type { RequestHandler } from "./$types";

/** To read in the browser, or to print. */
export const GET: RequestHandler = (event) => fileOf(event, "pdf");

import { bookFile } from "../book-file.ts";
import type { RequestHandler } from "./$types";

/** The register book as a landscape paper. */
export const GET: RequestHandler = ({ locals, url }) => bookFile(locals, url, "pdf");

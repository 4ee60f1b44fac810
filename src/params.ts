import { defineParams } from "@sveltejs/kit/params";
import { z } from "zod";

/** Endings that an address may have: what it leads to as a file. */
export const params = defineParams({
  sheet: z.enum(["xlsx", "csv"]),
  paper: z.enum(["pdf", "docx"]),
});

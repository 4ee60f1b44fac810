import { keptFile } from "../../kept-file.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => keptFile(event, "whole");

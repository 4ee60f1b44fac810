export { reportSummary } from "./summary.ts";

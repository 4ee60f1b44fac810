import { registerImport } from "./import-register.ts";

/** The act as the API knows it, without a report of its progress. */
export const importRegister = registerImport();
export { registerReadings } from "./readings.ts";
export { exportRegister } from "./export-register.ts";
export { refused, registerImport, type ImportSummary } from "./import-register.ts";

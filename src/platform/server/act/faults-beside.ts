import { refused } from "#kernel/all-faults.ts";
import type { FieldFault } from "#kernel/problem.ts";
import { z } from "zod";
import type { Act } from "./act.ts";

/**
 * What an act finds wrong with an input by itself (`alone`), beside what its schema found: judged by the parts that could be
 * read, and told of fields of which nothing is told yet.
 */
export function faultsBeside<Schema extends z.ZodType>(
  found: readonly FieldFault[],
  act: Pick<Act<Schema>, "input" | "alone">,
  input: unknown,
  today: string,
): FieldFault[] {
  const { alone } = act;
  if (!alone) return [];
  const told = new Set(found.map(({ field }) => field));
  const parts = readableParts(act.input, input) as Partial<z.output<Schema>>;
  return refused(() => alone(parts, today))
    .flatMap(({ faults }) => faults)
    .filter(({ field }) => !told.has(field));
}

/** The parts of an input that are sound by themselves. */
function readableParts(schema: z.ZodType, input: unknown): Record<string, unknown> {
  if (!(schema instanceof z.ZodObject) || typeof input !== "object" || input === null) return {};
  const given = input as Record<string, unknown>;
  const parts = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, part]) => {
    const read = part.safeParse(given[name]);
    return read.success ? [[name, read.data] as const] : [];
  });
  return Object.fromEntries(parts);
}

import type { Move } from "../../status-transitions.ts";
import { moveFields, type MoveField } from "./move-fields.ts";

type Fields = Record<string, unknown>;

/** The names under which the duty and the date of one coordinating agency are posted. */
export const dutyField = (code: string): string => `duty:${encodeURIComponent(code)}`;
export const ownDueField = (code: string): string => `due:${encodeURIComponent(code)}`;

/** From the posted fields to the input of a move's act: agencies with what was said of them. */
export function moveInput(move: Move, code: string, fields: Fields): Fields {
  const own = moveFields[move].map((field) => [field.name, valueOf(field, fields)] as const);
  const common = { recommendation: code, on: fields.on, expected_version: fields.expected_version };
  return { ...common, ...Object.fromEntries(own) };
}

/** The same for the act that assigns many at once. */
export function assignManyInput(fields: Fields): Fields {
  const { recommendation: _one, expected_version: _version, ...assignment } = moveInput("assign", "", fields);
  return { recommendations: fields.recommendations, ...assignment };
}

function valueOf({ name, kind }: MoveField, fields: Fields): unknown {
  if (kind === "known") return fields[name] === undefined ? undefined : true;
  if (kind === "coordinators") return coordinatorsOf(fields);
  return fields[name];
}

function coordinatorsOf(fields: Fields): Fields[] {
  const codes = Array.isArray(fields.coordinators) ? (fields.coordinators as string[]) : [];
  return codes.map((unit) => ({
    unit,
    duty: fields[dutyField(unit)],
    due: fields[ownDueField(unit)],
  }));
}

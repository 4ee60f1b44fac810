import { toldReadings, type Told } from "#acts/readings.ts";
import { registry } from "#acts/registry.ts";
import type { Act } from "#platform/server/act/act.ts";
import { LEGACY_CHOICE } from "#kernel/legacy-choice.ts";
import { z } from "zod";
import { filePaths } from "./files.ts";

type JsonSchema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] };

/** Where an act is reached: its noun, then its name. */
export function pathOfAct(act: Pick<Act, "name">): string {
  return `/api/v1/${act.name.replace(".", "/")}`;
}

/** The OpenAPI 3.1 description of everything the API does, made from the acts and readings themselves. */
export function openApi(): Record<string, unknown> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Đối Thoại",
      version: "1",
      description:
        "Every act and reading of the register. Acts are POSTs; send an Idempotency-Key so that a repeated request is done once. Errors are RFC 9457 problem details, in Vietnamese or, with Accept-Language: en, in English.",
    },
    servers: [{ url: "/" }],
    security: [{ post: [] }],
    components: {
      securitySchemes: {
        post: {
          type: "http",
          scheme: "bearer",
          description: "The token of a post; it has that post's rights.",
        },
      },
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: "Refused; nothing was written.",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    paths: Object.fromEntries([
      ...Object.entries(filePaths),
      ...toldReadings.map((reading) => [openPath(reading.api.path), { get: readingOperation(reading) }]),
      ...registry.map((act) => [pathOfAct(act), { post: actOperation(act) }]),
    ]),
  };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    instance: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "detail"],
        properties: { field: { type: "string" }, detail: { type: "string" } },
      },
    },
    details: { type: "object" },
  },
};

function answersWith(schema: JsonSchema = {}) {
  return {
    "200": { description: "Done.", content: { "application/json": { schema } } },
    default: { $ref: "#/components/responses/Problem" },
  };
}

function actOperation(act: Act) {
  return {
    operationId: act.name,
    tags: [act.name.split(".")[0]],
    summary: act.title.en,
    description: `${act.title.vi}. Capacities: ${Object.keys(act.may).join(", ")}.`,
    parameters: [
      {
        name: "Idempotency-Key",
        in: "header",
        description: "The same key with the same body is done once; the first answer is given again.",
        schema: { type: "string", minLength: 8, maxLength: 200 },
      },
      {
        name: LEGACY_CHOICE,
        in: "query",
        description:
          "What to do with texts typed in an encoding of before Unicode (TCVN3, VNI): convert them, or keep them as they are. " +
          "Without it such a text is refused (api.legacy_encoding), each field named. A register file is taken as it is and warned of.",
        schema: { type: "string", enum: ["convert", "keep"] },
      },
    ],
    requestBody: { required: true, content: { "application/json": { schema: inputSchema(act.input) } } },
    responses: answersWith(warned),
  };
}

/** Whatever an act answers, it may come with warnings: what was done all the same, and has to be known. */
const warned: JsonSchema = {
  properties: {
    warnings: {
      type: "array",
      items: {
        type: "object",
        required: ["code", "vi", "en"],
        properties: { code: { type: "string" }, vi: { type: "string" }, en: { type: "string" } },
      },
    },
  },
};

function readingOperation({ name, title, query, api: { path, answer } }: Told) {
  const schema = inputSchema(query);
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const parameters = Object.entries(schema.properties ?? {}).map(([key, value]) => ({
    name: key,
    in: inPath.includes(key) ? "path" : "query",
    required: inPath.includes(key) || (schema.required?.includes(key) ?? false),
    schema: value,
  }));
  const tags = [name.split(".")[0]];
  return {
    operationId: name,
    tags,
    summary: title.en,
    description: title.vi,
    parameters,
    responses: answersWith(answerSchema(answer)),
  };
}

function openPath(path: string): string {
  return `/api/v1${path.replace(/:(\w+)/g, "{$1}")}`;
}

/**
 * An input as JSON Schema 2020-12, the dialect of OpenAPI 3.1. What may be sent is looser than what comes out of
 * reading it (a form's texts), so the shapes are those that come out, and only what must be sent is required.
 */
function inputSchema(schema: z.ZodType): JsonSchema {
  const shape = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }) as JsonSchema;
  const { $schema: _dialect, ...rest } = shape;
  return withoutDefaults(rest) as JsonSchema;
}

/** At any depth: what has a default need not be sent. */
function withoutDefaults(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutDefaults);
  if (typeof schema !== "object" || schema === null) return schema;
  const parts = Object.entries(schema).map(([key, part]) => [key, withoutDefaults(part)] as const);
  const { properties = {}, required, ...rest } = Object.fromEntries(parts) as JsonSchema;
  if (!Array.isArray(required)) return Object.fromEntries(parts);
  return { ...rest, properties, required: required.filter((key) => !hasDefault(properties[key])) };
}

/** What is given out is what the schema takes in: an answer is written by it, not read. */
function answerSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema, { io: "input" }) as JsonSchema;
  return shape;
}

function hasDefault(value: unknown): boolean {
  return typeof value === "object" && value !== null && "default" in value;
}

import { ask } from "#acts/ask.ts";
import type { Actor } from "#kernel/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { attachmentReadings, bringFile } from "#modules/attachment/server/index.ts";
import { fileLimits } from "#modules/attachment/file-limits.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { currentFiles } from "#platform/server/files/current-files.ts";

// Bytes are no JSON: they come in and go out as they are, beside the acts and readings that name them.

/** Where a file is brought, before an act attaches it. */
export const bringPath = "/api/v1/files";
/** Where an attached file is opened. */
export const openPath = `${bringPath}/:attachment`;

/** A file as it was taken in, with the identifier by which an act attaches it. @throws Problem as `bringFile` does */
export async function filedBy(actor: Actor, name: string, bytes: Uint8Array): Promise<object> {
  const sent = { actor, now: systemClock(), name: name.slice(0, 1000), bytes };
  const {
    id,
    name: kept,
    kind,
    size,
    digest,
    sentDigest,
    findings,
  } = await bringFile(currentDatabase().db, sent);
  return { id, name: kept, kind, size, sha256: digest, sent_sha256: sentDigest, findings };
}

/** The bytes of an attached file. @throws Problem `attachment.not_found`, those of the store */
export async function openedBy(actor: Actor, attachment: string, requestId: string): Promise<Response> {
  const request = { actor, now: systemClock(), by: "file", requestId } as const;
  const { type, digest } = await ask(attachmentReadings.file, { attachment }, request);
  const headers = { "content-type": type, "content-disposition": "attachment", etag: `"${digest}"` };
  return new Response(await currentFiles().read(digest), { headers });
}

const problem = { $ref: "#/components/responses/Problem" };
const text = { type: "string" };

/** Both as OpenAPI describes them. */
export const filePaths = {
  [bringPath]: {
    post: {
      operationId: "files.bring",
      tags: ["files"],
      summary: "Bring a file, to be attached by an act within a day",
      description: `Gửi một tệp lên trước khi đính kèm. The body is the file itself, at most ${fileLimits.bytes / 1024 ** 2} MB; what it is its bytes say. Its id is what attachment.attach_to_… takes in files.`,
      parameters: [
        { name: "name", in: "query", required: true, description: "What the file is called.", schema: text },
      ],
      requestBody: {
        required: true,
        content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
      },
      responses: {
        "200": {
          description: "Taken in.",
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["id", "name", "kind", "size", "sha256", "sent_sha256", "findings"],
                properties: {
                  id: { type: "string", format: "uuid" },
                  name: text,
                  kind: text,
                  size: { type: "integer" },
                  sha256: text,
                  sent_sha256: text,
                  findings: { type: "array", items: text },
                },
              },
            },
          },
        },
        default: problem,
      },
    },
  },
  [`${bringPath}/{attachment}`]: {
    get: {
      operationId: "files.open",
      tags: ["files"],
      summary: "An attached file",
      description: "Nội dung một tệp đính kèm.",
      parameters: [
        { name: "attachment", in: "path", required: true, schema: { type: "string", format: "uuid" } },
      ],
      responses: {
        "200": { description: "The file.", content: { "application/octet-stream": {} } },
        default: problem,
      },
    },
  },
};

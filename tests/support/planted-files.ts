import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { digestOf } from "#platform/server/files/file-store.ts";
import type { Kysely } from "kysely";
import type { Act, wordsToPlant } from "./planted.ts";

/** What stands in the planted files, each of which is another; whoever serves them keeps them first. */
export const plantedBytes = Array.from({ length: 8 }, (_, n) => new TextEncoder().encode(`một tệp ${n}`));

/** A file as though the system had just brought it. */
export async function plantFile(db: Kysely<DB>, name: string, bytes = plantedBytes[0]!): Promise<string> {
  const id = uuidv7(Temporal.Instant.from("2026-01-01T00:00:00Z"));
  const digest = digestOf(bytes);
  const drawn = { kind: "png", thumbnail: digest, width: 1, height: 1 };
  const row = { id, name, ...drawn, size: bytes.length, digest, sent_digest: digest, findings: [] };
  await db
    .insertInto("file")
    .values({ ...row, recorded_at: "2100-01-01T00:00:00Z" })
    .execute();
  return id;
}

type Variant = "plain" | "withheld" | "held";
type Place = {
  readonly codes: Readonly<Record<Variant, string>>;
  readonly names: ReadonlyMap<string, string>;
  readonly documents: readonly string[];
  readonly conference: string;
};

/** Files at matters, one of which is to be held and one has a name that is not told; one that was taken off; others elsewhere. */
export async function plantFiles(
  db: Kysely<DB>,
  act: Act,
  { plant }: ReturnType<typeof wordsToPlant>,
  { codes, names, documents, conference }: Place,
): Promise<string[]> {
  const attached: string[] = [];
  const attach = async (
    to: "matter" | "conference" | "document",
    named: object,
    purpose: string,
    name: string,
  ) => {
    const files = [await plantFile(db, name, plantedBytes[attached.length])];
    const made = (await act(`attachment.attach_to_${to}`, { ...named, purpose, files })) as unknown as {
      attached: { id: string }[];
    };
    attached.push(made.attached[0]!.id);
    return made.attached[0]!.id;
  };
  const at = (variant: Variant) => ({ recommendation: codes[variant] });
  const name = names.get(codes.withheld)!;
  await attach("matter", at("plain"), "raised", `${plant("file.name", "in sight")}.png`);
  await attach("matter", at("held"), "raised", `${plant("held: file.name", "out of sight")}.png`);
  await attach("matter", at("withheld"), "raised", `${plant("withheld: file.name", "withheld")} ${name}.png`);
  const evidence = `${plant("evidence: file.name", "in sight")} ${name}.png`;
  await attach("matter", at("withheld"), "evidence", evidence);
  const wrong = await attach(
    "matter",
    at("withheld"),
    "evidence",
    `${plant("removed: file.name", "in sight")} ${name}.png`,
  );
  const reason = `${plant("attachment_removal.reason", "in sight")} ${name}`;
  await act("attachment.remove_from_matter", { ...at("withheld"), attachment: wrong, reason });
  await attach("conference", { conference }, "record", `${plant("conference: file.name", "withheld")}.png`);
  await attach(
    "document",
    { document: documents[1]! },
    "signed",
    `${plant("document: file.name", "in sight")}.png`,
  );
  return attached;
}

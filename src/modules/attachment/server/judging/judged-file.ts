import { Problem } from "#kernel/problem.ts";
import { currentWorkshop } from "#platform/server/workshop/current-workshop.ts";
import type { WorkKind } from "#platform/server/workshop/work-kind.ts";
import { fileLimits } from "../../file-limits.ts";
import { attachmentProblems as problems } from "../../problems.ts";
import type { FileSent, JudgedFile } from "./judge-work.ts";

/** A photograph of 12 million pixels has 5 million bytes and takes two seconds. */
const judging: WorkKind<FileSent, JudgedFile> = {
  name: "judging files",
  file: "src/modules/attachment/server/judging/judge-work.ts",
  unitsOf: ({ bytes }) => bytes.length,
  pace: 0.4,
};

/**
 * A file that somebody has sent, judged beside the server.
 * @throws Problem what is wrong with it, naming it; those of the workshop
 */
export async function judgedFile(sent: FileSent): Promise<JudgedFile> {
  const { name, bytes } = sent;
  if (bytes.length === 0) throw new Problem(problems.empty, { values: { name } });
  if (bytes.length > fileLimits.bytes)
    throw new Problem(problems.too_large, { values: { name, most: fileLimits.bytes / 1024 ** 2 } });
  return currentWorkshop().do(judging, sent);
}

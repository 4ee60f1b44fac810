import { formAction } from "#acts/form-action.ts";
import {
  approveOfMatter,
  attachToMatter,
  attachmentReadings,
  removeFromMatter,
} from "#modules/attachment/server/index.ts";
import { pageWith } from "../../../asking.ts";
import { attachFiles, removalIn } from "../../../files-page.ts";
import type { Actions } from "./$types";

const about = { recommendation: "code" };
const then = (_: unknown, { url }: { url: URL }) => url.pathname;

export const load = pageWith("list", attachmentReadings.ofMatter, about);

export const actions: Actions = {
  attach: attachFiles(attachToMatter, attachmentReadings.ofMatter, about),
  remove: formAction(removeFromMatter, { form: "remove", input: removalIn, about, then }),
  approve: formAction(approveOfMatter, { form: "approve", about, then }),
};

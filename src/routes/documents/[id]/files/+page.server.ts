import { formAction } from "#acts/form-action.ts";
import {
  approveOfDocument,
  attachToDocument,
  attachmentReadings,
  removeFromDocument,
} from "#modules/attachment/server/index.ts";
import { pageWith } from "../../../asking.ts";
import { attachFiles, removalIn } from "../../../files-page.ts";
import type { Actions } from "./$types";

const about = { document: "id" };
const then = (_: unknown, { url }: { url: URL }) => url.pathname;

export const load = pageWith("list", attachmentReadings.ofDocument, about);

export const actions: Actions = {
  attach: attachFiles(attachToDocument, attachmentReadings.ofDocument, about),
  remove: formAction(removeFromDocument, { form: "remove", input: removalIn, about, then }),
  approve: formAction(approveOfDocument, { form: "approve", about, then }),
};

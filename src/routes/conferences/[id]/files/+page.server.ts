import { formAction } from "#acts/form-action.ts";
import {
  approveOfConference,
  attachToConference,
  attachmentReadings,
  removeFromConference,
} from "#modules/attachment/server/index.ts";
import { pageWith } from "../../../asking.ts";
import { attachFiles, removalIn } from "../../../files-page.ts";
import type { Actions } from "./$types";

const about = { conference: "id" };
const then = (_: unknown, { url }: { url: URL }) => url.pathname;

export const load = pageWith("list", attachmentReadings.ofConference, about);

export const actions: Actions = {
  attach: attachFiles(attachToConference, attachmentReadings.ofConference, about),
  remove: formAction(removeFromConference, { form: "remove", input: removalIn, about, then }),
  approve: formAction(approveOfConference, { form: "approve", about, then }),
};

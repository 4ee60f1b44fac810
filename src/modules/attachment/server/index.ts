export { approveOfConference, approveOfDocument, approveOfMatter } from "./approve.ts";
export { attachToConference, attachToDocument, attachToMatter, isSameFile } from "./attach.ts";
export { bringFile } from "./bring-file.ts";
export { attachmentReadings } from "./readings.ts";
export { keptDigests, verifyFiles } from "./verify-files.ts";
export { removeFromConference, removeFromDocument, removeFromMatter } from "./remove.ts";
export type { BroughtFile } from "./file.store.ts";
export type { AttachmentLine, AttachmentList } from "./list-attachments.ts";

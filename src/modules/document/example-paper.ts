import { paragraph, type Side } from "./document-model.ts";
import type { PaperContent } from "./office.ts";

/** A paper that shows nothing but the office's own part of it. */
export function examplePaper(side: Side): PaperContent {
  return {
    side,
    kind: "plan",
    abstract: "tổ chức hội nghị đối thoại với Nhân dân",
    body: [paragraph("…")],
  };
}

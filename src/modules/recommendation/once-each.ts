import type { z } from "zod";

const twice = {
  vi: "Đơn vị này đã được nêu ở trên; mỗi đơn vị phối hợp chỉ nêu một lần.",
  en: "This unit is named above; each coordinating unit is named once.",
};

/** Refuses a unit that a list of coordinators names a second time. */
export function onceEach(
  coordinators: readonly { readonly unit: string }[],
  context: z.core.$RefinementCtx<unknown>,
): void {
  const seen = new Set<string>();
  for (const [index, { unit }] of coordinators.entries()) {
    if (seen.has(unit)) context.addIssue({ code: "custom", path: [index], params: twice });
    seen.add(unit);
  }
}

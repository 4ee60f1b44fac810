import { parseArgs } from "node:util";
import { performOn } from "#acts/perform.ts";
import { leftBehind, mendOpenAbove } from "#modules/recommendation/server/index.ts";
import { withDatabase } from "./command.ts";

export const summary = "Mở lại ở cấp dưới việc cấp trên đang mở. / Opens below what is open above.";
export const usage = `[--dry-run]

Sổ ghi bằng bản cũ có thể còn kiến nghị cấp trên đã mở lại (hoặc một trong hai kiến nghị cấp trên chưa trả lời) mà ở cấp
dưới vẫn là đã trả lời. Lệnh nêu từng kiến nghị và cho chờ lại, bằng các bước ghi trong lịch sử của nó; chạy lại không
đổi gì. --dry-run chỉ nêu.
A register written by an earlier version may have matters that are open above and answered below. Each is named, and
waits again by steps in its own history; a second time changes nothing. --dry-run only names them.`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { "dry-run": { type: "boolean", default: false } } });
  const actor = { kind: "system", name: "bin/doi-thoai mend" } as const;
  const found = await withDatabase(async ({ db }) => {
    const pairs = await leftBehind(db);
    const perform = performOn(db);
    if (!values["dry-run"])
      for (const pair of pairs)
        await perform(mendOpenAbove, { ...pair }, { actor, now: Temporal.Now.instant() });
    return pairs;
  });
  for (const { below, above, since } of found) console.log(`${below}: ${above}, ${since}`);
  const count = found.length;
  console.log(
    values["dry-run"]
      ? `${count} kiến nghị cần chờ lại / matters to wait again`
      : `${count} kiến nghị đã cho chờ lại / matters that wait again`,
  );
}

import { parseArgs } from "node:util";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { verifyFiles } from "#modules/attachment/server/index.ts";
import { verifyMatters, verifyRegisters } from "#modules/recommendation/server/index.ts";
import { verifyIdentities } from "#modules/report/server/index.ts";
import { startProblem } from "#platform/server/start-problem.ts";
import { withDatabase } from "./command.ts";

export const summary =
  "Đếm lại cả sổ từ các sự kiện đã ghi. / Counts the whole register again from its facts.";
export const usage = `

Tính lại các giai đoạn trạng thái và trạng thái hiện tại của từng kiến nghị từ sự kiện đã ghi, số đếm của từng sổ từ trạng
thái hiện tại, các đẳng thức của báo cáo từng năm, và mã kiểm tra của từng tệp đính kèm; nêu từng chỗ khác và kết thúc với mã lỗi 1. Chỉ đọc, không sửa gì.
Counts each matter's state periods and present state again from what was written down, the numbers of each register from
these, the identities of each year's report, and the digest of each attached file; names what differs and ends with exit code 1. It reads only and mends nothing.`;

type Line = { what: string; vi: string; en: string };

export async function run(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  const lines = await withDatabase(async ({ db }): Promise<Line[]> => {
    const matters = await verifyMatters(db, (done, all) =>
      console.error(`kiến nghị / matters · ${done}/${all}`),
    );
    const registers = await verifyRegisters(db);
    const years = await verifyIdentities(db, dayInVietnam(systemClock()), (year) =>
      console.error(`báo cáo / report · ${year}`),
    );
    const files = await verifyFiles(db, (done, all) => {
      if (done === all || done % 100 === 0) console.error(`tệp / files · ${done}/${all}`);
    });
    return [
      ...[...matters, ...registers, ...files].map(({ code, vi, en }) => ({ what: code, vi, en })),
      ...years.map(({ year, vi, en }) => ({ what: String(year), vi, en })),
    ];
  });
  for (const { what, vi, en } of lines) console.log(`${what}: ${vi} / ${en}`);
  const count = lines.length;
  if (count > 0) throw startProblem(`Có ${count} chỗ khác.`, `${count} differences.`);
  console.log("Tất cả khớp. / Everything agrees.");
}

import { writeFile } from "node:fs/promises";
import { performOn } from "#acts/perform.ts";
import { systemClock } from "#kernel/clock.ts";
import {
  nationalAct,
  nationalFindings,
  type NationalOutcome,
  type NationalProgress,
  unitReadings,
} from "#modules/organization/server/index.ts";
import { withDatabase } from "../command.ts";
import { askAsUnits } from "./ask-as-units.ts";
import { findingsAsCsv } from "./findings-csv.ts";

type Options = { dryRun: boolean; findings?: string };

/** Loads both national trees (or says what that would do) and prints what was written. */
export async function loadVietnam({ dryRun, findings }: Options): Promise<void> {
  const outcome = await withDatabase((database) => {
    if (dryRun) return askAsUnits(database)(unitReadings.preview, {});
    const request = { actor: { kind: "system", name: "bin/doi-thoai units" }, now: systemClock() } as const;
    return performOn(database.db)(nationalAct(tellStep), {}, request);
  });
  console.log(report(outcome, dryRun));
  await keepFindings(findings);
}

const steps: Record<Parameters<NationalProgress>[0], string> = {
  units: "đơn vị / units",
  ancestry: "đơn vị được xếp vào cây / units placed in the tree",
  successions: "quan hệ kế thừa / successions",
  aliases: "tên cũ / earlier names",
  findings: "ghi chú về nguồn / findings",
};

const tellStep: NationalProgress = (step, count) => console.error(`… ${count} ${steps[step]}`);

function report({ written, differing, summary }: NationalOutcome, dryRun: boolean): string {
  const nothing = Object.values(written).every((count) => count === 0);
  const verb = dryRun ? "Sẽ ghi / Would write" : "Đã ghi / Wrote";
  const counts = Object.entries(written).map(
    ([part, count]) => `  ${count} ${steps[part as keyof typeof steps]}`,
  );
  const { oldTree, newTree, findings } = summary;
  const all = Object.values(findings).reduce((sum, count) => sum + count, 0);
  return [
    ...differing.flatMap(({ vi, en }) => [vi, en]),
    ...(nothing ? ["Đã có đủ, không đổi gì. / All is there; nothing changed."] : [`${verb}:`, ...counts]),
    `30/6/2025: ${oldTree.province} tỉnh, ${oldTree.district} huyện, ${oldTree.commune} xã / provinces, districts, communes`,
    `1/7/2025: ${newTree.province} tỉnh, ${newTree.commune} xã / provinces, communes`,
    `${all} ghi chú về dữ liệu nguồn: trang /administration/national, hoặc --findings FILE.`,
    `${all} findings on the source: page /administration/national, or --findings FILE.`,
  ].join("\n");
}

async function keepFindings(file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const findings = await nationalFindings();
  const text = file.endsWith(".csv") ? findingsAsCsv(findings) : `${JSON.stringify(findings, null, 2)}\n`;
  await writeFile(file, text);
  console.log(`${file}: ${findings.length}`);
}

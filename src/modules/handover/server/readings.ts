import { Problem } from "#kernel/problem.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { readUnit, unitByCode } from "#modules/organization/server/index.ts";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { mayHandOverWork } from "../permissions.ts";
import { handoverProblems as problems } from "../problems.ts";
import { arrangementOf } from "./arrangement.ts";
import { handOverOffered } from "./offered.ts";
import { openWorkOf } from "./open-work.ts";
import { handOversOf, readHandOver } from "./read-hand-over.ts";
import { handOverPaper } from "./record-paper.ts";

const ofUnit = z.strictObject({ unit: z.string() });

/** What the asker could hand over for a unit, and the records of it that they may read. */
const about = reading({
  name: "handovers.of_unit",
  title: { vi: "Bàn giao việc của đơn vị", en: "What was and could be handed over by a unit" },
  query: ofUnit,
  may: "each",
  async read({ db, actor, query, today }) {
    const { id, code } = await unitByCode(db, query.unit);
    return {
      handOver: await handOverOffered(db, actor, code, today),
      handOvers: await handOversOf(db, actor, id, today),
    };
  },
});

/** The open work of a unit of which something was arranged, and who may take it. */
const toRecord = reading({
  name: "handovers.to_record",
  title: { vi: "Lập biên bản bàn giao việc", en: "Open work to be handed over" },
  query: ofUnit,
  may: mayHandOverWork,
  async place({ db, query, today }) {
    const arrangement = await arrangementOf(db, query.unit, today);
    return { unitId: arrangement.homeId, arrangement };
  },
  async read({ db, actor, query, place: { arrangement }, today }) {
    const { goesOn, first, receivers } = arrangement;
    const unit = await readUnit(db, query.unit, today);
    return {
      unit,
      ...{ goesOn, first },
      receivers: receivers.map(({ code, name }) => ({ code, name })),
      work: await openWorkOf(db, actor, unit.id, today),
      records: await handOversOf(db, actor, unit.id, today),
    };
  },
});

const ofRecord = z.strictObject({ unit: z.string(), record: z.string() });

/** A record under the unit that handed over. @throws Problem `not_found` */
async function recordAsked({ db, actor, query, today }: Asker<z.output<typeof ofRecord>>) {
  if (!z.uuid().safeParse(query.record).success) throw new Problem(problems.not_found);
  const record = await readHandOver(db, actor, query.record, today);
  if (record.from.code !== query.unit) throw new Problem(problems.not_found);
  return record;
}

const find = reading({
  name: "handovers.find",
  title: { vi: "Một biên bản bàn giao việc", en: "One record of work handed over" },
  query: ofRecord,
  may: "known",
  place: recordAsked,
  read: ({ place: record }) => Promise.resolve({ record }),
});

/** For both sides to sign. */
const paper = reading({
  name: "handovers.paper",
  title: { vi: "Biên bản bàn giao việc để ký", en: "A record of work handed over as a paper" },
  query: ofRecord.extend({ side: z.enum(["party", "government"]) }),
  may: "known",
  place: recordAsked,
  read: ({ db, actor, query: { side }, place: { id }, today }) =>
    handOverPaper(db, actor, { id, side }, today),
  paper: {
    papers: (one): readonly [Paper] => [one],
    called: ({ header }) => [header.date],
  },
});

/** Everything that can be asked of work handed over. */
export const handOverReadings = { about, toRecord, find, paper };

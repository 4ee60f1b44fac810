import { textInput, wholeNumber } from "#kernel/input.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { MOST_SAMPLED } from "../sample.ts";
import { keptLists } from "./kept-lists.ts";
import { nextConference } from "./next-conference.ts";
import { readDesk } from "./read-desk.ts";
import { readOutPage } from "./read-out.ts";
import { drawSample } from "./sample.ts";

const nothingAsked = z.strictObject({});

const shown = reading({
  name: "desk.shown",
  title: { vi: "Việc của mình hôm nay", en: "What waits for one today" },
  query: nothingAsked,
  may: "own",
  onLeanConnections: true,
  read: ({ db, actor, today }) => readDesk(db, actor, today),
});

/** The lists that one keeps of the list at an address. */
const kept = reading({
  name: "desk.kept_lists",
  title: { vi: "Danh sách mình đã lưu", en: "The lists that one keeps" },
  query: z.strictObject({ pathname: z.string(), search: z.string() }),
  may: "own",
  onLeanConnections: true,
  read: ({ db, actor, query: address }) => keptLists(db, actor, address),
});

/** The matters of one's villages with their answers, to be read out there; refused to whoever heads none. */
const readOut = reading({
  name: "desk.read_out",
  title: { vi: "Đọc cho dân nghe", en: "The answers to read out in one's village" },
  query: nothingAsked,
  may: "own",
  read: ({ db, actor, today }) => readOutPage(db, actor, today),
});

const next = reading({
  name: "desk.next_conference",
  title: { vi: "Hội nghị sắp tới của mình", en: "One's next conference" },
  query: nothingAsked,
  may: "own",
  read: ({ db, actor, today }) => nextConference(db, actor, today),
});

/** Of what has ended in one's units as many as are asked for; refused to whoever is not of the Front. */
const sample = reading({
  name: "desk.sample",
  title: { vi: "Mẫu để Mặt trận kiểm tra", en: "A sample for the Front to check" },
  query: z.strictObject({
    size: wholeNumber(1, MOST_SAMPLED),
    seed: textInput(40),
    at: z.iso.datetime(),
  }),
  may: "own",
  read: ({ db, actor, query, today }) => drawSample(db, actor, query, today),
});

/** Everything that can be asked of one's desk. */
export const deskReadings = { shown, kept, readOut, next, sample };

import { getLocale } from "#paraglide/runtime.js";
import type { TagKind } from "#ui/tag.ts";
import { fieldWord } from "../field-words.ts";
import type { Channel, Kind, Naming, ReportClass } from "../matter.ts";
import type { Confirmer, Ruling, Status } from "../statuses.ts";
import {
  channelWords,
  classWords,
  confirmerWords,
  kindWords,
  namingWords,
  rulingWords,
  statusWords,
} from "../words.ts";

// What a matter is called in the language of the page, wherever it is shown. Nothing of moves: pages that name none are not sent them.

export const statusText = (status: Status): string => statusWords[status][getLocale()];
export const classText = (reportClass: ReportClass): string => classWords[reportClass][getLocale()];
export const rulingText = (ruling: Ruling): string => rulingWords[ruling][getLocale()];
export const confirmerText = (confirmer: Confirmer): string => confirmerWords[confirmer][getLocale()];
export const kindText = (kind: Kind): string => kindWords[kind][getLocale()];
export const channelText = (channel: Channel): string => channelWords[channel][getLocale()];
export const fieldText = (name: string): string => fieldWord(name, getLocale());
export const namingText = (naming: Naming): string => namingWords[naming][getLocale()];

const statusKinds: Record<Status, TagKind> = {
  awaiting_ruling: "waiting",
  awaiting_assignment: "waiting",
  in_hand: "active",
  scheduled: "scheduled",
  blocked: "warning",
  passed_up: "scheduled",
  answered_in_room: "success",
  noted: "success",
  answered: "success",
  closed: "success",
  merged: "ended",
  routed_out: "ended",
  rejected: "ended",
};

export const statusKind = (status: Status): TagKind => statusKinds[status];
/** A status as word, colour and icon. */
export const statusTag = (status: Status) => ({ kind: statusKind(status), label: statusText(status) });

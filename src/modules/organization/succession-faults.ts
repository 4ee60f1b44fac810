import { dayAsRead } from "#kernel/day-as-read.ts";
import { successionKinds } from "./unit.ts";
import { successionWord } from "./words.ts";

/** What can be wrong with a cell of a list of successions, besides what can be with any list of units. */
export const successionFaults = {
  unknown: (code: string) => ({ vi: `Không có đơn vị mã ${code}.`, en: `There is no unit ${code}.` }),
  outside: (code: string) => ({ vi: `${code} không thuộc đơn vị này.`, en: `${code} does not lie here.` }),
  otherKind: (code: string) => ({
    vi: `${code} không cùng loại đơn vị với các đơn vị khác trên dòng.`,
    en: `${code} is not of the same kind as the others in the row.`,
  }),
  gone: (code: string) => ({
    vi: `${code} không có vào ngày sắp xếp.`,
    en: `${code} is not there on that day.`,
  }),
  goneBy: (code: string, on: string) => ({
    vi: `${code} kết thúc ngày ${dayAsRead(on)} theo dòng khác.`,
    en: `${code} ends on ${dayAsRead(on)} by another row.`,
  }),
  apart: { vi: "Các thôn phải cùng một xã, phường.", en: "They must lie in one commune." },
  twice: (code: string) => ({ vi: `${code} đã có ở dòng khác.`, en: `${code} stands in another row.` }),
  itself: { vi: "Chỉ có chính đơn vị này, không phải sáp nhập.", en: "Only the unit itself: no merger." },
  one: { vi: "Chỉ ghi một đơn vị.", en: "There can be only one." },
  several: { vi: "Chia tách thì phải có từ hai đơn vị.", en: "A split leaves two units or more." },
  none: { vi: "Hình thức này để trống ô này.", en: "With this kind of arrangement this stays empty." },
  kind: (word: string) => ({
    vi: `Không rõ “${word}” là hình thức gì; ghi ${successionKinds.map((kind) => successionWord(kind, "vi")).join(", ")}.`,
    en: `“${word}” is no kind of arrangement; write ${successionKinds.join(", ")}.`,
  }),
  nameMissing: { vi: "Đơn vị mới cần có tên.", en: "A new unit needs a name." },
  nameLeft: {
    vi: "Có tên thừa: không đơn vị mới nào mang tên này.",
    en: "A name too many: no new unit bears it.",
  },
  there: (code: string) => ({
    vi: `${code} phải là đơn vị đang có.`,
    en: `${code} must be a unit that is there.`,
  }),
  symbolLong: { vi: "Dài quá 60 ký tự.", en: "Longer than 60 characters." },
};

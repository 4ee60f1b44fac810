import type { Words } from "#modules/deadline/explain.ts";
import { moveWords } from "#modules/recommendation/moves/move-rows.ts";
import type { Annulled, NotificationDetails } from "./notification.ts";

const numeric = (day: string) => day.split("-").reverse().join("/");

/** What is told of a step that was entered by mistake: an agency that has the matter no longer cannot open it. */
export function annulledInWords(
  { code, reason }: NotificationDetails,
  { move, on, noLonger }: Annulled,
): Words {
  const why = { vi: reason ? `. Lý do: ${reason}` : "", en: reason ? `. Reason: ${reason}` : "" };
  if (noLonger) {
    return {
      vi: `Kiến nghị ${code} không còn giao cho đơn vị: việc giao ngày ${numeric(on)} là ghi nhầm, đã hủy${why.vi}`,
      en: `${code} is no longer with you: the assignment of ${numeric(on)} was a mistake and was annulled${why.en}`,
    };
  }
  const { vi, en } = moveWords[move];
  return {
    vi: `Đã hủy bước “${vi}” ngày ${numeric(on)} của kiến nghị ${code} vì ghi nhầm${why.vi}`,
    en: `“${en}” of ${numeric(on)} on ${code} was a mistake and was annulled${why.en}`,
  };
}

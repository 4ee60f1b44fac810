import { dayAsRead } from "#kernel/day-as-read.ts";
import type { Confirmer, Status } from "./statuses.ts";
import { statusWords } from "./words.ts";

/** What a status alone does not tell of a matter. Days are `YYYY-MM-DD`. */
export type Standing = {
  /** The date that was first given; null unless more time was given since. */
  readonly firstDueOn: string | null;
  /** Why it is blocked for now. */
  readonly blockedBecause: string | null;
  /** To whom it was passed upward. */
  readonly passedTo: string | null;
  /** The day on which it was taken up again; null once it has been answered again. */
  readonly reopenedOn: string | null;
  /** The day on which it was closed; null unless it is. */
  readonly closedOn: string | null;
  /** Who said no to the last answer, and when; the Front's finding before all others. */
  readonly no: { readonly by: Confirmer; readonly on: string } | null;
};

/** How a matter stands, as papers say it. */
export type Stood = Standing & {
  readonly status: Status;
  /** The day of the answer; null while there is none. */
  readonly answeredOn: string | null;
  /** Days until its date, negative once it has passed; null while no answer is owed. */
  readonly daysLeft: number | null;
  /** The no stands: nothing has happened since. */
  readonly unsettled: boolean;
};

/**
 * Its status with all that belongs to it, by these words and days: "Đã chuyển lên cấp trên: Ủy ban nhân dân tỉnh Đ", "Đã kết
 * thúc ngày 20/03/2026, trả lời ngày 07/03/2026". Each day is that of what is said before it.
 */
export function statusAsRead({ status, blockedBecause, passedTo, closedOn, answeredOn }: Stood): string {
  const words = statusWords[status].vi;
  const on = (day: string | null) => (day ? ` ngày ${dayAsRead(day)}` : "");
  if (status === "closed") return `${words}${on(closedOn)}${answeredOn ? `, trả lời${on(answeredOn)}` : ""}`;
  const more = status === "blocked" ? blockedBecause : status === "passed_up" ? passedTo : null;
  return more ? `${words}: ${more}` : `${words}${on(answeredOn)}`;
}

/** What is to be said of its date: which it was before more time was given, and that it has passed. */
export function dueAsRead(matter: Stood): string[] {
  const { firstDueOn } = matter;
  return [...(firstDueOn ? [`hạn ban đầu ${dayAsRead(firstDueOn)}`] : []), ...lateAsRead(matter)];
}

/** That its date has passed; nothing while it has not. */
export function lateAsRead({ daysLeft }: Pick<Stood, "daysLeft">): string[] {
  return daysLeft !== null && daysLeft < 0 ? [`quá hạn ${-daysLeft} ngày`] : [];
}

/** That it was taken up again, or ought to be, and after whose word. */
export function refutedAsRead({ reopenedOn, no, unsettled }: Stood): string[] {
  if (reopenedOn) return [`đã mở lại ngày ${dayAsRead(reopenedOn)}${no ? ` sau khi ${noAsRead(no)}` : ""}`];
  if (!unsettled) return [];
  return [no ? noAsRead(no) : "kết quả chưa được đồng ý"];
}

function noAsRead({ by, on }: NonNullable<Standing["no"]>): string {
  const day = `ngày ${dayAsRead(on)}`;
  return by === "front" ? `Mặt trận kiểm tra ${day} thấy chưa giải quyết` : `bà con chưa đồng ý (${day})`;
}

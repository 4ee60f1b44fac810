import { expect, test } from "vitest";
import { dueAsRead, refutedAsRead, statusAsRead, type Stood } from "./standing.ts";

const plain: Stood = {
  ...{ status: "in_hand", daysLeft: 3, unsettled: false, firstDueOn: null, blockedBecause: null },
  ...{ passedTo: null, reopenedOn: null, closedOn: null, answeredOn: null, no: null },
};
const front = { by: "front", on: "2026-02-22" } as const;

test.each<[string, Partial<Stood>, string[]]>([
  ["nothing out of the ordinary", {}, ["Đang giải quyết"]],
  ["late", { daysLeft: -2 }, ["Đang giải quyết", "quá hạn 2 ngày"]],
  ["due today", { daysLeft: 0 }, ["Đang giải quyết"]],
  [
    "extended",
    { firstDueOn: "2026-02-10", daysLeft: -1 },
    ["Đang giải quyết", "hạn ban đầu 10/02/2026", "quá hạn 1 ngày"],
  ],
  ["blocked", { status: "blocked", blockedBecause: "Chờ vốn" }, ["Vướng khách quan: Chờ vốn"]],
  ["passed upward", { status: "passed_up", passedTo: "Tỉnh" }, ["Đã chuyển lên cấp trên: Tỉnh"]],
  ["passed to nobody named", { status: "passed_up" }, ["Đã chuyển lên cấp trên"]],
  [
    "taken up again after a finding",
    { reopenedOn: "2026-02-23", no: front },
    [
      "Đang giải quyết",
      "đã mở lại ngày 23/02/2026 sau khi Mặt trận kiểm tra ngày 22/02/2026 thấy chưa giải quyết",
    ],
  ],
  ["taken up again", { reopenedOn: "2026-02-23" }, ["Đang giải quyết", "đã mở lại ngày 23/02/2026"]],
  [
    "a no that stands",
    { status: "answered", daysLeft: null, unsettled: true, no: { by: "village_head", on: "2026-02-22" } },
    ["Đã trả lời", "bà con chưa đồng ý (ngày 22/02/2026)"],
  ],
  [
    "answered",
    { status: "answered", daysLeft: null, answeredOn: "2026-02-20" },
    ["Đã trả lời ngày 20/02/2026"],
  ],
  [
    "closed after its answer, each day that of what is said",
    { status: "closed", daysLeft: null, answeredOn: "2026-02-20", closedOn: "2026-03-20" },
    ["Đã kết thúc ngày 20/03/2026, trả lời ngày 20/02/2026"],
  ],
  ["a no that was settled", { status: "closed", daysLeft: null, no: front }, ["Đã kết thúc"]],
])("%s", (_, more, said) => {
  const matter = { ...plain, ...more };
  expect([statusAsRead(matter), ...dueAsRead(matter), ...refutedAsRead(matter)]).toEqual(said);
});

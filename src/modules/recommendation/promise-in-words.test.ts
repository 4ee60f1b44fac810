import { expect, test } from "vitest";
import { promiseIn } from "./promise-in-words.ts";

const on = "2026-11-28";

test.each([
  ["Sẽ lắp xong trước 10/12", "2026-12-10"],
  ["Phường sẽ lắp xong trước ngày 10/12/2026.", "2026-12-10"],
  ["Sẽ xong trước 10.12.2026; nhân dân yên tâm.", "2026-12-10"],
  ["Hẹn trả lời ngày 5-1", "2027-01-05"],
  ["Cam kết hoàn thành ngày 9 tháng 12 năm 2026", "2026-12-09"],
  ["Dự kiến hoàn thành trong tháng 2/2028", "2028-02-29"],
  ["Phấn đấu xong trong tháng 3", "2027-03-31"],
  ["Sẽ khởi công trong quý I/2027", "2027-03-31"],
  ["Sẽ khảo sát trong vòng 10 ngày tới", "2026-12-08"],
  ["Đã nhận đơn ngày 01/10/2026. Sẽ lắp đèn tại ngõ 10/12, xong trước 20/12.", "2026-12-20"],
  ["se\u0303 la\u0306\u0301p xong trước 10/12", "2026-12-10"],
  ["Tuần sau sẽ sửa xong", "2026-12-06"],
  ["Sẽ sửa xong trong tuần sau", "2026-12-06"],
  ["Sẽ trả lời thứ năm tuần sau", "2026-12-03"],
  ["Sẽ lắp đèn đầu tuần tới", "2026-12-01"],
  ["Ngày mai phường sẽ cho người xuống kiểm tra", "2026-11-29"],
  ["Sẽ xong trước Tết", "2027-02-05"],
  ["Cam kết xong trước Tết Nguyên đán", "2027-02-05"],
  ["Sẽ xong trước Tết dương lịch", "2026-12-31"],
  ["Hẹn đầu tháng sau trả lời", "2026-12-10"],
  ["Sẽ làm vào giữa tháng 12", "2026-12-20"],
  ["Sẽ xong cuối tháng này", "2026-11-30"],
  ["Dự kiến cuối quý này", "2026-12-31"],
  ["Dự kiến trong quý I", "2027-03-31"],
  ["Dự kiến đầu quý II/2027", "2027-04-30"],
  ["Sẽ xong quí sau", "2027-03-31"],
  ["Sẽ sửa trường xong trước khai giảng", "2027-09-04"],
  ["Sẽ sửa trường xong trước ngày khai giảng năm học mới", "2027-09-04"],
  ["Phấn đấu hoàn thành trong năm nay", "2026-12-31"],
  ["Sẽ đầu tư trong năm 2028", "2028-12-31"],
  ["Sẽ làm giữa năm sau", "2027-06-30"],
  ["Sẽ làm xong trong hai tuần", "2026-12-12"],
  ["Hai tháng nữa sẽ xong", "2027-01-28"],
  ["Sẽ xong sau 3 tháng nữa", "2027-02-28"],
])("%s: by %s", (text, day) => expect(promiseIn(text, on)?.on).toBe(day));

test.each([
  ["Đã lắp xong ngày 10/11/2026."],
  ["Sẽ lắp sớm."],
  ["Sẽ lắp đèn tại ngõ 10/12."],
  ["Sẽ thực hiện theo Nghị định 12/2026/NĐ-CP."],
  ["Sẽ thực hiện theo Thông báo số 10/12-TB."],
  ["Sẽ xong trước 31/02."],
  ["Sẽ không làm trước 10/12."],
  ["Lẽ ra sẽ xong trước ngày 10/11/2026."],
  ["Tuần trước đã nạo vét, sẽ theo dõi tiếp."],
  ["Sẽ xem xét sau Tết."],
  ["Sẽ làm trong 10 ngày làm việc."],
])("%s: no promise with a day to come", (text) => expect(promiseIn(text, on)).toBeNull());

test("the sentence is told as it was written", () => {
  const answer = "Phường đã khảo sát. Đèn sẽ lắp xong trước 10/12. Cảm ơn bà con.";
  expect(promiseIn(answer, on)).toEqual({ words: "Đèn sẽ lắp xong trước 10/12.", on: "2026-12-10" });
});

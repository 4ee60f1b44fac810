import { defineProblems } from "#kernel/problem.ts";

export const workshopProblems = defineProblems("workshop", {
  busy: {
    status: 503,
    vi: "Đang có nhiều giấy tờ và bảng tính được làm cùng lúc nên chưa đến lượt tệp này; chưa có gì thay đổi. Hãy mở lại sau {seconds} giây; danh sách và việc ghi sổ vẫn dùng được như thường.",
    en: "Many papers and spreadsheets are being made at the same time, and the turn of this one has not come; nothing has changed. Please open it again in {seconds} seconds; lists and records can be used as usual.",
  },
  too_long: {
    status: 503,
    vi: "Tệp này quá dài nên không làm xong trong {seconds} giây; chưa có gì thay đổi. Hãy lọc bớt hoặc chia nhỏ rồi mở lại; sổ lớn nên tải dạng bảng tính.",
    en: "This file is too long to be made within {seconds} seconds; nothing has changed. Please narrow it down or divide it, and open it again; a large register is better saved as a spreadsheet.",
  },
  ended: {
    status: 503,
    vi: "Bộ phận tạo văn bản và bảng tính vừa dừng, đang khởi động lại; chưa có gì thay đổi. Hãy thử lại sau ít giây; nếu vẫn vậy với đúng tệp này, hãy báo quản trị.",
    en: "What makes papers and spreadsheets has just stopped and is starting again; nothing has changed. Please try again in a few seconds; if it happens again with this very file, tell the administrator.",
  },
});

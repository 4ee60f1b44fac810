import { defineProblems } from "#kernel/problem.ts";

export const planningProblems = defineProblems("planning", {
  number_missing: {
    status: 422,
    vi: "Văn bản đã làm ở ngoài có số, ký hiệu của nó: xin ghi vào đây, hoặc chọn lập văn bản ở đây để lấy số.",
    en: "A paper written elsewhere bears a number and symbol: give them here, or choose to make the paper here and have it numbered.",
  },
  not_found: {
    status: 404,
    vi: "Không có kế hoạch này, hoặc ông/bà không được xem.",
    en: "There is no such plan, or you may not see it.",
  },
  draft_already: {
    status: 409,
    vi: "Đơn vị đã có một dự thảo kế hoạch của năm này. Hãy mở dự thảo đó để viết tiếp.",
    en: "The unit already has a draft plan for this year. Open that draft and go on with it.",
  },
  issued_already: {
    status: 409,
    vi: "Kế hoạch năm {year} của đơn vị đã ban hành. Muốn thay đổi, hãy mở kế hoạch đó và chọn sửa đổi.",
    en: "The unit's plan for {year} has been issued. To change it, open that plan and choose to amend it.",
  },
  nothing_to_copy: {
    status: 422,
    vi: "Không có kế hoạch năm {year} của đơn vị để chép sang. Hãy lập kế hoạch từ đầu.",
    en: "The unit has no plan for {year} to copy. Begin with an empty one.",
  },
  not_a_draft: {
    status: 409,
    vi: "Kế hoạch này đã ban hành, không sửa trực tiếp được. Hãy lập kế hoạch sửa đổi.",
    en: "This plan has been issued and cannot be changed as it stands. Draft a plan that amends it.",
  },
  not_in_force: {
    status: 409,
    vi: "Chỉ sửa đổi được kế hoạch đang có hiệu lực.",
    en: "Only a plan in force can be amended.",
  },
  changed_meanwhile: {
    status: 409,
    vi: "Trong lúc ông/bà đang nhập, dự thảo này đã được người khác sửa. Nội dung ông/bà nhập vẫn còn; hãy xem lại rồi gửi.",
    en: "Someone else has changed this draft while you were typing. What you typed is still here; look again, then send.",
  },
  draft_in_use: {
    status: 409,
    vi: "Đã có hội nghị gắn với dự thảo này nên không bỏ được.",
    en: "A conference refers to this draft, so it cannot be discarded.",
  },
  unit_ended: {
    status: 422,
    vi: "{unit} kết thúc ngày {on}, trước năm {year}; không đưa vào kế hoạch năm này được.",
    en: "{unit} ended on {on}, before {year}; it cannot be in the plan for that year.",
  },
  unit_not_begun: {
    status: 422,
    vi: "{unit} đến ngày {on} mới có, sau năm {year}; không đưa vào kế hoạch năm này được.",
    en: "{unit} begins on {on}, after {year}; it cannot be in the plan for that year.",
  },
  unit_not_below: {
    status: 422,
    vi: "{unit} không thuộc {above} trong năm {year}.",
    en: "{unit} does not belong to {above} in {year}.",
  },
  unit_twice: {
    status: 422,
    vi: "{unit} được giao chỉ tiêu hai lần; chỉ ghi một dòng cho mỗi đơn vị.",
    en: "{unit} is asked twice; there is one line for each unit.",
  },
  outside_the_quarter: {
    status: 422,
    vi: "Ngày {on} không thuộc quý {quarter} năm {year}.",
    en: "The day {on} is not in quarter {quarter} of {year}.",
  },
  continues_nothing: {
    status: 422,
    vi: "Dòng này nối tiếp một hội nghị không có trong kế hoạch được thay thế.",
    en: "This line continues a conference that is not in the plan being replaced.",
  },
  empty: {
    status: 422,
    vi: "Kế hoạch chưa có chỉ tiêu hay hội nghị nào, chưa ban hành được.",
    en: "The plan asks for nothing and foresees no conference; it cannot be issued.",
  },
  issued_in_the_future: {
    status: 422,
    vi: "Ngày ban hành {on} chưa đến.",
    en: "The day of issue, {on}, has not come yet.",
  },
  issued_before_replaced: {
    status: 422,
    vi: "Kế hoạch được thay thế ban hành ngày {on}; kế hoạch sửa đổi không thể có ngày sớm hơn.",
    en: "The plan being replaced was issued on {on}; the one that amends it cannot be earlier.",
  },
});

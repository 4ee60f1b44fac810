import { defineProblems } from "#kernel/problem.ts";

export const organizationProblems = defineProblems("organization", {
  unit_name_unknown: {
    status: 422,
    vi: "Không có đơn vị nào đang hoạt động mang mã hoặc tên “{name}”.",
    en: "No unit that is there today has the code or the name “{name}”.",
  },
  unit_name_unclear: {
    status: 422,
    vi: "“{name}” là tên của nhiều đơn vị: {units}. Ghi mã, hoặc thêm nơi trực thuộc sau dấu phẩy.",
    en: "“{name}” is the name of several units: {units}. Write the code, or after a comma what it lies in.",
  },
  unit_not_found: {
    status: 404,
    vi: "Không có đơn vị nào mang mã “{code}”.",
    en: "There is no unit with the code “{code}”.",
  },
  code_taken: {
    status: 409,
    vi: "Mã đơn vị này đã được dùng.",
    en: "This unit code is already in use.",
  },
  code_not_readable: {
    status: 422,
    vi: "Mã đơn vị dài từ 1 đến 100 ký tự, trên một dòng.",
    en: "A unit code has 1 to 100 characters on one line.",
  },
  code_of_another_kind: {
    status: 409,
    vi: "Mã {codes} đang thuộc đơn vị khác cấp, không nạp được; chưa ghi gì.",
    en: "The code {codes} belongs to a unit of another kind; nothing was loaded.",
  },
  unit_not_there: {
    status: 422,
    vi: "Đơn vị “{code}” không tồn tại vào ngày {on}.",
    en: "The unit “{code}” does not exist on {on}.",
  },
  not_a_village_there: {
    status: 422,
    vi: "“{code}” không phải là thôn, bản, khu, tổ dân phố thuộc đơn vị này vào ngày {on}.",
    en: "“{code}” is no village of this unit on {on}.",
  },
  ends_before_it_begins: {
    status: 422,
    vi: "Ngày kết thúc không thể trước ngày bắt đầu.",
    en: "The last day cannot be before the first.",
  },
  under_itself: {
    status: 422,
    vi: "Một đơn vị không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.",
    en: "A unit cannot be placed under itself or under one of its own.",
  },
  nothing_changes: {
    status: 422,
    vi: "Tên mới giống tên đang dùng.",
    en: "The new name is the same as the present one.",
  },
  wrong_sides: {
    status: 422,
    vi: "{kind}: số đơn vị trước và sau sắp xếp không hợp lệ.",
    en: "{kind_en}: the numbers of units before and after do not fit.",
  },
  nothing_arranged: {
    status: 422,
    vi: "Đơn vị trước và sau sắp xếp là một; không có gì thay đổi.",
    en: "The unit before and after is the same one; nothing changes.",
  },
  already_there: {
    status: 422,
    vi: "{name} đã trực thuộc đơn vị này; không có gì thay đổi.",
    en: "{name} lies under that unit already; nothing changes.",
  },
  nothing_left_behind: {
    status: 422,
    vi: "{kind}: không có đơn vị trực thuộc nào phải chọn nơi về; hãy bỏ phần chọn ấy.",
    en: "{kind_en}: no unit below has to be placed; leave that out.",
  },
  records_after_end: {
    status: 409,
    vi: "Không ghi được đơn vị kết thúc trước ngày {on}, vì sau đó sổ vẫn còn ghi: {records}. Sửa các mục đó, hoặc ghi ngày sắp xếp muộn hơn.",
    en: "No unit can end before {on}, for the register goes on after that: {records_en}. Put those right, or enter a later day.",
  },
  children_left: {
    status: 422,
    vi: "Còn {count} đơn vị trực thuộc chưa biết đi về đâu; chưa ghi gì.",
    en: "Units below without a place yet: {count}; nothing was written.",
  },
  children_wrong: {
    status: 422,
    vi: "Phần chọn nơi về của đơn vị trực thuộc có {count} chỗ chưa đúng; chưa ghi gì.",
    en: "What is said of units below does not fit, in places: {count}; nothing was written.",
  },
  successions_at_fault: {
    status: 422,
    vi: "Có {count} ô chưa đúng; chưa ghi việc sắp xếp nào.",
    en: "Cells that are not right: {count}; no arrangement was written.",
  },
  rows_at_fault: {
    status: 422,
    vi: "Có {count} ô chưa đúng; chưa ghi đơn vị nào.",
    en: "Cells that are not right: {count}; no unit was written.",
  },
  sheet_without_headings: {
    status: 422,
    vi: "Không thấy hàng tiêu đề có các cột Mã đơn vị, Tên đầy đủ, Loại. Hãy dùng tệp mẫu.",
    en: "There is no row of headings with the columns Mã đơn vị, Tên đầy đủ, Loại. Use the template.",
  },
  person_not_found: { status: 404, vi: "Không có người này.", en: "There is no such person." },
  post_not_found: { status: 404, vi: "Không có chức vụ này.", en: "There is no such post." },
  post_already_ended: {
    status: 409,
    vi: "Chức vụ này đã kết thúc từ ngày {until}.",
    en: "This post already ended on {until}.",
  },
  two_units_named: {
    status: 422,
    vi: "Đơn vị chọn trong danh sách và mã đơn vị ghi tay khác nhau; hãy để lại một trong hai.",
    en: "The unit chosen in the list and the code written by hand differ; leave one of them.",
  },
  post_overlaps: {
    status: 409,
    vi: "Người này đang giữ đúng chức vụ ấy ở đơn vị ấy trong thời gian đã chọn.",
    en: "This person already holds that very post in that unit in this time.",
  },
  own_post: {
    status: 403,
    vi: "Không ai tự giao cho mình một chức vụ được xem kiến nghị. Nhờ người quản trị khác, hoặc người quản trị cấp trên, giao chức vụ này; nếu chưa có ai khác, hãy mời một người nữa làm quản trị.",
    en: "Nobody gives themselves a post that opens matters. Another administrator, or the one above, gives it; where there is none yet, invite a second administrator.",
  },
  person_kept_elsewhere: {
    status: 403,
    vi: "Người này đang, sắp hoặc từng giữ chức vụ ở đơn vị mà ông/bà không quản trị. Hãy mời nhận chức vụ bằng đường dẫn để người ấy tự nhận, hoặc nhờ người quản trị cấp trên.",
    en: "This person holds, will hold or once held a post in a unit that you do not administer. Offer the post by a link that they accept themselves, or ask the administrator above.",
  },
});

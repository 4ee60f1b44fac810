import { defineProblems } from "#kernel/problem.ts";

/** Why a register file is refused. Every one is shown with the path in the file at which it stands. */
export const registerProblems = defineProblems("register", {
  refused: {
    status: 422,
    vi: "Tệp sổ có {total} chỗ chưa đúng; chưa ghi gì cả. Xem từng chỗ bên dưới.",
    en: "Faults in the register file: {total}; nothing was written. See each of them below.",
  },
  unit_differs: {
    status: 409,
    vi: "Mã “{code}” đã dùng cho đơn vị khác ({there}, loại {kind}), không phải “{name}”.",
    en: "The code “{code}” already stands for another unit ({there}, {kind}), not for “{name}”.",
  },
  record_differs: {
    status: 409,
    vi: "Mục này đã có trong sổ nhưng nội dung khác; việc nhập không ghi đè điều đã ghi.",
    en: "This record is already there and says something else; an import does not overwrite what was written.",
  },
  too_large: {
    status: 413,
    vi: "Tệp có {size} MB, lớn hơn mức cho phép là {limit} MB. Hãy chia tệp theo năm hoặc theo đơn vị.",
    en: "The file has {size} MB, more than the {limit} MB allowed. Split it by year or by unit.",
  },
  empty: { status: 422, vi: "Tệp trống.", en: "The file is empty." },
  no_register: {
    status: 422,
    vi: "Đây không phải tệp sổ mà là tệp Excel, Word, PDF, ảnh hoặc tệp nén. Tệp sổ là tệp .json, như tệp tải về ở mục “Xuất sổ”.",
    en: "This is no register file, but a spreadsheet, a Word file, a PDF, a picture or an archive. A register file is a .json file, such as the export gives.",
  },
  encoding: {
    status: 422,
    vi: "Tệp không phải UTF-8 mà có vẻ là {encoding} (từ byte thứ {offset}). Hãy lưu lại bằng UTF-8.",
    en: "The file is not UTF-8; it seems to be {encoding} (from byte {offset}). Save it again as UTF-8.",
  },
  json_syntax: {
    status: 422,
    vi: "Tệp sai cú pháp JSON ở dòng {line}, cột {column}, gần: {snippet}",
    en: "The file breaks JSON syntax at line {line}, column {column}, near: {snippet}",
  },
  too_deep: {
    status: 422,
    vi: "Dữ liệu lồng nhau quá {limit} cấp.",
    en: "Nested deeper than {limit} levels.",
  },
  not_an_object: {
    status: 422,
    vi: "Tệp phải là một đối tượng JSON, có mục “format”.",
    en: "The file must be one JSON object with a “format”.",
  },
  unknown_format: {
    status: 422,
    vi: "Định dạng phải ghi là “{wanted}”.",
    en: "The format must read “{wanted}”.",
  },
  missing: { status: 422, vi: "Thiếu mục bắt buộc này.", en: "This entry is required and missing." },
  unknown_key: {
    status: 422,
    vi: "Không có mục nào tên như thế ở đây.",
    en: "There is no entry of that name here.",
  },
  wrong_type: { status: 422, vi: "Phải là {wanted}.", en: "Must be {wanted_en}." },
  not_in_list: {
    status: 422,
    vi: "“{value}” không có trong danh mục: {allowed}.",
    en: "“{value}” is not in the list: {allowed}.",
  },
  day_not_real: {
    status: 422,
    vi: "{value} không phải là một ngày có thật, dạng năm-tháng-ngày (2020-01-31).",
    en: "{value} is not a real day of the form year-month-day (2020-01-31).",
  },
  more_than_one_line: { status: 422, vi: "Chỉ được một dòng.", en: "Must be on one line." },
  too_small: { status: 422, vi: "Không được nhỏ hơn {limit}.", en: "Must not be less than {limit}." },
  too_big: { status: 422, vi: "Không được lớn hơn {limit}.", en: "Must not be more than {limit}." },
  too_short: { status: 422, vi: "Không được để trống.", en: "Must not be empty." },
  too_long: { status: 422, vi: "Dài quá {limit} ký tự.", en: "Longer than {limit} characters." },
  wrong_form: { status: 422, vi: "Không đúng dạng.", en: "Not of the right form." },
  duplicate_key: {
    status: 422,
    vi: "Mục này được viết hai lần; chỉ được một, nếu không phần viết trước sẽ mất.",
    en: "This entry is written twice; only one may be, or what was written first would be lost.",
  },
  lead_also_coordinates: {
    status: 422,
    vi: "“{unit}” đã là cơ quan chủ trì, không đồng thời phối hợp.",
    en: "“{unit}” leads already and does not coordinate as well.",
  },
  unit_not_of_matter: {
    status: 422,
    vi: "“{unit}” không phải là cơ quan, tổ chức hoặc đơn vị cấp dưới của “{holder}”, nơi giữ kiến nghị; chỉ giao việc cho nơi làm việc cho đơn vị ấy.",
    en: "“{unit}” is no agency, organisation or unit below “{holder}”, which holds the matter; work is given to those only that work for it.",
  },
  lacks: {
    status: 422,
    vi: "Sổ không ghi {what}; khi làm trên phần mềm thì phải có.",
    en: "The register does not give {what_en}; by the act it must be there.",
  },
  forward_not_above: {
    status: 422,
    vi: "“{unit}” chưa từng là cấp trên của “{holder}”, nơi giữ kiến nghị; chỉ chuyển lên cấp trên.",
    en: "“{unit}” was never above “{holder}”, which holds the matter; it is passed upward only.",
  },
  forward_not_seen_above: {
    status: 422,
    vi: "Không thấy “{unit}” là cấp trên của “{holder}”, nơi giữ kiến nghị; hãy soát lại cây đơn vị.",
    en: "“{unit}” is not known to be above “{holder}”, which holds the matter; look at the tree of units.",
  },
  forward_to_itself: {
    status: 422,
    vi: "“{unit}” chính là nơi giữ kiến nghị; chỉ chuyển lên cấp trên.",
    en: "“{unit}” holds the matter itself; it is passed upward only.",
  },
  forward_to_agency: {
    status: 422,
    vi: "“{unit}” là cơ quan của chính đơn vị; việc ấy là giao việc (assign), không phải chuyển lên cấp trên.",
    en: "“{unit}” is an agency of the unit itself: that is an assignment (assign), not a passing upward.",
  },
  merge_into_ended: {
    status: 422,
    vi: "“{into}” đã bị từ chối hoặc chuyển đi từ ngày {since}; không gộp vào được.",
    en: "“{into}” was rejected or routed out on {since}; nothing is merged into it.",
  },
  merged_twice: {
    status: 422,
    vi: "Gộp vào một kiến nghị: trong tệp này (into) hoặc ngoài tệp (into_elsewhere), không cả hai.",
    en: "It is merged into one matter: of this file (into) or of elsewhere (into_elsewhere), not both.",
  },
  merge_before_receipt: {
    status: 422,
    vi: "Gộp ngày {day} vào “{into}” là kiến nghị tiếp nhận sau đó, ngày {received}.",
    en: "A merge on {day} into “{into}”, which was received after that, on {received}.",
  },
  duplicate: {
    status: 422,
    vi: "“{value}” đã có ở {first}; mỗi mã chỉ được dùng một lần.",
    en: "“{value}” stands already at {first}; each may be used once only.",
  },
  dangling: {
    status: 422,
    vi: "Không tìm thấy {what} “{value}” trong tệp hay trong sổ.",
    en: "There is no {what_en} “{value}” in the file or in the register.",
  },
  turn_of_other_conference: {
    status: 422,
    vi: "Lượt ý kiến “{turn}” thuộc hội nghị “{held}”, không phải “{named}”.",
    en: "The turn “{turn}” belongs to the conference “{held}”, not to “{named}”.",
  },
  order_taken: {
    status: 422,
    vi: "Hội nghị “{held}” đã có lượt ý kiến thứ {order} là “{other}”; mỗi lượt một số thứ tự.",
    en: "The conference “{held}” has a turn number {order} already, “{other}”; each turn has its own.",
  },
  interval_reversed: {
    status: 422,
    vi: "Ngày kết thúc {until} phải sau ngày bắt đầu {from}.",
    en: "The end {until} must come after the beginning {from}.",
  },
  before_receipt: {
    status: 422,
    vi: "Ngày {day} trước ngày tiếp nhận {received}.",
    en: "{day} is before the matter was received on {received}.",
  },
  step_differs: {
    status: 409,
    vi: "Ngày {day} sổ đã ghi “{step}” với nội dung khác; việc nhập không ghi đè, cũng không ghi thêm bước thứ hai. Nếu đúng là hai bước thì tệp phải có cả hai; nếu bước trong sổ ghi nhầm thì hủy bước đó trước.",
    en: "“{step_en}” of {day} is recorded already and says something else; an import neither overwrites it nor adds a second one. If there were two, the file has to have both; if the recorded one is wrong, annul it first.",
  },
  before_step_there: {
    status: 409,
    vi: "Ngày {day} sổ đã ghi “{there}”, còn tệp đặt “{step}” trước bước ấy; bước ghi thêm chỉ nối được vào sau. Hãy hủy bước đã ghi trong sổ rồi ghi lại theo đúng thứ tự.",
    en: "On {day} “{there_en}” is recorded already, and the file puts “{step_en}” before it; a further step only comes after. Annul the step that is recorded and record both in their order.",
  },
  step_there_fails: {
    status: 409,
    vi: "Thêm bước này thì bước “{there}” ngày {day}, đã ghi trong sổ, không còn hợp lệ: {reason}",
    en: "With this step “{there_en}” of {day}, which is recorded already, could not stand: {reason_en}",
  },
  before_unit: {
    status: 422,
    vi: "Ngày {day} đơn vị “{unit}” chưa có (từ {from}).",
    en: "On {day} the unit “{unit}” did not exist yet (from {from}).",
  },
  after_unit: {
    status: 422,
    vi: "Ngày {day} đơn vị “{unit}” không còn (đến {until}).",
    en: "On {day} the unit “{unit}” was no more (until {until}).",
  },
  end_differs: {
    status: 422,
    vi: "“{unit}” kết thúc ngày {until} theo {place}; không thể kết thúc ngày {day}.",
    en: "“{unit}” ends on {until} by {place}; it cannot end on {day}.",
  },
  records_after_end: {
    status: 409,
    vi: "Không ghi được đơn vị kết thúc trước ngày {day}, vì sau đó sổ đang có vẫn còn ghi: {records}.",
    en: "No unit can end before {day}, for the register that is here goes on after that: {records_en}.",
  },
  above_not_there: {
    status: 422,
    vi: "Ngày {day} “{unit}” thuộc “{above}”, mà khi ấy “{above}” chưa có hoặc không còn; hãy thêm việc chuyển “{unit}” về đơn vị cấp trên của ngày đó (reparent).",
    en: "On {day} “{unit}” belongs to “{above}”, which was not there then; add by a reparent under which unit “{unit}” was on that day.",
  },
  cutoff_before_period: {
    status: 422,
    vi: "Ngày chốt số liệu {day} trước ngày đầu của kỳ ({start}).",
    en: "The cut-off {day} is before the first day of the period ({start}).",
  },
  succession_shape: {
    status: 422,
    vi: "Loại “{kind}” phải có {wanted}.",
    en: "A “{kind}” must have {wanted_en}.",
  },
  ballot_out_of_balance: {
    status: 422,
    vi: "Phiếu không khớp: {left} phải {relation} {right}.",
    en: "The ballot does not balance: {left} must be {relation} {right}.",
  },
  circle: {
    status: 422,
    vi: "Đi vòng tròn: {way}.",
    en: "Goes round in a circle: {way}.",
  },
});

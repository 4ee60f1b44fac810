import type { RegisterFileInput } from "#modules/register/register-file.ts";
import { inventedPeople } from "./invented-people.ts";
import { seeded } from "./seeded.ts";

type Matter = NonNullable<RegisterFileInput["recommendations"]>[number];
type MatterEvent = NonNullable<Matter["events"]>[number];
type Unit = NonNullable<RegisterFileInput["units"]>[number];

const HELD_ON = "2019-09-16";
const CONFERENCE = "TQ-2019-09-16";
/** Districts ended and wards were merged on this day. */
const REFORM = "2025-07-01";
/** The residential group of each speaking turn, in order; null where somebody spoke for an organisation. */
const TURNS = [4, 11, 17, 23, null, 9, 30, 14, 26, null, 20];
const PRAISE = [1, 5, 10];

type Asked = {
  turn: number;
  kind: Matter["kind"];
  field: Matter["field"];
  text: string;
  events: MatterEvent[];
};

const answeredNow = (text: string): MatterEvent[] => [
  { on: HELD_ON, act: "rule", ruling: "answered_now", text },
];

const ASKED: Asked[] = [
  {
    turn: 2,
    kind: "question",
    field: "dat_dai.cap_gcn",
    text: "Nhiều hộ trong ngõ sâu của tổ mua bán bằng giấy viết tay trước năm 2004, nay có được cấp giấy chứng nhận không và phải nộp những gì?",
    events: answeredNow(
      "Trường hợp sử dụng ổn định, không tranh chấp, phù hợp quy hoạch thì được xét cấp. Cán bộ địa chính nhận hồ sơ sáng thứ ba và thứ năm, hướng dẫn từng hộ ngay tại bộ phận một cửa.",
    ),
  },
  {
    turn: 2,
    kind: "question",
    field: "thue_phi_tai_chinh",
    text: "Nhà chưa có giấy chứng nhận thì diện tích tính thuế đất phi nông nghiệp lấy theo giấy tờ nào?",
    events: answeredNow(
      "Tính theo diện tích thực tế sử dụng ghi trong tờ khai; khi được cấp giấy thì kê khai lại và bù trừ.",
    ),
  },
  {
    turn: 3,
    kind: "recommendation",
    field: "quy_hoach_xay_dung_do_thi",
    text: "Một công trình trong ngõ đang xây vượt tầng so với giấy phép, gây nứt tường nhà bên; đề nghị phường kiểm tra và xử lý dứt điểm.",
    events: [
      {
        on: HELD_ON,
        act: "rule",
        ruling: "written_answer",
        text: "Giao bộ phận địa chính - xây dựng kiểm tra, trả lời bằng văn bản.",
      },
      {
        on: "2019-09-18",
        act: "assign",
        lead: "TQ-DCXD",
        coordinators: ["TQ-TTXD"],
        due: "2019-10-01",
        symbol: "64/TB-UBND",
      },
      {
        on: "2019-09-27",
        act: "answer",
        outcome: "inspected",
        text: "Đã kiểm tra, lập biên bản phần xây vượt 18 m² ở tầng tum; chủ nhà đã tự tháo dỡ và sửa tường cho nhà bên.",
        symbol: "118/UBND-ĐCXD",
      },
      { on: "2019-10-04", act: "confirm", by: "requester", satisfied: true },
      { on: "2019-10-04", act: "close" },
    ],
  },
  {
    turn: 4,
    kind: "recommendation",
    field: "ve_sinh_moi_truong",
    text: "Xe gom rác đến tổ lúc tan tầm, rác chất đầu ngõ nhiều giờ; đề nghị đổi giờ thu gom.",
    events: answeredNow(
      "Đã thống nhất ngay với đơn vị thu gom: từ thứ hai tuần sau đổi sang 20 giờ 30, tổ trưởng thông báo trên bảng tin.",
    ),
  },
  {
    turn: 6,
    kind: "recommendation",
    field: "thuy_loi_cap_thoat_nuoc",
    text: "Cống chung dưới ngõ có từ mấy chục năm, cứ mưa lớn là nước trào vào nhà; đề nghị cải tạo cả tuyến thoát nước.",
    events: [
      {
        on: HELD_ON,
        act: "rule",
        ruling: "beyond_competence",
        text: "Cải tạo tuyến cống thuộc thẩm quyền của quận; phường báo cáo bằng văn bản và thông tin lại cho tổ dân phố.",
      },
      { on: "2019-09-20", act: "forward_up", to: "DD", symbol: "112/UBND-ĐCXD" },
      {
        on: "2019-11-12",
        act: "reply_from_above",
        outcome: "document_issued",
        text: "Quận đã quyết định đưa việc cải tạo tuyến cống vào danh mục đầu tư năm 2020; trước mắt nạo vét toàn tuyến.",
        symbol: "1904/UBND-QLĐT",
      },
      { on: "2019-11-20", act: "confirm", by: "village_head", satisfied: true },
      { on: "2019-11-20", act: "close" },
    ],
  },
  {
    turn: 7,
    kind: "report",
    field: "quy_hoach_xay_dung_do_thi",
    text: "Hàng quán ăn sáng bày bàn ghế kín vỉa hè đầu phố, học sinh phải đi xuống lòng đường.",
    events: answeredNow(
      "Công an phường và tổ trật tự ra quân từ 6 giờ sáng mai, duy trì kiểm tra hằng ngày; số điện thoại phản ánh niêm yết tại đầu ngõ.",
    ),
  },
  {
    turn: 7,
    kind: "recommendation",
    field: "dien_chieu_sang_vien_thong",
    text: "Dây cáp thông tin võng xuống ngang đầu người ở đoạn cuối ngõ; đề nghị bó gọn.",
    events: answeredNow(
      "Phường đã hẹn các nhà mạng cùng bó gọn đoạn này trong tuần; tổ trưởng được mời chứng kiến.",
    ),
  },
  {
    turn: 8,
    kind: "recommendation",
    field: "dat_dai.lan_chiem",
    text: "Một hộ xây bục lên lối đi chung của năm nhà; đề nghị phường xác định đó là đất chung hay đất riêng.",
    events: [
      {
        on: HELD_ON,
        act: "rule",
        ruling: "written_answer",
        text: "Giao bộ phận địa chính - xây dựng xác minh hồ sơ, trả lời bằng văn bản.",
      },
      {
        on: "2019-09-18",
        act: "assign",
        lead: "TQ-DCXD",
        coordinators: ["TQ-TP"],
        due: "2019-10-01",
        symbol: "64/TB-UBND",
      },
      {
        on: "2019-09-30",
        act: "answer",
        outcome: "explained",
        text: "Theo bản đồ địa chính năm 1996 phần bục nằm trong thửa của hộ ấy, không thuộc lối đi chung; đã trích sao bản đồ gửi năm hộ.",
        symbol: "121/UBND-ĐCXD",
      },
    ],
  },
  {
    turn: 9,
    kind: "recommendation",
    field: "thue_phi_tai_chinh",
    text: "Lịch thu thuế đất phi nông nghiệp chỉ có giờ hành chính, người đi làm không nộp được; đề nghị thu cả buổi tối.",
    events: answeredNow(
      "Bố trí thêm ba buổi tối và sáng thứ bảy cuối tháng 9 tại nhà sinh hoạt cộng đồng, có hướng dẫn nộp qua ngân hàng.",
    ),
  },
  {
    turn: 11,
    kind: "report",
    field: "ve_sinh_moi_truong",
    text: "Mấy hàng ăn trong ngõ vẫn đun than tổ ong, khói vào nhà có trẻ nhỏ và người già.",
    events: answeredNow(
      "Phường đã vận động 9 trong 12 hàng chuyển bếp; ba hàng còn lại ký cam kết bỏ than tổ ong trước 30/9.",
    ),
  },
];

/** Thổ Quan ward, Đống Đa, Hà Nội: the dialogue of 16 September 2019 and what became of it. */
export function thoQuan(): RegisterFileInput {
  const invent = inventedPeople(seeded(2019));
  const speakers = TURNS.map(() => invent());
  return {
    format: "doi-thoai/register@1",
    units: units(),
    successions: [
      { kind: "merge", on: REFORM, from: ["TQ"], to: ["VM"] },
      { kind: "reparent", on: REFORM, from: groups().map(({ code }) => code), to: ["VM"] },
      { kind: "abolish", on: REFORM, from: ["DD"], to: [] },
    ],
    plans: [
      {
        ref: "TQ-KH-2019",
        unit: "TQ",
        year: 2019,
        symbol: "101-KH/ĐU",
        issued_on: "2019-05-13",
        requirements: [{ unit: "TQ", required: 1 }],
      },
    ],
    conferences: [
      {
        ref: CONFERENCE,
        unit: "TQ",
        form: "periodic",
        held_on: HELD_ON,
        plan: "TQ-KH-2019",
        chairs: [
          { name: invent(), capacity: "party_secretary", is_head: true },
          { name: invent(), capacity: "council", is_head: true },
          { name: invent(), capacity: "chairperson", is_head: true },
        ],
        topic: "Kết quả 9 tháng và nhiệm vụ 3 tháng cuối năm 2019",
      },
    ],
    turns: TURNS.map((group, at) => ({
      ref: turnRef(at + 1),
      conference: CONFERENCE,
      order: at + 1,
      speaker: speakers[at],
      village: group === null ? null : groupCode(group),
      praise_only: PRAISE.includes(at + 1),
    })),
    recommendations: [
      ...ASKED.map((asked, at) => matterOf(asked, at + 1, speakers)),
      carriedOnByTheDistrict(),
    ],
  };
}

function turnRef(order: number): string {
  return `${CONFERENCE}-t${order}`;
}

function groupCode(group: number): string {
  return `TQ-${group}`;
}

function matterOf({ turn, ...asked }: Asked, order: number, speakers: string[]): Matter {
  const group = TURNS[turn - 1];
  const { events, ...said } = asked;
  return {
    ref: matterRef(order),
    unit: "TQ",
    conference: CONFERENCE,
    turn: turnRef(turn),
    channel: "conference",
    received_on: HELD_ON,
    ...said,
    raised_by: speakers[turn - 1],
    village: group ? groupCode(group) : null,
    events,
  };
}

function matterRef(order: number): string {
  return `TQ-2019-${String(order).padStart(2, "0")}`;
}

/** The drain of the fifth matter, on the desk of the district: the same matter, not one more. */
function carriedOnByTheDistrict(): Matter {
  const { text, field } = ASKED[4]!;
  return {
    ref: "DD-2019-TQ-05",
    unit: "DD",
    channel: "letter",
    received_on: "2019-09-23",
    kind: "recommendation",
    field,
    text,
    village: groupCode(TURNS[5]!),
    forwarded_from: matterRef(5),
    events: [
      { on: "2019-09-25", act: "rule", ruling: "written_answer" },
      { on: "2019-09-25", act: "assign", lead: "DD-QLDT", coordinators: [], due: "2019-11-15" },
      {
        on: "2019-11-08",
        act: "answer",
        outcome: "document_issued",
        text: "Đã quyết định đưa tuyến cống vào danh mục đầu tư năm 2020 và giao nạo vét toàn tuyến.",
        symbol: "1904/UBND-QLĐT",
      },
    ],
  };
}

function units(): Unit[] {
  return [
    { code: "HN", name: "Thành phố Hà Nội", kind: "province", parent: null },
    { code: "DD", name: "Quận Đống Đa", kind: "district", parent: "HN", until: REFORM },
    {
      code: "DD-QLDT",
      name: "Phòng Quản lý đô thị quận Đống Đa",
      kind: "agency",
      parent: "DD",
      until: REFORM,
    },
    { code: "TQ", name: "Phường Thổ Quan", kind: "commune", parent: "DD", until: REFORM },
    { code: "VM", name: "Phường Văn Miếu - Quốc Tử Giám", kind: "commune", parent: "HN", from: REFORM },
    { code: "TQ-DCXD", name: "Bộ phận Địa chính - Xây dựng", kind: "agency", parent: "TQ", until: REFORM },
    {
      code: "TQ-TTXD",
      name: "Tổ Quản lý trật tự xây dựng đô thị",
      kind: "agency",
      parent: "TQ",
      until: REFORM,
    },
    { code: "TQ-TP", name: "Bộ phận Tư pháp - Hộ tịch", kind: "agency", parent: "TQ", until: REFORM },
    ...groups(),
  ];
}

/** The residential groups that spoke. */
function groups(): Unit[] {
  return TURNS.filter((group) => group !== null)
    .sort((one, other) => one - other)
    .map((group) => ({
      code: groupCode(group),
      name: `Tổ dân phố số ${group}`,
      kind: "village",
      parent: "TQ",
    }));
}

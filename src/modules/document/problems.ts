import { defineProblems } from "#kernel/problem.ts";

export const documentProblems = defineProblems("document", {
  not_found: {
    status: 404,
    vi: "Không có văn bản này, hoặc ông/bà không được xem.",
    en: "There is no such document, or you may not see it.",
  },
  symbol_unreadable: {
    status: 422,
    vi: "Không đọc được số, ký hiệu “{text}”. Ghi theo mẫu {pattern}.",
    en: "The number and symbol “{text}” cannot be read. Write it like {pattern}.",
  },
  symbol_of_another_type: {
    status: 422,
    vi: "“{text}” là số của loại {found}, còn văn bản này là loại {type}.",
    en: "“{text}” is the number of a {found}, and this document is a {type}.",
  },
  number_used: {
    status: 409,
    vi: "Số {symbol} ({period}) đã cấp cho văn bản “{abstract}” ngày {on}.",
    en: "The number {symbol} ({period}) already belongs to the document “{abstract}” of {on}.",
  },
  no_term: {
    status: 422,
    vi: "Chưa khai nhiệm kỳ cấp ủy có ngày {on}; số văn bản của Đảng chạy theo nhiệm kỳ. Vào Quản trị → Văn phòng để khai.",
    en: "No term of the Party committee holds the day {on}; Party numbers run through a term. Enter it under Administration → Office.",
  },
  not_numbered: {
    status: 422,
    vi: "Loại giấy tờ “{kind}” không mang số.",
    en: "A paper of the kind “{kind}” bears no number.",
  },
  wrong_side: {
    status: 422,
    vi: "{side} không ban hành loại “{kind}”.",
    en: "{side} does not issue papers of the kind “{kind}”.",
  },
  replaced_already: {
    status: 409,
    vi: "Văn bản này đã có văn bản khác thay thế.",
    en: "This document has already been replaced by another.",
  },
  issuer_ended: {
    status: 422,
    vi: "Ngày {on} cơ quan này không còn, và chưa đơn vị nào tiếp nhận công việc của cơ quan: hãy bàn giao trước, hoặc ghi ngày của văn bản đã có.",
    en: "On {on} this office is no more and nobody has taken over its work: hand it over first, or give the day of the paper that exists.",
  },
  ended_without_number: {
    status: 422,
    vi: "Ngày {on} cơ quan này còn hoạt động nhưng nay đã kết thúc, nên không lấy số mới được nữa: ghi số, ký hiệu mà văn bản đã có, hoặc ghi ngày của đơn vị tiếp nhận.",
    en: "This office was there on {on} and has ended since, so it draws no new number: enter the number that the paper already bears, or a day of the unit that carries it on.",
  },
  issued_in_the_future: {
    status: 422,
    vi: "Ngày {on} chưa đến; văn bản không ghi ngày ban hành ở tương lai.",
    en: "The day {on} has not come yet; a document is not dated in the future.",
  },
  term_twice: {
    status: 422,
    vi: "Hai nhiệm kỳ cùng tên hoặc cùng ngày bắt đầu.",
    en: "Two terms have the same name or begin on the same day.",
  },
});

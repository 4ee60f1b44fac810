import { dayAsRead } from "#kernel/day-as-read.ts";
import { paragraph, type Block, type Side } from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import { nameInSentence } from "#modules/organization/name-in-sentence.ts";
import type { LetterKind, MatterPaperKind } from "./paper-choices.ts";

/** Someone who raised a matter, as a paper may call them. */
export type RaisedBy = {
  /** The matter in which they did. */
  readonly code: string;
  /** Null where nobody is named, or is not to be. */
  readonly name: string | null;
  readonly village: string | null;
};

/** What the papers about one matter say. Days are `YYYY-MM-DD`. */
export type MatterFacts = {
  readonly code: string;
  readonly text: string;
  readonly receivedOn: string;
  /** The day of the conference at which it was raised. */
  readonly heldOn: string | null;
  /** "Ủy ban nhân dân xã An", as the running text calls whoever signs. */
  readonly issuer: string;
  /** Whoever received the matter, as called on that day: the issuer itself, unless units have changed since. */
  readonly receiver: string;
  /** Everybody whom a reply answers: whoever raised it, and the matters that go on in it; empty for any other letter. */
  readonly raisedBy: readonly RaisedBy[];
  readonly lead: string | null;
  readonly coordinators: readonly {
    readonly name: string;
    readonly duty: string | null;
    readonly dueOn: string | null;
  }[];
  readonly dueOn: string | null;
  /** The assignment in force: its day, its number where it bears one, who gave the work and to whom, as called then. */
  readonly assigned: {
    readonly on: string;
    readonly symbol: string | null;
    readonly by: string;
    readonly lead: string;
    /** Whether another unit gives it, or another has it, on the day of the letter; a unit that was renamed is the same. */
    readonly handedOn: boolean;
  } | null;
  readonly answer: string | null;
  /** The unit above to which it was passed, and what was written to it. */
  readonly above: { readonly name: string; readonly text: string | null } | null;
};

/** A letter about a matter, as it stands on the day that the letter is to bear. */
export function matterLetter(kind: LetterKind, facts: MatterFacts, side: Side, day: string): PaperContent {
  const { about, addressees, body, alsoTo = [] } = letters[kind](facts, day);
  const abstract = `${about} (mã ${facts.code})`;
  return { side, kind, abstract, addressees, body, alsoTo: ["Như trên", ...alsoTo] };
}

type Letter = {
  readonly about: string;
  readonly addressees: readonly string[];
  readonly body: readonly Block[];
  readonly alsoTo?: readonly string[];
};

const letters: Record<LetterKind, (facts: MatterFacts, day: string) => Letter> = {
  assignment_letter: assignmentLetter,
  reminder_letter: reminderLetter,
  reply_letter: replyLetter,
  upward_letter: upwardLetter,
};

function assignmentLetter(facts: MatterFacts): Letter {
  const { issuer, lead, dueOn } = facts;
  const coordinators = [...new Set(facts.coordinators.map(({ name }) => name))].filter((one) => one !== lead);
  const helping = coordinators.length > 0 ? `, phối hợp với ${coordinators.join(", ")}` : "";
  const until = dueOn ? ` Thời hạn hoàn thành: ${dayAsRead(dueOn)}.` : "";
  const leads = facts.assigned?.handedOn ? "tiếp tục chủ trì" : "chủ trì";
  const task = `${givenBefore(facts)}${issuer} giao ${lead} ${leads}${helping} kiểm tra, giải quyết và báo cáo kết quả bằng văn bản.${until}`;
  return {
    about: "giải quyết kiến nghị của Nhân dân",
    addressees: [...(lead ? [lead] : []), ...coordinators],
    body: [
      ...whatCameIn(facts),
      paragraph(task),
      ...duties(facts),
      paragraph("Trong quá trình thực hiện, nếu có vướng mắc, kịp thời báo cáo để được xem xét, chỉ đạo."),
    ],
  };
}

function givenBefore({ assigned }: MatterFacts): string {
  if (!assigned?.handedOn) return "";
  return `Ngày ${dayAsRead(assigned.on)}, ${assigned.by} đã giao ${assigned.lead} chủ trì giải quyết nội dung trên; nay `;
}

/** Of the dates only those that are not the lead's. */
function duties({ coordinators, dueOn: common }: MatterFacts): Block[] {
  const items = coordinators
    .map((one) => (one.dueOn === common ? { ...one, dueOn: null } : one))
    .filter(({ duty, dueOn }) => duty ?? dueOn)
    .map(
      ({ name, duty, dueOn }) =>
        `${name}: ${[duty, dueOn && `hạn ${dayAsRead(dueOn)}`].filter(Boolean).join("; ")}.`,
    );
  if (items.length === 0) return [];
  return [paragraph("Nhiệm vụ của cơ quan, đơn vị phối hợp:"), { kind: "list", marks: "dash", items }];
}

function reminderLetter(facts: MatterFacts, day: string): Letter {
  const { issuer, lead, assigned, dueOn } = facts;
  const number = assigned?.symbol ? ` tại văn bản số ${assigned.symbol}` : "";
  const given = assigned
    ? `Ngày ${dayAsRead(assigned.on)}, ${assigned.by} đã giao ${assigned.lead} giải quyết nội dung trên${number}${
        !assigned.handedOn ? "" : `; nay ${lead} tiếp tục giải quyết`
      }.`
    : "";
  return {
    about: "đôn đốc giải quyết kiến nghị của Nhân dân",
    addressees: lead ? [lead] : [],
    body: [
      ...whatCameIn(facts),
      paragraph([given, lateness(dueOn, day)].filter(Boolean).join(" ")),
      paragraph(
        `${issuer} đề nghị ${lead} khẩn trương giải quyết, báo cáo kết quả bằng văn bản; trường hợp chưa giải quyết xong, nêu rõ lý do, khó khăn, vướng mắc và thời gian hoàn thành.`,
      ),
    ],
  };
}

function lateness(dueOn: string | null, day: string): string {
  if (!dueOn) return "";
  const left = Temporal.PlainDate.from(day).until(dueOn).days;
  const until = `Thời hạn hoàn thành là ngày ${dayAsRead(dueOn)}`;
  if (left < 0) return `${until}; tính đến ngày ${dayAsRead(day)} đã quá hạn ${-left} ngày.`;
  return left === 0 ? `${until}, là ngày ký văn bản này.` : `${until}, còn ${left} ngày.`;
}

function replyLetter(facts: MatterFacts): Letter {
  const { issuer, answer } = facts;
  return {
    about: "trả lời kiến nghị của Nhân dân",
    addressees: [...new Set(facts.raisedBy.map(whoAsked))],
    alsoTo: villagesToldBeside(facts),
    body: [
      ...whatCameIn(facts),
      paragraph(`Về nội dung này, ${issuer} trả lời như sau:`),
      ...prose(answer),
      paragraph(`${issuer} trân trọng thông báo để ông (bà) được biết.`),
    ],
  };
}

const addressed =
  /^(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|hộ|nhóm|tập thể|đại diện|các|nhân dân|cử tri|hội|tổ)\s/iu;

/** Whoever raised it, by name where the name may be read; otherwise the people of the village. */
function whoAsked({ code, name, village }: RaisedBy): string {
  const place = village ? `, ${nameInSentence(village)}` : "";
  if (name) return `${addressed.test(name) ? "" : "Ông (bà) "}${name}${place}`;
  return village ? `Nhân dân ${nameInSentence(village)}` : `Người gửi kiến nghị mã ${code}`;
}

/** Where several matters go on in it, each of their villages has people who wait for the same reply. */
function villagesToldBeside({ code, raisedBy }: MatterFacts): string[] {
  if (raisedBy.every((one) => one.code === code)) return [];
  return [...new Set(raisedBy.flatMap(({ village }) => village ?? []))];
}

function upwardLetter(facts: MatterFacts): Letter {
  const { issuer, above } = facts;
  const name = above?.name ?? "cấp trên";
  return {
    about: "đề nghị giải quyết kiến nghị vượt thẩm quyền",
    addressees: above ? [above.name] : [],
    body: [
      ...whatCameIn(facts),
      paragraph(`Nội dung trên vượt thẩm quyền giải quyết của ${issuer}.`),
      ...prose(above?.text ?? null),
      paragraph(
        `${issuer} kính đề nghị ${name} xem xét, giải quyết và thông báo kết quả để trả lời Nhân dân.`,
      ),
    ],
  };
}

function whatCameIn({ receiver, receivedOn, heldOn, text }: MatterFacts): Block[] {
  const at = heldOn ? ` tại hội nghị đối thoại ngày ${dayAsRead(heldOn)}` : "";
  const from =
    heldOn === receivedOn
      ? `${receiver} tiếp nhận${at}`
      : `Ngày ${dayAsRead(receivedOn)}, ${receiver} tiếp nhận`;
  return [paragraph(`${from} kiến nghị của Nhân dân với nội dung như sau:`), ...prose(quoted(text))];
}

/** "“Đề nghị sửa đường.”": the mark at the end stands within the quotation, and there always is one. */
function quoted(text: string): string {
  const said = text.trim();
  return `“${said}${/[.!?…]$/u.test(said) ? "" : "."}”`;
}

function prose(text: string | null): Block[] {
  const lines = (text ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").map((line) => paragraph(line));
}

/** What a transfer slip says. It has no place for what the matter is about, nor for who raised it. */
export type SlipFacts = Pick<MatterFacts, "code" | "receivedOn" | "issuer" | "receiver"> & {
  readonly to: string;
};

/** The slip that goes with papers sent where the law on complaints and denunciations wants them. */
export function transferSlip(
  { code, receivedOn, issuer, receiver, to }: SlipFacts,
  side: Side,
): PaperContent {
  return {
    side,
    kind: "transfer_slip",
    abstract: `Chuyển nội dung đến cơ quan có thẩm quyền (mã ${code})`,
    addressees: [to],
    body: [
      paragraph(`Ngày ${dayAsRead(receivedOn)}, ${receiver} tiếp nhận nội dung có mã ${code} (gửi kèm).`),
      paragraph(
        `Qua xem xét, nội dung này không thuộc phạm vi giải quyết kiến nghị qua đối thoại; ${issuer} chuyển đến ${to} để xem xét, giải quyết theo quy định của pháp luật.`,
      ),
      paragraph(
        "Thông tin trong hồ sơ gửi kèm được quản lý theo quy định về bảo vệ bí mật người cung cấp thông tin.",
      ),
    ],
    recipients: ["Như trên"],
  };
}

/** Whether a kind of paper is a letter, for the office to write. */
export function isLetter(kind: MatterPaperKind): kind is LetterKind {
  return kind !== "transfer_slip";
}

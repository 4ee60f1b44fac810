import { moveRows } from "#modules/recommendation/moves/move-rows.ts";
import type { Side, ToldDetails } from "#modules/recommendation/moves/told.ts";
import type { Move, Status } from "#modules/recommendation/status-transitions.ts";
import { moves } from "#modules/recommendation/status-transitions.ts";
import { classWords, statusWords } from "#modules/recommendation/words.ts";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// One act has one word: on its button and as the title of its form and in the history (`words`), when it was done (`heard`), to those
// who are told (`told`), and as the state that it leaves, where that is named after it.

type Named = {
  readonly vi: RegExp;
  readonly en: RegExp;
  /** What is heard of it besides its row. */
  readonly said?: readonly string[];
  /** The state that is named after it; a state that is named after the work it leaves, such as in hand, is not. */
  readonly state?: Status;
};

const named: Readonly<Record<Move, Named>> = {
  rule: { vi: /kết luận/, en: /rul(e|ing)/, said: ["rule", "rule_due"] },
  assign: { vi: /giao/, en: /assign/, said: ["assign", "assign_many"] },
  return: { vi: /trả lại.* do không đúng thẩm quyền/, en: /return.* as wrong competence/ },
  hand_over: { vi: /bàn giao/, en: /hand(ed)? over/ },
  ask_extension: {
    vi: /đề nghị gia hạn/,
    en: /ask.* extension|extension.* asked for/,
    said: ["ask_extension"],
  },
  refuse_extension: { vi: /không đồng ý gia hạn/, en: /refuse.* extension|extension.* refused/ },
  extend: { vi: /gia hạn/, en: /extend/, said: ["extend"] },
  schedule: { vi: /lộ trình/, en: /schedule/, said: ["schedule"], state: "scheduled" },
  block: { vi: /vướng khách quan/, en: /block(ed)? for now/, said: ["block"], state: "blocked" },
  finish_duty: { vi: /báo xong phần phối hợp/, en: /report.* part.* done|part.* reported (as )?done/ },
  draft_answer: { vi: /dự thảo trả lời/, en: /draft.* answer/ },
  send_back: { vi: /gửi trả.*để sửa/, en: /draft.* (sent )?back/ },
  approve_answer: { vi: /duyệt dự thảo/, en: /approve.* draft|draft.* approved/ },
  answer: { vi: /trả lời/, en: /answer/, said: ["issue_answer", "issue_answer_symbol"], state: "answered" },
  forward_up: { vi: /chuyển.*lên/, en: /pass.* upward/, said: ["forward_up"], state: "passed_up" },
  reply_from_above: { vi: /trả lời/, en: /reply from above|answered; please/ },
  merge: { vi: /gộp/, en: /merge/, said: ["merge"], state: "merged" },
  hold: { vi: /tạm ẩn/, en: /h(old|eld) for review/ },
  release: { vi: /cho hiển thị lại/, en: /release/ },
  route_out: { vi: /chuyển.* theo quy định/, en: /routed? out/, said: ["route_out"], state: "routed_out" },
  confirm: {
    vi: /kết quả|chưa đồng ý/,
    en: /result|finding|not satisfied/,
    said: ["village", "requester", "front"].flatMap((by) => [`confirm_${by}_yes`, `confirm_${by}_no`]),
  },
  close: { vi: /kết thúc/, en: /close/, state: "closed" },
  reject: { vi: /không xử lý được/, en: /not processable/, state: "rejected" },
  reopen: { vi: /mở lại/, en: /reopen/ },
};

const sides: readonly Side[] = ["lead", "coordinators", "unit", "village", "above", "other"];
const messages = (["vi", "en"] as const).map(
  (language) =>
    JSON.parse(
      readFileSync(new URL(`../../src/messages/${language}.json`, import.meta.url), "utf8"),
    ) as Record<string, string>,
);

function sentencesOf(move: Move): { readonly vi: string; readonly en: string }[] {
  const { words, heard, told } = moveRows[move];
  const { said = [], state } = named[move];
  const details: ToldDetails[] = sides.map((side) => ({ code: "A-2026-0001", side }));
  return [
    words,
    ...(typeof heard === "string" ? [] : [heard("A-2026-0001")]),
    ...said.map((one) => ({
      vi: messages[0]![`said_matter_${one}`]!,
      en: messages[1]![`said_matter_${one}`]!,
    })),
    ...("say" in told ? details.map(told.say) : []),
    ...(state ? [statusWords[state]] : []),
  ];
}

test.each(moves)("%s is called the same wherever it is named", (move) => {
  const { vi, en } = named[move];
  const others = sentencesOf(move).filter(
    (sentence) => !vi.test(sentence.vi.toLowerCase()) || !en.test(sentence.en.toLowerCase()),
  );
  expect(others).toEqual([]);
});

test("what is in a state and the line of the report that counts it are called the same", () => {
  const both = ["scheduled", "blocked", "in_hand", "awaiting_ruling"] as const;
  for (const one of both) expect(classWords[one]).toEqual(statusWords[one]);
  expect(classWords.invalid).toEqual(statusWords.rejected);
});

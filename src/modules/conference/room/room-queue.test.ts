import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cleared,
  dropped,
  entered,
  nextToSend,
  nothingKept,
  outcomeOf,
  readKept,
  recalled,
  refused,
  rulingsBack,
  saved,
  typed,
  type Entry,
  type Kept,
  type RoomForm,
} from "./room-queue.ts";

type New = Omit<Entry, "state" | "sentence">;
const turn = (key: string): New => ({
  key,
  kind: "turn",
  needs: null,
  label: key,
  fields: { speaker: key },
});
const matter = (key: string, needs: string | null): New => ({
  key,
  kind: "matter",
  needs,
  label: key,
  fields: { text: key },
});
const ruling = (key: string, needs: string): New => ({
  key,
  kind: "rule",
  needs,
  label: key,
  fields: { ruling: "noted" },
});
const queued = (...entries: New[]) =>
  entries.reduce((kept, entry) => entered(kept, entry, null), nothingKept);
const keys = ({ queue }: Kept) => queue.map(({ key }) => key);

/** Sends all that can be sent; the server answers each with an id and a code. */
function sendAll(start: Kept): { kept: Kept; sent: Entry[] } {
  const sent: Entry[] = [];
  let kept = start;
  for (let entry = nextToSend(kept); entry; entry = nextToSend(kept)) {
    sent.push(entry);
    kept = saved(kept, entry.key, { id: `id-${entry.key}`, code: `CODE-${entry.key}` });
  }
  return { kept, sent };
}

describe("the queue", () => {
  test("goes in the order of entry, each told to what it belongs by the answer", () => {
    const { kept, sent } = sendAll(queued(turn("t1"), matter("m1", "t1"), ruling("r1", "m1"), turn("t2")));
    expect(keys(kept)).toEqual([]);
    expect(sent.map(({ key, fields }) => [key, fields.turn ?? fields.recommendation])).toEqual([
      ["t1", undefined],
      ["m1", "id-t1"],
      ["r1", "CODE-m1"],
      ["t2", undefined],
    ]);
  });

  test("a matter that is finished after its turn was saved finds it by the answer", () => {
    const kept = saved(queued(turn("t1")), "t1", { id: "id-t1" });
    expect(nextToSend(entered(kept, matter("m1", "t1"), "matter"))?.fields.turn).toBe("id-t1");
  });

  test("one that was refused holds back what belongs to it, and nothing else", () => {
    const kept = refused(queued(turn("t1"), matter("m1", "t1"), turn("t2")), "t1", "Ghi tên.");
    expect(nextToSend(kept)?.key).toBe("t2");
    const after = sendAll(kept).kept;
    expect(after.queue.map(({ key, state }) => [key, state])).toEqual([
      ["t1", "refused"],
      ["m1", "waiting"],
    ]);
  });

  test("put right and finished again under its own key, it takes its matters with it", () => {
    const kept = refused(queued(turn("t1"), matter("m1", "t1")), "t1", "Ghi tên.");
    const back = recalled(kept, "t1", () => "new");
    expect(back.drafts.turn).toMatchObject({ key: "t1", sentence: "Ghi tên.", fields: { speaker: "t1" } });
    const again = entered(back, { ...turn("t1"), fields: { speaker: "Ông Hai" } }, "turn");
    expect(again.drafts.turn).toBeUndefined();
    const { kept: after, sent } = sendAll(again);
    expect(keys(after)).toEqual([]);
    expect(sent.map(({ key }) => key)).toEqual(["t1", "m1"]);
    expect(sent[1]!.fields).toMatchObject({ turn: "id-t1", raised_by: "Ông Hai" });
  });

  test("what stood in the form is set aside when another comes back into it", () => {
    const typing = typed(refused(queued(turn("t1")), "t1", "Ghi tên."), "turn", "speaker", "Bà Ba");
    const back = recalled(typing, "t1", () => "new");
    expect(back.queue).toMatchObject([{ key: "new", state: "aside", fields: { speaker: "Bà Ba" } }]);
    expect(nextToSend(back)).toBeNull();
    const swapped = recalled(back, "new", () => "never");
    expect(swapped.drafts.turn?.fields.speaker).toBe("Bà Ba");
    expect(swapped.queue).toMatchObject([{ key: "t1", state: "aside" }]);
  });

  test("a ruling goes back to the form of its matter, with the sentence and all that was typed", () => {
    const fields = { recommendation: "X-1", ruling: "written_answer", on: "2026-03-05", due: "2026-03-20" };
    const typedSo = { text: "Sẽ trả lời", due: "20/3/2026" };
    const entry = { ...ruling("r1", ""), needs: null, fields, typed: typedSo };
    const kept = refused(queued(entry, turn("t2")), "r1", "Đã kết luận.");
    expect(nextToSend(kept)?.key).toBe("t2");
    const back = recalled(kept, "r1", () => "new");
    expect(back.drafts["rule:X-1"]).toMatchObject({
      key: "r1",
      sentence: "Đã kết luận.",
      fields: { text: "Sẽ trả lời", due: "20/3/2026", ruling: "written_answer" },
    });
    expect(rulingsBack(back)).toEqual(["X-1"]);
    expect(rulingsBack(cleared(back, "rule:X-1"))).toEqual([]);
  });

  test("what was typed for the same matter meanwhile is set aside, and comes back too", () => {
    const entry = { ...ruling("r1", ""), needs: null, fields: { recommendation: "X-1", ruling: "noted" } };
    const typing = typed(refused(queued(entry), "r1", "Không."), "rule:X-1", "text", "Đang gõ");
    const back = recalled(typing, "r1", () => "new");
    const aside = { key: "new", kind: "rule", state: "aside", label: "X-1: Đang gõ" };
    expect(back.queue).toMatchObject([aside]);
    expect(nextToSend(back)).toBeNull();
    const swapped = recalled(back, "new", () => "never");
    expect(swapped.drafts["rule:X-1"]?.fields.text).toBe("Đang gõ");
    expect(swapped.queue).toMatchObject([{ key: "r1", state: "aside" }]);
  });

  test("a ruling whose matter is not saved yet has no form to go back to", () => {
    const kept = queued(matter("m1", null), ruling("r1", "m1"));
    expect(recalled(kept, "r1", () => "new")).toEqual(kept);
  });

  test("what others belong to cannot be thrown away", () => {
    const kept = refused(queued(turn("t1"), matter("m1", "t1")), "t1", "Không.");
    expect(keys(dropped(kept, "t1"))).toEqual(["t1", "m1"]);
    expect(keys(dropped(dropped(kept, "m1"), "t1"))).toEqual([]);
  });

  test("the turn that is split turns from one that waits into one that is saved", () => {
    const open = { id: null, entry: "t1", label: "", speaker: "", naming: "named", village: "" };
    const kept = { ...queued(turn("t1")), turn: open };
    expect(saved(kept, "t1", { id: "id-t1" }).turn).toMatchObject({ id: "id-t1", entry: null });
  });
});

test("whatever is typed, refused, recalled and sent in whatever order: nothing is lost, nothing is there twice", () => {
  const step = fc.record({
    what: fc.constantFrom("turn", "matter", "rule", "send", "refuse", "recall", "finish"),
    at: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let kept = nothingKept;
      const made: string[] = [];
      const done: string[] = [];
      for (const [index, { what, at }] of steps.entries()) {
        const key = `k${index}`;
        const chosen = kept.queue[at % Math.max(1, kept.queue.length)];
        if (what === "turn") [kept] = [entered(kept, turn(key), null), made.push(key)];
        if (what === "matter") {
          const turns = kept.queue.filter(({ kind }) => kind === "turn");
          kept = entered(kept, matter(key, turns[at % Math.max(1, turns.length)]?.key ?? null), null);
          made.push(key);
        }
        const asked = kept.queue.find((entry) => entry.kind === "matter");
        if (what === "rule" && asked) [kept] = [entered(kept, ruling(key, asked.key), null), made.push(key)];
        if (what === "recall" && chosen) kept = recalled(kept, chosen.key, () => `aside-${index}`);
        const next = nextToSend(kept);
        if (what === "send" && next) [kept] = [saved(kept, next.key, { id: next.key }), done.push(next.key)];
        if (what === "refuse" && next) kept = refused(kept, next.key, "Không.");
        for (const [form, draft] of what === "finish" ? Object.entries(kept.drafts) : []) {
          const { key: own, fields, needs = null } = draft;
          const kind = (form.startsWith("rule:") ? "rule" : form) as Entry["kind"];
          if (own) kept = entered(kept, { key: own, kind, fields, needs, label: "" }, form as RoomForm);
        }
      }
      const drafted = Object.values(kept.drafts).map(({ key }) => key);
      expect([...keys(kept), ...drafted, ...done].toSorted()).toEqual(made.toSorted());
      expect(readKept(JSON.stringify(kept))).toEqual(kept);
    }),
  );
});

test.each([
  [
    "saved",
    200,
    { answer: { id: "1", code: "A-1" }, said: "Đã ghi." },
    { kind: "saved", answer: { id: "1", code: "A-1" }, said: "Đã ghi." },
  ],
  ["refused with a sentence", 422, { sentence: "Sai." }, { kind: "refused", sentence: "Sai." }],
  ["changed meanwhile", 409, { sentence: "Đã sửa." }, { kind: "refused", sentence: "Đã sửa." }],
  ["the session has ended", 401, null, { kind: "signed_out" }],
  ["the server is busy", 503, { sentence: "Bận." }, { kind: "later" }],
  ["a page of some gateway in between", 200, "<html>", { kind: "later" }],
  ["a refusal of some gateway in between", 403, "<html>", { kind: "later" }],
])("an answer that means: %s", (_, status, body, outcome) => {
  expect(outcomeOf(status, body)).toEqual(outcome);
});

test.each([
  ["nothing", null],
  ["half a text", '{"queue":[{"key"'],
  ["something else", '"hello"'],
])("a device that holds %s still opens the page", (_, stored) => {
  expect(readKept(stored)).toEqual(nothingKept);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dropped,
  entered,
  nextToSend,
  nothingKept,
  outcomeOf,
  readKept,
  recalled,
  refused,
  saved,
  typed,
  type Entry,
  type Kept,
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
    what: fc.constantFrom("turn", "matter", "send", "refuse", "recall", "finish"),
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
        if (what === "recall" && chosen) kept = recalled(kept, chosen.key, () => `aside-${index}`);
        const next = nextToSend(kept);
        if (what === "send" && next) [kept] = [saved(kept, next.key, { id: next.key }), done.push(next.key)];
        if (what === "refuse" && next) kept = refused(kept, next.key, "Không.");
        for (const form of what === "finish" ? (["turn", "matter"] as const) : []) {
          const draft = kept.drafts[form];
          if (!draft?.key) continue;
          const { key: own, fields, needs = null } = draft;
          kept = entered(kept, { key: own, kind: form, fields, needs, label: "" }, form);
        }
      }
      const drafted = Object.values(kept.drafts).map(({ key }) => key);
      expect([...keys(kept), ...drafted, ...done].toSorted()).toEqual(made.toSorted());
      expect(readKept(JSON.stringify(kept))).toEqual(kept);
    }),
  );
});

test.each([
  ["saved", 200, { answer: { id: "1", code: "A-1" } }, { kind: "saved", answer: { id: "1", code: "A-1" } }],
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

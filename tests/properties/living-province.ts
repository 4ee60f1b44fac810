import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";

const now = Temporal.Instant.from("2026-03-02T05:00:00Z");
const first = Temporal.PlainDate.from("2024-01-01");
const system = { kind: "system", name: "tests" } as const;

/** A step of a course: what is done, and two numbers by which it is picked to whom and with what. */
export type Step = { readonly does: string; readonly one: number; readonly other: number };

/** How often each step comes; more may be added. */
export const livingSteps = [
  ...["receive", "receive", "assign", "assign", "assign", "answer", "reopen", "merge", "forward", "schedule"],
  ...["answer above", "reopen above", "reopen above"],
  ...["end agency", "end agency", "end commune", "hand over", "hand over", "hand over"],
];

/** A province with communes and agencies, of which some ended; and what happened to its matters. */
export class LivingProvince {
  #db: Kysely<DB>;
  readonly #prefix: string;
  readonly matters: string[] = [];
  /** What was passed upward, by its code above. */
  readonly above: string[] = [];
  readonly communes = ["A", "B", "C"];
  readonly agencies = ["A1", "A2", "A3", "B1", "B2", "B3", "C1"];
  /** Units that ended, each with the one that may take its work. */
  readonly ended: { from: string; to: string }[] = [];
  handedOver = 0;
  reopenedAbove = 0;
  #on = first.toString();

  /** @param prefix stands before the codes of all its units, for several stand beside each other */
  constructor(db: Kysely<DB>, prefix: string) {
    this.#db = db;
    this.#prefix = prefix;
  }

  /** What comes now happens in another database, which holds all that happened. */
  goesOnIn(db: Kysely<DB>): void {
    this.#db = db;
  }

  code = (name: string) => this.#prefix + name;

  async begin(): Promise<void> {
    await this.#create("P", "province", "VN");
    for (const commune of this.communes) await this.#create(commune, "commune", this.code("P"));
    for (const agency of this.agencies) await this.#create(agency, "agency", this.code(agency[0]!));
    for (const one of [0, 1, 0, 1, 0]) await this.take({ does: "receive", one, other: 0 }, -1);
    for (const [one, other] of [0, 3, 1, 4, 2].entries()) await this.take({ does: "assign", one, other }, -1);
  }

  #create(name: string, kind: string, parent: string) {
    const unit = { code: this.code(name), kind, parent, from: "2020-01-01", name: `Đơn vị ${name}` };
    return this.#do("organization.create_unit", unit);
  }

  /** What is refused is refused; anything else is ours. */
  async #do(name: string, input: object): Promise<{ code: string; count: number } | null> {
    try {
      return (await performOn(this.#db)(actNamed(name)!, input, { actor: system, now })) as never;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return null;
    }
  }

  async take(step: Step, index: number): Promise<void> {
    this.#on = first.add({ days: 10 * (index + 1) }).toString();
    const recommendation = this.matters[step.one % Math.max(1, this.matters.length)] ?? "";
    await this.#steps(step, { recommendation, on: this.#on })[step.does]!();
  }

  #steps({ one, other }: Step, moved: { recommendation: string; on: string }) {
    const of = (names: readonly string[], at: number) => this.code(names[at % names.length]!);
    const move = (name: string, more: object) => this.#do(`recommendation.${name}`, { ...moved, ...more });
    const recommendation = this.above[one % Math.max(1, this.above.length)] ?? "";
    const moveAbove = (name: string, more: object) => move(name, { recommendation, ...more });
    const ago = other % 4 === 0 ? 25 : 0;
    const due = first.add({ days: 900 + (other % 60) }).toString();
    const steps: Record<string, () => Promise<unknown>> = {
      receive: async () => {
        const said = { unit: of(this.communes, one), text: `Kiến nghị ${other}`, field: "giao_thong" };
        const taken = await this.#do("recommendation.receive", { ...said, received_on: moved.on });
        if (taken) this.matters.push(taken.code);
      },
      assign: () => {
        const coordinators = [of(this.agencies, other + 1), of(this.agencies, other + 2)];
        return move("assign", { lead: of(this.agencies, other), due, coordinators });
      },
      answer: async () => {
        await move("draft_answer", { outcome: "done", text: "Đã làm" });
        await move("approve_answer", {});
        await move("answer", {});
      },
      hold: () => move("hold", { reason: "Có tố cáo" }),
      release: () => move("release", { reason: "Không phải tố cáo" }),
      annul: () => move("annul", { reason: "Ghi nhầm" }),
      reopen: () => move("reopen", { reason: "Chưa xong" }),
      schedule: () => move("schedule", { until: due, text: "Lộ trình" }),
      forward: async () => {
        if (await move("forward_up", { to: this.code("P") })) this.above.push(...(await this.#newAbove()));
      },
      "answer above": async () => {
        await moveAbove("assign", { lead: of(this.agencies, other), due });
        await moveAbove("draft_answer", { outcome: "explained", text: `Trả lời ${other}` });
        await moveAbove("approve_answer", {});
        await moveAbove("answer", {});
      },
      "reopen above": async () => {
        if (await moveAbove("reopen", { reason: "Chưa xong" })) this.reopenedAbove += 1;
      },
      merge: () => {
        const into = this.matters[other % Math.max(1, this.matters.length)] ?? "";
        return move("merge", { into, ended: other % 2 ? "reopen" : undefined });
      },
      "end agency": () => this.#end(of(this.agencies, one), other % 3 ? [of(this.agencies, other)] : [], ago),
      "end commune": () => this.#end(of(this.communes, one), [of(this.communes, other)], ago),
      "hand over": async () => {
        const ended = this.ended[one % Math.max(1, this.ended.length)];
        const record = ended && (await this.#do("handover.record", { ...ended, on: moved.on }));
        if (record) this.handedOver += 1;
      },
    };
    return steps;
  }

  async #newAbove(): Promise<string[]> {
    const children = await this.#db
      .selectFrom("recommendation as child")
      .innerJoin("recommendation as below", "below.id", "child.forwarded_from_id")
      .select("child.code")
      .where("below.code", "in", this.matters)
      .orderBy("child.code")
      .execute();
    return children.map(({ code }) => code).filter((code) => !this.above.includes(code));
  }

  /** Some are entered for a day that has gone by, and then refused where records stand in the way. */
  async #end(unit: string, to: readonly string[], daysAgo: number): Promise<void> {
    const on = Temporal.PlainDate.from(this.#on).subtract({ days: daysAgo }).toString();
    const kind = to.length > 0 ? "merge" : "abolish";
    const done = await this.#do("organization.arrange_units", { kind, on, from: [unit], to });
    const beside = unit.slice(0, -1);
    if (done) this.ended.push({ from: unit, to: to[0] ?? beside });
  }
}

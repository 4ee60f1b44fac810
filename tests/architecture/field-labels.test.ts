import { registry } from "#acts/registry.ts";
import { answerFields as ballotAnswers, heaps } from "#modules/ballot/ui/count-fields.ts";
import { answerFields, moveFields } from "#modules/recommendation/ui/moves/move-fields.ts";
import { fieldLabel } from "#ui/field-labels.ts";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { z } from "zod";

// The summary of a refused form says which field is meant: every field of every act has a name for people, but what no form
// lets anybody fill in, and what a page tells row by row.

const routes = fileURLToPath(new URL("../../src/routes/", import.meta.url));

/** Stands in the page or its address, and comes with the form. */
const carried = new Set(
  [
    "attachment badge document expected_version filter invitation notice notification paper person plan planned_conference post recommendation",
    "recommendations replaces request rule side step token turn address acting unit_of reset_second_factor words_later",
  ]
    .join(" ")
    .split(" "),
);

/** Further ones of single acts: what the page is about, or what only a program sends. */
const carriedBy: Readonly<Record<string, string>> = {
  "conference.correct": "rulings_may_precede rulings_may_follow",
  "conference.do_step": "note",
  "conference.prepare": "planned",
  "conference.record_turn": "position",
  "deadline.confirm_year": "year",
  "deadline.propose_year": "year",
  "deadline.set_own_term": "unit",
  "document.set_office": "unit",
  "handover.record": "from",
  "identity.invite": "unit",
  "identity.lock_account": "unit",
  "identity.offer_withdraw": "offer",
  "identity.unlock_account": "unit",
  "identity.withdraw_offer": "offer",
  "organization.arrange_units": "dry_run",
  "organization.rename_unit": "unit",
  "recommendation.allow_own_approval": "unit allowed",
  "recommendation.annul": "before_hold",
  "recommendation.receive": "unit turn",
  "register.import": "dry_run",
  "report.issue": "basis",
};

/** Rows of a form: the page names the row and the cell; parts that have their names one by one in the form's own labels. */
const rows: Readonly<Record<string, string>> = {
  "conclusion.approve_public": "versions",
  "conclusion.change_draft": "words put remove add fill",
  "conference.change_quotas": "changes",
  "conference.correct": "chairs",
  "conference.import_collected": "rows",
  "conference.invite": "guests",
  "conference.prepare": "chairs",
  "conference.record": "chairs",
  "conference.set_agenda": "items",
  "handover.record": "lines",
  "organization.arrange_units": "children children_to",
  "organization.import_successions": "rows",
  "organization.import_units": "rows",
  "planning.change_draft": "note requirements planned",
};

const named = (fields: readonly { readonly name: string }[]) => fields.map(({ name }) => name);
const counts = [...named(heaps), ...named(ballotAnswers), "reason"];

/** What the page of an act calls its fields itself, as it does in their labels. */
function ownNames(act: string): readonly string[] {
  const [module, name = ""] = act.split(".");
  if (module === "recommendation" && name in moveFields)
    return [...named(moveFields[name as keyof typeof moveFields]), "on"];
  if (act === "recommendation.assign_many") return [...named(moveFields.assign), "on"];
  if (act === "recommendation.write_answer") return ["promise"];
  if (act === "conference.give_draft") return named(answerFields);
  // At the step's own box: `step-errors.ts`.
  if (act === "conference.do_step") return ["on"];
  if (act === "conference.answer_invitation") return ["on"];
  return module === "ballot" ? counts : [];
}

const sources = globSync("**/*.ts", { cwd: routes }).map((file) => readFileSync(routes + file, "utf8"));

/** By act: the names that its forms have on pages with several; its own where it is alone. */
function formsOf(act: string): readonly string[] {
  const [module, name] = act.split(".");
  const called = name!.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const ofModule = sources.filter((source) => source.includes(`"#modules/${module}/server/index.ts"`));
  const forms = ofModule.flatMap((source) =>
    [...source.matchAll(/(?:formAction|actionOf)\(\s*(\w+),\s*\{\s*form: "(\w+)"/g)]
      .filter(([, identifier]) => identifier === called)
      .map(([, , form]) => form!),
  );
  return forms.length > 0 ? forms : [act];
}

function fieldsOf(input: z.ZodType): string[] {
  const { def } = (input as z.core.$ZodType)._zod as unknown as {
    def: { shape?: object; in?: z.ZodType; innerType?: z.ZodType; options?: readonly z.ZodType[] };
  };
  if (def.shape) return Object.keys(def.shape);
  if (def.options) return [...new Set(def.options.flatMap(fieldsOf))];
  return fieldsOf((def.in ?? def.innerType)!);
}

test.each(registry.map((act) => [act.name, act] as const))(
  "%s: no error is without its field",
  (name, act) => {
    const apart = [carriedBy[name], rows[name]].join(" ").split(" ");
    const fields = fieldsOf(act.input).filter((field) => !carried.has(field) && !apart.includes(field));
    const unnamed = formsOf(name).flatMap((form) =>
      fields
        .filter((field) => !ownNames(name).includes(field) && !fieldLabel(form, field))
        .map((field) => `${form} ${field}`),
    );
    expect(unnamed).toEqual([]);
  },
);

test("nothing stands in a box before somebody types there: an example is a hint", () => {
  const source = fileURLToPath(new URL("../../src/", import.meta.url));
  const parts = globSync("**/*.svelte", { cwd: source });
  const boxes = parts.flatMap((file) =>
    [
      ...readFileSync(source + file, "utf8").matchAll(
        /<(?:input|textarea|TextInput|TextArea|CellInput|DateInput)\b[^<]*/g,
      ),
    ]
      .filter(([box]) => /\splaceholder\b/.test(box))
      .map(() => file),
  );
  expect(boxes).toEqual([]);
  expect(parts.length).toBeGreaterThan(100);
});

test("no label is a field's raw name", () => {
  for (const act of registry) {
    for (const form of formsOf(act.name)) {
      const labels = fieldsOf(act.input).flatMap((field) => fieldLabel(form, field) ?? []);
      expect(labels.filter((label) => /^[a-z]+(_[a-z]+)*$/.test(label))).toEqual([]);
    }
  }
});

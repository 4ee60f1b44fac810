import { readFileSync } from "node:fs";
import { registry } from "#acts/registry.ts";
import { openApi, pathOfAct } from "#api/openapi.ts";
import { capacities, relations, type Capacity, type Relation } from "#kernel/actor.ts";
import { mayGiveTo, permittedPost } from "#kernel/permission.ts";
import { describe, expect, test } from "vitest";

const textOf = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const table = textOf("./permissions.txt");
const knownTo = textOf("./known-to.txt");

describe("every act", () => {
  test("has a name of its own, of the form noun.act", () => {
    const names = registry.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+\.[a-z_]+$/.test(name))).toEqual([]);
  });

  test.each(registry.map((act) => [act.name, act] as const))(
    "%s: someone may do it, in two languages, over the API",
    (_, act) => {
      expect(Object.keys(act.may).length).toBeGreaterThan(0);
      expect(act.title.vi).not.toBe(act.title.en);
      for (const { code, vi, en, status } of Object.values(act.problems)) {
        expect([code, vi.length > 5, en.length > 5, vi !== en, status >= 400]).toEqual([
          code,
          true,
          true,
          true,
          true,
        ]);
      }
      expect((openApi().paths as Record<string, unknown>)[pathOfAct(act)]).toBeDefined();
    },
  );
});

/** The table as it should be: act, then capacity, then the relations in which it may. */
function written(): Map<string, string> {
  const lines = table.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  return new Map(lines.map((line) => line.split(":").map((part) => part.trim()) as [string, string]));
}

function mayInRelation(act: (typeof registry)[number], capacity: Capacity, relation: Relation): boolean {
  const post = { id: "post", unitId: "unit", capacity, acting: false };
  return permittedPost(act.may, [{ post, relations: [relation] }]) !== null;
}

function enumerated(act: (typeof registry)[number]): [string, string][] {
  return capacities.flatMap((capacity) => {
    const allowed = relations.filter((relation) => mayInRelation(act, capacity, relation));
    return allowed.length > 0 ? [[`${act.name} ${capacity}`, allowed.join(" ")] as [string, string]] : [];
  });
}

describe("every capacity × act × relation", () => {
  test("is as the table says, and nothing besides", () => {
    const found = new Map(registry.flatMap(enumerated));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(written()));
  });

  test("who gives themselves a post gives one that opens nothing, and nobody else is hindered", () => {
    const actor = { kind: "person", personId: "self", name: "", posts: [] } as const;
    const own = capacities.filter((capacity) => mayGiveTo(actor, "self", capacity));
    expect(table).toContain(`\n# A post that an administrator gives to themselves: ${own.join(" ")}.\n`);
    expect(own.filter((capacity) => knownTo.includes(`matter ${capacity}:`))).toEqual([]);
    for (const capacity of capacities) {
      expect(mayGiveTo(actor, "another", capacity)).toBe(true);
      expect(mayGiveTo({ kind: "system", name: "" }, "self", capacity)).toBe(true);
    }
  });

  test("a stranger or a sibling may do nothing at all", () => {
    const outsiders = registry.flatMap((act) =>
      capacities.flatMap((capacity) =>
        (["stranger", "sibling"] as const).filter((relation) => mayInRelation(act, capacity, relation)),
      ),
    );
    expect(outsiders).toEqual([]);
  });
});

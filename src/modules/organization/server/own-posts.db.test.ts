import { capacities, type Actor, type Capacity } from "#kernel/actor.ts";
import { opens } from "#kernel/permission.ts";
import { expect, test } from "vitest";
import { buildCast, noon, today } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { appoint, handOver, postsHeldOn, readScope } from "./index.ts";

// An administrator reads no words of matters, and so gives themselves no post that opens some.

type Person = Extract<Actor, { kind: "person" }>;

const { db } = await testDatabase();
const cast = await buildCast(db);
const post = (person: Person, capacity: Capacity, unit = "A") => ({
  person: person.personId,
  unit,
  capacity,
  from: today,
});
const by = (actor: Actor) => ({ actor, now: noon });
const ownPost = expect.objectContaining({
  definition: expect.objectContaining({ code: "organization.own_post" }),
});

test.each(capacities)("%s opens what its readings open", async (capacity) => {
  const { secretariatOf, reviewerOf, ...matters } = await readScope(db, await cast.holder(capacity, "A"));
  const reads = [matters.subtreeOf, matters.assignedTo, matters.runs, matters.villages].flat().length > 0;
  const most =
    reviewerOf.length > 0 ? "hidden" : secretariatOf.length > 0 ? "names" : reads ? "words" : "nothing";
  expect(opens[capacity]).toBe(most);
});

test.each(capacities)("%s: not by oneself, wherever one administers, if it opens words", async (capacity) => {
  const own = await cast.holder("administrator", "T");
  for (const unit of ["T", "A", "A-1"]) {
    const giving = cast.perform(appoint, post(own, capacity, unit), by(own));
    if (capacity === "administrator" && unit !== "T") await giving;
    else if (capacity !== "administrator") await expect(giving).rejects.toEqual(ownPost);
    else await expect(giving).rejects.toThrow("post_overlaps");
  }
  if (capacity === "administrator") return;
  expect((await postsHeldOn(db, own.personId, today)).map((held) => held.capacity)).toEqual([
    "administrator",
  ]);
});

test("what somebody else held is not handed over to oneself either", async () => {
  const [own, reviewer] = [
    await cast.holder("administrator", "A"),
    await cast.holder("complaint_reviewer", "A"),
  ];
  const handing = { post: reviewer.posts[0]!.id, to: own.personId, on: today };
  await expect(cast.perform(handOver, handing, by(own))).rejects.toEqual(ownPost);
  expect(await postsHeldOn(db, reviewer.personId, today)).toHaveLength(1);
});

test("another administrator gives it, one beside or above, also where the first brought that one in", async () => {
  const own = await cast.holder("administrator", "A");
  const above = await cast.holder("administrator", "T");
  await cast.perform(appoint, post(own, "complaint_reviewer"), by(above));
  const second = await cast.holder("chairperson", "A");
  await cast.perform(appoint, post(second, "administrator"), by(own));
  const posts = await postsHeldOn(db, second.personId, today);
  await cast.perform(appoint, post(own, "office_secretary"), by({ ...second, posts }));
  const held = (await postsHeldOn(db, own.personId, today)).map(({ capacity }) => capacity);
  expect(held.toSorted()).toEqual(["administrator", "complaint_reviewer", "office_secretary"]);
});

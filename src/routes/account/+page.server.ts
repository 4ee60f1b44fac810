import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { systemClock } from "#kernel/clock.ts";
import { deviceIn } from "#modules/identity/device.ts";
import { accountReadings, endOwnSession } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { asking } from "../asking.ts";
import { refused, textIn } from "../sign-in/door.ts";
import { momentOf, own } from "./own.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, session } = own(event);
  const { ask } = asking(event);
  const [posts, sessions] = await Promise.all([
    ask(accountReadings.posts, {}),
    ask(accountReadings.sessions, {}),
  ]);
  return {
    name: actor.name,
    username: session.username,
    posts,
    sessions: sessions.map(({ id, userAgent, address, begunAt, usedAt }) => ({
      id,
      device: deviceIn(userAgent),
      address,
      begun: momentOf(begunAt),
      used: momentOf(usedAt),
      here: id === session.id,
    })),
  };
};

export const actions: Actions = {
  end: async (event) => {
    const id = textIn(await event.request.formData(), "session");
    try {
      const { actor } = own(event);
      await endOwnSession(currentDatabase().db, id, actor, systemClock());
      carrySaid(event, say("session_end", { name: actor.name }), event.url.pathname);
      return { done: true };
    } catch (error) {
      return refused(error, {});
    }
  },
};

import { personIdOf, type Actor } from "#kernel/actor.ts";
import { textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { identityProblems as problems } from "../problems.ts";
import { allAccounts } from "./account.store.ts";
import { ownContact } from "./person.store.ts";
import { openOffer } from "./post-offer.store.ts";
import { firstPostShown, postsShown } from "./posts-shown.ts";
import { sessionsOf } from "./session.store.ts";
import { tokensOfPosts } from "./token.store.ts";

const nothingAsked = z.strictObject({});

const postIds = (actor: Actor) => (actor.kind === "person" ? actor.posts.map(({ id }) => id) : []);

export const posts = reading({
  name: "accounts.posts",
  title: { vi: "Chức vụ của mình", en: "One's own posts in words" },
  query: nothingAsked,
  may: "own",
  read: ({ db, actor, today }) => postsShown(db, postIds(actor), today),
});

/** The post that one is greeted with on every page. */
export const firstPost = reading({
  name: "accounts.first_post",
  title: { vi: "Chức vụ ghi ở đầu trang", en: "The post shown at the head of a page" },
  query: nothingAsked,
  may: "own",
  read: ({ db, actor, today }) => firstPostShown(db, actor, today),
});

export const sessions = reading({
  name: "accounts.sessions",
  title: { vi: "Nơi mình đang đăng nhập", en: "Where one is signed in" },
  query: nothingAsked,
  may: "own",
  async read({ db, actor, now }) {
    const person = personIdOf(actor);
    return person ? sessionsOf(db, person, now) : [];
  },
});

export const tokens = reading({
  name: "accounts.tokens",
  title: { vi: "Mã truy cập của các chức vụ mình", en: "The tokens of one's own posts" },
  query: nothingAsked,
  may: "own",
  read: ({ db, actor }) => tokensOfPosts(db, postIds(actor)),
});

export const contact = reading({
  name: "accounts.contact",
  title: { vi: "Điện thoại, thư điện tử của mình", en: "One's own telephone and e-mail address" },
  query: nothingAsked,
  may: "own",
  async read({ db, actor }) {
    const person = personIdOf(actor);
    return person ? ownContact(db, person) : null;
  },
});

/** What is offered to whoever brings its link. */
export const offered = reading({
  name: "offers.find",
  title: { vi: "Chức vụ được mời qua liên kết", en: "The post that a link offers" },
  query: z.strictObject({ token: textInput(200) }),
  may: "known",
  async place({ db, query: { token }, now, today }) {
    const offer = await openOffer(db, token, now, today);
    if (!offer) throw new Problem(problems.offer_gone);
    return offer;
  },
  read: ({ place: offer }) => Promise.resolve(offer),
});

/** All accounts, for whoever keeps the machine. */
export const all = reading({
  name: "accounts.list",
  title: { vi: "Mọi tài khoản", en: "All accounts" },
  query: nothingAsked,
  may: {},
  place: () => Promise.resolve({ unitId: null }),
  read: ({ db }) => allAccounts(db),
});

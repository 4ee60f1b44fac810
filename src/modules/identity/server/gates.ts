import { gate } from "#platform/server/recognition/gate.ts";
import { sql } from "kysely";

// Whether what somebody was recognised by is still in force, as pieces of the question that they ask. They say what
// `tokenInForce` and `sessionInForce` say; the posts are a matter of the structure's edition and of the day.

const locked = (user: string) =>
  sql`exists (select from account_lock l where l.user_id = ${sql.ref(user)} and l.until_at is null)`;

/** A token by its hash; `standing` is its id. */
export const tokenGate = gate(
  "token",
  ({ secret, now, standing }) => sql`exists (
    select from api_token t join post on post.id = t.post_id
    left join account_user u on u.person_id = post.person_id
    where t.token_hash = ${secret} and t.revoked_at is null and t.expires_at > ${now} and t.id::text = ${standing}
      and not ${locked("u.id")})`,
);

/** What the memory keeps of an account besides who it is: the same as long as the gate is open. */
export const accountStanding = sql<string>`u.username || ' ' || u.two_factor_enabled::text`;

/** A session by its token; `standing` is what it knows of its account. */
export const sessionGate = gate(
  "session",
  ({ secret, now, standing }) => sql`exists (
    select from account_session s join account_user u on u.id = s.user_id
    where s.token = ${secret} and s.expires_at > ${now} and ${accountStanding} = ${standing}
      and not ${locked("u.id")})`,
);

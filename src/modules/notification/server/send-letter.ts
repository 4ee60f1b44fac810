import { hiddenBecause } from "#modules/recommendation/server/index.ts";
import type { Mailer } from "#platform/server/mail.ts";
import type { Word } from "#platform/server/outbox-worker.ts";
import { hrefOf, inSight, type Told } from "../notification.ts";
import { notificationInWords } from "../words.ts";

/** Sends one notification as a letter; after a crash it may come twice, with the same message id. */
export async function sendLetter({ trx, payload, now }: Word, mailer: Mailer, origin: string): Promise<void> {
  const row = await trx
    .selectFrom("notification as n")
    .innerJoin("person as p", "p.id", "n.person_id")
    .leftJoin("recommendation as r", "r.id", "n.recommendation_id")
    .select(["n.id", "n.details", "p.full_name", "p.email", hiddenBecause.as("hidden")])
    .select(["r.withheld_names"])
    .where("n.id", "=", String(payload.notification))
    .where("n.mailed_at", "is", null)
    .executeTakeFirst();
  if (!row?.email) return;
  const details = inSight(row.details as Told, row.hidden, row.withheld_names);
  const { vi } = notificationInWords(details);
  const href = hrefOf(details);
  const address = href === null ? "" : `Xem và xử lý: ${origin}${href}\n\n`;
  const text = `Kính gửi ông/bà ${row.full_name},\n\n${vi}.\n\n${address}Thư tự động của hệ thống Đối Thoại; xin không trả lời thư này.\n`;
  await mailer({ to: row.email, subject: vi, text, id: row.id });
  await trx.updateTable("notification").set({ mailed_at: now.toString() }).where("id", "=", row.id).execute();
}

import { dayAsRead } from "#kernel/day-as-read.ts";
import type { ChairCapacity, Form } from "#modules/conference/conference.ts";
import { formWords } from "#modules/conference/words.ts";
import { chairTitle } from "#modules/conference/chair-title.ts";
import { nameInSentence } from "#modules/organization/name-in-sentence.ts";

/** What the first words of a notice are made of. */
export type Occasion = {
  readonly unitName: string;
  readonly form: Form;
  readonly heldOn: string;
  readonly place: string | null;
  readonly topic: string | null;
  readonly chairs: readonly { readonly name: string | null; readonly capacity: ChairCapacity }[];
};

/** "hội nghị đối thoại định kỳ" */
export function conferenceInWords(form: Form): string {
  const word = formWords[form].vi;
  const name = word.charAt(0).toLocaleLowerCase("vi") + word.slice(1);
  return form === "online" || form === "indirect" ? `hội nghị đối thoại ${name}` : `hội nghị ${name}`;
}

/** The first paragraph as an office would begin; it is proposed, and the office writes on. */
export function proposedOpening({ unitName, form, heldOn, place, topic, chairs }: Occasion): string {
  const at = place ? `, tại ${place}` : "";
  const about = topic ? ` về ${topic.charAt(0).toLocaleLowerCase("vi")}${topic.slice(1)}` : "";
  const who = chairs.map(({ name, capacity }) =>
    name ? `${titleInSentence(name)} (${chairTitle(capacity, unitName)})` : chairTitle(capacity, unitName),
  );
  const chaired = who.length > 0 ? `, do ${who.join(", ")} chủ trì` : "";
  return (
    `Ngày ${dayAsRead(heldOn)}${at}, ${nameInSentence(unitName)} tổ chức ${conferenceInWords(form)}${about}${chaired}. ` +
    "Sau khi nghe ý kiến của Nhân dân và giải trình của các cơ quan, đơn vị, người chủ trì kết luận, giao các nhiệm vụ sau:"
  );
}

/** "Bà Hoa" → "bà Hoa" */
export function titleInSentence(name: string): string {
  return name.replace(/^(?:Ông|Bà|Đồng chí) /u, (title) => title.toLocaleLowerCase("vi"));
}

export const proposedClosing =
  "Yêu cầu các cơ quan, đơn vị được giao chủ trì thực hiện đúng thời hạn, trả lời bằng văn bản cho người kiến nghị và " +
  "báo cáo kết quả về Văn phòng để tổng hợp, báo cáo tại hội nghị kỳ sau.";

import {
  cleared,
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
  type Draft,
  type EntryFields,
  type EntryKind,
  type Kept,
  type OpenTurn,
  type Outcome,
  type RoomForm,
} from "../../room/room-queue.ts";
import { keptUnder } from "../../room/unsent.ts";
import { deviceUnder, newKey } from "./device.ts";
import { lookAgain, type News, type RoomPlace } from "./kept-page.ts";

const sendAgainAfter = 5_000;
const lookAgainAfter = 10_000;
const answerWithin = 20_000;

export type Link = "good" | "offline" | "signed_out";
type Entering = {
  readonly kind: EntryKind;
  readonly fields: EntryFields;
  readonly typed?: EntryFields;
  readonly needs: string | null;
  readonly label: string;
};

/**
 * What one person writes down at one conference. Each letter is on the device before anything else happens; what is
 * finished is sent one by one, again and again with the same key, until the server has answered.
 */
export function openRoom({ person, conference }: RoomPlace) {
  const device = deviceUnder(keptUnder(person, conference));
  let kept = $state.raw<Kept>(nothingKept);
  let link = $state<Link>("good");
  let news = $state.raw<News | null>(null);
  // When the turns that are shown were last seen on the server; null while they are those of now.
  let keptSince = $state<string | null>(null);
  let keeps = $state(true);
  // What the server said it did with the last entry, until the next one is finished.
  let said = $state("");
  let alive = $state(false);
  let sending = false;
  let looks = 0;

  /** Another tab may have changed what is kept: every step begins with what the device holds now. */
  function change(step: (now: Kept) => Kept): void {
    kept = step(alive ? readKept(device.read()) : kept);
    if (alive) keeps = device.write(JSON.stringify(kept));
  }

  async function sendAll(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      while (await sendNext());
    } finally {
      sending = false;
    }
  }

  async function sendNext(): Promise<boolean> {
    const entry = nextToSend(kept);
    if (!entry) return false;
    const outcome = await post({ by: person, kind: entry.kind, key: entry.key, fields: entry.fields });
    if (outcome.kind === "saved") {
      said = outcome.said;
      change((now) => saved(now, entry.key, outcome.answer));
    }
    if (outcome.kind === "refused") change((now) => refused(now, entry.key, outcome.sentence));
    if (outcome.kind === "saved") void look();
    link = outcome.kind === "later" ? "offline" : outcome.kind === "signed_out" ? "signed_out" : "good";
    return link === "good";
  }

  async function post(entry: object): Promise<Outcome> {
    try {
      const response = await fetch(`/conferences/${conference}/room/entries`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify(entry),
        signal: AbortSignal.timeout(answerWithin),
      });
      return outcomeOf(response.status, await response.json().catch(() => null));
    } catch {
      return { kind: "later" };
    }
  }

  /** What others write down meanwhile. An answer that comes late must not hide what a newer one showed. */
  async function look(): Promise<void> {
    const asked = ++looks;
    const seen = await lookAgain({ person, conference });
    if (asked !== looks) return;
    if (seen.kind === "now" || seen.kind === "kept") news = seen.news;
    if (seen.kind === "now") keptSince = null;
    if (seen.kind === "kept") keptSince = seen.at;
    if (seen.kind === "signed_out") link = "signed_out";
    else link = seen.kind === "now" ? "good" : "offline";
  }

  /** What was typed before the script had loaded stays, over what the device held. */
  function takeOver(): void {
    const before = kept;
    kept = readKept(device.read());
    alive = true;
    for (const [form, draft] of Object.entries(before.drafts)) {
      for (const [name, value] of Object.entries(draft.fields)) {
        if (value) change((now) => typed(now, form as RoomForm, name, value));
      }
    }
  }

  return {
    get kept() {
      return kept;
    },
    get link() {
      return link;
    },
    /** What stands on the page by now; null while it is what the page came with. */
    get news() {
      return news;
    },
    get keptSince() {
      return keptSince;
    },
    get keeps() {
      return keeps;
    },
    get alive() {
      return alive;
    },
    /** Which ruling was recorded to which matter, and what else was done with the last entry. */
    get said() {
      return said;
    },
    draft: (form: RoomForm): Draft => kept.drafts[form] ?? { fields: {} },
    type: (form: RoomForm, name: string, value: string) => change((now) => typed(now, form, name, value)),
    /** Into the queue and out of its form; answers the key by which others may belong to it. */
    enter(entry: Entering, form: RoomForm | null): string {
      const draft = form ? kept.drafts[form] : undefined;
      const key = draft?.key ?? newKey();
      said = "";
      change((now) => entered(now, { ...entry, key }, form));
      void sendAll();
      return key;
    },
    split: (turn: OpenTurn | null) => change((now) => ({ ...now, turn })),
    recall: (key: string) => change((now) => recalled(now, key, newKey)),
    clear: (form: RoomForm) => change((now) => cleared(now, form)),
    drop: (key: string) => change((now) => dropped(now, key)),
    send: () => void sendAll(),
    /** Begins to keep and to send, and to look for what others write; answers how to stop. */
    start(): () => void {
      takeOver();
      void sendAll();
      if (!navigator.onLine) link = "offline";
      void look();
      const again = () => {
        void sendAll();
        void look();
      };
      const cut = () => (link = "offline");
      const timers = [
        setInterval(() => void sendAll(), sendAgainAfter),
        setInterval(() => void look(), lookAgainAfter),
      ];
      const elsewhere = () => (kept = readKept(device.read()));
      const moments = ["online", "focus"] as const;
      for (const moment of moments) addEventListener(moment, again);
      addEventListener("offline", cut);
      addEventListener("storage", elsewhere);
      return () => {
        timers.forEach(clearInterval);
        for (const moment of moments) removeEventListener(moment, again);
        removeEventListener("offline", cut);
        removeEventListener("storage", elsewhere);
      };
    },
  };
}

export type Room = ReturnType<typeof openRoom>;

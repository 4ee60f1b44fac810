import {
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
} from "../../room-queue.ts";
import { deviceUnder, newKey } from "./device.ts";

const sendAgainAfter = 5_000;
const lookAgainAfter = 10_000;
const answerWithin = 20_000;

export type RoomPlace = { readonly person: string; readonly conference: string };
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
export function openRoom({ person, conference }: RoomPlace, onSaved: () => void) {
  const device = deviceUnder(`doi-thoai:room:${person}:${conference}`);
  let kept = $state.raw<Kept>(nothingKept);
  let link = $state<Link>("good");
  let keeps = $state(true);
  let alive = $state(false);
  let sending = false;

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
    if (outcome.kind === "saved") change((now) => saved(now, entry.key, outcome.answer));
    if (outcome.kind === "refused") change((now) => refused(now, entry.key, outcome.sentence));
    if (outcome.kind === "saved") onSaved();
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
    get keeps() {
      return keeps;
    },
    get alive() {
      return alive;
    },
    draft: (form: RoomForm): Draft => kept.drafts[form] ?? { fields: {} },
    type: (form: RoomForm, name: string, value: string) => change((now) => typed(now, form, name, value)),
    /** Into the queue and out of its form; answers the key by which others may belong to it. */
    enter(entry: Entering, form: RoomForm | null): string {
      const draft = form ? kept.drafts[form] : undefined;
      const key = draft?.key ?? newKey();
      change((now) => entered(now, { ...entry, key }, form));
      void sendAll();
      return key;
    },
    split: (turn: OpenTurn | null) => change((now) => ({ ...now, turn })),
    recall: (key: string) => change((now) => recalled(now, key, newKey)),
    drop: (key: string) => change((now) => dropped(now, key)),
    send: () => void sendAll(),
    /** Begins to keep and to send, and to look for what others write; answers how to stop. */
    start(look: () => void): () => void {
      takeOver();
      void sendAll();
      const again = () => void sendAll();
      const timers = [setInterval(again, sendAgainAfter), setInterval(look, lookAgainAfter)];
      const elsewhere = () => (kept = readKept(device.read()));
      const moments = ["online", "focus"] as const;
      for (const moment of moments) addEventListener(moment, again);
      addEventListener("storage", elsewhere);
      return () => {
        timers.forEach(clearInterval);
        for (const moment of moments) removeEventListener(moment, again);
        removeEventListener("storage", elsewhere);
      };
    },
  };
}

export type Room = ReturnType<typeof openRoom>;

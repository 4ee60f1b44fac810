import type { Actor } from "#kernel/actor.ts";
import type { Session } from "#modules/identity/server/session.ts";
import type { Heard, NavigationItem, Person } from "#ui/shell.ts";
import type { Preferences } from "#ui/preferences.ts";

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
      /** Set when it is one of the catalogued problems: then `message` is written for people. */
      code?: string;
      /** What a person reads out to support; also in the log and in the `x-request-id` header. */
      requestId?: string;
    }
    interface Locals {
      requestId: string;
      /** Who acts, from the session; null for a visitor. */
      actor: Actor | null;
      /** The session itself; null for a visitor and for a program with a token. */
      session: Session | null;
      preferences: Preferences;
      /** In how many seconds to come again, where what refused this request knew. */
      retryAfter?: number | undefined;
      /** Makes a double submit of a form of this page one act; another for each time the page is sent. */
      formKey: string;
    }
    interface PageData {
      preferences: Preferences;
      /** The person as the header names them; what they may do is decided on the server. */
      actor?: Person | null;
      navigation?: NavigationItem[];
      said?: Heard | null;
    }
  }
}

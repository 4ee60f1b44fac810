import type { NavigationItem, Person } from "#ui/shell.ts";
import type { Preferences } from "#ui/preferences.ts";

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
      /** What a person reads out to support; also in the log and in the `x-request-id` header. */
      requestId?: string;
    }
    interface Locals {
      requestId: string;
      preferences: Preferences;
    }
    interface PageData {
      preferences: Preferences;
      actor?: Person | null;
      navigation?: NavigationItem[];
    }
  }
}

import type { Capacity } from "#kernel/actor.ts";
import type { Words } from "#modules/deadline/explain.ts";
import { nameInSentence } from "#modules/organization/name-in-sentence.ts";
import { capacityWord } from "#modules/organization/words.ts";

/** What is kept of a word to whoever offered a post that somebody does not take. */
export type OfferDetails = {
  /** Id of the offer. */
  readonly offer: string;
  readonly capacity: Capacity;
  readonly acting: boolean;
  /** The unit's name on the first day of the post. */
  readonly unitName: string;
  readonly declinedBy: string;
  readonly reason?: string;
};

/** Where the offers stand that wait, and those that were declined of late. */
export const offersHref = "/administration/people/offer";

export function offerInWords(details: OfferDetails): Words {
  const { capacity, acting, unitName, declinedBy, reason } = details;
  const [vi, en] = [
    capacityWord(capacity, "vi", acting, unitName),
    capacityWord(capacity, "en", acting, unitName),
  ];
  return {
    vi: `${declinedBy} không nhận chức vụ ${vi}, ${nameInSentence(unitName)}${reason ? `: ${reason}` : ""}`,
    en: `${declinedBy} does not take the post of ${en}, ${unitName}${reason ? `: ${reason}` : ""}`,
  };
}

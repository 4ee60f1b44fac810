import { correctPerson } from "./correct-person.ts";
import { invite } from "./invite.ts";
import { issueToken } from "./issue-token.ts";
import { lockAccount } from "./lock-account.ts";
import { offerPost } from "./offer-post.ts";
import { revokeToken } from "./revoke-token.ts";
import { withdrawOffer } from "./withdraw-offer.ts";
import { unlockAccount } from "./unlock-account.ts";

export { acceptInvitation } from "./accept-invitation.ts";
export { acceptOffer } from "./accept-offer.ts";
export { declineOffer } from "./decline-offer.ts";
export { declinedOffer } from "./post-offer.store.ts";
export { createAccount } from "./account.store.ts";
export { administratorLink, firstAdministratorLink, invitationAddress } from "./administrator-link.ts";
export type { Visit } from "./ask.ts";
export type { PersonAsKept } from "./person-as-kept.ts";
export type { EarlierPerson } from "./person.store.ts";
export { endOwnSession } from "./end-own-session.ts";
export { openInvitation, postsToCome } from "./invitation.store.ts";
export { freeAccount } from "./free-account.ts";
export {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  keyAddress,
  renewRecoveryCodes,
  type SecondFactorSetup,
} from "./own-account.ts";
export { accountReadings, personReadings } from "./readings.ts";
export {
  actorOfSession,
  prolongSession,
  recognisedBySession,
  type Session,
  type SignedIn,
} from "./session.ts";
export { giveSecondFactor, signIn, signOut, type SignInAnswer } from "./sign-in.ts";
export { actorOfToken, recognisedByToken, type TokenActor } from "./token-actor.ts";
export {
  correctPerson,
  invite,
  issueToken,
  lockAccount,
  offerPost,
  revokeToken,
  unlockAccount,
  withdrawOffer,
};

/** Every act of this module that a person may do; `acceptInvitation` is done by the product. */
export const identityActs = [
  invite,
  issueToken,
  revokeToken,
  lockAccount,
  unlockAccount,
  correctPerson,
  offerPost,
  withdrawOffer,
] as const;

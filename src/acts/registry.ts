import type { Act } from "#platform/server/act/act.ts";
import * as attachment from "#modules/attachment/server/index.ts";
import * as conclusion from "#modules/conclusion/server/index.ts";
import * as ballot from "#modules/ballot/server/index.ts";
import * as conference from "#modules/conference/server/index.ts";
import * as deadline from "#modules/deadline/server/index.ts";
import * as desk from "#modules/desk/server/index.ts";
import * as document from "#modules/document/server/index.ts";
import { identityActs } from "#modules/identity/server/index.ts";
import * as handover from "#modules/handover/server/index.ts";
import * as notification from "#modules/notification/server/index.ts";
import * as organization from "#modules/organization/server/index.ts";
import * as planning from "#modules/planning/server/index.ts";
import * as recommendation from "#modules/recommendation/server/index.ts";
import { issueReport } from "#modules/report/server/index.ts";
import * as register from "#modules/register/server/index.ts";

/**
 * Every act that somebody may do. The API, the documentation and the tests go through this list; the product's own
 * (`recommendation.mend_open_above`, done by the command line alone) is kept out of it.
 */
export const registry: readonly Act[] = [
  organization.createUnit,
  organization.renameUnit,
  organization.arrangeUnits,
  organization.loadNational,
  organization.importUnits,
  organization.importSuccessions,
  organization.addPerson,
  organization.appoint,
  organization.handOver,
  organization.endPost,
  ...identityActs,
  conference.recordConference,
  conference.correctConference,
  conference.prepareConference,
  conference.openConference,
  conference.callOffConference,
  conference.doStep,
  conference.undoStep,
  conference.invite,
  conference.changeQuotas,
  conference.withdrawInvitation,
  conference.answerInvitation,
  conference.checkIn,
  conference.importCollected,
  conference.askDraft,
  conference.giveDraft,
  conference.withdrawDraftRequest,
  conference.setAgenda,
  conference.issuePaper,
  conference.recordTurn,
  conference.countAttendance,
  ballot.recordBallot,
  ballot.correctBallot,
  conference.correctTurn,
  conclusion.draftNotice,
  conclusion.changeDraft,
  conclusion.discardDraft,
  conclusion.issueNotice,
  conclusion.amendNotice,
  conclusion.approvePublic,
  conclusion.publishResults,
  issueReport,
  deadline.proposeYear,
  deadline.setDay,
  deadline.confirmYear,
  deadline.addRule,
  deadline.endRule,
  deadline.setOwnTerm,
  desk.saveFilter,
  desk.removeFilter,
  handover.recordHandOver,
  document.setOffice,
  notification.markRead,
  notification.remindHelpers,
  notification.remindNow,
  notification.remindInvited,
  planning.draftPlan,
  planning.changeDraft,
  planning.issuePlan,
  planning.amendPlan,
  planning.discardDraft,
  recommendation.receive,
  ...Object.values(recommendation.moveActs),
  recommendation.assignMany,
  recommendation.allowOwnApproval,
  recommendation.takeOverReply,
  recommendation.correctMatter,
  recommendation.annul,
  recommendation.writeAnswer,
  recommendation.issuePaper,
  recommendation.issueTransferSlip,
  recommendation.addField,
  recommendation.renameField,
  recommendation.endField,
  attachment.attachToMatter,
  attachment.removeFromMatter,
  attachment.approveOfMatter,
  attachment.attachToConference,
  attachment.removeFromConference,
  attachment.approveOfConference,
  attachment.attachToDocument,
  attachment.removeFromDocument,
  attachment.approveOfDocument,
  register.importRegister,
] as unknown as readonly Act[];

/** The act with a name, such as `recommendation.assign`. */
export function actNamed(name: string): Act | undefined {
  return registry.find((act) => act.name === name);
}

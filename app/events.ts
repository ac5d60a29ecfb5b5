/** Business events, one helper each: low-cardinality names, ids and numbers only, never an address, a name or an answer. */
import type { PurgedKind } from '#app/ports/retention.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import type { SenderFindingKind } from '#core/planning/sender-findings.ts'
import type { SenderFault } from '#core/planning/sending-stop.ts'

interface StopValues {
  readonly fault: SenderFault
  readonly since: string
  readonly probeAt: string
  readonly probes: number
  /** The provider's words, without addresses. */
  readonly detail: string
}

export type EventValues = Readonly<Record<string, string | number | boolean | null>>

/** Where events go: a structured log with a counter per event name, an array in tests. */
export interface EventSink {
  event(name: string, values: EventValues): void
  /** Something a person must look at. */
  alarm(name: string, values: EventValues): void
}

export const events = (sink: EventSink) => ({
  campaignAccepted: (values: { campaignId: string; version: number }) => sink.event('campaign.accepted', values),
  /** What customers' rows say of so many cases was wrong: a crash, a version before, or rows of before. */
  openCasesRepaired: (values: { marked: number }) => sink.event('open-cases.repaired', values),
  occurrenceOpened: (values: { occurrenceId: string; slices: number }) => sink.event('occurrence.opened', values),
  slicePlanned: (values: { occurrenceId: string; slice: number; pass: string; audience: number; planned: number }) =>
    sink.event('slice.planned', values),
  batchFinished: (values: {
    occurrenceId: string
    batchId: string
    sent: number
    skipped: number
    failed: number
    unknown: number
    deferred: number
  }) => sink.event('batch.finished', values),
  callsListed: (values: { date: string; version: number; lines: number; notGiven: number; beyond: number }) =>
    sink.event('calls.listed', values),
  /** A mail about a list of calls went to a member of staff; `number` is 1 for the list itself. */
  callsMailed: (values: { date: string; kind: string; number: number }) => sink.event('calls.mailed', values),
  /** It did not leave, and is tried again with the next run. */
  callsMailWaits: (values: { date: string; kind: string; because: string }) => sink.event('calls.mailWaits', values),
  /** The provider will never take it. */
  callsMailRefused: (values: { date: string; kind: string; reason: string }) => sink.event('calls.mailRefused', values),
  /** It may have left, and is not sent again. */
  callsMailUnknown: (values: { date: string; number: number }) => sink.event('calls.mailUnknown', values),
  /** The lead of a team was told what its day came to. */
  dayReported: (values: { date: string }) => sink.event('day.reported', values),
  /** It did not leave, and is tried again with the next run of the day. */
  dayReportWaits: (values: { date: string; because: string }) => sink.event('day.reportWaits', values),
  /** Refused by the provider, or it may have left: it is not sent again. */
  dayReportLost: (values: { date: string; outcome: string }) => sink.event('day.reportLost', values),
  /** The heads of care were told what a week or a month came to. */
  headReported: (values: { period: string }) => sink.event('headReport.sent', values),
  /** It did not leave, and is tried again with the next run of the day. */
  headReportWaits: (values: { period: string; because: string }) => sink.event('headReport.waits', values),
  /** Refused by the provider, or it may have left: it is not sent again. */
  headReportLost: (values: { period: string; outcome: string }) => sink.event('headReport.lost', values),
  /** Who is to act on a budget was told by mail. */
  budgetTold: (values: { budgetId: string; version: number }) => sink.event('budget.told', values),
  /** It did not leave, and is tried again with the next run. */
  budgetMailWaits: (values: { budgetId: string; because: string }) => sink.event('budget.mailWaits', values),
  /** Refused by the provider, or it may have left: it is not sent again. The page tells it all the same. */
  budgetMailLost: (values: { budgetId: string; outcome: string }) => sink.event('budget.mailLost', values),
  /** A person of a department was written to about a question: the one who is asked, or the head. */
  questionMailed: (values: { questionId: string; to: string }) => sink.event('question.mailed', values),
  /** It did not leave, and is tried again with the next run. */
  questionMailWaits: (values: { questionId: string; because: string }) => sink.event('question.mailWaits', values),
  /** Refused by the provider, or it may have left: it is not sent again. */
  questionUntold: (values: { questionId: string; to: string; outcome: string }) => sink.alarm('question.untold', values),
  questionAccepted: (values: { questionId: string }) => sink.event('question.accepted', values),
  questionAnswered: (values: { questionId: string }) => sink.event('question.answered', values),
  /** A person with the link pressed a button that has no effect any more. */
  questionRefused: (values: { questionId: string; because: string }) => sink.event('question.refused', values),
  /** A press that looks like a machine's: nothing was changed by it. */
  questionPressSuspected: (values: { questionId: string; because: string }) => sink.event('question.pressSuspected', values),
  /** A department was told what a week brought. */
  digestMailed: (values: { department: string; week: string }) => sink.event('digest.mailed', values),
  digestWaits: (values: { department: string; week: string; because: string }) => sink.event('digest.mailWaits', values),
  digestLost: (values: { department: string; week: string; outcome: string }) => sink.event('digest.mailLost', values),
  /** A person of care was told what a week of cases brought. */
  careDigestMailed: (values: { week: string }) => sink.event('careDigest.mailed', values),
  careDigestWaits: (values: { week: string; because: string }) => sink.event('careDigest.mailWaits', values),
  careDigestLost: (values: { week: string; outcome: string }) => sink.event('careDigest.mailLost', values),
  /** The operator has a command to run first. */
  casesNotCounted: (values: { because: string }) => sink.event('cases.notCounted', values),
  /** A member of staff was written to about an urgent piece of work. */
  urgentMailed: (values: { workId: string; because: string }) => sink.event('urgent.mailed', values),
  /** It did not leave, and is tried again with the next run. */
  urgentMailWaits: (values: { workId: string; because: string }) => sink.event('urgent.mailWaits', values),
  /** Refused by the provider, or it may never have left: the next person is written to. */
  urgentMailLost: (values: { workId: string; outcome: string }) => sink.event('urgent.mailLost', values),
  /** The plan names no person on call for that time: who answers for the team was written to. */
  noOneOnCall: (values: { workId: string }) => sink.alarm('urgent.noOneOnCall', values),
  /** No person could be written to. */
  urgentUntold: (values: { workId: string }) => sink.alarm('urgent.untold', values),
  /** A clock of a case rang, and what was due is done and noted. */
  caseRang: (values: { workId: string; rang: string; level: string | null }) => sink.event('case.rang', values),
  /** All open cases of a stretch have their alarms. */
  clocksLookedAt: (values: { cases: number; isMore: boolean }) => sink.event('clocks.lookedAt', values),
  urgentPosted: (values: { workId: string }) => sink.event('urgent.posted', values),
  /** The company's webhook did not take it, and is tried again with the next run. */
  urgentPostFailed: (values: { workId: string; tries: number; because: string }) => sink.event('urgent.postFailed', values),
  urgentPostGivenUp: (values: { workId: string; tries: number; because: string }) => sink.alarm('urgent.postGivenUp', values),
  batchPutOff: (values: { occurrenceId: string; batchId: string; until: string }) => sink.event('batch.putOff', values),
  batchOverdue: (values: { occurrenceId: string; batchId: string; dueAt: string }) => sink.event('batch.overdue', values),
  touchFailed: (values: { occurrenceId: string; customerId: string; reason: string }) => sink.event('touch.failed', values),
  touchUnknown: (values: { occurrenceId: string; customerId: string; evidence: string }) => sink.event('touch.unknown', values),
  deliveryNoted: (values: { occurrenceId: string; customerId: string; state: string }) => sink.event('delivery.noted', values),
  outcomeDecided: (values: { occurrenceId: string; customerId: string; decision: string }) =>
    sink.event('outcome.decided', values),
  surveyAnswered: (values: { customerId: string; occurrenceId: string; via: string; answers: number }) =>
    sink.event('survey.answered', values),
  /** A machine may have pressed a button of a customer's page. The press changed nothing. */
  pressSuspected: (values: { customerId: string; page: string; because: string }) => sink.event('press.suspected', values),
  workOpened: (values: { workId: string; reason: string; dueAt: string }) => sink.event('work.opened', values),
  workClosed: (values: { workId: string; reason: string }) => sink.event('work.closed', values),
  /** A request to the webhook of the telephone system without its key, or one that is no event of it. */
  telephoneRefused: (values: { because: string }) => sink.event('telephone.refused', values),
  telephoneHeard: (values: { heard: string }) => sink.event('telephone.heard', values),
  optedOut: (values: { customerId: string; purpose: string; source: string }) => sink.event('consent.withdrawn', values),
  stopRefused: (values: { because: string }) => sink.event('stop.refused', values),
  /** A request to the staff app without a session that holds, a sign-in that failed, or an act that the role may not do. */
  staffRefused: (values: { because: string }) => sink.event('staff.refused', values),
  /** A request was refused, and the log of staff does not count it. */
  staffTurnedAwayUncounted: (values: { because: string; error: string }) => sink.event('staff.turnedAwayUncounted', values),
  /** Rows of the audit log that are no entries. The page of the log names the place of each. */
  auditUnreadable: (values: { month: string; lines: number }) => sink.event('audit.unreadable', values),
  /** An act of staff broke off; the audit log says `failed`. */
  staffActFailed: (values: { act: string; error: string }) => sink.alarm('staff.actFailed', values),
  /** An act is over, and the audit log could not be told what became of it: its line stays `begun`. */
  staffActUnclosed: (values: { act: string; auditId: string; result: string; error: string }) =>
    sink.alarm('staff.actUnclosed', values),
  replyReceived: (values: { replyId: string; customerId: string | null; kind: string; outcome: string }) =>
    sink.event('reply.received', values),
  rawMailGone: (values: { rawKey: string }) => sink.event('reply.rawMailGone', values),
  /** A mail of the customer joined the case that it answers. */
  caseHeard: (values: { workId: string; reopened: boolean }) => sink.event('case.heard', values),
  /** Photos and files of cases. No name of one: it may name a person. */
  caseFileAdded: (values: { sha256: string; type: string; bytes: number }) => sink.event('caseFile.added', values),
  caseFileRefused: (values: { because: string; bytes: number }) => sink.event('caseFile.refused', values),
  /** A case names a file that lies nowhere any more. */
  caseFileGone: (values: { sha256: string }) => sink.event('caseFile.gone', values),
  noticeSent: (values: { occurrenceId: string; customerId: string }) => sink.event('notice.sent', values),
  personErased: (values: { customerId: string }) => sink.event('person.erased', values),
  /** An erasure broke off: nothing goes out to the customer, and their data is still stored. */
  erasureUnfinished: (values: { customerId: string; erasedAt: string }) => sink.alarm('erasure.unfinished', values),
  /** A sender or planner changed one of the rows that name the erased customer at the same moment: the next night tries again. */
  erasureContended: (values: { customerId: string; error: string }) => sink.event('erasure.contended', values),
  /** Rows written about an erased customer after the erasure could not be removed. */
  erasureBroken: (values: { customerId: string; error: string }) => sink.alarm('erasure.broken', values),
  /** `left`: days, `notRolledUp`: periods, for which there was no time. */
  nightRolledUp: (values: { written: number; left: number; periods: number; notRolledUp: number }) =>
    sink.event('numbers.night', values),
  purged: (values: Record<PurgedKind | 'tombstones' | 'left', number> & { finished: boolean }) =>
    sink.event('data.purged', values),
  /** For so many nights the deletion has not finished, or has left rows behind. */
  purgeBehind: (values: { nights: number; since: string; left: number }) => sink.alarm('purge.behind', values),
  voucherRedeemed: (values: { campaignId: string; customerId: string }) => sink.event('voucher.redeemed', values),
  occurrenceClosed: (occurrenceId: string, { audience, sent, skipped, deferred, withheld, failed, unknown }: Balance) =>
    sink.event('occurrence.closed', { occurrenceId, audience, sent, skipped, deferred, withheld, failed, unknown }),
  policyMissing: (values: { occurrenceId: string; contentClass: string; country: string }) =>
    sink.alarm('policy.missing', values),
  /** A table of dates in a country's calendar has no dates of a year that is near. */
  calendarYearUnknown: (values: { country: string; occasion: string; year: number }) =>
    sink.alarm('calendar.yearUnknown', values),
  /** A campaign that lives needs the do-not-call list, and there is none (`asOf` null) or it is older than the law's rules allow. */
  doNotCallListOld: (values: { country: string; asOf: string | null; maxAgeDays: number; campaignId: string }) =>
    sink.alarm('doNotCall.listOld', values),
  wordsMissing: (values: { occurrenceId: string; campaignId: string; version: number | null; why: string }) =>
    sink.alarm('words.missing', values),
  noticeWordsMissing: (values: { template: string; why: string }) => sink.alarm('words.missing', values),
  touchBroken: (values: { occurrenceId: string; customerId: string; error: string }) => sink.alarm('touch.broken', values),
  campaignStopped: (values: { campaignId: string; occurrenceId: string; bounced: number; complained: number }) =>
    sink.alarm('campaign.stopped', values),
  /** No mail can be sent to any customer: told once, however many senders meet it. */
  senderStopped: (values: StopValues) => sink.alarm('sender.stopped', { ...values }),
  senderStillStopped: (values: StopValues) => sink.event('sender.stillStopped', { ...values }),
  senderResumed: (values: { fault: SenderFault; since: string; probes: number }) => sink.event('sender.resumed', values),
  /** A finding that would keep mails from leaving, met before a mail is due. */
  senderNotReady: (values: { finding: SenderFindingKind }) => sink.alarm('sender.notReady', values),
  senderReady: (values: Record<never, never>) => sink.event('sender.ready', values),
  /** Many customers of an occurrence, or of one of its rows, failed to get their mail, or may have failed to. */
  occurrenceLosses: (values: { occurrenceId: string; failed: number; stopped: number; unknown: number; reached: number }) =>
    sink.alarm('occurrence.losses', values),
  balanceMismatch: (values: { occurrenceId: string; audience: number; counted: number }) =>
    sink.alarm('occurrence.mismatch', values),
  /** Of the customers whom an occurrence handed to the desk, so many have no task, and no erasure explains it. */
  deskMismatch: (values: { occurrenceId: string; handed: number; lost: number }) => sink.alarm('desk.mismatch', values),
  consentUnreadable: (values: { customerId: string }) => sink.alarm('consent.unreadable', values),
  suppressionUnreadable: (values: { customerId: string }) => sink.alarm('suppression.unreadable', values),
})
export type Events = ReturnType<typeof events>

/** What follows from a mail once it is read: a stop, an answer, work for staff, or nothing. Each step is harmless when repeated. */

import { type StopPurposesPorts, stopPurposes } from '#app/consent/stop-purposes.ts'
import { hasMail, type JoinCasePorts, joinCase } from '#app/desk/join-case.ts'
import { type Opened, openForNobody, type ReplyWorkPorts } from '#app/desk/limited-reply-work.ts'
import { type MailWork, openForMail } from '#app/desk/open-reply-work.ts'
import type { AskedSurvey } from '#app/listening/asked-survey.ts'
import { keepAnswer, type RecordAnswerPorts } from '#app/listening/record-answer.ts'
import type { Addressed } from '#app/listening/reply-address.ts'
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import { isOnlyStop } from '#core/reply/only-stop.ts'
import type { Reply, ReplyReading } from '#core/reply/reply.ts'
import { isContented } from '#core/reply/understood-comment.ts'
import type { Instant } from '#core/time/instant.ts'
import type { MailSays } from '#core/work/case/case-mail.ts'
import { typeOf } from '#core/work/case/case-standing.ts'
import type { LowScore } from '#core/work/follow-up.ts'
import type { Case } from '#core/work/work-item.ts'

export interface ActOnReplyPorts extends RecordAnswerPorts, StopPurposesPorts, ReplyWorkPorts, JoinCasePorts {
  readonly customers: ReplyWorkPorts['customers']
  readonly work: ReplyWorkPorts['work']
  readonly companyRules: ReplyWorkPorts['companyRules']
  readonly events: ReplyWorkPorts['events']
  readonly notices: StopPurposesPorts['notices'] & ReplyWorkPorts['notices']
}

const LONGEST_WHY = 4_000

/** A mail with all that the reading found out about it. */
export interface Acting {
  /** When the mail came in. */
  readonly at: Instant
  readonly replyId: string
  /** Undefined also where the mail service warns of the mail and its address may not be believed. */
  readonly sender: Addressed | undefined
  readonly asked: AskedSurvey | undefined
  readonly reading: ReplyReading
}

/** A mail may hold a stop, a score and a complaint at once: each is acted upon. */
export async function actOnReply(ports: ActOnReplyPorts, acting: Acting): Promise<Reply['outcome']> {
  const { sender, reading, replyId, at } = acting
  const { kind, verdict } = reading
  if (sender?.use === 'stop' && (verdict === 'virus' || kind === 'autoReply')) return stop(ports, acting, sender)
  if (verdict === 'virus' || kind === 'autoReply' || kind === 'bounce') return 'kept'
  if (!sender)
    return verdict !== null || kind === 'thanks'
      ? 'kept'
      : OUTCOMES[await openForNobody(ports, { replyId, text: reading.text, at })]
  const recorded = await recordScore(ports, acting, sender)
  const stops = kind === 'optOut' || sender.use === 'stop'
  if (stops) await stop(ports, acting, sender)
  const answers = kind === 'answer' && 'low' in recorded
  const whole = workOf(acting, { sender, recorded, settled: stops || answers || kind === 'thanks' })
  const joined = sender.ofCase
    ? await joinCase(ports, {
        workId: sender.ofCase.workId,
        replyId,
        text: reading.text,
        at,
        says: saysOf(reading, { stops, whole }),
        mayAnswer: whole.mayAnswer,
      })
    : 'no-room'
  const opened = await openForMail(ports, joined === 'no-room' ? whole : beside(joined, whole))
  if (stops) return 'opted-out'
  if (joined !== 'no-room' && kind !== 'thanks') return hasMail(joined, { replyId }) ? 'joined-case' : 'kept'
  if (opened && !answers) return OUTCOMES[opened]
  return kind === 'thanks' ? 'kept' : 'answered'
}

const OUTCOMES: Readonly<Record<Opened, Reply['outcome']>> = { opened: 'work-opened', 'among-many': 'among-many' }

/** The mail that the reply answers decides which purposes stop. A reply to a mail that cannot be stopped itself stops every purpose that can be. */
async function stop(
  ports: ActOnReplyPorts,
  { reading, replyId, at }: Acting,
  { use, customerId, answered }: Addressed,
): Promise<'opted-out'> {
  const one = PURPOSES.filter((purpose) => purpose === answered?.campaign.contentClass)
  const all = reading.holds.some((held) => held.is === 'stop' && held.all)
  const purposes: readonly Purpose[] = one.length === 0 || all ? PURPOSES : one
  const source = use === 'stop' ? 'mailto-unsubscribe' : 'reply'
  await stopPurposes(ports, { customerId, purposes, at, source, evidence: replyId })
  return 'opted-out'
}

type Recorded = { readonly low: LowScore | null } | { readonly none: 'refused' | 'no-answer' }

/** A score, or words to a question, once. */
async function recordScore(
  ports: ActOnReplyPorts,
  { reading, replyId, at, asked }: Acting,
  { customerId }: Addressed,
): Promise<Recorded> {
  if (!asked || (reading.kind !== 'answer' && reading.score === null)) return { none: 'no-answer' }
  const kept = await keepAnswer(ports, {
    customerId,
    occurrenceId: asked.occurrenceId,
    answer: { score: reading.score, why: wordsOf(reading), followUps: {} },
    origin: { via: 'reply', by: replyId, network: null, fromCompany: false },
    at,
  })
  return 'refused' in kept ? { none: 'refused' } : { low: kept.low }
}

/** "9", "9/10" and "Chín điểm" are a score and no reason for it. */
function wordsOf({ score, text }: ReplyReading): string | null {
  const words = text.trim()
  const isScoreAlone = score !== null && words.split(/\s+/).length < 3
  return words === '' || isScoreAlone ? null : words.slice(0, LONGEST_WHY)
}

function saysOf(
  { kind, verdict, text }: ReplyReading,
  { stops, whole }: { readonly stops: boolean; readonly whole: MailWork },
): MailSays {
  if (whole.complaint) return 'complaint'
  if (kind === 'thanks') return 'thanks'
  if (whole.request) return 'more'
  if (stops) return isOnlyStop(text) ? 'stop' : 'more'
  return kind === 'unclear' && verdict === null && isContented(text) ? 'well' : 'more'
}

/**
 * The law's clocks run beside the case: those of a right, and those of a complaint where the case is about something else. All else that the mail holds
 * stands in the case.
 */
const beside = (item: Case, mail: MailWork): MailWork => ({
  ...mail,
  low: null,
  complaint: mail.complaint && typeOf(item) !== 'complaint',
  request: false,
  unread: false,
  words: false,
})

interface Settled {
  readonly sender: Addressed
  readonly recorded: Recorded
  /** The mail was a stop, an answer or thanks: it makes work only if it holds more. */
  readonly settled: boolean
}

function workOf({ reading, replyId, at }: Acting, { sender, recorded, settled }: Settled): MailWork {
  const { holds, verdict, score } = reading
  const has = (is: (typeof holds)[number]['is']) => holds.some((held) => held.is === is)
  return {
    customerId: sender.customerId,
    campaignId: sender.answered?.campaign.id ?? null,
    occurrenceId: sender.answered?.occurrenceId ?? null,
    replyId,
    score,
    text: reading.text,
    at,
    rights: holds.flatMap((held) => (held.is === 'right' ? [held.ask] : [])),
    low: 'low' in recorded ? recorded.low : null,
    complaint: has('complaint'),
    request: has('request'),
    unread: !settled,
    words: has('words-to-read'),
    mayAnswer: verdict === null && !has('stop'),
    beside: [
      ...(has('contradicted-score') ? [{ is: 'contradicted-score' } as const] : []),
      ...('none' in recorded && recorded.none === 'refused' ? [{ is: 'answer-refused' } as const] : []),
      ...(verdict === 'spam' ? [{ is: 'spam-verdict' } as const] : []),
    ],
  }
}

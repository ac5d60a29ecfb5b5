/** What follows from a mail once it is read: a stop, an answer, work for a person, or nothing. Each step is harmless when repeated. */
import type { AskedSurvey } from '#app/asked-survey.ts'
import {
  type CustomerMail,
  type Opened,
  openForCustomer,
  openForNobody,
  openRight,
  type ReplyWorkPorts,
} from '#app/open-reply-work.ts'
import { type RecordAnswerPorts, recordAnswer } from '#app/record-answer.ts'
import type { Addressed } from '#app/reply-address.ts'
import { type StopPurposesPorts, stopPurposes } from '#app/stop-purposes.ts'
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import type { Reply, ReplyReading } from '#core/reply/reply.ts'
import type { BadVerdict } from '#core/reply/verdict.ts'
import type { Instant } from '#core/time/instant.ts'
import type { ReplyWorkReason } from '#core/work/reply-work.ts'
import { RIGHTS } from '#core/work/work-item.ts'

export interface ActOnReplyPorts extends RecordAnswerPorts, StopPurposesPorts, ReplyWorkPorts {
  readonly customers: ReplyWorkPorts['customers']
  readonly work: ReplyWorkPorts['work']
}

const LONGEST_WHY = 4_000

/** A mail of which everything is known that can be. */
export interface Acting {
  /** When it came in. */
  readonly at: Instant
  readonly replyId: string
  readonly sender: Addressed | undefined
  readonly asked: AskedSurvey | undefined
  readonly reading: ReplyReading
  readonly verdict: BadVerdict | null
}

/** Nobody has to choose between a stop, a score and a complaint: whatever a mail holds is acted upon. */
export async function actOnReply(ports: ActOnReplyPorts, acting: Acting): Promise<Reply['outcome']> {
  const { sender, reading, verdict, replyId, at } = acting
  const { kind } = reading
  if (sender?.use === 'stop' && (verdict !== null || kind === 'autoReply')) return stop(ports, acting, sender)
  if (verdict !== null || kind === 'autoReply' || kind === 'bounce') return 'kept'
  if (!sender) return OUTCOMES[await openForNobody(ports, { replyId, at })]
  const recorded = await recordScore(ports, acting, sender)
  const stops = kind === 'optOut' || sender.use === 'stop'
  if (stops) await stop(ports, acting, sender)
  const answers = kind === 'answer' && recorded === 'recorded'
  const opened = await openWork(ports, { acting, sender, settled: stops || answers, refused: recorded === 'refused' })
  if (stops) return 'opted-out'
  return opened && !answers ? OUTCOMES[opened] : 'answered'
}

const OUTCOMES: Readonly<Record<Opened, Reply['outcome']>> = { opened: 'work-opened', 'among-many': 'among-many' }

/** What the mail answered decides what stops; a mail that cannot be stopped itself stops everything that can. */
async function stop(
  ports: ActOnReplyPorts,
  { reading, replyId, at }: Acting,
  { use, customerId, answered }: Addressed,
): Promise<'opted-out'> {
  const one = PURPOSES.filter((purpose) => purpose === answered?.campaign.contentClass)
  const purposes: readonly Purpose[] = one.length === 0 || reading.reasons.includes('optOut:all') ? PURPOSES : one
  const source = use === 'stop' ? 'mailto-unsubscribe' : 'reply'
  await stopPurposes(ports, { customerId, purposes, at, source, evidence: replyId })
  return 'opted-out'
}

/** A score, or words to a question, once. */
async function recordScore(
  ports: ActOnReplyPorts,
  { reading, replyId, at, asked }: Acting,
  { customerId }: Addressed,
): Promise<'recorded' | 'refused' | 'no-answer'> {
  if (!asked || (reading.kind !== 'answer' && reading.score === null)) return 'no-answer'
  const result = await recordAnswer(ports, {
    customerId,
    occurrenceId: asked.occurrenceId,
    answer: { score: reading.score, why: wordsOf(reading), followUps: {} },
    origin: { via: 'reply', by: replyId, network: null, fromCompany: false },
    at,
  })
  return 'refused' in result ? 'refused' : 'recorded'
}

/** "9", "9/10" and "Chín điểm" are a score and no reason for it. */
function wordsOf({ score, text }: ReplyReading): string | null {
  const words = text.trim()
  const isScoreAlone = score !== null && words.split(/\s+/).length < 3
  return words === '' || isScoreAlone ? null : words.slice(0, LONGEST_WHY)
}

interface WorkToOpen {
  readonly acting: Acting
  readonly sender: Addressed
  /** It was a stop or an answer, so that nothing must be done unless it holds more. */
  readonly settled: boolean
  readonly refused: boolean
}

/** Answers whether anything was opened for it, or it is only one of many; null when it leaves nothing to do. */
async function openWork(ports: ActOnReplyPorts, { acting, sender, settled, refused }: WorkToOpen): Promise<Opened | null> {
  const { reading, replyId, at } = acting
  const mail: Omit<CustomerMail, 'reason'> = {
    customerId: sender.customerId,
    campaignId: sender.answered?.campaign.id ?? null,
    occurrenceId: sender.answered?.occurrenceId ?? null,
    replyId,
    score: reading.score,
    at,
    ...(refused && { note: 'answer-refused' }),
  }
  const holds = (kind: ReplyReading['kind']) => reading.kind === kind || reading.reasons.includes(`also:${kind}`)
  const asks = RIGHTS.filter((right) => reading.reasons.includes(`rights:${right}`))
  for (const ask of asks) await openRight(ports, { ...mail, ask })
  const reasons: ReplyWorkReason[] = holds('complaint') ? ['complaint'] : []
  // Asking about their own data is a request, and is open with a clock of its own.
  if (asks.length === 0 && holds('request')) reasons.push('request')
  if (asks.length === 0 && reasons.length === 0 && !settled) reasons.push('unclear-reply')
  const opened: Opened[] = asks.map(() => 'opened')
  for (const reason of reasons) opened.push(await openForCustomer(ports, { ...mail, reason }))
  return opened.includes('opened') ? 'opened' : (opened[0] ?? null)
}

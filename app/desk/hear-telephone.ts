/** What the telephone system tells: of a call of ours it is noted on its task, a customer's call to the hotline in vain is rung back. */
import { changeWork } from '#app/desk/change-work.ts'
import { type HearHotlinePorts, hearHotline } from '#app/desk/hear-hotline.ts'
import type { CallsMade, Told } from '#app/ports/telephony.ts'
import { oldestMissedCall } from '#core/customer/hotline-row.ts'
import { earlier, type Instant } from '#core/time/instant.ts'
import { withCallNews } from '#core/work/history.ts'
import type { CallNews } from '#core/work/telephone-call.ts'

export interface HearTelephonePorts extends HearHotlinePorts {
  readonly work: HearHotlinePorts['work'] & CallsMade
}

/** unknown: no task of ours, or none any more. no-number, too-old: a call to the hotline that cannot be rung back, or is not any more. */
export type HeardTold = 'noted' | 'nothing-new' | 'unknown' | 'hotline' | 'no-number' | 'too-old'

/** The same told twice does nothing twice, and what comes late changes nothing back. */
export async function hearTelephone(
  ports: HearTelephonePorts,
  { told, now }: { readonly told: Told; readonly now: Instant },
): Promise<HeardTold> {
  // A call of ours may be told like one from outside: the calls that were made are asked first.
  if (told.is === 'call' || (await ports.work.taskOfCall(told.news.callId)) !== undefined) return noteNews(ports, told.news)
  if (told.call === null) return 'no-number'
  if (told.call.at < oldestMissedCall(now)) return 'too-old'
  // The telephone system's clock may go wrong: the customer has rung all the same.
  const { at, endedAt } = told.call
  const call = { ...told.call, at: earlier(at, now), ...(endedAt !== undefined && { endedAt: earlier(endedAt, now) }) }
  await hearHotline(ports, { calls: [call], now })
  return 'hotline'
}

async function noteNews({ work }: HearTelephonePorts, news: CallNews): Promise<HeardTold> {
  const workId = await work.taskOfCall(news.callId)
  if (workId === undefined) return 'unknown'
  const result = await changeWork(work, workId, (item) => {
    const next = item.kind === 'call-task' ? withCallNews(item, news) : undefined
    return next ? { next } : { instead: 'nothing-new' as const }
  })
  if ('changed' in result) return 'noted'
  if (result.instead === 'nothing-new') return 'nothing-new'
  if (result.instead.refused === 'no-such-work') return 'unknown'
  throw new CallContendedError(`the task of a call was changed all the time: ${workId}`)
}

/** Told again by the telephone system, or by its queue. */
export class CallContendedError extends Error {
  override readonly name = 'CallContendedError'
}

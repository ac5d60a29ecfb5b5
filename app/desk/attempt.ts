/** An attempt to ring a customer as a member of staff writes it down, and what its form lacks, before its task is looked at. */
import { type RefusedPromisePorts, refusedPromise } from '#app/desk/refused-promise.ts'
import type { CallStop } from '#app/desk/stop-calls.ts'
import type { PromiseRefusal } from '#core/duty/promise.ts'
import type { Instant } from '#core/time/instant.ts'
import { isFollowUp } from '#core/work/agreed-follow-up.ts'
import { CONSEQUENCES, type ContactWay, type Disposition } from '#core/work/disposition.ts'

export interface Attempt {
  /** Of the form: the same one sent again is the same attempt. */
  readonly attemptId: string
  readonly workId: string
  readonly disposition: Disposition
  readonly way: ContactWay
  readonly note: string
  /** Of a `call-back`: the agreed time; null otherwise. */
  readonly callBackAt: Instant | null
  /** Of a `do-not-call`: who is not to be rung any more. */
  readonly stop: CallStop
  /** In how many working days the customer is rung again, as it was agreed with them; left out where nothing was. */
  readonly followUpDays?: number
  /** The customer asked for the guide by mail. */
  readonly guide?: boolean
  /** Whether what the customer was rung for was solved at the first contact; left out where the person did not say. */
  readonly atFirst?: boolean
  readonly by: string
  readonly address?: string | undefined
  /** The team of the person who rang: its hours bound a promise. */
  readonly team: string
  readonly at: Instant
  /** How often the task had been reopened when the person rang. */
  readonly round?: number
  /** How many attempts the task showed, since it was opened or reopened, when the person rang. */
  readonly seen?: number
}

export type AttemptLacks =
  | 'needs-note'
  | 'needs-time'
  | 'follow-up-days'
  | 'follow-up-unspoken'
  | 'guide-unspoken'
  | 'at-first-unspoken'
  | PromiseRefusal

/** `note`: as it is kept. Undefined where nothing is missing. */
export async function lackOf(
  ports: RefusedPromisePorts,
  { workId, disposition, note, callBackAt, followUpDays, guide, atFirst, team, at }: Attempt,
): Promise<{ readonly refused: AttemptLacks } | undefined> {
  const { asks, ends } = CONSEQUENCES[disposition]
  if (followUpDays !== undefined && ends !== 'reached') return { refused: 'follow-up-unspoken' }
  if (followUpDays !== undefined && !isFollowUp(followUpDays)) return { refused: 'follow-up-days' }
  if (guide && ends !== 'reached') return { refused: 'guide-unspoken' }
  if (atFirst !== undefined && ends !== 'reached') return { refused: 'at-first-unspoken' }
  if (asks === 'note' && note === '') return { refused: 'needs-note' }
  if (asks !== 'time') return undefined
  if (callBackAt === null) return { refused: 'needs-time' }
  const refused = await refusedPromise(ports, { workId, wanted: callBackAt, team, now: at })
  return refused === null ? undefined : { refused }
}

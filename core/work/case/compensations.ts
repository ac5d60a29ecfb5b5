/** The compensation of a case, each as its events leave it. The end of the case ends none of it: a refund may be paid after the customer is content. */
import type { CompensationAsked, CompensationEvent } from '#core/work/case/compensation-event.ts'
import { isCompensationEvent } from '#core/work/case/compensation-event.ts'
import { partsOf } from '#core/work/case/parts-of-case.ts'
import type { History } from '#core/work/work-event.ts'

/** asked: another person is to approve it. approved: it may be given. */
export type CompensationState = 'asked' | 'approved' | 'refused' | 'withdrawn' | 'given'

export interface CaseCompensation {
  readonly asked: CompensationAsked
  readonly state: CompensationState
  /** What happened to it last; the asking itself while nothing else has. */
  readonly last: CompensationEvent
}

/** The oldest first. */
export function compensationsOf({ events }: History): readonly CaseCompensation[] {
  const found = new Map<string, CaseCompensation>()
  for (const event of events) {
    if (!isCompensationEvent(event)) continue
    if (event.is === 'compensation-asked') {
      found.set(event.compensationId, { asked: event, state: event.alone ? 'approved' : 'asked', last: event })
      continue
    }
    const one = found.get(event.compensationId)
    if (one) found.set(event.compensationId, { ...one, state: STATES[event.is], last: event })
  }
  return [...found.values()]
}

const STATES: Readonly<Record<Exclude<CompensationEvent['is'], 'compensation-asked'>, CompensationState>> = {
  'compensation-approved': 'approved',
  'compensation-refused': 'refused',
  'compensation-withdrawn': 'withdrawn',
  'compensation-given': 'given',
}

export const compensationNamed = (item: History, compensationId: string): CaseCompensation | undefined =>
  compensationsOf(item).find(({ asked }) => asked.compensationId === compensationId)

/** Neither given nor given up. */
export const isOpenCompensation = ({ state }: Pick<CaseCompensation, 'state'>): boolean =>
  state === 'asked' || state === 'approved'

/** What stands in the case and in its parts, in đồng: asked for, approved and given. */
export const standingTotal = (item: History): number =>
  compensationsOf(item)
    .filter(({ state }) => state !== 'refused' && state !== 'withdrawn')
    .reduce((sum, { asked }) => sum + asked.amount, compensatedInParts(item))

/** As it stood when they became parts, or as app/desk/case-that-goes-on.ts read it since. */
export const compensatedInParts = (item: History): number =>
  partsOf(item).reduce((sum, { compensated = 0 }) => sum + compensated, 0)

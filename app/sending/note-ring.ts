/** Notes on a case what its clock brought, unless another run has noted it meanwhile, or the case was closed and rings for it no more. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { CaseEvent, ClockPoint } from '#core/work/case/case-event.ts'
import { type CaseRing, ringsToCome } from '#core/work/case/case-rings.ts'
import { isSameNews } from '#core/work/case/news-event.ts'
import { withCaseEvent, withToldNews } from '#core/work/history.ts'
import type { Case } from '#core/work/work-item.ts'

export interface NoteRingPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
}

export type Rung = Extract<CaseEvent, { is: 'escalated' | 'alerted' | 'told-news' | 'reminded' }>

interface Noted {
  readonly workId: string
  readonly event: Rung
  /** Of an alert, how many had been told when it was carried out: another run may have noted it since, and the next person's turn has come. Else null. */
  readonly turn: number | null
}

/** `written`: by this run. */
export async function noteRing(
  { work, companyRules }: NoteRingPorts,
  { workId, event, turn }: Noted,
): Promise<{ readonly written: boolean }> {
  const result = await changeWork(work, workId, (item): Change<Case, 'nothing'> => {
    if (item.kind !== 'case') return { instead: 'nothing' }
    if (!ringsToCome(item, companyRules).some((ring) => isNotedBy(ring, { event, turn }))) return { instead: 'nothing' }
    if (event.is === 'told-news') return { next: withToldNews(item, event, companyRules) }
    const next = withCaseEvent(item, event, companyRules)
    return next === 'full' ? { instead: 'nothing' } : { next }
  })
  if ('changed' in result) return { written: true }
  if (typeof result.instead === 'object' && result.instead.refused === 'contended') throw new Error(`${workId}: lost every race`)
  return { written: false }
}

/** Whether the event is what the ring still asks for. */
function isNotedBy(ring: CaseRing, { event, turn }: Omit<Noted, 'workId'>): boolean {
  switch (ring.is) {
    case 'escalate':
      return event.is === 'escalated' && event.to === ring.to && event.clock !== undefined && isSame(event.clock, ring)
    case 'alert':
      return event.is === 'alerted' && event.since === ring.since && ring.turn === turn
    case 'news':
      return event.is === 'told-news' && isSameNews(event.news, ring.news) && (event.turn ?? 0) === ring.turn
    case 'remind':
      return event.is === 'reminded' && event.clocks.some((point) => isSame(point, ring))
  }
}

const isSame = (a: ClockPoint, b: ClockPoint): boolean => a.clock === b.clock && a.since === b.since && a.percent === b.percent

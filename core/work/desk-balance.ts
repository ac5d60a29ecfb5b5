/**
 * The second equation: everybody whom a campaign handed to the desk stands in exactly one line of it. The first is the balance of the occurrence, in
 * which they are `sent`.
 */
import { CALL_ENDS, type CallEnd } from '#core/work/disposition.ts'
import { closingOf } from '#core/work/standing.ts'
import type { Closed } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** gone: erased since. lost: no task is stored, and no erasure or end of retention explains it. */
export const DESK_LINES = [...CALL_ENDS, 'gone', 'open', 'lost'] as const
export type DeskLine = (typeof DESK_LINES)[number]

export interface DeskBalance {
  readonly handed: number
  readonly lines: Readonly<Record<DeskLine, number>>
}

export const NOTHING_HANDED: DeskBalance = {
  handed: 0,
  lines: {
    reached: 0,
    exhausted: 0,
    refused: 0,
    'wrong-number': 0,
    stopped: 0,
    expired: 0,
    cancelled: 0,
    gone: 0,
    open: 0,
    lost: 0,
  },
}

export interface Handed {
  /** Of the task; null for a customer who was erased: their task is gone, and its id with it. */
  readonly workId: string | null
}

export function deskBalance(handed: readonly Handed[], tasks: readonly WorkItem[]): DeskBalance {
  const byId = new Map(tasks.map((task) => [task.workId, task]))
  const lines = { ...NOTHING_HANDED.lines }
  for (const { workId } of handed) lines[workId === null ? 'gone' : lineOf(byId.get(workId))]++
  return { handed: handed.length, lines }
}

export function addDeskBalances(a: DeskBalance, b: DeskBalance): DeskBalance {
  const lines = { ...a.lines }
  for (const line of DESK_LINES) lines[line] += b.lines[line]
  return { handed: a.handed + b.handed, lines }
}

/** Does every line have its task? */
export const deskAddsUp = ({ handed, lines }: DeskBalance): boolean =>
  lines.lost === 0 && DESK_LINES.reduce((sum, line) => sum + lines[line], 0) === handed

function lineOf(task: WorkItem | undefined): DeskLine {
  if (!task) return 'lost'
  const closing = closingOf(task)
  return closing ? endOf(closing) : 'open'
}

/** A closing in words alone says whether the customer was reached. */
export const endOf = ({ as, reached }: Pick<Closed, 'as' | 'reached'>): CallEnd =>
  as ?? (reached === false ? 'exhausted' : 'reached')

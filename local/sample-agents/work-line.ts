/** An agent works one entry of the list: rings the customer where that is allowed now, notes how it went, and solves the cases whose time has come. */
import type { LineNow } from '#app/desk/calls-of-day.ts'
import { closeWork, type DoneWork } from '#app/desk/close-work.ts'
import { type LogAttemptPorts, logAttempt } from '#app/desk/log-attempt.ts'
import type { Person } from '#app/ports/customers.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { promisedAt } from '#core/work/attempts.ts'
import { CONSEQUENCES } from '#core/work/disposition.ts'
import { isOpen, ownerOf } from '#core/work/standing.ts'
import type { CallTask, Case, WorkItem } from '#core/work/work-item.ts'
import type { CallsSystem } from '#functions/staff/calls/calls-system.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { type RingSystem, ringNow } from '#functions/staff/work/ring-now.ts'
import { type Asking, askFirst } from '#local/sample-agents/ask-first.ts'
import { markOf, markOfCall } from '#local/sample-agents/at-first.ts'
import { type CallEnding, type CallMade, callEnding } from '#local/sample-agents/call-end.ts'
import { isRipe, isWrittenInstead, solution, WRITTEN_INSTEAD } from '#local/sample-agents/case-solution.ts'
import { readyToClose } from '#local/sample-agents/complaint-steps.ts'
import { inLog, type LogParts } from '#local/sample-agents/in-log.ts'
import { type WritingDown, writeDown } from '#local/sample-agents/write-down.ts'

export interface LineParts extends Pick<LogAttemptPorts, 'companyRules'> {
  readonly events: LogAttemptPorts['events'] & WritingDown['events'] & LogParts['events']
  readonly stores: RingSystem['stores'] &
    LogParts['stores'] &
    CallsSystem['stores'] &
    Asking['stores'] &
    WritingDown['stores'] &
    Omit<LogAttemptPorts, 'companyRules' | 'events'> &
    Pick<StaffStores, 'notices' | 'words' | 'seals' | 'suppressions'>
  /** How a call ends; by the usual habits when left out. */
  readonly ending?: (call: CallMade) => CallEnding
}

/** In numbers: calls that were made, customers spoken with, promises given, cases solved. */
export interface Done {
  readonly calls: number
  readonly reached: number
  readonly promised: number
  readonly solved: number
}

export const NOTHING_DONE: Done = { calls: 0, reached: 0, promised: 0, solved: 0 }

interface Entry {
  readonly line: LineNow
  readonly member: StaffMember
  readonly people: ReadonlyMap<string, Person>
  readonly promisable: Instant | null
  readonly at: Instant
}

export async function workLine(parts: LineParts, entry: Entry): Promise<Done> {
  const open = entry.line.items.filter((item) => isOpen(item) && isMine(item, entry.member))
  const calls = open.filter((item) => item.kind === 'call-task')
  const cases = open.filter((item) => item.kind === 'case')
  const first = calls.find(({ events }) => promisedAt(events) !== null) ?? calls[0]
  if (!first) return solveCases(parts, { ...entry, cases })
  const call = await ring(parts, { ...entry, item: first })
  if (call === 'may-not') return writeInstead(parts, { ...entry, item: first })
  if (call === 'too-late') return NOTHING_DONE
  const done = { ...NOTHING_DONE, calls: 1, promised: Number(call.callBackAt !== null) }
  if (CONSEQUENCES[call.disposition].ends !== 'reached') return done
  // One conversation answers all that this customer was to be rung for.
  const same = ({ customerId }: WorkItem) => customerId === first.customerId
  for (const item of calls.filter(same)) if (item !== first) await note(parts, { ...entry, item, ending: SAID_ALL })
  const { solved } = await solveCases(parts, { ...entry, cases: cases.filter(same) })
  return { ...done, reached: 1, solved }
}

const SAID_ALL: CallEnding = { disposition: 'satisfied', note: '', callBackAt: null }

/** A visitor of this machine may have taken the work. */
function isMine(item: WorkItem, { address }: StaffMember): boolean {
  const owner = ownerOf(item)
  return owner.is !== 'person' || owner.address === address
}

/** `too-late`: a colleague was quicker. */
async function ring(parts: LineParts, entry: Entry & { readonly item: CallTask }): Promise<CallEnding | 'may-not' | 'too-late'> {
  const { item, member, people, promisable, at } = entry
  const person = item.customerId === null ? undefined : people.get(item.customerId)
  const may = await ringNow(parts, { item, person, visitor: member, now: at })
  if (!may?.may) return 'may-not'
  const date = localDateAt(at, parts.companyRules.company.zone)
  const ending = (parts.ending ?? callEnding)({ item, date, promisable })
  return (await note(parts, { ...entry, item, ending })) ? ending : 'too-late'
}

async function writeInstead(parts: LineParts, { item, member, at }: Entry & { readonly item: CallTask }): Promise<Done> {
  if (!isWrittenInstead(item, { at, ...parts })) return NOTHING_DONE
  return { ...NOTHING_DONE, solved: Number(await close(parts, { item, member, at, ...WRITTEN_INSTEAD })) }
}

async function note(
  { stores, companyRules, events }: LineParts,
  { item, ending, member, at }: Pick<Entry, 'member' | 'at'> & { readonly item: CallTask; readonly ending: CallEnding },
): Promise<boolean> {
  const { name: by, address, team } = member
  const mark = markOfCall(item, ending.disposition)
  const attempt = { workId: item.workId, attemptId: `sample-${at}`, ...ending, ...mark, by, address, team, at }
  const result = await inLog({ stores, events }, { act: 'log-call', workId: item.workId, by, address, at }, () =>
    logAttempt({ ...stores, companyRules, events }, { ...attempt, way: 'phone', stop: 'person' }),
  )
  return 'logged' in result
}

async function solveCases(
  parts: LineParts,
  { cases, people, member, at }: Entry & { readonly cases: readonly Case[] },
): Promise<Done> {
  let solved = 0
  for (const listed of cases) {
    const item = await writeDown(parts, { item: listed, member, at })
    if (!isRipe(item, { at, ...parts })) {
      await askFirst(parts, { item, member, at })
      continue
    }
    const person = item.customerId === null ? undefined : people.get(item.customerId)
    const ending = solution(item, { person, ...parts })
    if (!(await readyToClose(parts, { item, member, at, ...ending }))) continue
    if (await close(parts, { item, member, at, ...ending })) solved++
  }
  return { ...NOTHING_DONE, solved }
}

async function close(
  { stores, companyRules, events }: LineParts,
  { item, member: { name: by, address }, at, note: said, reached }: Closing,
): Promise<boolean> {
  const closing = { workId: item.workId, by, address, at, note: said, reached, ...markOf(item) }
  const closed = await inLog({ stores, events }, { ...closing, act: 'close-work' }, () =>
    closeWork({ ...stores, companyRules, events }, closing),
  )
  return 'closed' in closed
}

type Closing = Pick<Entry, 'member' | 'at'> & Pick<DoneWork, 'note' | 'reached'> & { readonly item: WorkItem }

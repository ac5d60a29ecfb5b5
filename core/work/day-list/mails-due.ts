/**
 * Which mails about a list of calls are due: the list once to each who rings, the whole of it once to the lead; and when it was made again, what came to
 * a person since, if that is more than a glance at the page would show.
 */
import { stableHash } from '#core/customer/stable-hash.ts'
import type { DayLine, DayList } from '#core/work/day-list/day-line.ts'

/** With so many new lines a person waits for the page; with more they are told. */
export const MOST_NEW_UNTOLD = 5

/** mine: the person's lines. team: the whole list. more: what came to the person since. */
export type ListMailKind = 'mine' | 'team' | 'more'

export interface ListMailDue {
  readonly address: string
  readonly kind: ListMailKind
  /** From 1, of the mails to this person about this list. */
  readonly number: number
  /** The work that it names as theirs to ring. */
  readonly workIds: readonly string[]
}

interface ToldMail extends Pick<ListMailDue, 'address' | 'number'> {
  /** The marks of the work that it named. */
  readonly named: readonly string[]
}

/** Tells two items of one list apart, and nothing about a customer. */
export const workMark = (workId: string): string => stableHash(workId).toString(36)

interface Asked {
  readonly list: Pick<DayList, 'lines'>
  /** The mails that went out, or may have. */
  readonly told: readonly ToldMail[]
  /** Addresses of those who are in the team. The others get nothing, whatever the list says, but for the one who answers for it. */
  readonly members: readonly string[]
  /** Who answers for the team: its lead, or the head of care, who may be of another team. */
  readonly lead: string | null
}

export function mailsDue({ list, told, members, lead }: Asked): readonly ListMailDue[] {
  const toRing = list.lines.filter(({ isWorked }) => !isWorked)
  if (toRing.length === 0) return []
  const asked = lead === null || members.includes(lead) ? members : [...members, lead]
  return asked.flatMap((address): readonly ListMailDue[] => {
    const own = toRing.filter(({ agent }) => agent === address)
    const before = told.filter((mail) => mail.address === address)
    if (before.length === 0) {
      if (address === lead) return [{ address, kind: 'team', number: 1, workIds: workOf(own) }]
      return own.length === 0 ? [] : [{ address, kind: 'mine', number: 1, workIds: workOf(own) }]
    }
    const named = new Set(before.flatMap((mail) => mail.named))
    const since = own.filter(({ workIds }) => !workIds.some((workId) => named.has(workMark(workId))))
    if (since.length <= MOST_NEW_UNTOLD) return []
    const number = Math.max(...before.map((mail) => mail.number)) + 1
    return [{ address, kind: 'more', number, workIds: workOf(since) }]
  })
}

const workOf = (lines: readonly DayLine[]): readonly string[] => lines.flatMap(({ workIds }) => workIds)

/** Two stored rehearsals of a year for the whole company, the later one without a campaign that the first one had. */

import type { RehearsalBook } from '#app/ports/rehearsals.ts'
import { countedDay } from '#app/rehearsal/kept-findings.ts'
import type { SheetLine } from '#core/rehearsal/sheet-line.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { aLine, aRehearsal, someSums } from '#test/support/rehearsal-builders.ts'
import { idOf } from './filled-parts.ts'

const DAYS = 365
/** Each customer once, on a day of their own. */
const ON_OWN_DAYS = ['birthday-gift', 'check-in-call', 'csat-after-delivery', 'win-back', 'second-purchase']
/** Everybody on one day. */
const FOR_ALL = ['tet-greeting', 'company-anniversary', 'csi-yearly']
const LEFT_OUT = 'win-back'

export interface FilledRehearsals {
  readonly rehearsals: number
  readonly rehearsalId: string
  readonly before: string
  /** The day on which most customers are meant. */
  readonly date: LocalDate
}

export async function fillRehearsals(
  book: RehearsalBook,
  { customers, today }: { readonly customers: number; readonly today: LocalDate },
): Promise<FilledRehearsals> {
  const from = addDays(today, 1)
  const to = addDays(today, DAYS)
  const [before, after] = ['20271230T010000-00000001', '20271231T010000-00000002']
  for (const rehearsalId of [before, after]) {
    const campaigns = [...ON_OWN_DAYS, ...FOR_ALL].filter((id) => rehearsalId === before || id !== LEFT_OUT)
    const days = []
    for (const [at, date] of Array.from({ length: DAYS }, (_, day) => addDays(from, day)).entries()) {
      const lines = campaigns.flatMap((campaign) => linesOf({ campaign, at, customers }))
      if (lines.length === 0) continue
      await book.putSheet(rehearsalId, { date, lines })
      days.push(countedDay({ date, lines }))
    }
    await book.putSums(rehearsalId, someSums({ days, campaigns: campaigns.map((campaign) => ({ campaign, cost: 1_000_000 })) }))
    const named = campaigns.map((id) => ({ id, name: { vi: id, en: id }, file: null }))
    await book.put(aRehearsal({ rehearsalId, from, to, campaigns: named, state: { is: 'finished', customers, seconds: 60 } }))
  }
  return { rehearsals: 2, rehearsalId: after, before, date: addDays(from, dayForAll(0)) }
}

const dayForAll = (at: number) => 40 + at * 100

function linesOf({ campaign, at, customers }: { campaign: string; at: number; customers: number }): readonly SheetLine[] {
  const lines: SheetLine[] = []
  const own = ON_OWN_DAYS.indexOf(campaign)
  if (own === -1 && dayForAll(FOR_ALL.indexOf(campaign)) !== at) return lines
  for (let number = 1; number <= customers; number++) {
    if (own !== -1 && (number * 7 + own * 53) % DAYS !== at) continue
    const skipped = number % 4 === 0
    const channel = campaign === 'check-in-call' ? 'call' : 'email'
    const decision = skipped ? ({ outcome: 'skipped', reason: 'opted-out' } as const) : ({ outcome: 'sent', reason: '' } as const)
    lines.push(aLine({ customer: idOf(number), campaign, channel, ...decision }))
  }
  return lines
}

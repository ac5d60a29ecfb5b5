/** One page of the customers of a rehearsed day, with their names as they are today. */
import type { SheetLine } from '#core/rehearsal/sheet-line.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { RehearsalSystem } from '#functions/staff/rehearsals/rehearsal-system.ts'
import type { PeopleShown } from '#web/staff/rehearsal/rehearsed-people-page.ts'

const PER_PAGE = 50

interface OfDay {
  readonly rehearsal: StoredRehearsal
  readonly date: string
  readonly asked: Readonly<Record<string, string>>
}

export async function peopleOfDay(
  { rehearsals, stores }: RehearsalSystem,
  { rehearsal, date, asked }: OfDay,
): Promise<Omit<PeopleShown, 'rehearsal' | 'spoken' | 'date'>> {
  const state = asked.state === 'sent' || asked.state === 'not-sent' ? asked.state : null
  const campaign = rehearsal.campaigns.some(({ id }) => id === asked.campaign) ? (asked.campaign ?? null) : null
  const all = await rehearsals.book.sheet(rehearsal.rehearsalId, date)
  const meant = all.filter((line) => (campaign === null || line.campaign === campaign) && isOf(line, state))
  const pages = Math.max(1, Math.ceil(meant.length / PER_PAGE))
  const page = Math.min(pages, /^[1-9]\d{0,5}$/.test(asked.page ?? '') ? Number(asked.page) : 1)
  const lines = meant.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const people = await stores.customers.getMany([...new Set(lines.map(({ customer }) => customer))])
  const names = new Map(people.map(({ customer: { customerId, fullName } }) => [customerId, fullName]))
  return { lines, names, campaign, state, page, pages, count: meant.length }
}

const isOf = ({ outcome }: SheetLine, state: PeopleShown['state']): boolean =>
  state === null || (outcome === 'sent') === (state === 'sent')

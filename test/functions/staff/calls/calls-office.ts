/** The page of the calls of a day over stores in memory, with a list of one team as the schedule makes it. */
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { makeDayList } from '#app/desk/make-day-list.ts'
import type { Customer } from '#core/customer/customer.ts'
import { TeamSchema } from '#core/duty/team.ts'
import type { Role } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'
import { callsRoutes } from '#functions/staff/calls/calls.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { deskSystem } from '#test/functions/staff/acts/desk.ts'
import { aCustomer } from '#test/support/builders.ts'
import { openedAt, storedWork } from '#test/support/work-builders.ts'

/** A Wednesday. */
export const DATE = '2027-03-10'
export const CARE = 'Chăm sóc'
export const onDay = (time: string, date = DATE) => new Date(`${date}T${time}:00+07:00`).toISOString()
const member = (name: string, role: Role, team = CARE): StaffMember => ({
  name,
  address: `${name.toLowerCase()}@example.com`,
  team,
  role,
})
export const [HANH, BAO, MAI, CHAU] = [
  member('Hanh', 'agent'),
  member('Bao', 'agent'),
  member('Mai', 'lead'),
  member('Chau', 'head', 'Ban'),
]
export const [VY, KHO] = [member('Vy', 'agent', 'Cửa hàng'), member('Huy', 'operator', 'Công nghệ')]
const PEOPLE = [HANH, BAO, MAI, CHAU, VY, KHO]
/** The lead rings no one unless the others are away. */
const PLAN = {
  teams: [TeamSchema.parse({ name: CARE, callsADay: 2, takesUnassigned: true })],
  people: [{ address: MAI.address, callsADay: 0 }],
}

interface Due extends Partial<Pick<Customer, 'phone' | 'fullName' | 'honorific' | 'addressName'>> {
  readonly events?: readonly WorkEvent[]
  readonly over?: Partial<CallTask>
}

export async function callsOffice() {
  const { system } = deskSystem()
  const [roster, dutyBook, dayLists, work, suppressions] = [
    memoryRosterStore(),
    memoryDutyBook(),
    memoryDayLists(),
    memoryWorkStore(),
    memorySuppressionList(),
  ]
  const customers = memoryCustomerStore({ addressHash: (address) => address })
  await roster.publish({ people: PEOPLE, version: 1, publishedAt: onDay('00:00'), publishedBy: 'a test' }, PLAN)
  const seals = { contactKey: ({ value }: { readonly value: string }) => value }
  const campaigns = memoryCampaignStore()
  const stores = { campaigns, roster, dutyBook, dayLists, work, customers, suppressions, seals: seals as never }
  const clock = { at: onDay('09:30') }
  const due = async (customerId: string, { events = [], over = {}, ...about }: Due = {}): Promise<CallTask> => {
    const opened = openedAt(onDay('10:00', '2027-03-09'))
    const item = storedWork({
      workId: `call-${customerId}`,
      customerId,
      ...over,
      events: [opened, ...events] as CallTask['events'],
    })
    await work.open(item)
    await customers.put([aCustomer({ customerId, email: null, phone: null, ...about })])
    return item
  }
  const add = async (workId: string, ...events: readonly WorkEvent[]) => {
    const item = await work.get(workId)
    if (item) await work.update({ ...item, events: [...item.events, ...events], version: item.version + 1 } as CallTask)
  }
  const make = (over: { date?: string; which?: 'first' | 'again'; team?: string } = {}) =>
    makeDayList(
      { ...stores, lists: dayLists, companyRules: system.companyRules, events: system.events },
      { team: over.team ?? CARE, date: over.date ?? DATE, at: onDay('07:30', over.date), which: over.which ?? 'first' },
    )
  const page = async (visitor: StaffMember, path = '/calls', language = 'en') => {
    const app = staffApp()
    app.use((context, next) => {
      context.set('visitor', visitor)
      return next()
    })
    app.route('/', callsRoutes({ ...system, stores, clock: { now: () => clock.at } }))
    return (await app.request(path, { headers: { cookie: `language=${language}` } })).text()
  }
  return { ...stores, clock, due, add, make, page }
}

/** The text of each line of the page, without its tags. */
export const linesOn = (html: string): readonly string[] =>
  [...html.matchAll(/<article class="work" data-call[^>]*>(.*?)<\/article>/gs)].map(([, line = '']) =>
    line
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

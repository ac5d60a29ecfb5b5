/** A care desk of three with a mail provider, for tests of the mails about lists of calls. */
import { contactKeys } from '#adapters/crypto/contact-keys.ts'
import { memoryBudgetPlans } from '#adapters/memory/budget-plans.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryInterruptions } from '#adapters/memory/interruptions.ts'
import { memoryMailer } from '#adapters/memory/mailer.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { memoryPace } from '#adapters/memory/pace.ts'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryStaffMailMarks } from '#adapters/memory/staff-mail-marks.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { events } from '#app/events.ts'
import { type BeginTeamDaysPorts, beginTeamDays } from '#app/sending/begin-team-days.ts'
import { type Team, TeamSchema } from '#core/duty/team.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Owner } from '#core/work/work-event.ts'
import { budgetLetters } from '#functions/wiring/budget-letters.ts'
import { callsLetters } from '#functions/wiring/calls-letters.ts'
import { headReportLetters } from '#functions/wiring/head-report-letters.ts'
import { reportLetters } from '#functions/wiring/report-letters.ts'
import { urgentLetters } from '#functions/wiring/urgent-letters.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { assignedTo, openedAt, storedWork } from '#test/support/work-builders.ts'

export const [TEAM, DATE] = ['Chăm sóc', '2027-03-02']
export const at = (time: string) => new Date(`${DATE}T${time}:00+07:00`).toISOString()
export const someone = (name: string, over: Partial<StaffMember> = {}): StaffMember => ({
  name: name.replace(/^./, (letter) => letter.toUpperCase()),
  address: `${name}@example.com`,
  team: TEAM,
  role: 'agent',
  ...over,
})
export const [MAI, HANH, BAO] = ['mai@example.com', 'hanh@example.com', 'bao@example.com']
const PEOPLE = [someone('mai', { role: 'lead' }), someone('hanh'), someone('bao')]
const hers = (name: string): Owner => ({ is: 'person', address: `${name}@example.com`, name, team: TEAM })

interface Desk {
  readonly locale?: 'vi' | 'en'
  readonly staffUrl?: string | null
  readonly mostAttachedBytes?: number
  readonly people?: readonly StaffMember[]
  readonly plan?: Partial<Team>
}

export async function teamDays({
  locale = 'vi',
  staffUrl = 'https://staff.example.com',
  people = PEOPLE,
  plan: own = {},
  ...letters
}: Desk = {}) {
  const companyRules = theCompanyRules({ company: { locale } })
  const said: string[] = []
  const mailer = memoryMailer()
  const ports = {
    lists: memoryDayLists(),
    work: memoryWorkStore(),
    customers: memoryCustomerStore({ addressHash: (address) => address }),
    roster: memoryRosterStore(),
    dutyBook: memoryDutyBook(),
    letters: callsLetters({ company: companyRules.company, staffUrl, campaigns: memoryCampaignStore(), ...letters }),
    urgentLetters: urgentLetters({ company: companyRules.company, staffUrl }),
    reportLetters: reportLetters({ company: companyRules.company, staffUrl }),
    headReportLetters: headReportLetters({ company: companyRules.company, staffUrl, campaigns: memoryCampaignStore() }),
    numbers: memoryNumberStore(),
    budgetPlans: memoryBudgetPlans(),
    budgetLetters: budgetLetters({ company: companyRules.company, staffUrl }),
    campaigns: memoryCampaignStore(),
    staffMails: memoryStaffMailMarks(),
    interruptions: memoryInterruptions(),
    replies: memoryReplyStore(),
    hook: null,
    suppressions: memorySuppressionList(),
    seals: contactKeys,
    mailer,
    pace: memoryPace(),
    stops: memorySendingStops(),
    companyRules,
    events: events({ event: (name) => void said.push(name), alarm: (name) => void said.push(name) }),
  } satisfies BeginTeamDaysPorts
  const plan = { teams: [TeamSchema.parse({ name: TEAM, startOfDay: '07:30', ...own })], people: [] }
  await ports.roster.publish({ people, version: 1, publishedAt: '2027-01-01T00:00:00.000Z', publishedBy: 'huy' }, plan)
  let phones = 912_345_678
  const due = async (customerId: string, owner: string | null = null, over: Parameters<typeof aCustomer>[0] = {}) => {
    const opened = openedAt('2027-03-01T04:00:00.000Z')
    await ports.work.open(
      storedWork({
        workId: `call-${customerId}`,
        customerId,
        dueAt: '2027-03-02T04:00:00.000Z',
        events: [opened, ...(owner === null ? [] : [assignedTo(hers(owner))])],
      }),
    )
    await ports.customers.put([aCustomer({ customerId, phone: `+84${phones++}`, email: null, ...over })])
  }
  const isAway = (name: string, time: string) =>
    ports.dutyBook.add({
      is: 'away',
      changeId: `${name}-${time.replace(':', '')}`,
      date: DATE,
      at: at(time),
      by: MAI,
      byName: 'Mai',
      address: `${name}@example.com`,
      because: 'ill',
      from: time,
    })
  const rings = (time: string, over: Partial<BeginTeamDaysPorts> = {}) =>
    beginTeamDays({ ...ports, ...over }, { urgent: null, clock: () => at(time) })
  const mailsTo = (address: string) => mailer.staffMails.filter(({ to }) => to === address)
  const outcomes = async () =>
    (await ports.lists.mailsOf({ team: TEAM, date: DATE })).map(
      ({ address, number, outcome }) => `${address.split('@')[0]} ${number} ${outcome}`,
    )
  return { ports, mailer, said, due, isAway, rings, mailsTo, outcomes }
}

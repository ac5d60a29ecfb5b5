/** A company with a year behind it, written straight into the stores: what the pages for staff read is there without a year of sending. */
import { balanceOf } from '#core/planning/balance.ts'
import type { Occurrence, Recipient } from '#core/planning/occurrence.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { chance } from '#local/sample-company/chance.ts'
import { vietnameseName } from '#local/sample-company/vietnamese-names.ts'
import { aBatch, aCustomer } from '#test/support/builders.ts'
import { storedTouch } from '#test/support/store-builders.ts'
import { anAnswer, anOccurrence, aResponse } from '#test/support/survey-builders.ts'
import { closedWork, openedAt, storedWork } from '#test/support/work-builders.ts'
import { eachAtOnce, idOf, inParts } from './filled-parts.ts'
import { fillRecords } from './filled-records.ts'

/** Each on every day, for the customers whose day it is. */
const PERSONAL = ['birthday-gift', 'purchase-anniversary', 'after-delivery', 'csat-after-delivery', 'nps-relationship']
/** Each on one day, for everybody: days back from today; 0 is open. */
const FOR_ALL = {
  'tet-greeting': 300,
  'womens-day': 270,
  'national-day': 90,
  'vietnamese-womens-day': 40,
  'company-anniversary': 0,
  /** A survey. */
  'csi-yearly': 20,
}
/** One closed and one open, with those of whom there are only keys: the others would show nothing else. */
const WITH_EVERYBODY = ['tet-greeting', 'company-anniversary']
const BATCH = 250
const SEED = 20_271_231

/** Of so many customers every touch is written: of more, the keys and the batches are enough to show what a page costs. */
const WITH_TOUCHES = 10_000

interface Filled {
  readonly customers: number
  readonly occurrences: number
  readonly touches: number
  readonly responses: number
  readonly work: number
  readonly purchases: number
  readonly replies: number
  readonly acts: number
}

interface Company {
  /** With everything that happened to them. */
  readonly customers: number
  /** With those of whom there are only keys (filled-keys.ts), who are greeted with all others. */
  readonly everybody: number
  readonly today: LocalDate
  readonly someone: string
}

export async function fillCompany(stores: StaffStores, { customers, everybody, today, someone }: Company): Promise<Filled> {
  await putCustomers(stores, customers)
  const personal = PERSONAL.flatMap((campaignId, which) =>
    Array.from({ length: 365 }, (_, back) => ({
      occurrence: anOccurrence({ campaignId, date: addDays(today, -back) }),
      members: membersOfDay(customers, { day: back, which }),
    })),
  )
  const all = Array.from({ length: everybody }, (_, at) => idOf(at + 1))
  const whole = Object.entries(FOR_ALL).map(([campaignId, back]) => ({
    occurrence: anOccurrence({ campaignId, date: addDays(today, -back) }),
    members: WITH_EVERYBODY.includes(campaignId) ? all : all.slice(0, customers),
  }))
  const planned = [...personal, ...whole]
  await eachAtOnce(planned, ({ occurrence, members }) => putOccurrence(stores, { occurrence, members, today }))
  const touches = await putTouches(stores, planned)
  const responses = await putResponses(stores, planned)
  const many = Math.min(customers, WITH_TOUCHES)
  const work = await putWork(stores, { customers: many, today })
  const records = await fillRecords(stores, { customers: many, today, someone })
  return { customers, occurrences: planned.length, touches, responses, work, ...records }
}

const membersOfDay = (customers: number, { day, which }: { readonly day: number; readonly which: number }): readonly string[] =>
  Array.from({ length: Math.ceil(customers / 365) }, (_, at) => day + 365 * at + 1 + which)
    .filter((one) => one <= customers)
    .map(idOf)

async function putCustomers({ customers }: StaffStores, count: number): Promise<void> {
  const luck = chance(SEED)
  const people = Array.from({ length: count }, (_, at) => {
    const gender = luck.happens(58) ? 'female' : 'male'
    const phone = `+8490${String(at + 1).padStart(7, '0')}`
    return aCustomer({ customerId: idOf(at + 1), ...vietnameseName(gender, luck), gender, phone })
  })
  await eachAtOnce(inParts(people, 25), (part) => customers.put(part))
}

async function putOccurrence(
  { occurrences }: StaffStores,
  {
    occurrence,
    members,
    today,
  }: { readonly occurrence: Occurrence; readonly members: readonly string[]; readonly today: LocalDate },
): Promise<void> {
  const { occurrenceId, date } = occurrence
  const at = `${date}T02:00:00.000Z`
  const recipients: readonly Recipient[] = members.map((customerId, place) => ({
    customerId,
    occasionKey: occurrenceId,
    outcome:
      place % 10 === 0
        ? { state: 'skipped', reason: 'opted-out', purpose: 'care' }
        : { state: 'sent', at, providerId: `m-${place}` },
  }))
  const balance = balanceOf(recipients.map(({ outcome }) => outcome))
  const closed = date < today
  await occurrences.open(occurrence)
  for (const [nth, part] of inParts(recipients, BATCH).entries())
    await occurrences.putBatch(
      aBatch({
        occurrenceId,
        batchId: `000.${String(nth).padStart(3, '0')}.20270101T0200-0400`,
        slice: 0,
        state: 'done',
        dueAt: at,
        recipients: part,
      }),
    )
  await occurrences.putSlice({ occurrenceId, slice: 0, pass: 'refresh', plannedAt: at, audience: members.length, buckets: 1 })
  if (closed) await occurrences.update({ ...occurrence, state: 'closed', balance, version: 1 })
}

interface Planned {
  readonly occurrence: Occurrence
  readonly members: readonly string[]
}

async function putTouches({ touches }: StaffStores, planned: readonly Planned[]): Promise<number> {
  const made = planned.flatMap(({ occurrence: { occurrenceId, campaignId, date }, members }) =>
    members
      .slice(0, WITH_TOUCHES)
      .map((customerId) =>
        storedTouch({ customerId, occurrenceId, campaignId, at: `${date}T02:00:00.000Z`, occasionKey: occurrenceId }),
      ),
  )
  await eachAtOnce(inParts(made, 25), (part) => touches.record(part))
  return made.length
}

/** Every fifth asked customer answers, with every score. */
async function putResponses({ responses }: StaffStores, planned: readonly Planned[]): Promise<number> {
  const asked = planned.filter(({ occurrence }) => occurrence.campaignId === 'csat-after-delivery')
  const made = asked.flatMap(({ occurrence: { occurrenceId, campaignId, date }, members }) =>
    members
      .filter((_, place) => place % 5 === 0)
      .map((customerId, place) =>
        aResponse([anAnswer({ at: `${date}T05:00:00.000Z`, score: (place % 5) + 1, why: 'Giao hàng nhanh, trà thơm.' })], {
          customerId,
          occurrenceId,
          campaignId,
          answeredOn: date,
        }),
      ),
  )
  await eachAtOnce(made, (response) => responses.put(response))
  return made.length
}

/** One open item in a hundred customers, and five closed ones over the year. */
async function putWork(
  { work }: StaffStores,
  { customers, today }: { readonly customers: number; readonly today: LocalDate },
): Promise<number> {
  const items = Array.from({ length: Math.floor((customers * 6) / 100) }, (_, at) => {
    const customerId = idOf(at + 1)
    const opened = at % 6 === 0 ? today : addDays(today, -(at % 360) - 2)
    const item = storedWork({
      workId: `low-score_csat-after-delivery_${opened}_${customerId}`,
      customerId,
      events: [openedAt(`${opened}T05:00:00.000Z`)],
      dueAt: `${addDays(opened, 1)}T05:00:00.000Z`,
    })
    return { item, closedOn: at % 6 === 0 ? null : addDays(opened, 1) }
  })
  await eachAtOnce(items, async ({ item, closedOn }) => {
    await work.open(item)
    if (closedOn !== null) await work.update(closedWork(item, closedOn))
  })
  return items.length
}

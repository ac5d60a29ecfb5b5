/** What customers and staff leave behind over a year, beside what was sent: purchases, consents, mails, gifts, and the log of what staff did. */
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { aPurchase } from '#test/support/builders.ts'
import { aConsentRecord, storedReply, storedTouch, storedVoucher } from '#test/support/store-builders.ts'
import { closedWork, openedAt, storedWork } from '#test/support/work-builders.ts'
import { eachAtOnce, idOf, inParts } from './filled-parts.ts'

const MAILS_A_DAY = 6
const ACTS_A_DAY = 12
/** Of the one customer with whom the most happened. */
const YEARS = 10

interface Filling {
  readonly customers: number
  readonly today: LocalDate
  readonly someone: string
}

export async function fillRecords(stores: StaffStores, filling: Filling) {
  const purchases = await putPurchases(stores, filling)
  const replies = await putReplies(stores, filling)
  const acts = await putActs(stores, filling)
  await putLongStory(stores, filling)
  return { purchases, replies, acts }
}

async function putPurchases({ purchases }: StaffStores, { customers, today }: Filling): Promise<number> {
  const made = Array.from({ length: customers }, (_, at) =>
    aPurchase({
      customerId: idOf(at + 1),
      purchaseId: `DH-${at}`,
      purchasedOn: addDays(today, -(at % 365) - 3),
      deliveredOn: addDays(today, -(at % 365)),
    }),
  )
  await eachAtOnce(inParts(made, 25), (part) => purchases.put(part))
  return made.length
}

/** Every sixth is of no known customer. */
async function putReplies({ replies }: StaffStores, { customers, today }: Filling): Promise<number> {
  const days = [...datesFrom(addDays(today, -364), today)]
  const made = days.flatMap((receivedOn, day) =>
    Array.from({ length: MAILS_A_DAY }, (_, nth) =>
      storedReply({
        customerId: nth === 0 ? null : idOf(((day * MAILS_A_DAY + nth) % customers) + 1),
        replyId: `r-${receivedOn}-${nth}`,
        receivedAt: `${receivedOn}T0${nth + 1}:00:00.000Z`,
        receivedOn,
      }),
    ),
  )
  await eachAtOnce(made, (reply) => replies.add(reply))
  return made.length
}

async function putActs({ auditLog }: StaffStores, { today }: Filling): Promise<number> {
  const days = [...datesFrom(addDays(today, -364), today)]
  const made = days.flatMap((day) =>
    Array.from({ length: ACTS_A_DAY }, (_, nth) => ({ day, at: `${day}T0${nth % 10}:${10 + nth}:00.000Z`, nth })),
  )
  await eachAtOnce(made, ({ day, at, nth }) =>
    auditLog.add({
      auditId: `a-${day}-${nth}`,
      at,
      by: 'hanh@trasen.example.com',
      act: 'note-work',
      on: { kind: 'work', id: `w-${nth}` },
      people: null,
      result: 'begun',
    }),
  )
  return made.length
}

/** Ten years of orders, mails, gifts and calls of one customer: what their page shows is a small part of it. */
async function putLongStory(stores: StaffStores, { today, someone: customerId }: Filling): Promise<void> {
  const weeks = Array.from({ length: YEARS * 52 }, (_, back) => addDays(today, -7 * back - 400))
  const code = (nth: number) => `GIFT-${String(nth).padStart(4, '0')}-AAAA`
  const gifts = weeks.filter((_, nth) => nth % 26 === 0)
  await stores.touches.record(
    weeks.map((date, nth) =>
      storedTouch({
        customerId,
        campaignId: nth % 3 === 0 ? 'csat-after-delivery' : 'birthday-gift',
        occurrenceId: `${nth % 3 === 0 ? 'csat-after-delivery' : 'birthday-gift'}_${date}`,
        at: `${date}T02:00:00.000Z`,
        occasionKey: date,
        voucherCode: nth % 26 === 0 ? code(nth / 26) : null,
      }),
    ),
  )
  await eachAtOnce([...gifts.entries()], ([nth, date]) =>
    stores.vouchers.issue(storedVoucher({ code: code(nth), customerId, validFrom: date, validTo: addDays(date, 60) })),
  )
  await eachAtOnce([...gifts.entries()].slice(0, 10), ([nth, date]) =>
    stores.vouchers.redeem({ code: code(nth), at: `${addDays(date, 9)}T03:00:00.000Z`, by: 'shop-1' }),
  )
  await stores.purchases.put(
    weeks
      .slice(0, 120)
      .map((date, nth) => aPurchase({ customerId, purchaseId: `LONG-${nth}`, purchasedOn: date, deliveredOn: addDays(date, 2) })),
  )
  await eachAtOnce([...weeks.slice(0, 60).entries()], async ([nth, date]) => {
    await stores.consents.append(aConsentRecord({ customerId, recordId: `c-${nth}`, at: `${date}T04:00:00.000Z` }))
    await stores.replies.add(
      storedReply({ customerId, replyId: `long-${nth}`, receivedAt: `${date}T05:00:00.000Z`, receivedOn: date }),
    )
    const item = storedWork({ workId: `long-${nth}`, customerId, events: [openedAt(`${date}T05:00:00.000Z`)] })
    await stores.work.open(item)
    await stores.work.update(closedWork(item, addDays(date, 1)))
  })
}

/** Whom items of work are about, and what they said. */
import { contactPointsOf } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Due } from '#core/work/deadlines.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import type { Behind, Stop } from '#web/staff/work/behind.ts'

export type BehindStores = Pick<StaffStores, 'companyRules' | 'customers' | 'replies' | 'responses' | 'seals' | 'suppressions'>

export async function behindWork(stores: BehindStores, due: readonly Due[]): Promise<readonly Behind[]> {
  const { customers, replies, responses } = stores
  const ids = [...new Set(due.flatMap(({ item }) => item.customerId ?? []))]
  const asked = due.flatMap(({ item: { kind, customerId, subject } }) =>
    kind === 'call-task' && customerId !== null && subject.occurrenceId !== null
      ? [{ customerId, occurrenceId: subject.occurrenceId }]
      : [],
  )
  const [people, answers, mails] = await Promise.all([
    ids.length === 0 ? [] : customers.getMany(ids),
    asked.length === 0 ? [] : responses.getMany(asked),
    Promise.all(
      due.map(({ item: { customerId, subject } }) =>
        subject.replyId === null ? undefined : replies.get({ customerId, replyId: subject.replyId }),
      ),
    ),
  ])
  const stops = await stopsOf(
    stores,
    people.map(({ customer }) => customer),
  )
  return due.map(({ item, deadlines }, place) => ({
    item,
    deadlines,
    customer: people.find(({ customer }) => customer.customerId === item.customerId)?.customer,
    stops: stops.get(item.customerId ?? '') ?? [],
    reply: mails[place],
    response: answers.find(
      ({ customerId, occurrenceId }) =>
        item.kind === 'call-task' && customerId === item.customerId && occurrenceId === item.subject.occurrenceId,
    ),
  }))
}

/** Their addresses and numbers that must not be used, by customer. */
export async function stopsOf(
  { companyRules, seals, suppressions }: Pick<BehindStores, 'companyRules' | 'seals' | 'suppressions'>,
  people: readonly Customer[],
): Promise<ReadonlyMap<string, readonly Stop[]>> {
  const points = people.flatMap((customer) =>
    contactPointsOf(companyRules.channels, customer).map((point) => ({
      ...point,
      customerId: customer.customerId,
      key: seals.contactKey(point),
    })),
  )
  const found = await suppressions.among(points.map(({ key }) => key))
  return new Map(
    people.map(({ customerId }) => [
      customerId,
      points.flatMap(({ kind, value, key, customerId: whose }) => {
        const suppression = whose === customerId ? found.get(key) : undefined
        return suppression === undefined ? [] : [{ kind, value, suppression }]
      }),
    ]),
  )
}

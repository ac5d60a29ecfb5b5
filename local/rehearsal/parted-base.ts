/**
 * The base of a rehearsal in one part or several: customers come in as into one store, each into the part of their hash partition, and all parts are
 * rehearsed in step.
 */
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import { type ClosedPart, closedTogether } from '#app/rehearsal/counted-outcomes.ts'
import type { LackingField } from '#app/rehearsal/lacking-letters.ts'
import { partsInStep } from '#app/rehearsal/parts-in-step.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import {
  assembledFrom,
  type ContactLists,
  type LoadedCustomers,
  type LoadedPurchases,
  type Part,
  type PartOrder,
  type RehearsedStaff,
} from '#local/rehearsal/part.ts'
import { partHere } from '#local/rehearsal/part-here.ts'
import { partInThread } from '#local/rehearsal/part-in-thread.ts'

export interface PartedRehearsal extends Pick<PartOrder, 'hand'> {
  readonly companyRules: CompanyRules
  readonly accepting: readonly WordedCampaign[]
  readonly from: LocalDate
  readonly to: LocalDate
  readonly lists: ContactLists
  readonly staff: RehearsedStaff
  /** A file for the rows of each part, in order; the first one has the header. Null: no rows are written. */
  readonly files: readonly string[] | null
  readonly alarm: (name: string, values: object) => void
  readonly progress: (at: Instant) => void
  readonly finished: (closed: ClosedPart) => void
  /** Lets signals in, and throws to end the rehearsal. */
  readonly pause: () => Promise<void>
}

export interface PartedBase {
  readonly customers: LoadedCustomers
  readonly purchases: LoadedPurchases
  readonly parts: number
  count(): Promise<number>
  rehearse(order: PartedRehearsal): Promise<readonly LackingField[]>
  end(): Promise<void>
}

/** `parts`: a power of two. One is in this process, several are in threads. */
export function partedBase(parts: number): PartedBase {
  return baseOf(parts === 1 ? [partHere()] : Array.from({ length: parts }, () => partInThread({ isSparing: true })))
}

/** For a process that goes on with other work meanwhile. */
export const baseBeside = (): PartedBase => baseOf([partInThread({ isSparing: false })])

function baseOf(all: readonly Part[]): PartedBase {
  const parts = all.length
  const [first] = all
  if (!first || PARTITIONS % parts !== 0) throw new RangeError(`${parts} parts of ${PARTITIONS} partitions`)
  const partOf = (customerId: string) => all[Math.floor((partitionOf(customerId) * parts) / PARTITIONS)] ?? first
  const divided = <One>(ones: readonly One[], idOf: (one: One) => string) => Map.groupBy(ones, (one) => partOf(idOf(one)))
  const end = async () => {
    await Promise.all(all.map((part) => part.end()))
  }
  return {
    parts,
    customers: {
      getMany: async (ids) =>
        (await Promise.all([...divided(ids, (id) => id)].map(([part, own]) => part.customers.getMany(own)))).flat(),
      sharing: async (address) => (await Promise.all(all.map((part) => part.customers.sharing(address)))).flat(),
      put: async (customers) => {
        await Promise.all([...divided(customers, ({ customerId }) => customerId)].map(([part, own]) => part.customers.put(own)))
      },
      noticePurchases: async (noticed) => {
        await Promise.all(
          [...divided(noticed, ({ customerId }) => customerId)].map(([part, own]) => part.customers.noticePurchases(own)),
        )
      },
      setConsents: (customerId, consents) => partOf(customerId).customers.setConsents(customerId, consents),
      setFrequency: (choice) => partOf(choice.customerId).customers.setFrequency(choice),
      setSharedAddress: (mark) => partOf(mark.customerId).customers.setSharedAddress(mark),
      setOpenCase: (said) => partOf(said.customerId).customers.setOpenCase(said),
    },
    purchases: {
      getMany: async (keys) =>
        (
          await Promise.all([...divided(keys, ({ customerId }) => customerId)].map(([part, own]) => part.purchases.getMany(own)))
        ).flat(),
      put: async (purchases) => {
        await Promise.all([...divided(purchases, ({ customerId }) => customerId)].map(([part, own]) => part.purchases.put(own)))
      },
    },
    count: async () => (await Promise.all(all.map((part) => part.count()))).reduce((sum, count) => sum + count, 0),
    rehearse: (order) => inStep(all, order),
    end,
  }
}

async function inStep(all: readonly Part[], order: PartedRehearsal): Promise<readonly LackingField[]> {
  const { companyRules, accepting, from, to, lists, hand, staff, files, alarm } = order
  const step = partsInStep(all.length)
  const together = handedTogether(all.length, order.finished)
  const slowest = slowestOf(all.length, order.progress)
  const running = all.map((part, index) => {
    const file = files?.[index]
    const own: PartOrder = {
      ...{ rules: assembledFrom(companyRules), accepting, from, to, lists, hand },
      sheet: file === undefined ? null : { file, withHeader: index === 0 },
    }
    return part
      .rehearse(own, {
        parts: step.part(index),
        ...{ staff, alarm, pause: all.length === 1 ? order.pause : async () => {} },
        finished: together,
        progress: (at) => slowest(index, at),
      })
      .catch((error: unknown) => {
        // The others would wait for it for ever.
        step.fail(error)
        throw error
      })
  })
  const done = Promise.all(running)
  const lacking = await (all.length === 1 ? done : unlessInterrupted(done, order.pause))
  return lackingTogether(lacking.flat())
}

const LOOK_MS = 100

/** The threads do not hear signals: this process looks for one while it waits. */
async function unlessInterrupted<Result>(work: Promise<Result>, pause: () => Promise<void>): Promise<Result> {
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  done.catch(() => {})
  while (!isDone) {
    await Promise.race([done.catch(() => {}), new Promise((resolve) => setTimeout(resolve, LOOK_MS))])
    await pause()
  }
  return done
}

/** Hands an occurrence over when every part has closed it. */
function handedTogether(count: number, finished: PartedRehearsal['finished']) {
  const closed = new Map<string, [ClosedPart, ...ClosedPart[]]>()
  return (part: ClosedPart): void => {
    const { occurrenceId } = part.occurrence
    const known = closed.get(occurrenceId)
    const parts: [ClosedPart, ...ClosedPart[]] = known ? [...known, part] : [part]
    if (parts.length < count) closed.set(occurrenceId, parts)
    else {
      closed.delete(occurrenceId)
      finished(closedTogether(parts))
    }
  }
}

function slowestOf(count: number, progress: PartedRehearsal['progress']) {
  const reached = new Map<number, Instant>()
  return (index: number, at: Instant): void => {
    reached.set(index, at)
    const [slowest] = [...reached.values()].toSorted()
    if (reached.size === count && slowest === at) progress(at)
  }
}

function lackingTogether(all: readonly LackingField[]): readonly LackingField[] {
  const alike = Map.groupBy(all, ({ campaign, template, locale, field }) => JSON.stringify([campaign, template, locale, field]))
  return [...alike.values()].flatMap((some) => {
    const [first] = some.toSorted((a, b) => (a.example < b.example ? -1 : 1))
    return first ? [{ ...first, people: some.reduce((sum, { people }) => sum + people, 0) }] : []
  })
}

/**
 * Several customers with one address for letters: a couple, or one person entered twice. The mark says in which order they are asked who gets a greeting
 * that is the same for all. It holds what must be known of each, so that planning needs no further read. Every one of their rows carries the same
 * mark.
 */
import * as z from 'zod'
import { type ConsentState, DecisionsSchema, decisionsAbout } from '#core/audience/consent.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import { BirthdaySchema, type Customer, CustomerIdSchema } from '#core/customer/customer.ts'

/** What decides whether a customer is meant by an audience, has a birthday, and may be written to. As of the latest mark. */
const KnownOfSchema = z.object({
  gender: z.enum(['female', 'male']).nullable(),
  tier: z.string().nullable(),
  profession: z.string().nullable(),
  locale: z.string(),
  country: z.string(),
  tags: z.array(z.string()),
  birthday: BirthdaySchema.nullable(),
  /** The decisions about letters. Absent in marks made before this was kept: the customer then counts as one who may be written to. */
  decided: z.union([DecisionsSchema, z.literal('unreadable')]).optional(),
})
const SharerSchema = KnownOfSchema.extend({ customerId: CustomerIdSchema })
export type Sharer = Readonly<z.infer<typeof SharerSchema>>

export const SharedAddressSchema = z.object({
  /** The customers who share it, in order, at most MOST_NAMED of them. */
  customers: z.array(CustomerIdSchema).min(2).readonly(),
  /** The customer who is asked first. */
  writtenTo: CustomerIdSchema,
  /** The member of staff who chose it; null where the lower id was taken. */
  chosenBy: z.string().nullable(),
  /** Of the customer who is asked first. */
  known: KnownOfSchema,
  /** The other named customers, in the order in which they are asked. Empty in marks made before there was an order. */
  next: z.array(SharerSchema).readonly().default([]),
})
export type SharedAddress = Readonly<z.infer<typeof SharedAddressSchema>>

/** What a mark is made from. */
interface Sharing {
  readonly customer: Customer
  readonly consents: ConsentState | 'unreadable'
}

/** The named customers in the order in which they are asked. */
export const inTurn = ({ writtenTo, known, next }: SharedAddress): readonly Sharer[] => [
  { ...known, customerId: writtenTo },
  ...next,
]

/** The most customers a mark names, for the address of a whole company: the mark stands on every one of their rows. */
const MOST_NAMED = 20

/** KH2 comes before KH10. */
const inOrder = new Intl.Collator('en', { numeric: true })
const byId = (a: string, b: string): number => inOrder.compare(a, b) || (a < b ? -1 : 1)

/**
 * The mark for the customers who share an address now; undefined for one customer or none. Staff's choice stands as long as the chosen customer is
 * among them.
 */
export function sharedAddressOf(
  people: readonly (Sharing & { readonly sharedAddress?: SharedAddress | undefined })[],
  letters: ChannelId,
): SharedAddress | undefined {
  const ids = people.map(({ customer }) => customer.customerId).sort(byId)
  const [lowest] = ids
  if (lowest === undefined || ids.length < 2) return undefined
  const chosen = people
    .map(({ sharedAddress }) => sharedAddress)
    .find((mark) => mark !== undefined && mark.chosenBy !== null && ids.includes(mark.writtenTo))
  return markFor({ people, letters, ids, writtenTo: chosen?.writtenTo ?? lowest, chosenBy: chosen?.chosenBy ?? null })
}

/** The same mark with another customer first, chosen by staff. Undefined when that customer is not one of them. */
export function choosing(
  people: readonly Sharing[],
  { customerId, by, letters }: { readonly customerId: string; readonly by: string; readonly letters: ChannelId },
): SharedAddress | undefined {
  const ids = people.map(({ customer }) => customer.customerId).sort(byId)
  return ids.length < 2 ? undefined : markFor({ people, letters, ids, writtenTo: customerId, chosenBy: by })
}

function markFor({
  people,
  letters,
  ids,
  writtenTo,
  chosenBy,
}: {
  readonly people: readonly Sharing[]
  /** The channel of letters. */
  readonly letters: ChannelId
  readonly ids: readonly string[]
  readonly writtenTo: string
  readonly chosenBy: string | null
}): SharedAddress | undefined {
  const byName = new Map(people.map((one) => [one.customer.customerId, one]))
  const first = byName.get(writtenTo)
  if (first === undefined) return undefined
  const others = ids.filter((id) => id !== writtenTo).flatMap((id) => byName.get(id) ?? [])
  // When there are more than can be named, those with the fewest opt-outs are named: otherwise a whole company could get no mail, or every customer
  // of it one.
  const next = others
    .toSorted((a, b) => stopped(a, letters) - stopped(b, letters))
    .slice(0, MOST_NAMED - 1)
    .sort((a, b) => byId(a.customer.customerId, b.customer.customerId))
  const customers = [first, ...next].map(({ customer }) => customer.customerId).sort(byId)
  return { customers, writtenTo, chosenBy, known: knownOf(first, letters), next: next.map((one) => sharerOf(one, letters)) }
}

const stopped = ({ consents }: Sharing, letters: ChannelId): number =>
  consents === 'unreadable'
    ? Number.MAX_SAFE_INTEGER
    : Object.values(decisionsAbout(letters, consents)).filter((said) => said?.decision === 'withdrawn').length

/** In the order of the schema, so that a mark and the same mark read back are the same text. */
function knownOf({ customer, consents }: Sharing, letters: ChannelId): SharedAddress['known'] {
  const { gender, tier, profession, locale, country, tags, birthday } = customer
  const decided = consents === 'unreadable' ? consents : decisionsAbout(letters, consents)
  return { gender, tier, profession, locale, country, tags, birthday, decided }
}

const sharerOf = (one: Sharing, letters: ChannelId): Sharer => ({
  ...knownOf(one, letters),
  customerId: one.customer.customerId,
})

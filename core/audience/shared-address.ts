/**
 * Several customers with one e-mail address: the two of a couple, or one person entered twice. The mark says to which of them a greeting goes that
 * is the same for all, and what must be known of that one, so that planning needs no further read. The others' rows carry the same mark.
 */
import * as z from 'zod'
import { BirthdaySchema, type Customer, CustomerIdSchema } from '#core/customer/customer.ts'

/** What tells whether the one who is written to is meant by an audience, and when their birthday is. As of the latest mark. */
const KnownOfSchema = z.object({
  gender: z.enum(['female', 'male']).nullable(),
  tier: z.string().nullable(),
  profession: z.string().nullable(),
  locale: z.string(),
  country: z.string(),
  tags: z.array(z.string()),
  birthday: BirthdaySchema.nullable(),
})

export const SharedAddressSchema = z.object({
  /** Those who share it, in order, at most MOST_NAMED of them. */
  customers: z.array(CustomerIdSchema).min(2).readonly(),
  writtenTo: CustomerIdSchema,
  /** The member of staff who chose it; null where the lower id was taken. */
  chosenBy: z.string().nullable(),
  known: KnownOfSchema,
})
export type SharedAddress = Readonly<z.infer<typeof SharedAddressSchema>>

/** An address of a whole company names so many; the mark stands on every one of their rows. */
const MOST_NAMED = 20

/** KH2 comes before KH10. */
const inOrder = new Intl.Collator('en', { numeric: true })
const byId = (a: string, b: string): number => inOrder.compare(a, b) || (a < b ? -1 : 1)

/** The mark for those who share an address now; undefined when that is one, or none. A choice stands as long as the chosen one is among them. */
export function sharedAddressOf(
  people: readonly { readonly customer: Customer; readonly sharedAddress?: SharedAddress | undefined }[],
): SharedAddress | undefined {
  const ids = people.map(({ customer }) => customer.customerId).sort(byId)
  const [lowest] = ids
  if (lowest === undefined || ids.length < 2) return undefined
  const chosen = people
    .map(({ sharedAddress }) => sharedAddress)
    .find((mark) => mark !== undefined && mark.chosenBy !== null && ids.includes(mark.writtenTo))
  return markFor({ people, ids, writtenTo: chosen?.writtenTo ?? lowest, chosenBy: chosen?.chosenBy ?? null })
}

/** The same mark with another one written to, by a decision of staff. Undefined when the customer is none of them. */
export function choosing(
  people: readonly { readonly customer: Customer }[],
  { customerId, by }: { readonly customerId: string; readonly by: string },
): SharedAddress | undefined {
  const ids = people.map(({ customer }) => customer.customerId).sort(byId)
  return ids.length < 2 ? undefined : markFor({ people, ids, writtenTo: customerId, chosenBy: by })
}

function markFor({
  people,
  ids,
  writtenTo,
  chosenBy,
}: {
  readonly people: readonly { readonly customer: Customer }[]
  readonly ids: readonly string[]
  readonly writtenTo: string
  readonly chosenBy: string | null
}): SharedAddress | undefined {
  const one = people.find(({ customer }) => customer.customerId === writtenTo)?.customer
  if (one === undefined) return undefined
  const { gender, tier, profession, locale, country, tags, birthday } = one
  const named = [...new Set([writtenTo, ...ids])].slice(0, MOST_NAMED).sort(byId)
  return { customers: named, writtenTo, chosenBy, known: { gender, tier, profession, locale, country, tags, birthday } }
}

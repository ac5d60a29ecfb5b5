/** A customer as the company knows them: who they are, how to reach them, and the dates of their own. */
import * as z from 'zod'
import { DayPartsSchema } from '#core/customer/day-part.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

export const HONORIFICS = ['anh', 'chi', 'ong', 'ba', 'co', 'chu', 'bac', 'em', 'thay', 'quy-khach', 'none'] as const

/** Solar month and day, or lunar as the customer gave it; the year is often unknown and never needed. */
export const BirthdaySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('solar'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    year: z.int().min(1900).max(2100).nullable(),
  }),
  z.object({
    kind: z.literal('lunar'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(30),
    /** Born in a leap month of that number. */
    leap: z.boolean(),
    year: z.int().min(1900).max(2100).nullable(),
  }),
])
export type Birthday = z.infer<typeof BirthdaySchema>

export const CustomerIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)

/** The limit of the row: it must stay small because it is read for every greeting. */
export const MOST_PRODUCTS = 100

/** What staff corrected, and an import therefore keeps (core/customer/corrections.ts). */
export const CORRECTED_PARTS = ['name', 'form-of-address', 'preferred-parts'] as const
const CorrectionsSchema = z
  .object({
    /** Counts up, so that a writer sees whether staff corrected the profile after it was read. */
    version: z.int().min(1),
    parts: z.array(z.enum(CORRECTED_PARTS)).readonly(),
    at: InstantSchema,
    by: z.string(),
  })
  .readonly()

export const CustomerSchema = z.object({
  customerId: CustomerIdSchema,
  /** As written by the customer, NFC. */
  fullName: z.string(),
  familyName: z.string().nullable(),
  givenName: z.string().nullable(),
  /** What follows the honorific: usually the given name. Staff can edit it, because splitting a name is only a guess. */
  addressName: z.string().nullable(),
  /** What was noted beside the name, such as whose mother the customer is. For staff only, never in a mail. */
  nameRemark: z.string().nullable().default(null),
  honorific: z.enum(HONORIFICS),
  nameOrder: z.enum(['family-first', 'given-first']),
  gender: z.enum(['female', 'male']).nullable(),
  email: z.string().nullable(),
  /** E.164. */
  phone: z.string().nullable(),
  /** The number by which staff reached another person, whom it belongs to (core/customer/wrong-phone.ts). Written by the desk alone. */
  wrongPhone: z.string().nullable().default(null),
  /** IANA zone. */
  zone: z.string(),
  /** Language of what they read: `vi`, `en`, … */
  locale: z.string(),
  /** ISO 3166 alpha-2; decides the policy pack. */
  country: z.string(),
  birthday: BirthdaySchema.nullable(),
  tier: z.string().nullable(),
  profession: z.string().nullable(),
  tags: z.array(z.string()),
  /** The member of staff who looks after the customer. */
  owner: z.string().nullable(),
  /** Written by the import of purchases: the earliest and the latest purchase known. */
  firstPurchaseOn: LocalDateSchema.nullable(),
  lastPurchaseOn: LocalDateSchema.nullable(),
  /** Written by the import of purchases: each product once, as it was written, at most MOST_PRODUCTS of them. */
  products: z.array(z.string()).readonly().default([]),
  /** When a contract, a warranty or a plan of the customer's ends and would be renewed. */
  renewsOn: LocalDateSchema.nullable().default(null),
  /** The id of the channel by which they would rather be reached. For staff: what may be sent is decided by consent. */
  preferredChannel: z.string().nullable().default(null),
  /** When they would rather be rung; null: they have not said. Noon is left alone unless it is among them. */
  preferredParts: DayPartsSchema.nullable().default(null),
  corrections: CorrectionsSchema.nullable().default(null),
})
export type Customer = Readonly<z.infer<typeof CustomerSchema>>

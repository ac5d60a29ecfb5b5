/** Corrections of a profile by staff, who heard it from the customer. They stand until staff give the profile back to imports. */
import * as z from 'zod'
import type { CORRECTED_PARTS, Customer } from '#core/customer/customer.ts'

export type CorrectedPart = (typeof CORRECTED_PARTS)[number]

/** The profile as a table says it, with what staff corrected kept as it is known. A corrected name keeps the name by which the customer is greeted. */
export function keepingCorrections(imported: Customer, { corrections, preferredChannel, ...known }: Customer): Customer {
  const kept = corrections?.parts ?? []
  const { fullName, familyName, givenName, addressName, honorific, preferredParts } = known
  return {
    ...imported,
    ...(kept.includes('name') && { fullName, familyName, givenName, addressName }),
    ...(kept.includes('form-of-address') && { addressName, honorific }),
    ...(kept.includes('preferred-parts') && { preferredParts }),
    preferredChannel,
    corrections,
  }
}

/** What a form of corrections showed, to be compared when it comes back: another writer may have changed it meanwhile. */
export const seenProfile = ({
  fullName,
  addressName,
  honorific,
  preferredChannel,
  preferredParts,
  corrections,
}: Customer): string =>
  JSON.stringify([corrections?.version ?? 0, fullName, addressName, honorific, preferredChannel, preferredParts])

const SeenSchema = z.tuple([
  z.number(),
  z.string(),
  z.string().nullable(),
  z.string(),
  z.string().nullable(),
  z.array(z.string()).nullish(),
])

export interface SeenProfile {
  readonly fullName: string
  readonly addressName: string | null
  readonly honorific: string
  readonly preferredChannel: string | null
  readonly preferredParts: readonly string[] | null
}

/** The fields of such a text, which a form brings back; undefined for any other text. */
export function seenIn(text: string): SeenProfile | undefined {
  const read = SeenTextSchema.safeParse(text)
  if (!read.success) return undefined
  const [, fullName, addressName, honorific, preferredChannel, preferredParts = null] = read.data
  return { fullName, addressName, honorific, preferredChannel, preferredParts }
}

const SeenTextSchema = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('no JSON')
      return z.NEVER
    }
  })
  .pipe(SeenSchema)

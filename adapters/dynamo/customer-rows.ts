/**
 * A customer as a row: the profile and the consents as compact JSON text, and beside them the attributes that indexes, purchase dates and the chosen
 * frequency need.
 */
import * as z from 'zod'
import { everybodyKey, placeOf } from '#adapters/dynamo/places.ts'
import { jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import type { Person } from '#app/ports/customers.ts'
import { type ConsentState, ConsentStateSchema } from '#core/audience/consent.ts'
import { GradeSchema, type OpenCase } from '#core/audience/open-case.ts'
import { FREQUENCIES, type Frequency } from '#core/audience/preference.ts'
import { SharedAddressSchema } from '#core/audience/shared-address.ts'
import { type Customer, CustomerSchema } from '#core/customer/customer.ts'
import { partitionOf } from '#core/customer/stable-hash.ts'
import { birthdayKeyOf } from '#core/occasion/birthday-key.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** The version of the corrections, beside the profile that holds them: an import's write depends on it. */
export const CORRECTION = 'correction'

/** The attributes that follow from the profile: to set, to set where the row is new, and to remove. */
export function profileAttributes(customer: Customer, addressHash: (address: string) => string) {
  // The desk notes a wrong number in an attribute of its own, so that an import, which read the profile before, does not take it away.
  const { customerId, firstPurchaseOn, lastPurchaseOn, products, wrongPhone: _noted, email, birthday, ...rest } = customer
  const set = {
    profile: JSON.stringify(
      Object.fromEntries(Object.entries({ ...rest, email, birthday }).filter(([, value]) => value !== null)),
    ),
    everybodyKey: everybodyKey(partitionOf(customerId)),
    place: placeOf(customerId),
    ...(birthday && { birthdayKey: birthdayKeyOf(birthday) }),
    ...(email !== null && { addressHash: addressHash(email) }),
    ...(customer.corrections && { [CORRECTION]: customer.corrections.version }),
  }
  const setIfAbsent = {
    ...(firstPurchaseOn && firstPurchaseAttributes(firstPurchaseOn)),
    ...(lastPurchaseOn && { lastPurchaseOn }),
    ...(products.length > 0 && { products: new Set(products) }),
  }
  const remove = [...(birthday ? [] : ['birthdayKey']), ...(email === null ? ['addressHash'] : [])]
  return { set, setIfAbsent, remove }
}

export const firstPurchaseAttributes = (firstPurchaseOn: LocalDate) => ({
  firstPurchaseOn,
  firstPurchaseDay: firstPurchaseOn.slice(5),
})

/** The person of a row. Unreadable consents are marked as such; an unreadable profile throws. */
export function personOf(row: Row): Person {
  const known = readAs(CustomerRow, row, 'a customer')
  const {
    customerId,
    profile,
    consents,
    frequency,
    firstPurchaseOn = null,
    lastPurchaseOn = null,
    wrongPhone = '',
    products,
  } = known
  const name = `customer ${customerId}`
  const said = readAs(KnownSchema, jsonIn(profile, name), name)
  const customer = readAs(
    CustomerSchema,
    {
      ...NOTHING_KNOWN,
      ...said,
      customerId,
      firstPurchaseOn,
      lastPurchaseOn,
      wrongPhone: wrongPhone === '' ? null : wrongPhone,
      products: [...(products ?? [])].sort(),
    },
    name,
  )
  return {
    customer,
    consents: consentsOf(consents),
    frequency: frequencyOf(frequency),
    ...shared(known),
    ...withCases(known),
    ...chosen(known),
  }
}

/**
 * A customer without a choice gets `any`. An unreadable choice asked for less: it counts as the lowest frequency, so that the customer gets no more
 * than they chose.
 */
function frequencyOf(word: unknown): Frequency {
  if (word === undefined) return 'any'
  return FREQUENCIES.find((frequency) => frequency === word) ?? 'monthly'
}

/** An unreadable mark marks nothing: both customers are written to. */
function shared({ customerId, sharedAddress }: z.infer<typeof CustomerRow>): Pick<Person, 'sharedAddress'> {
  if (sharedAddress === undefined) return {}
  const parsed = SharedAddressSchema.safeParse(jsonIn(sharedAddress, `customer ${customerId}`))
  return parsed.success ? { sharedAddress: parsed.data } : {}
}

/** Those whose grade is unreadable hold everything back: no greeting to a customer of whom it is not known whether they complain. */
export function openCasesOf(text: unknown): readonly OpenCase[] {
  if (text === undefined) return []
  try {
    const parsed = CasesSchema.safeParse(jsonIn(text, 'open cases'))
    return parsed.success ? parsed.data.map(([workId, grade, version]) => ({ workId, grade, version })) : UNREADABLE
  } catch {
    return UNREADABLE
  }
}

const UNREADABLE: readonly OpenCase[] = [{ workId: 'unreadable', grade: 's1', version: 0 }]
const CasesSchema = z.array(z.tuple([z.string(), GradeSchema, z.int()]))

/** Undefined where none is open: the row has no such attribute then. */
export const openCasesText = (openCases: readonly OpenCase[]): string | undefined =>
  openCases.length === 0 ? undefined : JSON.stringify(openCases.map(({ workId, grade, version }) => [workId, grade, version]))

function withCases({ openCases }: z.infer<typeof CustomerRow>): Pick<Person, 'openCases'> {
  const known = openCasesOf(openCases)
  return known.length === 0 ? {} : { openCases: known }
}

/** Kept as proof of the choice. An unreadable value is left out and does not block the customer. */
const chosen = ({
  frequencyAt: at,
  frequencyEvidence: evidence,
}: z.infer<typeof CustomerRow>): Pick<Person, 'frequencyChosen'> =>
  typeof at === 'string' ? { frequencyChosen: { at, evidence: typeof evidence === 'string' ? evidence : '' } } : {}

export function consentsOf(text: unknown): ConsentState | 'unreadable' {
  if (text === undefined) return {}
  try {
    const parsed = ConsentStateSchema.safeParse(jsonIn(text, 'consents'))
    return parsed.success ? parsed.data : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

const CustomerRow = z.object({
  customerId: z.string(),
  profile: z.string(),
  consents: z.unknown().optional(),
  frequency: z.unknown().optional(),
  frequencyAt: z.unknown().optional(),
  frequencyEvidence: z.unknown().optional(),
  firstPurchaseOn: z.string().optional(),
  lastPurchaseOn: z.string().optional(),
  /** Empty once the note was taken away. */
  wrongPhone: z.string().optional(),
  products: z.set(z.string()).optional(),
  sharedAddress: z.unknown().optional(),
  openCases: z.unknown().optional(),
})
const KnownSchema = z.record(z.string(), z.unknown())

/** What a profile leaves out because nothing is known. */
const NOTHING_KNOWN = {
  familyName: null,
  givenName: null,
  addressName: null,
  nameRemark: null,
  gender: null,
  email: null,
  phone: null,
  birthday: null,
  tier: null,
  profession: null,
  owner: null,
  renewsOn: null,
  preferredChannel: null,
  preferredParts: null,
  corrections: null,
} as const satisfies Partial<Customer>

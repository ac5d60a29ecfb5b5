/** The kinds of occasion that a campaign file may name. */
import * as z from 'zod'

const month = z.int().min(1).max(12)

const OffsetSchema = z.strictObject({
  days: z.int().min(-366).max(366).describe('Days after the occasion (negative: before).'),
  unit: z.enum(['calendar', 'working']).default('calendar'),
})

/** How the acting date follows from the anchor: first the offset, then the roll to a working day. */
const timing = {
  offset: OffsetSchema.optional(),
  roll: z
    .enum(['none', 'forward', 'backward', 'nearest'])
    .default('none')
    .describe('Where to go when the date is not a working day of the company.'),
}

export const OccasionRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), month, day: z.int().min(1).max(31), ...timing }),
  z.strictObject({ kind: z.literal('lunar'), month, day: z.int().min(1).max(30), ...timing }),
  z.strictObject({ kind: z.literal('lunar-month-end'), month, ...timing }),
  z.strictObject({
    kind: z.literal('nth-weekday'),
    month,
    weekday: z.int().min(1).max(7).describe('1 is Monday, 7 is Sunday.'),
    nth: z
      .int()
      .min(-1)
      .max(5)
      .refine((nth) => nth !== 0, 'from 1 to 5, or -1 for the last one'),
    ...timing,
  }),
  z.strictObject({ kind: z.literal('company-day'), day: z.string().describe('A key of `days` in company.json.'), ...timing }),
  z.strictObject({
    kind: z.literal('calendar-day'),
    day: z.string().describe('The key of an occasion of a country, as in calendar/: vn.tet.'),
    ...timing,
  }),
  z.strictObject({ kind: z.literal('birthday'), ...timing }),
  z.strictObject({ kind: z.literal('purchase-anniversary'), ...timing }),
  z.strictObject({
    kind: z.literal('every-n-months'),
    months: z.int().min(1).max(60).describe('Counted from the first purchase.'),
    ...timing,
  }),
  z.strictObject({
    kind: z.literal('since-contact'),
    months: z
      .int()
      .min(1)
      .max(60)
      .describe('Counted from the last time the customer was spoken with or bought something; again after so many more.'),
    ...timing,
  }),
  z.strictObject({ kind: z.literal('after-purchase'), ...timing }),
  z.strictObject({ kind: z.literal('after-delivery'), ...timing }),
  z.strictObject({ kind: z.literal('after-call'), ...timing }),
  z.strictObject({ kind: z.literal('after-unreached-call'), ...timing }),
  z.strictObject({ kind: z.literal('after-call-asked-guide'), ...timing }),
  z.strictObject({ kind: z.literal('after-case'), ...timing }),
  z.strictObject({
    kind: z.literal('periodic'),
    everyDays: z
      .int()
      .min(30)
      .max(731)
      .describe('Each customer has one day of so many: the base is asked in a trickle, always in the same order.'),
    samplePercent: z.number().gt(0).max(100).default(100).describe('The share of customers who are asked, always the same ones.'),
    ...timing,
  }),
  z.strictObject({
    kind: z.literal('after-invitation'),
    campaign: z.string().describe('The survey campaign whose invitation was not answered yet.'),
    ...timing,
  }),
])
export type OccasionRule = z.infer<typeof OccasionRuleSchema>
export type OccasionTiming = Pick<OccasionRule, 'offset' | 'roll'>

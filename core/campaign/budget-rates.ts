/**
 * What a budget is computed with beside the prices: campaigns/budget.json. Every rate has the day from which it holds and its source; a day before it has none.
 * A company without the file has no computed budget.
 */
import * as z from 'zod'
import type { Company } from '#core/campaign/company.ts'
import { LocalizedTextSchema } from '#core/campaign/localized-text.ts'
import type { PriceList } from '#core/campaign/price-list.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { type LocalDate, LocalDateSchema } from '#core/time/local-date.ts'

/** What a line of a budget pays for; `other` is what a person added by hand. */
export const LINE_KINDS = ['touch', 'talk-time', 'staff-time', 'voucher', 'compensation', 'other', 'contingency'] as const
export type LineKind = (typeof LINE_KINDS)[number]

const SourceSchema = z
  .union([z.string().min(1), LocalizedTextSchema])
  .describe('Where the figure comes from, such as a decision; one text, or one in Vietnamese and one in English.')
export type Source = Readonly<z.infer<typeof SourceSchema>>
const dated = { validFrom: LocalDateSchema, source: SourceSchema }
const AmountSchema = z.int().min(0).max(1_000_000_000)
const PercentSchema = z.int().min(0).max(100)
const MinutesSchema = z.int().min(0).max(240)
const DAY_ONCE = 'each day once'

const RedemptionSchema = z
  .strictObject({ ...dated, percent: PercentSchema, low: PercentSchema, high: PercentSchema })
  .refine(({ low, percent, high }) => low <= percent && percent <= high, { path: ['percent'], error: 'between low and high' })
export type StatedRedemption = Readonly<z.infer<typeof RedemptionSchema>>

const ContingencySchema = z.strictObject({ ...dated, percent: PercentSchema })
export type Contingency = Readonly<z.infer<typeof ContingencySchema>>

const VatSchema = z.strictObject({
  ...dated,
  percent: PercentSchema,
  on: z.array(z.enum(LINE_KINDS)).min(1).describe('The lines that bear it: what is bought from others.'),
})
export type Vat = Readonly<z.infer<typeof VatSchema>>

const CallTimeSchema = z.strictObject({
  ...dated,
  talkMinutes: MinutesSchema.describe('Minutes on the line in one call.'),
  talkMinute: AmountSchema.describe('What a minute on the line costs, in minor units.'),
  staffMinutes: MinutesSchema.describe('Minutes of staff time that one call takes, writing included.'),
  staffHour: AmountSchema.describe('What an hour of staff time costs, in minor units.'),
})
export type CallTime = Readonly<z.infer<typeof CallTimeSchema>>

const NormSchema = z
  .strictObject({
    ...dated,
    line: z.enum([...LINE_KINDS, 'total']).describe('The line it judges; total is the whole budget.'),
    channel: z.string().min(1).optional().describe('Of one channel alone.'),
    low: AmountSchema,
    high: AmountSchema.describe(
      'Minor units for one customer: on one occasion where the line counts touches, else in a year, in proportion to the days.',
    ),
  })
  .refine(({ low, high }) => low <= high, { path: ['high'], error: '`low` must not be above `high`' })
export type Norm = Readonly<z.infer<typeof NormSchema>>

const onceEach = (all: readonly { readonly validFrom: LocalDate }[]) =>
  new Set(all.map(({ validFrom }) => validFrom)).size === all.length
const normKey = ({ line, channel, validFrom }: Norm) => JSON.stringify([line, channel, validFrom])

export const BudgetRatesSchema = z.strictObject({
  $schema: z.string().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as VND')
    .describe('Of every amount in the file; that of company.json.'),
  redemption: z
    .array(RedemptionSchema)
    .min(1)
    .refine(onceEach, DAY_ONCE)
    .describe('How many of a hundred vouchers are used, and the range of it, until the own history says so.'),
  history: z
    .strictObject({
      days: z.int().min(30).max(1_100).default(365).describe('So many days back.'),
      atLeast: z.int().min(10).default(100).describe('Fewer vouchers whose time is over than these say nothing.'),
    })
    .prefault({}),
  contingency: z.array(ContingencySchema).min(1).refine(onceEach, DAY_ONCE).describe('Of all other lines together.'),
  callTime: z
    .array(CallTimeSchema)
    .refine(onceEach, DAY_ONCE)
    .default([])
    .describe('How the price of a call in prices.json divides. Left out: a call is one line.'),
  vat: z
    .array(VatSchema)
    .refine(onceEach, DAY_ONCE)
    .default([])
    .describe('Value-added tax, which prices are without. Left out: the proposal says so.'),
  norms: z
    .array(NormSchema)
    .refine((all) => new Set(all.map(normKey)).size === all.length, DAY_ONCE)
    .default([]),
  change: z
    .int()
    .min(1)
    .max(500)
    .default(20)
    .describe('A line that is so many per cent above or below the period before is named.'),
  mostTouches: z
    .int()
    .min(1)
    .max(5_000_000)
    .default(5_000_000)
    .describe('More touches in one line are taken for a mistake, and there is no budget.'),
})
export type BudgetRates = Readonly<z.infer<typeof BudgetRatesSchema>>

/** The entry in force on a day; undefined on a day before the first: nothing is known of it. */
export const datedOn = <Entry extends { readonly validFrom: LocalDate }>(
  list: readonly Entry[],
  date: LocalDate,
): Entry | undefined =>
  list
    .filter(({ validFrom }) => validFrom <= date)
    .reduce<Entry | undefined>((latest, one) => (latest && latest.validFrom > one.validFrom ? latest : one), undefined)

/** The price of a call has to be that of its parts: otherwise a budget and what is reserved would count two prices of one call. */
const isThePrice = ({ talkMinutes, talkMinute, staffMinutes, staffHour }: CallTime, perThousand: number): boolean =>
  (talkMinutes * talkMinute * 60 + staffMinutes * staffHour) * 1000 === perThousand * 60

/** What does not fit the company's currency and prices. */
export function budgetMisfits(
  file: string,
  rates: BudgetRates,
  { company, prices, callItem }: { readonly company: Company; readonly prices: PriceList; readonly callItem: string },
): readonly Problem[] {
  const other = [rates.currency, ...prices.prices.map(({ perThousand }) => perThousand.currency)].find(
    (currency) => currency !== company.currency,
  )
  if (other !== undefined)
    return [
      {
        file,
        path: 'currency',
        value: other,
        expected: {
          vi: `${company.currency}, đồng tiền trong company.json, ở đây và trong prices.json: ngân sách chỉ dùng một đồng tiền`,
          en: `${company.currency}, the currency of company.json, here and in prices.json: a budget is kept in one`,
        },
      },
    ]
  const ofCalls = prices.prices.filter(({ item }) => item === callItem)
  const days = [...new Set([...rates.callTime, ...ofCalls].map(({ validFrom }) => validFrom))].toSorted()
  return days.flatMap((day): readonly Problem[] => {
    const [time, price] = [datedOn(rates.callTime, day), datedOn(ofCalls, day)]
    if (!time || !price || isThePrice(time, price.perThousand.amount)) return []
    const { amount, currency } = price.perThousand
    return [
      {
        file,
        path: `callTime[${rates.callTime.indexOf(time)}]`,
        value: time.validFrom,
        expected: {
          vi: `phút gọi và giờ nhân viên cộng lại bằng giá một nghìn cuộc gọi trong prices.json ngày ${day}: ${amount} ${currency}`,
          en: `minutes and staff time that make the price of a thousand calls of prices.json on ${day}: ${amount} ${currency}`,
        },
      },
    ]
  })
}

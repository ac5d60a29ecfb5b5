/** What a touch costs us, dated and with its source. Prices are per thousand: one mail costs less than one đồng. */
import * as z from 'zod'
import { MoneySchema } from '#core/budget/money.ts'
import type { Channels } from '#core/channel/channel.ts'
import { type LocalDate, LocalDateSchema } from '#core/time/local-date.ts'

export interface PriceList {
  readonly $schema?: string | undefined
  readonly prices: readonly Price[]
}

/** The schema of the list for the channels of the table. */
export const priceListSchema = (channels: Channels): z.ZodType<PriceList> =>
  z.strictObject({
    $schema: z.string().optional(),
    prices: z
      .array(z.strictObject({ item: z.enum(channels.map(({ priceItem }) => priceItem)), ...priceShape }))
      .min(1)
      .superRefine((prices, context) => {
        const missing = channels.filter(({ isLetter, priceItem }) => isLetter && prices.every(({ item }) => item !== priceItem))
        // A touch without a price would cost nothing in budgets and rehearsals. Of other channels the campaign that uses one is asked (check-money.ts).
        for (const { priceItem } of prices.length > 0 ? missing : [])
          context.addIssue({ code: 'custom', message: `expected a price for ${priceItem}` })
      }),
  })

const priceShape = { validFrom: LocalDateSchema, perThousand: MoneySchema, source: z.string().min(1) }
type Price = Readonly<z.infer<z.ZodObject<typeof priceShape>>> & { readonly item: string }

/**
 * The price of an item in force on a date. A date before the list begins costs the first price: rehearsals of the past should not be free. Undefined
 * when the list does not have the item.
 */
export function priceOn(list: PriceList, { item, date }: { readonly item: string; readonly date: LocalDate }): Price | undefined {
  const known = list.prices.filter((price) => price.item === item).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return known.findLast(({ validFrom }) => validFrom <= date) ?? known[0]
}

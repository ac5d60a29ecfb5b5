/** What a touch costs us, dated and with its source. Prices are per thousand mails: one mail costs less than one đồng. */
import * as z from 'zod'
import { MoneySchema } from '#core/budget/money.ts'
import { type LocalDate, LocalDateSchema } from '#core/time/local-date.ts'

export const PriceListSchema = z.strictObject({
  $schema: z.string().optional(),
  prices: z
    .array(
      z.strictObject({
        item: z.enum(['email']),
        validFrom: LocalDateSchema,
        perThousand: MoneySchema,
        source: z.string().min(1),
      }),
    )
    .min(1),
})
export type PriceList = Readonly<z.infer<typeof PriceListSchema>>

/** The price in force on a date; undefined when the list begins later. */
export function priceOn(list: PriceList, { item, date }: { item: 'email'; date: LocalDate }) {
  return list.prices
    .filter((price) => price.item === item && price.validFrom <= date)
    .reduce<PriceList['prices'][number] | undefined>(
      (best, price) => (best && best.validFrom >= price.validFrom ? best : price),
      undefined,
    )
}

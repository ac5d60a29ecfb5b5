/** What customers of a run may get for what went wrong: for about half of what staff ask for there is room in the period. */
import { type Compensation, CompensationSchema } from '#core/campaign/compensation.ts'

/** Two of them in one case are more than an agent may give alone. */
export const BOX = 'lotus-tea-box'
export const DELIVERY = 'new-delivery'

const ROOM_FOR_EACH = 250_000

export const catalogueFor = (complaining: number): Compensation =>
  CompensationSchema.parse({
    period: 'month',
    limit: ROOM_FOR_EACH * Math.max(1, complaining),
    items: [
      { id: BOX, name: { vi: 'Hộp trà sen', en: 'Lotus tea' }, kind: 'goods', cost: 180_000 },
      { id: DELIVERY, name: { vi: 'Giao lại', en: 'Delivery once more' }, kind: 'delivery', cost: 35_000 },
    ].map((item) => ({ ...item, alone: { agent: 200_000, lead: 1_000_000 }, above: ['lead', 'head'] })),
  })

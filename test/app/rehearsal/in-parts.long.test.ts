/** The law of in-parts.test.ts for two hundred other bases. */
import { expect, test } from 'vitest'
import { dayByDay, inParts, randomRehearsal } from './in-parts.ts'

const BASES = Array.from({ length: 200 }, (_, at) => at + 1_001)

test.each(BASES)('base %i: its parts in step give the rows of the day-by-day run', async (seed) => {
  const order = await randomRehearsal(seed)
  const whole = await dayByDay(order)
  const parted = await inParts(order, [2, 4, 8][seed % 3] ?? 2)
  expect(parted.rows).toEqual(whole.rows)
  expect(parted.balances).toEqual(whole.balances)
  expect(parted.lacking).toEqual(whole.lacking)
})

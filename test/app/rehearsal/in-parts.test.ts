/** Random bases and campaigns: in parts and day by day give the same rows, in all columns. A base that fails is told by its number. */
import { describe, expect, test } from 'vitest'
import { type BaseParts, WHOLE_BASE } from '#app/ports/base-parts.ts'
import { type PartsInStep, partsInStep } from '#app/rehearsal/parts-in-step.ts'
import { dayByDay, inParts, randomRehearsal } from './in-parts.ts'

/** In 1048 customers come when their row was taken in another part alone. */
const BASES = [...Array.from({ length: 20 }, (_, seed) => seed + 1), 1048]

test.each(BASES)('base %i: its parts in step give the rows of the day-by-day run', async (seed) => {
  const order = await randomRehearsal(seed)
  const whole = await dayByDay(order)
  const parted = await inParts(order, seed % 2 === 0 ? 2 : 4)
  expect(parted.rows).toEqual(whole.rows)
  expect(parted.balances).toEqual(whole.balances)
  expect(parted.lacking).toEqual(whole.lacking)
})

/** The law can be broken: what the parts must tell each other decides rows. */
describe('parts that keep to themselves what they should tell', () => {
  const alone = (kept: keyof Pick<BaseParts, 'sum' | 'all'>): PartsInStep => {
    const step = partsInStep(4)
    return { ...step, part: (index) => ({ ...step.part(index), [kept]: WHOLE_BASE[kept] }) }
  }

  test.each(['sum', 'all'] as const)('%s: the rows differ from those of the day-by-day run', async (kept) => {
    const order = await randomRehearsal(11)
    const whole = await dayByDay(order)
    const { rows } = await inParts(order, 4, alone(kept))
    expect(rows).toHaveLength(whole.rows.length)
    expect(rows).not.toEqual(whole.rows)
  })
})

test('a part that fails ends the others, which would wait for it for ever', async () => {
  const step = partsInStep(2)
  const waiting = step.part(0).sum('due', [1])
  step.fail(new Error('the disk is full'))
  await expect(waiting).rejects.toThrow('the disk is full')
  await expect(step.part(0).all('places', [])).rejects.toThrow('the disk is full')
})

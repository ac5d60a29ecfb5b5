/** What every store of facts must do. Rows of a day come back in one order, whatever the order in which they were written. */
import { describe, expect, test } from 'vitest'
import type { FactStore } from '#app/ports/numbers.ts'
import { FACT_KINDS, NO_FACTS } from '#core/facts/fact-tables.ts'
import { sampleDay, sampleFacts } from '#test/support/sample-facts.ts'
import { tamper } from '#test/support/tamper.ts'

const DAY = '2027-02-06'
const NEXT = '2027-02-07'

/** The same rows, whatever their order: text order of what they hold. */
const asSet = (rows: readonly object[]) =>
  rows.map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))).toSorted()

export function factStoreContract(fresh: () => Promise<FactStore>): void {
  describe('facts', () => {
    test.each(FACT_KINDS)('%s come back with every value and every null, and with their day', async (kind) => {
      const facts = await fresh()
      await facts.write(DAY, sampleDay())
      const read = await facts.read(kind, DAY)
      expect(asSet(read)).toEqual(asSet(sampleFacts(kind).map((row) => ({ day: DAY, ...row }))))
    })

    test('a day that was never written is empty, and so is a kind of which nothing happened', async () => {
      const facts = await fresh()
      expect(await facts.read('touches', DAY)).toEqual([])
      await facts.write(DAY, { ...NO_FACTS, replies: sampleFacts('replies') })
      expect(await facts.read('touches', DAY)).toEqual([])
      expect(await facts.read('replies', DAY)).toHaveLength(5)
      expect(await facts.read('replies', NEXT)).toEqual([])
    })

    test('a day that is written again is replaced, every kind of it, and no other day', async () => {
      const facts = await fresh()
      await facts.write(DAY, sampleDay())
      await facts.write(NEXT, sampleDay())
      const [first] = sampleFacts('gifts')
      await facts.write(DAY, { ...NO_FACTS, gifts: [first!] })
      expect(await facts.read('gifts', DAY)).toEqual([{ day: DAY, ...first }])
      for (const kind of FACT_KINDS.filter((each) => each !== 'gifts')) expect(await facts.read(kind, DAY)).toEqual([])
      for (const kind of FACT_KINDS) expect(await facts.read(kind, NEXT)).toHaveLength(5)
    })

    test('rows come in one order: by campaign, then by person, whom nobody knows first', async () => {
      const facts = await fresh()
      const [row] = sampleFacts('touches')
      const touch = (campaign: string, person: bigint | null) => ({ ...row!, campaign, person })
      const ordered = [touch('a', null), touch('a', -5n), touch('a', 2n ** 62n), touch('a', 2n ** 62n + 1n), touch('b', 1n)]
      await facts.write(DAY, { ...NO_FACTS, touches: [3, 0, 4, 2, 1].map((at) => ordered[at]!) })
      expect(await facts.read('touches', DAY)).toEqual(ordered.map((each) => ({ day: DAY, ...each })))
    })

    test('two equal rows are two rows', async () => {
      const facts = await fresh()
      const [row] = sampleFacts('hotline')
      await facts.write(DAY, { ...NO_FACTS, hotline: [row!, row!] })
      expect(await facts.read('hotline', DAY)).toHaveLength(2)
    })

    test('what was written and what was read belong to the caller', async () => {
      const facts = await fresh()
      const day = sampleDay()
      await facts.write(DAY, day)
      tamper(day)
      tamper(await facts.read('work', DAY))
      expect(asSet(await facts.read('work', DAY))).toEqual(asSet(sampleFacts('work').map((row) => ({ day: DAY, ...row }))))
    })
  })
}

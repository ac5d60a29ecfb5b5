/** A small torture run, and the two bugs that it must find. Larger ones: `npm run torture`. */
import { expect, test } from 'vitest'
import { FAULT_KINDS } from '#local/torture/fault-plan.ts'
import { runTorture, type TortureOptions } from '#local/torture/run-torture.ts'

const torture = (options: Partial<TortureOptions>) =>
  runTorture({
    customers: 200,
    level: 'heavy',
    seed: 20_270_328,
    minutes: 1,
    plant: null,
    workers: 2,
    tell: () => {},
    ...options,
  })

test('under every kind of fault and at least 15 kills, nobody gets a mail twice, nobody is left out, and every balance is exact', {
  timeout: 120_000,
}, async () => {
  const { verdict, kills, faults } = await torture({})
  expect(verdict.breaches).toEqual([])
  expect(kills).toBeGreaterThanOrEqual(15)
  expect(FAULT_KINDS.filter((kind) => !faults[kind])).toEqual([])
  expect(verdict.figures.outcomes.sent).toBeGreaterThan(200)
  for (const { evidence } of verdict.unknowns) expect(evidence).not.toBe('')
})

test('a bug is found: the mail goes out before the contact is written down, and a sender dies in between', {
  timeout: 120_000,
}, async () => {
  const { verdict } = await torture({ plant: 'send-before-claim', customers: 120 })
  expect(verdict.breaches.map(({ kind }) => kind)).toContain('sent-twice')
})

test('a bug is found: a batch counts as done when it is fetched, and a sender dies in the middle of it', {
  timeout: 120_000,
}, async () => {
  const { verdict } = await torture({ plant: 'checkpoint-on-fetch', customers: 120 })
  expect(verdict.breaches.map(({ kind }) => kind)).toContain('forgotten-until-closing')
})

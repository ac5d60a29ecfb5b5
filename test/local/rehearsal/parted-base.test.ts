/** A base in threads answers what the same base in one process answers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ClosedPart } from '#app/rehearsal/counted-outcomes.ts'
import { volumeCount } from '#app/rehearsal/volumes.ts'
import { NO_LISTS } from '#local/rehearsal/part.ts'
import { type PartedBase, type PartedRehearsal, partedBase } from '#local/rehearsal/parted-base.ts'
import { type RehearsalOfTest, randomRehearsal } from '#test/app/rehearsal/in-parts.ts'

const SEED = 4
const folder = mkdtempSync(join(tmpdir(), 'parts-'))
const opened: PartedBase[] = []
afterAll(async () => {
  for (const base of opened) await base.end()
  rmSync(folder, { recursive: true, force: true })
})

async function loaded({ base }: RehearsalOfTest, parts: number): Promise<PartedBase> {
  const parted = partedBase(parts)
  opened.push(parted)
  const { customers, purchases } = parted
  await customers.put(base.people.map(({ customer }) => customer))
  for (const { customer, consents, frequency, frequencyChosen, sharedAddress, openCases = [] } of base.people) {
    const { customerId } = customer
    if (consents !== 'unreadable') await customers.setConsents(customerId, consents)
    if (frequencyChosen) await customers.setFrequency({ customerId, frequency, ...frequencyChosen })
    if (sharedAddress) await customers.setSharedAddress({ customerId, sharedAddress })
    for (const openCase of openCases) await customers.setOpenCase({ customerId, ...openCase })
  }
  await purchases.put(base.purchases)
  return parted
}

async function rehearsed(order: RehearsalOfTest, parts: number) {
  const { accepting, companyRules, staff, from, to } = order
  const base = await loaded(order, parts)
  const files = Array.from({ length: parts }, (_, at) => join(folder, `${parts}-${at}.csv`))
  const closed: ClosedPart[] = []
  const reached: string[] = []
  const lacking = await base.rehearse({
    ...{ accepting, companyRules, staff, from, to, files },
    lists: { ...NO_LISTS, suppressions: order.base.suppressions },
    hand: 'alike',
    finished: (each) => closed.push(each),
    progress: (at) => reached.push(at),
    alarm: () => {},
    pause: async () => {},
  })
  const volumes = volumeCount({ definitions: accepting.map(({ definition }) => definition), companyRules })
  for (const { occurrence, batches } of closed) volumes.add(occurrence, batches)
  const texts = files.map((file) => readFileSync(file, 'utf8'))
  return {
    count: await base.count(),
    headers: texts.map((text) => text.startsWith('date,instant,')),
    rows: texts.join('').trim().split('\n').toSorted(),
    balances: closed.map(({ occurrence }) => [occurrence.occurrenceId, occurrence.balance]).toSorted(),
    mails: volumes.mails(),
    lacking,
    last: reached.toSorted().at(-1),
  }
}

test('the same rows, balances and volumes, from the files of both threads together', async () => {
  const order = await randomRehearsal(SEED)
  const here = await rehearsed(order, 1)
  const inThreads = await rehearsed(order, 2)
  expect(inThreads).toEqual({ ...here, headers: [true, false] })
  expect(here.rows.length).toBeGreaterThan(300)
  expect(here.count).toBe(order.base.people.length)
})

test('a rehearsal that is interrupted ends its threads', async () => {
  const order = await randomRehearsal(SEED)
  const { accepting, companyRules, staff, from, to } = order
  const base = await loaded(order, 2)
  let asked = 0
  const interrupted: PartedRehearsal = {
    ...{ accepting, companyRules, staff, from, to, files: null },
    lists: NO_LISTS,
    hand: 'alike',
    finished: () => {},
    progress: () => {},
    alarm: () => {},
    pause: async () => {
      if (++asked > 1) throw new Error('interrupted')
    },
  }
  await expect(base.rehearse(interrupted)).rejects.toThrow('interrupted')
  await base.end()
  await expect(base.count()).rejects.toThrow('ended')
})

test('a thread that cannot write its rows ends the rehearsal with the machine’s words', async () => {
  const order = await randomRehearsal(SEED)
  const { accepting, companyRules, staff, from, to } = order
  const base = await loaded(order, 2)
  const rehearsal = base.rehearse({
    ...{ accepting, companyRules, staff, from, to },
    lists: NO_LISTS,
    files: [join(folder, 'here.csv'), join(folder, 'nowhere', 'there.csv')],
    hand: 'alike',
    finished: () => {},
    progress: () => {},
    alarm: () => {},
    pause: async () => {},
  })
  await expect(rehearsal).rejects.toMatchObject({ code: 'ENOENT', syscall: 'open' })
})

/** The two lines of an act, with a crash, a refusal and a broken log in between. */

import { beforeEach, expect, test } from 'vitest'
import { memoryAuditLog } from '#adapters/memory/staff-stores.ts'
import type { AuditLog } from '#app/ports/staff.ts'
import { audited, UnrecordedActError } from '#app/staff/audited.ts'
import type { AuditEntry } from '#core/staff/audit-entry.ts'
import { readLines } from '#test/support/audit-lines.ts'

const AT = '2027-03-10T02:00:00.000Z'
const ACT = { at: AT, by: 'mai@trasen.example.com', byName: 'Mai', act: 'redrive', on: null, people: null } as const

const said: object[] = []
beforeEach(() => void said.splice(0))
const portsOf = (auditLog: Pick<AuditLog, 'add'>) => ({
  auditLog,
  events: { staffActUnclosed: (values: object) => void said.push(values) },
})

function logged() {
  const log = memoryAuditLog()
  const lines = async () => readLines(await log.page({ month: '2027-03', limit: 9 })).toReversed()
  return { log, lines, results: async () => (await lines()).map(({ result }) => result) }
}

test('an act stands in the log before it is done, and afterwards with what became of it', async () => {
  const { log, lines, results } = logged()
  const seen = await audited(portsOf(log), ACT, results)
  expect(seen).toEqual(['begun'])
  const [begun, done] = await lines()
  expect(begun).toEqual({ ...ACT, auditId: begun?.auditId, result: 'begun' })
  expect(done).toMatchObject({ ...ACT, result: 'done', ends: begun?.auditId })
})

test('a refusal is closed as refused', async () => {
  const { log, results } = logged()
  expect(await audited(portsOf(log), ACT, async () => ({ refused: 'stale' }))).toEqual({ refused: 'stale' })
  expect(await results()).toEqual(['begun', 'refused'])
})

test('what breaks is closed as failed and thrown on', async () => {
  const { log, results } = logged()
  await expect(audited(portsOf(log), ACT, () => Promise.reject(new Error('throttled')))).rejects.toThrow('throttled')
  expect(await results()).toEqual(['begun', 'failed'])
})

test('without its first line nothing is done', async () => {
  let ran = false
  const away = { add: () => Promise.reject(new Error('no log')) }
  const run = async () => {
    ran = true
  }
  await expect(audited(portsOf(away), ACT, run)).rejects.toThrow(UnrecordedActError)
  expect(ran).toBe(false)
})

test.each<[string, () => Promise<string>, string]>([
  ['hides no error of the act', () => Promise.reject(new Error('throttled')), 'throttled'],
  ['makes no failure of an act that is done', async () => 'done', 'done'],
])('a log that breaks in between %s, and leaves the act begun', async (_what, run, answer) => {
  const { log, lines, results } = logged()
  let adds = 0
  const breaking = {
    add: async (entry: AuditEntry): Promise<void> => (++adds > 1 ? Promise.reject(new Error('no log')) : log.add(entry)),
  }
  const came: unknown = await audited<string>(portsOf(breaking), ACT, run).catch((thrown: Error) => thrown.message)
  expect(came).toBe(answer)
  expect(await results()).toEqual(['begun'])
  const [begun] = await lines()
  const result = answer === 'done' ? 'done' : 'failed'
  expect(said).toEqual([{ act: 'redrive', auditId: begun?.auditId, result, error: 'Error: no log' }])
})

/** The same customer again about the same: shown, and as grave as the rule of repeats says. */
import { describe, expect, test } from 'vitest'
import { memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { workOnCase } from '#app/desk/work-on-case.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { descriptionOf, seenOf, severityOf } from '#core/work/case/case-standing.ts'
import { repeatOf } from '#core/work/case/repeat.ts'
import type { Case } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aMailSubject, openedAt, storedCase } from '#test/support/work-builders.ts'

const rules = theCompanyRules()
const NOW = '2027-03-10T02:00:00.000Z'
const by = { is: 'staff', name: 'Hạnh' } as const
const aCase = (workId: string, opened: Instant, category?: string): Case =>
  storedCase({
    workId,
    events: [
      openedAt(opened),
      ...((category ? [{ is: 'described', at: plusMs(opened, 1), by, category, fields: {} }] : []) as []),
    ],
  })
const days = (n: number) => plusMs(NOW, -n * DAY_MS)

describe('a case is a repeat', () => {
  test.each([
    ['of one of the same category within the window', aCase('w-1', days(29), 'service'), 'w-1'],
    ['on the last day of the window', aCase('w-1', days(30), 'service'), 'w-1'],
    ['not of one before the window', aCase('w-1', days(31), 'service'), null],
    ['not of one of another category', aCase('w-1', days(3), 'privacy'), null],
    ['not of one whose category is not known', aCase('w-1', days(3)), null],
    ['not of a later one', aCase('w-1', plusMs(NOW, 1), 'service'), null],
    ['not of itself', aCase('w-2', days(3), 'service'), null],
  ] as const)('%s', (_what, other, expected) => {
    expect(repeatOf(aCase('w-2', NOW, 'service'), [other], rules.cases)?.workId ?? null).toBe(expected)
    expect(repeatOf(aCase('w-2', NOW), [other], rules.cases)).toBeNull()
  })
})

const AROUND = { roster: memoryRosterStore(), events: { workOpened: () => {} } }

describe('described as a repeat', () => {
  async function described(item: Case, category = 'service', times = 1) {
    const work = memoryWorkStore()
    await work.open(aCase('w-1', days(3), 'service'))
    await work.open({ ...item, version: 0 })
    const act = { is: 'describe', type: null, category, fields: { 'happened-on': '2027-03-09' }, department: '' } as const
    const results: unknown[] = []
    for (let n = 0; n < times; n++)
      results.push(
        await workOnCase(
          { ...AROUND, work, companyRules: rules },
          { workId: 'w-2', act, by: 'Hạnh', at: plusMs(NOW, 60_000), seen: seenOf(item) },
        ),
      )
    const stored = (await work.get('w-2')) as Case
    expect(descriptionOf(stored)?.category).toBe(category)
    return { stored, results, severity: severityOf(stored, rules.cases) }
  }

  test('a complaint is as grave as the rule says, in the same write; the form sent twice says the same once more', async () => {
    const { stored, severity, results } = await described(aCase('w-2', NOW), 'service', 2)
    expect(severity).toEqual({ severity: 's2', because: { is: 'rule', rule: 'repeat' } })
    expect(stored.events.map(({ is }) => is)).toEqual(['opened', 'described', 'severity-set'])
    expect(stored.version).toBe(1)
    expect(results).toMatchObject([{ again: false }, { again: true }])
  })

  test('what staff set by hand holds, what is graver stays, and what is no complaint is shown alone', async () => {
    const set = (severity: 's1' | 's4', because: object): Case => ({
      ...aCase('w-2', NOW),
      events: [openedAt(NOW), { is: 'severity-set', at: NOW, by: { is: 'system' }, severity, because } as never],
    })
    expect((await described(set('s1', { is: 'rule', rule: 'words' }))).severity.severity).toBe('s1')
    expect((await described({ ...aCase('w-2', NOW), subject: aMailSubject('request') })).severity.severity).toBe('s4')
    expect((await described(aCase('w-2', NOW), 'other')).severity.severity).toBe('s3')
    expect((await described(set('s4', { is: 'reason', text: 'khách đùa' }))).severity.severity).toBe('s4')
    expect((await described(set('s4', { is: 'rule', rule: 'words' }))).severity.severity).toBe('s2')
  })
})

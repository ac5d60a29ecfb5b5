/** A line of an occurrence on a telephone: what is said in words may break, what is a number does not. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { balanceOf } from '#core/planning/balance.ts'
import { occurrenceTable, openStanding } from '#web/staff/occurrence/occurrence-lines.ts'

test('a balance in words may break over lines, a count of people does not', async () => {
  const written = { state: 'sent', at: '2027-03-10T02:00:00.000Z', providerId: 'm-1' } as const
  const line = {
    occurrence: { occurrenceId: 'check-in_2027-03-10', campaignId: 'check-in', date: '2027-03-10', mismatch: null },
    balance: balanceOf([written]),
    audience: 1,
    mailed: 1,
  }
  const campaigns = { name: (id: string) => id, isOfCalls: () => true }
  const shown = { frame: { locale: 'vi' }, campaigns, label: 'Các dịp', empty: '' }
  const table = String(await occurrenceTable([line] as never, shown as never))
  expect(table.match(/class="number">[^<]*/g)).toEqual(['class="number">1'])
  expect(table).toContain('<span>1 đã giao cho nhóm gọi</span>')
  expect(String(await openStanding({ mailed: 3 }, { locale: 'vi', isOfCalls: true }))).not.toContain('class="number"')
})

const WEB = resolve(import.meta.dirname, '../../../web')

test('no page marks a balance in words as a number', () => {
  const pages = globSync('**/*.ts', { cwd: WEB }).map((file) => [file, readFileSync(resolve(WEB, file), 'utf8')] as const)
  const told = pages.filter(([, text]) => text.includes('${balanceInBrief('))
  expect(told.length).toBeGreaterThan(1)
  expect(told.flatMap(([file, text]) => (/class="number">\$\{balanceInBrief/.test(text) ? [file] : []))).toEqual([])
})

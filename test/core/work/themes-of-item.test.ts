import { expect, test } from 'vitest'
import { themesOfItem } from '#core/work/themes-of-item.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { aTheme } from '#test/support/theme-builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const LAN = { is: 'staff', name: 'Lan', address: 'lan@example.com' } as const
const opened = { is: 'opened', at: AT, by: LAN } as const
const noted = (note: string): WorkEvent => ({ is: 'noted', at: AT, by: LAN, note })
const described = (category: string): WorkEvent => ({ is: 'described', at: AT, by: LAN, category, fields: {} })
const set = (as: 'added' | 'removed', theme: string): WorkEvent => ({ is: 'theme-set', at: AT, by: LAN, theme, as })
const themes = [aTheme('late', ['giao chậm'], { categories: ['delivery'] }), aTheme('packing', ['hộp móp'])]
const of = (...events: readonly WorkEvent[]) =>
  themesOfItem({ kind: 'case', events: [opened, ...events] as unknown as WorkItem['events'] }, themes)

test.each<[string, readonly WorkEvent[], readonly string[] | null]>([
  ['nothing was noted', [], null],
  ['a note that no rule takes', [noted('Khách hỏi giờ mở cửa')], []],
  ['two notes', [noted('Giao chậm'), noted('hộp móp nữa')], ['late', 'packing']],
  ['the category', [described('delivery')], ['late']],
  ['a category that was corrected', [described('delivery'), described('service')], []],
  [
    'the words of the customer',
    [{ is: 'customer-wrote', at: AT, by: { is: 'system' }, note: 'hộp móp', replyId: 'r' }],
    ['packing'],
  ],
  ['what staff wrote to the customer', [{ is: 'mailed', at: AT, by: LAN, note: 'Xin lỗi vì giao chậm' }], null],
  ['what staff removed', [noted('Giao chậm'), set('removed', 'late')], []],
  ['what staff removed holds against a later note', [set('removed', 'late'), noted('Giao chậm')], []],
  ['what staff added', [set('added', 'packing')], ['packing']],
  ['the last word of staff', [set('added', 'packing'), set('removed', 'packing'), set('added', 'packing')], ['packing']],
  ['a theme that the file no longer has', [set('added', 'gone')], ['gone']],
])('%s', (_what, events, found) => {
  expect(of(...events)).toEqual(found)
})

test('a request about data has none', () => {
  expect(
    themesOfItem({ kind: 'data-request', events: [opened, noted('giao chậm')] as unknown as WorkItem['events'] }, themes),
  ).toBeNull()
})

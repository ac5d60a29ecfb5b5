/** The items behind a count of the report: of a month, whatever became of them since. */
import { expect, test } from 'vitest'
import { DaysNotFilledError } from '#app/ports/days-not-filled.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { office } from '#test/functions/staff/work/work-office.ts'
import { aMailSubject, closingOn, openedAt, reopenedBy, storedCase, storedWork } from '#test/support/work-builders.ts'

const idsIn = (html: string) => [...html.matchAll(/data-work="([^"]+)"/g)].map(([, id]) => id)
const opened = (day: string) => openedAt(`${day}T03:00:00.000Z`)
const staff = { is: 'staff', name: 'Hanh' } as const
const tried = (day: string, disposition: 'no-answer' | 'satisfied', hour = '04') =>
  ({
    is: 'attempted',
    attemptId: `a-${day}-${hour}`,
    at: `${day}T${hour}:00:00.000Z`,
    by: staff,
    disposition,
    way: 'phone',
    note: null,
    callBackAt: null,
  }) as const
const promised = (day: string, callBackAt: string) =>
  ({ ...tried(day, 'no-answer'), disposition: 'call-back', callBackAt }) as const

const OPEN = storedCase({ workId: 'open', events: [opened('2027-02-20')] })
const SOLVED = storedCase({ workId: 'solved', events: [opened('2027-02-03'), closingOn('2027-02-05', { atFirst: true })] })
const SOLVED_LATER = storedCase({ workId: 'later', events: [opened('2027-02-26'), closingOn('2027-03-04', { atFirst: false })] })
const REQUEST = storedCase({ workId: 'request', subject: aMailSubject('request'), events: [opened('2027-02-10')] })
const BEFORE = storedCase({ workId: 'before', events: [opened('2027-01-30'), closingOn('2027-02-09')] })
const AFTER = storedCase({ workId: 'after', events: [opened('2027-03-01')] })
const ALL = [OPEN, SOLVED, SOLVED_LATER, REQUEST, BEFORE, AFTER] as const

test('what was opened in the month is listed whether it is open or closed by now, by when it changed last', async () => {
  const { as } = await office(...ALL)
  const page = await as('Chau').page('/work?show=counted&month=2027-02')
  expect(idsIn(page)).toEqual(['solved', 'request', 'open', 'later'])
  expect(idsIn(await as('Chau').page('/work?show=counted&kind=complaint&month=2027-02'))).toEqual(['solved', 'open', 'later'])
})

test.each<[string, readonly WorkItem[], readonly string[]]>([
  ['closed', ALL, ['solved', 'before']],
  ['solvedAtFirst.yes', ALL, ['solved']],
  ['solvedAtFirst.unsaid', ALL, ['before']],
  [
    'dispositions.no-answer',
    [
      storedWork({
        workId: 'rung',
        events: [opened('2027-01-28'), tried('2027-02-02', 'no-answer'), tried('2027-03-02', 'satisfied')],
      }),
      storedWork({ workId: 'reached', events: [opened('2027-02-01'), tried('2027-02-02', 'satisfied')] }),
    ],
    ['rung'],
  ],
  [
    'calls.exhausted',
    [
      storedWork({
        workId: 'in-vain',
        events: [opened('2027-02-01'), closingOn('2027-02-09', { reached: false, as: 'exhausted' })],
      }),
      storedWork({
        workId: 'reached',
        events: [opened('2027-02-01'), closingOn('2027-02-09', { reached: true, as: 'reached' })],
      }),
    ],
    ['in-vain'],
  ],
  [
    // Nothing happened to it since the promise was given in January.
    'promises.broken',
    [storedWork({ workId: 'forgotten', events: [opened('2027-01-20'), promised('2027-01-21', '2027-02-03T03:00:00.000Z')] })],
    ['forgotten'],
  ],
  [
    'cases.upByHand',
    [
      storedCase({
        workId: 'raised',
        events: [
          opened('2027-02-04'),
          { is: 'escalated', at: '2027-02-05T03:00:00.000Z', by: staff, to: 'lead', because: 'khách quý' },
        ],
      }),
      OPEN,
    ],
    ['raised'],
  ],
])('behind the count %s stand those whom it counts', async (counted, items, ids) => {
  const { as } = await office(...items)
  expect(idsIn(await as('Chau').page(`/work?show=counted&counted=${counted}&month=2027-02`))).toEqual(ids)
})

test('what was opened again is still behind the count of its opening', async () => {
  const again = storedCase({
    workId: 'again',
    events: [opened('2027-02-03'), closingOn('2027-02-05'), reopenedBy('Hanh', '2027-03-02T03:00:00.000Z')],
  })
  const { as } = await office(again)
  expect(idsIn(await as('Chau').page('/work?show=counted&month=2027-02'))).toEqual(['again'])
})

test('a long list goes on where its page ended, and names nothing twice', async () => {
  const many = Array.from({ length: 30 }, (_, at) => storedCase({ workId: `case-${at + 10}`, events: [opened('2027-02-10')] }))
  const { as } = await office(...many)
  const first = await as('Chau').page('/work?show=counted&month=2027-02')
  expect(idsIn(first)).toHaveLength(25)
  const next = /href="(\/work\?[^"]*after=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await as('Chau').page(next)
  expect([...idsIn(first), ...idsIn(second)].toSorted()).toEqual(many.map(({ workId }) => workId).toSorted())
})

test('a count that there is not, and a place that is none, are left at the beginning of what was opened', async () => {
  const { as } = await office(...ALL)
  for (const address of ['counted=calls.happy', 'counted=toString.x', 'after=yesterday'])
    expect(idsIn(await as('Chau').page(`/work?show=counted&${address}&month=2027-02`))).toEqual([
      'solved',
      'request',
      'open',
      'later',
    ])
})

test('where stored work cannot be found by its day yet, the page says who mends it, and how', async () => {
  const { as, work } = await office(OPEN)
  const unfilled = {
    ...work,
    // biome-ignore lint/correctness/useYield: it throws before the first page, as the table does
    changedDuring: async function* () {
      throw new DaysNotFilledError('run care migrate days once')
    },
  }
  const page = await as('Chau', { work: unfilled }).page('/work?show=counted&month=2027-02', 'en')
  expect(page).toContain('care migrate days')
  expect(idsIn(page)).toEqual([])
})

test('the page names the count in both languages, and says when there is nothing behind it', async () => {
  const { as } = await office(OPEN)
  expect(await as('Chau').page('/work?show=counted&counted=promises.broken&month=2027-02')).toContain('hẹn gọi lại: lỡ hẹn')
  const english = await as('Chau').page('/work?show=counted&counted=promises.broken&month=2027-02', 'en')
  expect(english).toContain('promised call-backs: broken')
  expect(english).toContain('Nothing of this kind in February 2027.')
})

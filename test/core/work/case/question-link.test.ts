/** Whose link it is: of the person to whom it was sent, while departments.json names them, and never of the one who came after. */
import { expect, test } from 'vitest'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { fieldsOfLink, holderOfLink, linkOfFields, type QuestionLink, readerInLink } from '#core/work/case/question-link.ts'
import { ASKED_AT, aDepartment, askedDepartment, QUESTION } from '#test/support/question-builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

const SON = { name: 'Hoàng Văn Sơn', address: 'son@example.com', language: 'vi' } as const
const MAI = { name: 'Đỗ Thị Mai', address: 'mai@example.com', language: 'vi' } as const
const LAN = { name: 'Vũ Thị Lan', address: 'lan@example.com', language: 'vi' } as const

const asked = askedDepartment()
const told = (name: string, over: { readonly questionId?: string; readonly late?: 'answer' } = {}): CaseEvent => ({
  is: 'department-head-told',
  at: '2027-03-09T04:00:00.000Z',
  by: { is: 'system' },
  questionId: QUESTION,
  name,
  ...over,
})
const link = (holder: QuestionLink['holder'], reader?: string): QuestionLink => ({
  askedAt: ASKED_AT,
  questionId: QUESTION,
  holder,
  ...(reader !== undefined && { reader }),
})
const [sons, ofBefore, lans, mais] = [
  link('head', readerInLink(SON)),
  link('head'),
  link('addressee'),
  link('addressee', readerInLink(MAI)),
]

const asNow = [aDepartment()]
const underMai = [aDepartment({ head: MAI })]
const withoutLan = [aDepartment({ addressees: [MAI] })]
const other = (over: Parameters<typeof aDepartment>[0]) => aDepartment({ id: 'warehouse', ...over })

test.each([
  ['of the head who was told', sons, [told(SON.name)], asNow, SON.name],
  ['of the head who was told, after another one came', sons, [told(SON.name)], underMai, null],
  ['of a head who is written to and not noted yet', sons, [], asNow, SON.name],
  ['of a head who leads another department now', sons, [told(SON.name)], [...underMai, other({ head: SON })], null],
  ['of a head, of a department that is gone', sons, [told(SON.name)], [], null],
  ['of before, of the head who was told', ofBefore, [told(SON.name), told(SON.name, { late: 'answer' })], asNow, SON.name],
  ['of before, of a head who has left', ofBefore, [told(SON.name)], underMai, null],
  [
    'of before, where a head before and the one of now were told',
    ofBefore,
    [told(SON.name), told(MAI.name, { late: 'answer' })],
    underMai,
    null,
  ],
  ['of before, where nobody was noted', ofBefore, [], asNow, SON.name],
  [
    'of before, where another head was told of another question',
    ofBefore,
    [told(MAI.name, { questionId: 'q-2' })],
    asNow,
    SON.name,
  ],
  ['of the person who was asked', lans, [], asNow, LAN.name],
  ['of a person who has left', lans, [], withoutLan, null],
  ['of who takes over from a person who has left', mais, [], withoutLan, MAI.name],
  ['of who took over, after the person who was asked came back', mais, [], asNow, null],
  ['of who took over, after another one did', mais, [], [aDepartment({ addressees: [SON, MAI] })], null],
  ['of a person whose department is named no more', lans, [], [other({ addressees: [MAI] })], LAN.name],
  ['of a person who is the head now', lans, [], [aDepartment({ head: LAN, addressees: [MAI] })], LAN.name],
  ['of a person who is in another department now', lans, [], [...withoutLan, other({ addressees: [LAN] })], LAN.name],
] as const)('a link %s', (_what, of, events, departments, holder) => {
  const item = storedCase({ events: [openedAt('2027-03-08T02:00:00.000Z'), asked, ...events] })
  const opened = linkOfFields(fieldsOfLink(of))
  expect(opened).toEqual(of)
  expect(holderOfLink(of, { item, asked, departments })?.name ?? null).toBe(holder)
})

test('names no address', () => {
  expect(fieldsOfLink(sons).join()).not.toMatch(/son|@/i)
})

/** A line of a list of calls about a caller whose number no customer has. */
import { expect, test } from 'vitest'
import { aMissedCall } from '#test/support/work-builders.ts'
import { callInMail } from '#web/staff/mails/call-in-mail.ts'
import { callsTable } from '#web/staff/mails/calls-table.ts'

test('names the number, in both languages, also in the files', () => {
  const call = {
    rank: 1,
    people: [],
    items: [aMissedCall({ phone: '+84987654321' })],
    agent: null,
    why: [],
    dueAt: null,
    promiseAt: null,
  }
  for (const locale of ['vi', 'en'] as const) {
    const telling = { locale, zone: 'Asia/Ho_Chi_Minh', date: '2027-03-10', nameOf: (address: string) => address, staffUrl: null }
    const told = callInMail(call, telling)
    expect(told.people).toMatchObject([{ phone: '+84987654321', readable: '0987 654 321' }])
    const { rows } = callsTable({ calls: [told], date: '2027-03-10', locale, withAgents: false })
    expect(rows[0]?.filter((cell) => cell === '0987 654 321')).toHaveLength(1)
  }
})

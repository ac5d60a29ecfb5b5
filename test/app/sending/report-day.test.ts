/** The report at the end of a team's day: once, at close or later on the same evening, and never of a day without a list. */
import { describe, expect, test } from 'vitest'
import { beginTeamDays } from '#app/sending/begin-team-days.ts'
import { attempted } from '#core/work/history.ts'
import type { Attempted, Closed, Owner } from '#core/work/work-event.ts'
import { at, DATE, HANH, MAI, TEAM, teamDays } from '#test/app/sending/team-days.ts'
import { aMissedCall, aPerson, assignedTo, closedWork, openedAt, storedWork } from '#test/support/work-builders.ts'

/** A day with a list, of which Hanh works some. */
async function day(over: Parameters<typeof teamDays>[0] = {}) {
  const made = await teamDays(over)
  const { ports, due } = made
  for (const id of ['an', 'binh', 'chi', 'dung']) await due(id, 'hanh', { fullName: `Khách ${id}` })
  await made.rings('07:30')
  const logs = async (id: string, event: Partial<Attempted>, closing: Partial<Closed> | null = null) => {
    const item = await ports.work.get(`call-${id}`)
    if (item?.kind !== 'call-task') throw new Error(`no call about ${id}`)
    const by = { is: 'staff', name: 'Hanh', address: HANH } as const
    const attempt: Attempted = {
      is: 'attempted',
      attemptId: id,
      at: at('09:00'),
      by,
      disposition: 'no-answer',
      way: 'phone',
      note: null,
      callBackAt: null,
      ...event,
    }
    const closed: Closed | null = closing && {
      is: 'closed',
      at: attempt.at,
      on: DATE,
      by,
      note: null,
      reached: true,
      as: 'reached',
      ...closing,
    }
    const next = attempted(item, { attempt, closing: closed }, ports.companyRules)
    if (next !== 'full') await ports.work.update(next)
  }
  const reports = () => made.mailer.staffMails.filter(({ subject }) => /^(Cuối ngày|End of day)/.test(subject))
  return { ...made, logs, reports }
}

describe('the report', () => {
  test('tells the lead what was done of the list, and what must not be forgotten', async () => {
    const { logs, rings, reports } = await day()
    await logs('an', { disposition: 'wants-more' }, {})
    await logs('binh', { disposition: 'call-back', callBackAt: '2027-03-03T03:00:00.000Z' })
    await logs('chi', { disposition: 'call-back', callBackAt: at('15:00') })
    await rings('16:59')
    expect(reports()).toEqual([])
    await rings('17:00')
    const [report] = reports()
    expect(report).toMatchObject({ to: MAI, subject: 'Cuối ngày 02/03/2027, nhóm Chăm sóc', attachments: [] })
    expect(report?.text).toContain('Hanh: Được giao 4, Đã gọi 3, Gặp khách 1, Hẹn gọi lại 2, Còn lại 2')
    expect(report?.text).toContain(
      'Lỡ hẹn: 1\n- Khách chi · Gọi lại: điểm thấp · hẹn 15:00\n  https://staff.example.com/work/call-chi',
    )
    expect(report?.text).toContain('Quá hạn mà còn mở: 1\n- Khách dung · Gọi lại: điểm thấp · hạn 11:00')
    expect(report?.text).toContain(
      'Đã hẹn gọi lại, đến hết 03/03/2027: 1\n- Khách binh · Gọi lại: điểm thấp · hẹn 10:00 03/03/2027',
    )
    expect(report?.text).toContain('Đã gặp khách mà chưa có ghi chú: 1\n- Khách an · Gọi lại: điểm thấp · Hanh đóng')
    expect(report?.html).toContain('<td>Hanh</td><td>4</td><td>3</td><td>1</td><td>2</td><td>2</td>')
  })

  test('writes the number of a caller whom no customer has as people read it out', async () => {
    const { ports, rings, reports } = await day()
    await ports.work.open(aMissedCall({ phone: '+84987654321' }, { events: [openedAt(at('08:30'))], dueAt: at('09:30') }))
    await rings('17:00')
    expect(reports()[0]?.text).toContain('- 0987 654 321 · Gọi lại: cuộc gọi nhỡ tổng đài')
  })

  describe('asks for a note on a call that the command line closed, which names no address,', () => {
    const by = { is: 'staff' as const, name: 'ubuntu' }
    const owned = (to: Owner) => [openedAt('2027-03-01T04:00:00.000Z'), assignedTo(to)] as const
    const asked = async (to: Owner) => {
      const { ports, rings, reports } = await day()
      const task = storedWork({ workId: 'call-typed', customerId: 'typed', events: [...owned(to)] })
      await ports.work.open(task)
      await ports.work.update(closedWork(task, DATE, { at: at('10:00'), by, note: null, reached: true, as: 'reached' }))
      await rings('17:00')
      return reports()[0]?.text.includes('Đã gặp khách mà chưa có ghi chú: 1') ?? null
    }

    test.each<[string, Owner, boolean]>([
      ['of the team', { is: 'team', team: TEAM }, true],
      ['of a member of it', aPerson('hanh', TEAM), true],
      ['that nobody had taken, where unassigned work is the team’s', { is: 'everybody' }, true],
      ['of another team: its lead is asked', { is: 'team', team: 'Cửa hàng' }, false],
    ])('of the team that had the task: one %s', async (_what, to, isAsked) => {
      expect(await asked(to)).toBe(isAsked)
    })
  })

  test('of a day on which all was done says so, in the language of the company', async () => {
    const { logs, rings, reports } = await day({ locale: 'en' })
    for (const id of ['an', 'binh', 'chi', 'dung']) await logs(id, { disposition: 'satisfied', note: 'vui' }, { note: 'vui' })
    await rings('17:00')
    expect(reports()).toMatchObject([{ subject: 'End of day 2 March 2027, team Chăm sóc' }])
    expect(reports()[0]?.text).toContain('Hanh: Given 4, Rung 4, Reached 4, Call-backs 0, Left over 0')
    expect(reports()[0]?.text).toContain('Nothing is past its deadline')
  })
})

describe('once', () => {
  test('however often and by however many runs; a run that comes late the same evening still sends', async () => {
    const { rings, reports } = await day()
    await Promise.all([rings('21:30'), rings('21:30')])
    await rings('22:00')
    await rings('23:30')
    expect(reports()).toHaveLength(1)
  })

  test('not of an empty list with nothing besides, not on a day without a list, and not on the day after', async () => {
    const empty = await teamDays()
    await empty.rings('17:00')
    expect(empty.mailer.staffMails).toEqual([])
    const { ports, mailer } = await day()
    const before = mailer.staffMails.length
    const saturday = '2027-03-06'
    for (const clock of [`${saturday}T10:00:00.000Z`, '2027-03-02T17:30:00.000Z'])
      await beginTeamDays(ports, { urgent: null, clock: () => clock })
    expect(mailer.staffMails).toHaveLength(before)
  })

  test('when the last shift ends, whoever works it: not before it, and at the end of the day of a team that is away', async () => {
    const late = [
      {
        weekdays: [1, 2, 3, 4, 5],
        hours: [
          { from: '08:00', to: '12:00' },
          { from: '17:00', to: '20:00' },
        ],
      },
    ]
    const evening = await day({ plan: { week: late } })
    await evening.rings('19:30')
    expect(evening.reports()).toEqual([])
    await evening.rings('20:00')
    expect(evening.reports()).toHaveLength(1)
    const ill = await day()
    for (const name of ['mai', 'hanh', 'bao']) await ill.isAway(name, '00:00')
    await ill.rings('16:30')
    expect(ill.reports()).toEqual([])
    await ill.rings('17:00')
    expect(ill.reports()).toHaveLength(1)
  })

  test.each([
    ['in the middle of the day', ['10:00', '10:00', '10:00']],
    ['one after the other', ['09:00', '11:00', '16:00']],
    ['before the day began, and in it', ['00:00', '00:00', '14:00']],
  ])('at the planned end of the day of a team that falls ill %s: until then its list is the lead’s', async (_when, times) => {
    const { isAway, rings, reports } = await day()
    for (const [at, name] of ['mai', 'hanh', 'bao'].entries()) await isAway(name, times[at] ?? '')
    for (const time of ['10:30', '14:00', '16:30']) await rings(time)
    expect(reports()).toEqual([])
    await rings('17:00')
    expect(reports()).toHaveLength(1)
  })

  test('a team that works until midnight has it with the last run of the day', async () => {
    const week = [{ weekdays: [1, 2, 3, 4, 5], hours: [{ from: '08:00', to: '24:00' }] }]
    const { rings, reports } = await day({ plan: { week } })
    await rings('23:00')
    expect(reports()).toEqual([])
    await rings('23:30')
    expect(reports()).toHaveLength(1)
  })

  test('a mail that surely did not leave comes again; one that may have left does not', async () => {
    const busy = await day()
    busy.mailer.answer(MAI, { busy: 'daily-quota', detail: 'full' })
    await busy.rings('17:00')
    expect(busy.reports()).toEqual([])
    expect(busy.said).toContain('day.reportWaits')
    await busy.rings('17:30')
    expect(busy.reports()).toHaveLength(1)
    const silent = await day()
    silent.mailer.answer(MAI, { unknown: 'no answer' })
    await silent.rings('17:00')
    const sent = silent.reports().length
    await silent.rings('17:30')
    expect(silent.reports()).toHaveLength(sent)
    expect(silent.said).toContain('day.reportLost')
  })

  test.each(['before', 'after'] as const)('a run that dies %s the claim was stored', async (when) => {
    const { rings, reports, ports, said } = await day()
    const dies: typeof ports.staffMails = {
      ...ports.staffMails,
      claim: async (mark) => {
        if (when === 'after') await ports.staffMails.claim(mark)
        throw new Error('the run died')
      },
    }
    await expect(rings('17:00', { staffMails: dies })).rejects.toThrow('lists of calls')
    await rings('17:30')
    await rings('18:00')
    expect(reports()).toHaveLength(when === 'before' ? 1 : 0)
    expect(said.filter((name) => name === 'day.reportLost')).toHaveLength(when === 'before' ? 0 : 1)
    expect(await ports.staffMails.of({ date: DATE, about: `report ${TEAM}` })).toHaveLength(1)
  })
})

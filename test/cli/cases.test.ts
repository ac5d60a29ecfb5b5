import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCaseFiles } from '#adapters/memory/case-files.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryInterruptions } from '#adapters/memory/interruptions.ts'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { acceptNotice } from '#app/campaigns/accept-notice.ts'
import type { Role } from '#core/staff/role.ts'
import { compensationsOf } from '#core/work/case/compensations.ts'
import { questionsOf } from '#core/work/case/questions.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import { ownerOf } from '#core/work/standing.ts'
import { careInMemory, NOW } from '#test/cli/care-run.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'
import { HTML, PNG } from '#test/support/files.ts'
import { aDepartment } from '#test/support/question-builders.ts'
import { aComplaint, aPlaybook } from '#test/support/recurring-builders.ts'
import { aPerson, assignedTo, notedBy, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

async function atWork() {
  const { stores, care, notices } = careInMemory()
  const work = memoryWorkStore()
  const questions = memoryQuestionBook()
  Object.assign(stores, { work, questions, companyRules: theCompanyRules({ departments: [aDepartment()] }) })
  const mine = assignedTo(aPerson('hanh', 'Chăm sóc'), '2027-03-09T03:00:00.000Z')
  await work.open(storedCase({ workId: 'case-1', events: [openedAt('2027-03-08T02:00:00.000Z')] }))
  await work.open(
    storedCase({
      workId: 'case-2',
      subject: { is: 'told', what: 'suggestion', workId: null, replyId: null, campaignId: null, occurrenceId: null },
      events: [openedAt('2027-03-09T02:00:00.000Z'), mine],
    }),
  )
  await work.open(storedWork({ workId: 'call-1' }))
  return { work, care, stores, notices }
}

test('open cases are listed by when their next step is due, and can be narrowed by step and team', async () => {
  const { care } = await atWork()
  expect((await care('cases')).printed.split('\n')).toEqual([
    'OVERDUE 2027-03-09 09:00 S3 Normal, Complaint, open, nobody yet: c-001 case-1',
    '2027-03-11 09:00 S4 Minor, Suggestion, open, hanh: c-001 case-2',
    'times are Asia/Ho_Chi_Minh',
  ])
  expect((await care('cases', '--team', 'Chăm sóc')).printed).not.toContain('case-1')
  expect((await care('cases', '--state', 'follow-up')).printed).toBe('no case is open')
  expect((await care('cases', '--state', 'nowhere')).exitCode).toBe(2)
  expect(JSON.parse((await care('cases', '--json')).printed)).toMatchObject([
    {
      workId: 'case-1',
      state: 'confirm',
      type: 'complaint',
      severity: 's3',
      isLate: true,
      clocks: [{ is: 'acknowledge', state: 'late' }, {}, {}, { is: 'law' }],
    },
    { workId: 'case-2', team: 'Chăm sóc', missing: null },
  ])
})

test('a team that there is not is refused, and is not said to have no case', async () => {
  const { care, stores } = await atWork()
  const roster = memoryRosterStore()
  const people = [{ name: 'Mai', address: 'mai@example.com', team: 'Cửa hàng', role: 'lead' as const }]
  await roster.publish({ people, version: 1, publishedAt: NOW, publishedBy: 'a test' })
  Object.assign(stores, { staff: { ...stores.staff, roster } })
  expect(await care('cases', '--team', 'Kho')).toMatchObject({ exitCode: 1, refused: ['no team Kho; there are: Cửa hàng'] })
  expect(await care('cases', '--team', 'Cửa hàng')).toMatchObject({ exitCode: 0, printed: 'no case is open' })
})

test('a case is described, moved on and closed by the rules of the pages, and shown with its clocks and history', async () => {
  const { care, work } = await atWork()
  const by = ['--by', 'Hạnh'] as const
  expect(await care('case', 'move', 'case-1', '--to', 'propose', ...by, '--note', 'đổi hộp')).toMatchObject({
    exitCode: 1,
    refused: ['case-1: A proposal needs a category: choose it first. It was not moved.'],
  })
  expect(
    (
      await care(
        'case',
        'describe',
        'case-1',
        '--category',
        'delivery',
        '--field',
        'order-id=DH-1',
        'delivery-address=Hà Nội',
        ...by,
      )
    ).printed,
  ).toBe('case-1: open, S3 Normal')
  expect(await care('case', 'describe', 'case-1', '--category', 'delivery', '--field', 'color=red', ...by)).toMatchObject({
    exitCode: 1,
  })
  const asRequest = ['case', 'describe', 'case-1', '--category', 'delivery', '--type', 'request', ...by] as const
  expect(await care(...asRequest)).toMatchObject({ exitCode: 1, refused: [expect.stringContaining('write why')] })
  expect((await care(...asRequest, '--because', ' ')).exitCode).toBe(1)
  expect((await care('case', 'severity', 'case-1', '--to', 's2', ...by, '--because', 'khách VIP')).printed).toBe(
    'case-1: open, S2 High',
  )
  expect((await care('case', 'move', 'case-1', '--to', 'follow-up', ...by, '--note', 'gửi lại hàng')).printed).toBe(
    'case-1: open, follow up, S2 High',
  )
  expect(await care('case', 'close', 'case-1', ...by, '--note', 'x', '--reached', 'no')).toMatchObject({ exitCode: 1 })
  expect((await care('case', 'wait', 'case-1', ...by, '--note', 'khách nhận được chưa')).exitCode).toBe(0)
  const shown = (await care('case', 'case-1')).printed
  expect(shown).toContain('case-1: Complaint, open, follow up, waiting for the customer')
  expect(shown).toContain('severity: S2 High, set by staff: khách VIP')
  expect(shown).toContain('Solved: stands still while the customer is waited for')
  expect(shown).toContain('Order id: DH-1; Delivery address: Hà Nội')
  expect(JSON.parse((await care('case', 'case-1', '--json')).printed)).toMatchObject({
    state: 'follow-up',
    severity: 's2',
    missing: [],
    isWaiting: true,
  })
  expect((await care('case', 'heard', 'case-1', ...by, '--note', 'nhận rồi')).exitCode).toBe(0)
  expect((await care('case', 'escalate', 'case-1', '--to', 'head', ...by, '--note', 'khách đòi gặp')).exitCode).toBe(0)
  expect((await care('case', 'hand-back', 'case-1', ...by, '--note', 'đã nói chuyện')).exitCode).toBe(0)
  expect((await care('case', 'wrote', 'case-1', ...by, '--note', 'cảm ơn chị')).exitCode).toBe(0)
  expect((await care('case', 'note', 'case-1', ...by, '--note', 'xong')).printed).toBe('case-1: noted')
  const close = ['case', 'close', 'case-1', ...by, '--note', 'khách hài lòng', '--reached', 'yes', '--at-first'] as const
  expect((await care(...close, 'perhaps')).exitCode).toBe(2)
  expect((await care(...close, 'no')).printed).toBe('case-1: closed')
  expect((await work.get('case-1'))?.events.at(-1)).toMatchObject({ is: 'closed', reached: true, atFirst: false })
  expect((await care('case', 'call-1')).refused).toEqual(['call-1: This work is no case.'])
  expect((await care('case', 'case-9')).refused).toEqual(['case-9: There is no such work.'])
  expect((await care('case', 'move', 'case-1')).exitCode).toBe(2)
})

test('the customer of a case is written to from the command line, by the rules of the page', async () => {
  const { care, work, stores, notices } = await atWork()
  const by = ['--by', 'Hạnh'] as const
  await stores.customers.put([aCustomer()])
  const interruptions = memoryInterruptions()
  Object.assign(stores, { interruptions, dayLists: memoryDayLists(), dutyBook: memoryDutyBook() })
  expect(await care('case', 'write', 'case-1', ...by)).toMatchObject({ exitCode: 1 })
  const words = {
    subject: 'Về điều {{honorific}} nói',
    preheader: 'x',
    html: '<p>x</p>',
    text: '{{greetingName}}\n\n[điều gì]\n\n----------------------------------------\nTrà Sen',
  }
  await acceptNotice(stores.words, { words: { template: 'case-skeleton', mails: { vi: words } }, at: NOW, by: 'a test' })
  expect((await care('case', 'write', 'case-1', ...by)).printed).toBe('subject: Về điều chị nói\n\nChị Lan\n\n[điều gì]')
  expect((await care('case', 'write', 'case-1', ...by, '--text', 'vì [điều gì]')).refused[0]).toContain('square brackets')
  expect((await care('case', 'write', 'case-1', ...by, '--file', '/no/such/file')).refused).toEqual([
    '--file /no/such/file: cannot be read',
  ])
  const said = ['case', 'write', 'case-1', ...by, '--text', 'Chúng tôi đổi hộp trà.', '--asks'] as const
  expect((await care(...said)).printed).toBe('case-1: on its way')
  expect((await care(...said)).printed).toBe('case-1: on its way, as before')
  expect((await work.get('case-1'))?.events.at(-1)).toMatchObject({ is: 'waiting', mail: { subject: 'Về điều chị nói' } })
  expect(notices.waiting()).toMatchObject([{ workId: 'case-1' }, { workId: 'case-1' }])
  expect((await care('case', 'write', 'call-1', ...by, '--text', 'x')).refused).toEqual(['call-1: This work is no case.'])
})

test('a department is asked about a case; the question is shown with its times, noted as answered, and withdrawn', async () => {
  const { care, work } = await atWork()
  const by = ['--by', 'Hạnh'] as const
  const ask = ['case', 'ask', 'case-1', '--department', 'production', '--question', 'Lô này có ẩm không?'] as const
  expect(await care('case', 'ask', 'case-1', '--department', 'x', '--question', 'y', ...by)).toMatchObject({
    exitCode: 1,
    refused: ['case-1: Choose a department of the list. Nobody was asked.'],
  })
  expect((await care(...ask, '--show', 'colour', ...by)).refused[0]).toContain('--show colour: expected one of order-id')
  const asked = await care(...ask, '--to', 'emily@example.com', ...by)
  const id = /question (\S+) to Production: asked$/.exec(asked.printed)?.[1] ?? ''
  expect((await care('case', 'case-1')).printed).toContain(
    `question ${id} to Production, Emily Carter: to be accepted before 2027-03-10 11:00`,
  )
  const shown = JSON.parse((await care('case', 'case-1', '--json')).printed)
  expect(shown.questions).toMatchObject([{ state: 'asked', acceptBy: '2027-03-10T04:00:00.000Z', asked: { questionId: id } }])
  expect((await care('case', 'department-told', 'case-1', id, '--note', 'không ẩm', ...by)).printed).toContain(
    'Production: answered',
  )
  expect(await care('case', 'withdraw', 'case-1', id, '--because', 'thôi', ...by)).toMatchObject({ exitCode: 1 })
  await care(...ask, ...by)
  const [, second] = questionsOf((await work.get('case-1'))!)
  expect((await care('case', 'withdraw', 'case-1', second!.asked.questionId, '--because', 'thôi', ...by)).printed).toContain(
    'withdrawn',
  )
})

test('a case that went up stands first, and shows who was told, what was sent and what is to come', async () => {
  const { care, work } = await atWork()
  const system = { is: 'system' } as const
  const [since, acknowledge] = ['2027-03-10T01:00:00.000Z', { clock: 'acknowledge', since: '2027-03-09T02:00:00.000Z' } as const]
  const item = await work.get('case-2')
  if (item?.kind !== 'case') throw new Error('no case')
  await work.update({
    ...item,
    version: 1,
    events: [
      ...item.events,
      {
        is: 'reminded',
        at: since,
        by: system,
        clocks: [{ ...acknowledge, percent: 50 }],
        to: { address: 'hanh@example.com', name: 'Hạnh' },
      },
      { is: 'escalated', at: since, by: { is: 'staff', name: 'Hạnh' }, to: 'head', because: 'khách dọa kiện' },
      { is: 'alerted', at: since, by: system, since, to: { address: 'chau@example.com', name: 'Châu' } },
    ],
  })
  expect((await care('cases')).printed.split('\n')[0]).toContain('Suggestion, open, with the head, hanh: c-001 case-2')
  const { printed } = await care('case', 'show', 'case-2')
  expect(printed).toContain('with: the head since 2027-03-10 08:00; told: Châu; not taken up')
  expect(printed).toContain('    reminded at 50%: Hạnh 2027-03-10 08:00')
  expect(printed).toMatch(/ {4}to remind at 80%: 2027-03-\d\d/)
  expect(JSON.parse((await care('case', 'show', 'case-2', '--json')).printed)).toMatchObject({
    raised: { to: 'head', since, told: [{ name: 'Châu' }], takenUp: null },
    clocks: [{ is: 'acknowledge', sent: [{ percent: 50, to: 'Hạnh' }] }, { is: 'resolve' }],
  })
})

test('a full case goes on in a new one, once; one with room does not', async () => {
  const { care, work } = await atWork()
  const goOn = ['case', 'go-on', 'case-1', '--by', 'Hạnh', '--note', 'chờ đổi hộp'] as const
  expect(await care(...goOn)).toMatchObject({ exitCode: 1, refused: [expect.stringContaining('has room')] })
  const item = (await work.get('case-1'))!
  const notes = Array.from({ length: MOST_EVENTS - 1 }, () => notedBy('Hạnh', 'gọi lại', '2027-03-08T03:00:00.000Z'))
  await work.update({ ...item, events: [...item.events, ...notes] as never, version: item.version + 1 })
  const next = /goes on in (\S+)$/.exec((await care(...goOn)).printed)?.[1] ?? ''
  expect((await care(...goOn)).printed).toBe(`case-1: goes on in ${next}, as before`)
  expect((await care('case', next)).printed).toContain(`${next}: Complaint, open`)
})

test('a case that went up is put on no desk at the terminal, and what an agent does on it takes it up for nobody', async () => {
  const { care, work, stores } = await atWork()
  const roster = memoryRosterStore()
  const member = (name: string, role: Role) => ({ name, address: `${name}@example.com`, team: 'Chăm sóc', role })
  const people = [member('bao', 'agent'), member('mai', 'lead')]
  await roster.publish({ people, version: 1, publishedAt: NOW, publishedBy: 'a test' })
  Object.assign(stores, { staff: { ...stores.staff, roster } })
  const by = (name: string) => ['--by', name, '--note', 'đã xem'] as const
  expect((await care('case', 'escalate', 'case-1', '--to', 'lead', '--by', 'hanh', '--note', 'x')).exitCode).toBe(0)
  for (const act of ['assign', 'take']) expect((await care('case', act, 'case-1', ...by('bao'))).exitCode).toBe(2)
  expect((await care('case', 'note', 'case-1', ...by('bao'))).exitCode).toBe(0)
  expect((await care('case', 'wrote', 'case-1', ...by('bao'))).exitCode).toBe(0)
  expect(await care('case', 'hand-back', 'case-1', ...by('bao'))).toMatchObject({
    exitCode: 1,
    refused: [expect.stringContaining('Only those who were told of it')],
  })
  expect((await care('case', 'case-1')).printed).toContain('not taken up')
  expect(ownerOf((await work.get('case-1'))!)).toEqual({ is: 'everybody' })
  expect((await care('case', 'hand-back', 'case-1', ...by('mai'))).exitCode).toBe(0)
})

test('a case is opened of what a customer told, once within a minute', async () => {
  const { care, work, stores } = await atWork()
  await stores.customers.put([aCustomer()])
  const interruptions = memoryInterruptions()
  Object.assign(stores, { interruptions, dayLists: memoryDayLists(), dutyBook: memoryDutyBook() })
  const open = ['case', 'open', 'c-001', '--type', 'complaint', '--by', 'Hạnh', '--note', 'gọi đến: trà mốc'] as const
  const { printed } = await care(...open)
  const [workId = ''] = printed.split(': ')
  expect(printed).toBe(`${workId}: opened`)
  expect(await work.get(workId)).toMatchObject({ kind: 'case', customerId: 'c-001', subject: { is: 'told', what: 'complaint' } })
  expect((await care(...open)).printed).toBe(`${workId}: opened, as before`)
  expect(await interruptions.since('2020-01-01T00:00:00.000Z')).toMatchObject([{ workId, isMailed: false }])
  expect(await care('case', 'open', 'c-999', '--type', 'question', '--by', 'Hạnh', '--note', 'x')).toMatchObject({ exitCode: 1 })
  expect(await care('case', 'open', 'c-001', '--type', 'question', '--by', 'Hạnh', '--note', ' ')).toMatchObject({ exitCode: 1 })
})

test('a case is made part of an older one of the same customer, once', async () => {
  const { care, work } = await atWork()
  await work.open(storedCase({ workId: 'case-3', events: [openedAt('2027-03-09T02:00:00.000Z')] }))
  const merge = ['case', 'merge', 'case-3', '--into', 'case-1', '--by', 'Hạnh', '--note', 'khách giục'] as const
  expect((await care(...merge)).printed).toBe('case-3: part of case-1')
  expect((await care(...merge)).printed).toBe('case-3: part of case-1, as before')
  expect(await care('case', 'merge', 'case-1', '--into', 'case-2', '--by', 'Hạnh', '--note', 'x')).toMatchObject({
    exitCode: 1,
    refused: ['case-1: The other case is the newer one: merge that one into this. Nothing was merged.'],
  })
})

test('compensation is asked for, approved by another person and given by the rules of the pages', async () => {
  const { care, work, stores } = await atWork()
  const member = (name: string, role: Role) => ({ name, address: `${name.toLowerCase()}@example.com`, team: 'Chăm sóc', role })
  const people = [
    member('Hanh', 'agent'),
    member('Mai', 'lead'),
    member('Nam', 'agent'),
    member('Huy', 'operator'),
    { ...member('Nam', 'lead'), address: 'nam2@example.com' },
  ]
  const roster = memoryRosterStore()
  await roster.publish({ people, version: 1, publishedAt: NOW, publishedBy: 'a test' })
  const companyRules = theCompanyRules({ compensation: aCatalogue() })
  Object.assign(stores, { companyRules, budgets: memoryBudgetStore(), staff: { ...stores.staff, roster } })
  const ask = ['case', 'compensate', 'case-1', '--item', 'refund', '--note', 'trà mốc'] as const
  expect((await care(...ask, '--amount', '-5', '--by', 'Hanh')).exitCode).not.toBe(0)
  expect((await care(...ask, '--amount', '5000', '--by', 'Huy')).refused).toEqual([
    '--by Huy: Only for: care agent, team lead, head of care.',
  ])
  expect((await care(...ask, '--amount', '5000', '--by', 'Nobody')).refused).toEqual([
    '--by Nobody: the roster has nobody of this name',
  ])
  expect((await care(...ask, '--amount', '5000', '--by', 'Nam')).refused).toEqual([
    '--by Nam: the roster has several people of this name',
  ])
  expect((await care(...ask, '--amount', '200000', '--by', 'hanh@example.com')).printed).toMatch(
    /Refund, ₫200,000: waits for approval$/,
  )
  const [asked] = compensationsOf((await work.get('case-1'))!)
  const id = asked!.asked.compensationId
  expect((await care('case', 'approve', 'case-1', id, '--by', 'Hanh')).refused).toEqual([
    'case-1: You asked for it yourself: another person must approve it. Nothing was written.',
  ])
  expect((await care('case', 'approve', 'case-1', id, '--by', 'Mai')).printed).toContain('approved, not given yet')
  expect((await care('case', 'given', 'case-1', id, '--by', 'Hanh', '--note', 'transfer 12')).printed).toContain('given')
  const shown = (await care('case', 'case-1')).printed
  expect(shown).toContain(`compensation ${id}, Refund, ₫200,000: given`)
  expect(shown).toContain('Hanh asked for a compensation to be approved at')
  expect(JSON.parse((await care('case', 'case-1', '--json')).printed)).toMatchObject({
    compensations: [{ compensationId: id, state: 'given', amount: 200_000 }],
  })
})

test('what recurs is listed by the rule of the pages, with its cases, its playbook and the campaign that would tell customers', async () => {
  const { care, work, stores } = await atWork()
  expect((await care('cases', '--recurring')).printed).toContain('nothing recurs')
  stores.companyRules = theCompanyRules({ playbooks: [aPlaybook()] })
  for (const workId of ['late-1', 'late-2', 'late-3'])
    await work.open(aComplaint({ workId, at: '2027-03-02T02:00:00.000Z', fields: { product: 'Trà sen' } }))
  const { printed } = await care('cases', '--recurring')
  expect(printed.split('\n')).toEqual([
    '2027-02-10 to 2027-03-09, against 2027-01-13 to 2027-02-09',
    expect.stringContaining('3 customers or more made them in 28 days'),
    'Delivery late, short or wrong · Trà sen: 3 customers, 0 in the period before, 12.5% by chance alone',
    '  playbook: version 2',
    '  2027-03-02 late-1',
    '  2027-03-02 late-2',
    '  2027-03-02 late-3',
  ])
  expect(JSON.parse((await care('cases', '--recurring', '--json')).printed)).toMatchObject({
    rule: { days: 28, atLeast: 3, level: 0.125 },
    groups: [{ recurs: true, playbook: 2, notice: { audience: { boughtProduct: ['Trà sen'] }, contentClass: 'transactional' } }],
  })
  expect((await care('cases', '--recurring', '--team', 'x')).exitCode).toBe(2)
})

test('a file is added by what its bytes say, shown with the case, and refused in words', async () => {
  const { care, stores } = await atWork()
  Object.assign(stores, { caseFiles: memoryCaseFiles() })
  const folder = mkdtempSync(join(tmpdir(), 'case-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const by = ['--by', 'Hạnh'] as const
  const add = (path: string) => care('case', 'file', 'case-1', path, ...by, '--note', 'nắp hở')
  const picture = file('hộp.jpg', PNG)
  expect((await add(picture)).printed).toBe('case-1: hộp.png (PNG, 1 kB)')
  expect((await add(picture)).printed).toBe('case-1: hộp.png (PNG, 1 kB), as before')
  const shown = (await care('case', 'case-1')).printed
  expect(shown).toContain('file 6b7fa434f92a: hộp.png (PNG, 1 kB)')
  expect(shown).toContain('Hạnh added hộp.png (PNG, 1 kB)')
  expect(JSON.parse((await care('case', 'case-1', '--json')).printed).files).toMatchObject([{ name: 'hộp.png', note: 'nắp hở' }])
  for (const [path, said] of [
    [file('trang.jpg', HTML), 'none of them, whatever its name says'],
    [file('large.jpg', new Uint8Array(30_000_000)), 'larger than 4 MB'],
    [file('empty.jpg', new Uint8Array()), 'empty'],
    [join(folder, 'none.jpg'), 'cannot be read'],
    [folder, 'no file'],
  ] as const) {
    const { exitCode, refused } = await add(path)
    expect(exitCode).toBe(1)
    expect(refused.join()).toContain(said)
  }
})

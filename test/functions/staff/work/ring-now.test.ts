/** The page of a call task says whether the customer may be rung now; whatever it says, an outcome can be noted. */
import { expect, test } from 'vitest'
import { instantAt } from '#core/time/zone.ts'
import { checkInTask } from '#core/work/check-in.ts'
import { CARE, office } from '#test/functions/staff/work/work-office.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aMissedCall, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const CALL = storedWork({ workId: 'w-1', customerId: 'KH1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const at = (time: string) => instantAt('2027-03-10', time, 'Asia/Ho_Chi_Minh')
const lineIn = (page: string) => /<p class="[^"]*" data-ring>([^<]*)/.exec(page)?.[1] ?? null
const OUTCOME = { attempt: '00000000-0000-4000-8000-000000000001', round: '0', disposition: 'no-answer', way: 'phone' }

async function desk() {
  const call = storedWork({ ...CALL, workId: 'w-2', customerId: 'KH2' })
  const staff = await office(CALL, call, storedCase({ workId: 'w-3', customerId: 'KH1' }))
  await staff.stores.customers.put([
    aCustomer({ customerId: 'KH1', phone: '+84912345678' }),
    aCustomer({ customerId: 'KH2', email: 'hoa@example.com', phone: '+84912345678' }),
  ])
  const line = async (id: string, language?: string) => lineIn(await staff.as('Hanh').page(`/work/${id}`, language))
  return { ...staff, line }
}

test('in both languages, with the time from which it may', async () => {
  const { line, clock } = await desk()
  clock.at = at('09:00')
  expect([await line('w-1'), await line('w-1', 'en')]).toEqual(['Gọi được ngay bây giờ.', 'You may ring now.'])
  clock.at = at('12:30')
  expect(await line('w-1')).toBe('Bây giờ đừng gọi: khách nghỉ trưa. Gọi được từ 13:00 10/03/2027.')
  expect(await line('w-1', 'en')).toBe('Do not ring now: customers rest at noon. You may from 13:00 10 March 2027.')
})

test('a customer who likes noon is rung at noon', async () => {
  const { line, clock, stores } = await desk()
  clock.at = at('12:30')
  await stores.customers.put([aCustomer({ customerId: 'KH1', phone: '+84912345678', preferredParts: ['noon'] })])
  expect(await line('w-1')).toBe('Gọi được ngay bây giờ.')
})

test('a call of a campaign is judged by the class of its campaign, and waits while a grave case is open', async () => {
  const { line, clock, work, stores } = await desk()
  clock.at = at('09:00')
  const task = (contentClass: 'care' | 'advertising') =>
    checkInTask(
      {
        campaign: { id: contentClass, contentClass },
        call: { channel: 'call', script: 'courtesy', team: CARE, attempts: 3, openDays: 5 },
        customerId: 'KH1',
        occurrenceId: `${contentClass}_2027-03-10`,
        occasionKey: `${contentClass}:2027-03-10`,
        callBy: at('16:30'),
        at: at('06:00'),
      },
      theCompanyRules(),
    )
  for (const contentClass of ['care', 'advertising'] as const) await work.open(task(contentClass))
  expect(await line('check-in_care_2027-03-10_KH1')).toBe('Gọi được ngay bây giờ.')
  // While a grave case is open the calls of campaigns wait, and those of the case itself and of what the customer said do not.
  const said = { customerId: 'KH1', workId: 'w-3', version: 0 }
  await stores.customers.setOpenCase({ ...said, grade: 's1' })
  expect(await line('check-in_care_2027-03-10_KH1')).toBe(
    'Bây giờ đừng gọi: khách đang có vụ việc nghiêm trọng chưa xong, nên chưa gọi hỏi thăm.',
  )
  expect([await line('w-1'), await line('w-3')]).toEqual(['Gọi được ngay bây giờ.', 'Gọi được ngay bây giờ.'])
  await stores.customers.setOpenCase({ ...said, grade: null, version: 1 })
  expect(await line('check-in_advertising_2027-03-10_KH1')).toBe('Bây giờ đừng gọi: khách chưa đồng ý nhận cuộc gọi.')
})

test('a complaint stands on the list of calls too: its screen says the same, unless its customer has no number', async () => {
  const { line, clock, stores } = await desk()
  clock.at = at('09:00')
  expect(await line('w-3')).toBe('Gọi được ngay bây giờ.')
  clock.at = at('21:30')
  expect(await line('w-3')).toContain('Bây giờ đừng gọi')
  await stores.customers.put([aCustomer({ customerId: 'KH1', phone: null })])
  expect(await line('w-3')).toBeNull()
})

test('a number is rung once a day, also for another customer; the outcome of a customer who rings by themselves is noted all the same', async () => {
  const { as, line, clock, work } = await desk()
  clock.at = at('09:00')
  expect((await as('Hanh').send('/work/w-1/call', OUTCOME)).status).toBe(303)
  expect(await line('w-2')).toBe('Bây giờ đừng gọi: hôm nay đã gọi số này rồi. Gọi được từ 08:00 11/03/2027.')
  const reached = { ...OUTCOME, attempt: '00000000-0000-4000-8000-000000000002', disposition: 'satisfied' }
  expect((await as('Bao').send('/work/w-2/call', reached)).to).toBe('/work/w-2?said=call-logged')
  expect((await work.get('w-2'))?.events.at(-1)).toMatchObject({ is: 'closed', as: 'reached' })
})

test('a call-back that a colleague agreed on is rung at its time by whom the list of the day gives it to, because that colleague is away', async () => {
  const { as, line, clock, stores } = await desk()
  clock.at = at('09:00')
  await as('Bao').send('/work/w-1/call', { ...OUTCOME, disposition: 'call-back', 'call-back-at': '2027-03-10T15:00' })
  clock.at = at('15:00')
  expect(await line('w-1')).toBe('Bây giờ đừng gọi: khách đã hẹn giờ với đồng nghiệp. Gọi được từ 15:15 10/03/2027.')
  const given = { workIds: ['w-1'], customerIds: ['KH1'], agent: 'hanh@example.com', isWorked: false, why: [] }
  const list = { team: CARE, date: '2027-03-10', version: 1, madeAt: at('10:00'), lines: [given], beyond: 0 }
  await stores.dayLists.put(list)
  expect(await line('w-1')).toBe('Gọi được ngay bây giờ.')
  expect(lineIn(await as('Mai').page('/work/w-1'))).toContain('khách đã hẹn giờ với đồng nghiệp')
  clock.at = at('14:30')
  expect(await line('w-1')).toBe('Bây giờ đừng gọi: khách hẹn giờ muộn hơn. Gọi được từ 14:45 10/03/2027.')
})

test('a suppressed number and a stop are said', async () => {
  const { stores, line, clock } = await desk()
  clock.at = at('09:00')
  const contactKey = stores.seals.contactKey({ kind: 'phone', value: '+84912345678' })
  await stores.suppressions.add({ contactKey, kind: 'phone', reason: 'legal', at: at('08:00'), evidence: 'x' })
  expect(await line('w-1')).toBe('Bây giờ đừng gọi: số điện thoại nằm trong danh sách chặn.')
})

test('who rang the hotline is rung back also on a suppressed number, and after a call of that day; the hours hold', async () => {
  const { as, stores, line, clock, work } = await desk()
  clock.at = at('09:00')
  await as('Hanh').send('/work/w-1/call', OUTCOME)
  const contactKey = stores.seals.contactKey({ kind: 'phone', value: '+84912345678' })
  await stores.suppressions.add({ contactKey, kind: 'phone', reason: 'opt-out', at: at('09:05'), evidence: 'x' })
  await work.open(aMissedCall({ customerId: 'KH1' }, { workId: 'm-1', events: [openedAt(at('09:10'))] }))
  clock.at = at('09:30')
  expect(await line('m-1')).toBe('Gọi được ngay bây giờ.')
  expect(await as('Hanh').page('/work/m-1')).toContain('href="tel:+84912345678"')
  clock.at = at('22:00')
  expect(await line('m-1')).toBe('Bây giờ đừng gọi: ngoài giờ được gọi khách. Gọi được từ 08:00 11/03/2027.')
})

test('a caller who was rung back in vain and rang again may be rung again on the day; by a lead’s word alone they may not', async () => {
  const { line, clock, work } = await desk()
  const attempt = {
    is: 'attempted',
    at: at('09:20'),
    disposition: 'no-answer',
    way: 'phone',
    note: null,
    callBackAt: null,
  } as const
  const tried = [openedAt(at('09:10')), { ...attempt, by: { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' } }] as const
  const again = { is: 'reopened', at: at('09:25'), because: '' } as const
  for (const [workId, by] of [
    ['m-4', { is: 'system' }],
    ['m-5', { is: 'staff', name: 'Mai' }],
  ] as const)
    await work.open(aMissedCall({ phone: `+8498765432${workId.at(-1)}` }, { workId, events: [...tried, { ...again, by }] }))
  clock.at = at('09:30')
  expect(await line('m-4', 'en')).toBe('You may ring now.')
  expect(await line('m-5', 'en')).toContain('rung today')
})

test('a caller who is no customer has a number to ring, and every outcome can be noted; a stop holds for the number', async () => {
  const { as, line, clock, work, stores } = await desk()
  clock.at = at('09:30')
  const phone = '+84987654321'
  await work.open(aMissedCall({ phone }, { workId: 'm-2', events: [openedAt(at('09:10'))] }))
  expect(await line('m-2')).toBe('Gọi được ngay bây giờ.')
  const page = await as('Hanh').page('/work/m-2', 'en')
  expect(page).toContain(`href="tel:${phone}"`)
  expect(page).toContain('No customer has this number')
  const send = (attempt: string, more: object) => as('Hanh').send('/work/m-2/call', { ...OUTCOME, attempt, ...more })
  expect((await send('00000000-0000-4000-8000-000000000011', {})).status).toBe(303)
  const stop = { disposition: 'do-not-call', seen: '1' }
  expect((await send('00000000-0000-4000-8000-000000000012', stop)).status).toBe(303)
  expect((await work.get('m-2'))?.events.at(-1)).toMatchObject({ is: 'closed', as: 'stopped' })
  const key = stores.seals.contactKey({ kind: 'phone', value: phone })
  expect((await stores.suppressions.among([key])).get(key)).toMatchObject({ reason: 'opt-out', evidence: 'm-2' })
})

test('a caller who is no customer is not rung while a colleague holds the call, and no further call is asked for', async () => {
  const { as, line, clock, work } = await desk()
  clock.at = at('09:30')
  await work.open(aMissedCall({ phone: '+84987654321' }, { workId: 'm-3', events: [openedAt(at('09:10'))] }))
  expect((await as('Bao').send('/work/m-3/hold', {})).to).toBe('/work/m-3?said=held')
  expect(await line('m-3', 'en')).toContain('09:45')
  expect(lineIn(await as('Bao').page('/work/m-3', 'en'))).toBe('You may ring now.')
  expect((await as('Hanh').send('/work/m-3/call', OUTCOME)).status).toBe(409)
  expect((await as('Bao').send('/work/m-3/call', OUTCOME)).to).toBe('/work/m-3?said=call-logged')
  expect(await as('Bao').page('/work/w-1')).toContain('name="follow-up-days"')
  expect(await as('Bao').page('/work/m-3')).not.toContain('name="follow-up-days"')
})

test('of a customer who refused offers by telephone alone, the line and the form agree that a call of care may be made', async () => {
  const { as, line, clock, stores } = await desk()
  clock.at = at('09:00')
  const stopped = async () => (await as('Hanh').page('/work/w-1')).includes('Khách này đã nói không muốn nhận cuộc gọi.')
  await stores.customers.setConsents('KH1', { 'advertising/call': { decision: 'withdrawn', at: at('08:00') } })
  expect([await line('w-1'), await stopped()]).toEqual(['Gọi được ngay bây giờ.', false])
  await stores.customers.setConsents('KH1', { 'care/call': { decision: 'withdrawn', at: at('08:30') } })
  expect([await line('w-1'), await stopped()]).toEqual([expect.stringContaining('Bây giờ đừng gọi'), true])
})

/** A working week at the care desk with a holiday in it, in a real browser on the whole local system. Each test goes on where the one before it ended. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInFirstScreen, lineOf, linesOn, log, openCall, ring, section, split } from '#test/browser/calls-by-hand.ts'
import { type CareDesk, follow, openCareDesk, STAFF, type StaffName } from '#test/browser/care-desk.ts'
import { answerSurvey, expectLists, listMails, reportOf, wasAsked } from '#test/browser/mails-of-desk.ts'
import { expectAccessible } from '#test/browser/page-visit.ts'
import { BUYERS, nameOf } from '#test/browser/week-buyers.ts'
import { noBrowser } from '#test/support/browser.ts'

/** Giỗ Tổ Hùng Vương, the tenth of the third lunar month, is the Tuesday. */
const [MONDAY, HOLIDAY, WEDNESDAY, THURSDAY, FRIDAY] = ['2028-04-03', '2028-04-04', '2028-04-05', '2028-04-06', '2028-04-07']
/** Hạnh and Bảo have a phone, Linh and their lead Mai a desktop; Bảo works in the mornings of this week. */
const TEAM: readonly StaffName[] = ['hanh', 'bao', 'linh', 'mai']

let desk: CareDesk
/** With whom Linh agrees on Wednesday to ring on Thursday at three. */
let atThree = ''
beforeAll(async () => {
  if (!noBrowser) desk = await openCareDesk({ startOn: '2028-04-01', buyers: BUYERS })
})
afterAll(() => desk?.close())

const idsOf = (lists: Awaited<ReturnType<typeof split>>) => Object.values(lists).flat().toSorted()

describe.skipIf(noBrowser)('on Monday', () => {
  test('the list comes at 07:30, when the day of the team begins, and not before', async () => {
    await desk.until(MONDAY, '07:29')
    expect(await (await desk.open('hanh', '/calls')).locator('main').textContent()).toContain('được lập lúc 07:30')
    await expectLists(desk, TEAM, MONDAY)
    expect(await split(desk)).toEqual({ hanh: ['KH01', 'KH03+KH04'], bao: ['KH05'], linh: ['KH02', 'KH06'], mai: ['KH30'] })
  })

  test.each([
    ['08:20', 'hanh', 'KH01', 'Em là Hạnh', 'Hài lòng'],
    ['08:30', 'linh', 'KH02', 'Em là Linh', 'Không nghe máy'],
    ['08:40', 'mai', 'KH30', 'Em là Mai', 'Sai số'],
  ] as const)(
    'at %s %s works off a line: who to ring is in the first screen, then the script, and the outcome takes two presses',
    async (time, name, id, spoken, outcome) => {
      await desk.until(MONDAY, time)
      const list = await desk.open(name, '/calls')
      await desk.expectToFit(list)
      await expectAccessible(list, `the list of ${name}`)
      await desk.picture(list, 'list')
      const page = await openCall(desk, name, nameOf(id))
      await desk.expectToFit(page)
      await expectAccessible(page, `the call of ${name}`)
      await desk.picture(page, 'call')
      for (const first of [
        page.getByRole('link', { name: nameOf(id) }),
        page.locator('a[href^="tel:+84"]'),
        page.locator('[data-ring]'),
        page.getByRole('button', { name: 'Tôi gọi cuộc này' }),
      ])
        expect(await isInFirstScreen(first.first())).toBe(true)
      expect(await section(page, 'Kịch bản').textContent()).toContain(spoken)
      await log(page, outcome)
      expect(await page.getByRole('status').textContent()).toBe('Đã ghi kết quả cuộc gọi.')
      await follow(page.getByRole('link', { name: 'Về danh sách gọi' }))
      expect(await section(page, 'Đã xong').textContent()).toContain(nameOf(id))
    },
  )

  test('a number that two customers share is rung once: the page shows both, and asks who answers', async () => {
    await desk.until(MONDAY, '08:50')
    const list = await desk.open('hanh', '/calls')
    expect(await lineOf(list, 'KH03').textContent()).toMatch(/Phạm Đức Sơn.*Lê Thị Thủy.*hỏi ai nghe máy/s)
    const page = await openCall(desk, 'hanh', 'KH03', 'Ông Sơn')
    await desk.picture(page, 'shared-number')
    expect(await page.locator('[data-shared]').textContent()).toMatch(/hỏi ai nghe máy.*Lê Thị Thủy/)
    await log(page, 'Hài lòng')
    await follow(page.getByRole('link', { name: 'Về danh sách gọi' }))
    expect(await linesOn(page)).toEqual([])
    await follow(lineOf(page, 'KH04').getByRole('link', { name: 'Bà Thủy' }))
    expect(await page.locator('[data-ring]').textContent()).toContain('hôm nay đã gọi số này rồi')
  })

  test('call-backs are agreed for Wednesday; for the holiday none can be', async () => {
    const page = await openCall(desk, 'bao', 'KH05')
    await log(page, 'Hẹn gọi lại', { callBackAt: `${HOLIDAY}T10:00` })
    expect(await page.getByRole('alert').textContent()).toContain('nhóm của bạn không làm việc')
    await log(page, 'Hẹn gọi lại', { callBackAt: `${WEDNESDAY}T10:00` })
    await ring(desk, 'linh', 'KH06', 'Hẹn gọi lại', { callBackAt: `${WEDNESDAY}T14:00` })
    const done = section(await desk.open('mai', '/calls'), 'Đã xong')
    expect(await lineOf(done, 'KH05').textContent()).toContain('Hẹn gọi lại: 10:00 05/04/2028')
  })
})

describe.skipIf(noBrowser)('on Tuesday, the holiday', () => {
  test('there is no list, by mail or on the page, which says when the next one comes', async () => {
    await desk.until(HOLIDAY, '12:00')
    for (const name of TEAM) expect(listMails(desk, name, HOLIDAY)).toEqual([])
    expect(await (await desk.open('hanh', '/calls')).locator('main').textContent()).toMatch(
      /không có danh sách.*Danh sách tiếp theo được lập Thứ Tư 05\/04\/2028 lúc 07:30/s,
    )
  })

  test('a customer answers the survey in the evening, and is not satisfied', async () => {
    await desk.until(HOLIDAY, '20:00')
    await answerSurvey(desk, 'KH07', { score: 2, why: 'Trà giao trễ ba ngày, hộp bị móp.' })
  })
})

describe.skipIf(noBrowser)('on Wednesday', () => {
  test('the promises stand first on the list, and right after them the customer who was unhappy last night', async () => {
    await expectLists(desk, TEAM, WEDNESDAY)
    const lines = await linesOn(await desk.open('mai', '/calls'))
    expect(lines.slice(0, 3).flatMap(({ customers }) => customers)).toEqual(['KH05', 'KH06', 'KH07'])
    expect(lines[0]?.text).toContain('đã hẹn khách lúc 10:00 05/04/2028')
    expect(lines[2]?.text).toContain('khách cho điểm 2')
  })

  test('the promise of ten o’clock is kept, then the unhappy customer is rung, with their words on the screen', async () => {
    await desk.until(WEDNESDAY, '10:00')
    expect(await section(await desk.open('mai', '/calls'), 'Hẹn trong hai giờ tới').textContent()).toContain(nameOf('KH05'))
    await ring(desk, 'bao', 'KH05', 'Hài lòng', { note: 'Đã hỏi thăm, cô vui.' })
    const lead = await desk.open('mai', '/calls')
    expect(await section(lead, 'Hẹn trong hai giờ tới').textContent()).not.toContain(nameOf('KH05'))
    expect(await lineOf(section(lead, 'Đã xong'), 'KH05').textContent()).toMatch(/hài lòng.*Trần Quốc Bảo, 10:00 05\/04\/2028/s)
    expect((await linesOn(await desk.open('hanh', '/calls')))[0]?.customers).toEqual(['KH07'])
    const page = await openCall(desk, 'hanh', 'KH07')
    expect(await section(page, 'Khách nói gì').textContent()).toContain('hộp bị móp')
    await log(page, 'Có góp ý', { note: 'Đã xin lỗi, gửi hộp mới.' })
    atThree = (await split(desk)).linh?.at(-1) ?? ''
    await ring(desk, 'linh', atThree, 'Hẹn gọi lại', { callBackAt: `${THURSDAY}T15:00` })
  })

  test('the promise of two o’clock is not kept, and is flagged for the agent, for the lead, and in the report of the evening', async () => {
    await desk.until(WEDNESDAY, '14:14')
    expect(await lineOf(await desk.open('linh', '/calls'), 'KH06').textContent()).not.toContain('đã lỡ')
    await desk.until(WEDNESDAY, '14:15')
    expect(await lineOf(await desk.open('linh', '/calls'), 'KH06').textContent()).toMatch(/Hẹn 14:00.*đã lỡ/s)
    const lead = await desk.open('mai', '/calls')
    await desk.picture(lead, 'broken-promise')
    const promises = section(lead, 'Hẹn trong hai giờ tới')
    expect(await promises.locator('[data-promise]').allTextContents()).toEqual([expect.stringMatching(/đã lỡ.*Võ Minh Tuấn/s)])
    await desk.until(WEDNESDAY, '17:30')
    expect(reportOf(desk, WEDNESDAY)).toMatch(/Lỡ hẹn: 1\n- Võ Minh Tuấn/)
  })

  test('of those who were rung on Monday the ones who were spoken with are asked how satisfied they are, the others nothing; no one whether it was solved, for nothing was to be', () => {
    const rung = ['KH01', 'KH02', 'KH03', 'KH04', 'KH05', 'KH06', 'KH30']
    expect(rung.filter((id) => wasAsked(desk, id, 'satisfied'))).toEqual(['KH01', 'KH03'])
    expect(rung.filter((id) => wasAsked(desk, id, 'solved'))).toEqual([])
  })
})

describe.skipIf(noBrowser)('on Thursday', () => {
  test('the broken promise stands first, and says what it is', async () => {
    await expectLists(desk, TEAM, THURSDAY)
    const [first, second] = await linesOn(await desk.open('mai', '/calls'))
    expect([first?.customers, second?.customers]).toEqual([['KH06'], [atThree]])
    expect(first?.text).toContain('lỡ hẹn lúc 14:00 05/04/2028')
  })

  test('Linh falls ill at ten: one press of the lead, and what was hers is with others, no promise lost', async () => {
    await desk.until(THURSDAY, '10:00')
    const before = await split(desk)
    expect(before.linh?.slice(0, 2)).toEqual(['KH06', atThree])
    await follow((await desk.open('mai', '/team')).getByRole('button', { name: `Nghỉ ốm của ${STAFF.linh.name}` }))
    const after = await split(desk)
    expect(after.linh).toBeUndefined()
    expect(idsOf(after)).toEqual(idsOf(before))
    for (const name of ['hanh', 'bao', 'mai'] as const)
      expect(after[name]).toEqual(expect.arrayContaining([...(before[name] ?? [])]))
    const lines = await linesOn(await desk.open('mai', '/calls'))
    for (const line of lines.slice(0, 2)) expect(line.text).toContain('Đỗ Khánh Linh vắng hôm nay nên người khác gọi thay')
    expect(await linesOn(await desk.open('linh', '/calls'))).toEqual([])
  })

  test('colleagues make up for the broken promise at once, and keep the other one at its time', async () => {
    const ringerOf = async (id: string) => {
      const [line] = (await linesOn(await desk.open('mai', '/calls'))).filter(({ customers }) => customers.includes(id))
      if (!line?.ringer) throw new Error(`no colleague rings ${id}`)
      return line.ringer
    }
    await ring(desk, await ringerOf('KH06'), 'KH06', 'Hài lòng', { note: 'Đã xin lỗi vì gọi muộn.' })
    await desk.until(THURSDAY, '15:00')
    const ringer = await ringerOf(atThree)
    expect(ringer, 'who is off in the afternoon').not.toBe('bao')
    const page = await openCall(desk, ringer, atThree)
    expect(await page.locator('[data-ring]').textContent()).toBe('Gọi được ngay bây giờ.')
    await log(page, 'Hài lòng', { note: 'Khách vui, không cần gì thêm.' })
    await desk.until(THURSDAY, '17:30')
    expect(reportOf(desk, THURSDAY)).not.toContain('Lỡ hẹn')
  })
})

describe.skipIf(noBrowser)('on Friday', () => {
  test('the list comes to everybody again, and nothing went wrong in the week', async () => {
    await expectLists(desk, TEAM, FRIDAY)
    await desk.until(FRIDAY, '18:00')
    expect(desk.system.eventLog.latest({ kind: 'alarm', limit: 10 })).toEqual([])
    expect(desk.complaints).toEqual([])
  })
})

/**
 * A complaint from the one star that a customer writes late on the eve of a holiday until she says that it is solved, in a real browser on the whole local
 * system, with everybody who has to do with it. Each test goes on where the one before it ended.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesOn, log, openCall, section } from '#test/browser/calls-by-hand.ts'
import { addressOf, type CareDesk, follow, openCareDesk, press, STAFF, type StaffName } from '#test/browser/care-desk.ts'
import { describeAndAsk, lookAt, openWork, refund, saidOn, sendForm, textOf } from '#test/browser/case-by-hand.ts'
import { answerByMail, linkIn, mailTo } from '#test/browser/case-by-mail.ts'
import { COMPLAINT_BUYERS, HOA, HUNG, LIEU, THUY } from '#test/browser/complaint-buyers.ts'
import { listMails } from '#test/browser/mails-of-desk.ts'
import { noBrowser } from '#test/support/browser.ts'

/** National Day is the Thursday; the Wednesday before it is off too. */
const [EVE, HOLIDAYS, FRIDAY] = ['2027-08-31', ['2027-09-01', '2027-09-02'], '2027-09-03'] as const
const [BIRTHDAY, MONDAY, WEEK_LATER] = ['2027-09-04', '2027-09-06', '2027-09-13']
const TEA = { product: 'Trà ướp sen 100 g', batch: 'L2708' }
const GREETING = 'Chúc mừng sinh nhật'
const [PRODUCTION, ITS_HEAD] = ['lan.sanxuat@trasenviet.example.com', 'son.sanxuat@trasenviet.example.com']

let desk: CareDesk
/** On whose list the complaint stands, and each of the calls. */
let owner: StaffName = 'hanh'
let ringerOf: ReadonlyMap<string, StaffName> = new Map()
beforeAll(async () => {
  if (noBrowser) return
  const files = ['cases', 'departments', 'compensation', 'birthday-gift', 'vietnamese-womens-day']
  desk = await openCareDesk({ startOn: '2027-08-28', buyers: COMPLAINT_BUYERS, files })
})
afterAll(() => desk?.close())

const subjectsTo = (id: string) => desk.mailsToCustomer(id).map(({ subject }) => subject)
const asksOf = (name: StaffName) => `${STAFF[name].name} hỏi bộ phận Sản xuất`
const greeted = (id: string) => subjectsTo(id).filter((subject) => subject.includes(GREETING))

describe.skipIf(noBrowser)('on the eve of the holiday', () => {
  test('one star at 21:40 is a grave complaint; the customer is told at once when somebody looks, and who is on call hears of it', async () => {
    await desk.until(EVE, '21:40')
    const [asked] = desk.mailsToCustomer(HOA.id)
    if (!asked) throw new Error('nobody was asked')
    expect(asked.subject).toContain('có hài lòng')
    const taken = await answerByMail(desk, asked, '1 sao. Hộp trà mở ra có mùi ẩm, trà vón cục. Tôi rất thất vọng.')
    expect(taken).toContain('Hiểu là khiếu nại. Điểm đọc được: 1.')
    const told = mailTo(desk, 'kh01@example.com', 'đã nhận được thư của chị')
    expect(told.at).toBe(desk.at(EVE, '21:40'))
    expect(told.text).toContain('Sẽ có người xem và trả lời chị từ 08:00 Thứ Sáu, ngày 3 tháng 9 năm 2027')
    const urgent = mailTo(desk, addressOf('mai'), 'Khẩn: khiếu nại lúc 21:40')
    expect(urgent.text).toContain('Nhóm làm việc lại lúc 08:00 03/09/2027')
  })
})

describe.skipIf(noBrowser)('on the next working morning', () => {
  test('there was no list on the holidays, and now the complaint stands on top, before calls that wait longer', async () => {
    await desk.until(FRIDAY, '07:30')
    for (const date of HOLIDAYS) expect(listMails(desk, 'mai', date)).toEqual([])
    const page = await desk.open('mai', '/calls')
    await lookAt(desk, page, 'list')
    const [first, ...others] = await linesOn(page)
    expect(first?.customers).toEqual([HOA.id])
    expect(first?.text).toMatch(/Vì sao ở đây: khách khiếu nại/)
    expect(others.flatMap(({ customers }) => customers).toSorted()).toEqual([HUNG.id, THUY.id, LIEU.id])
    expect(others.some(({ text }) => text.includes('tồn'))).toBe(true)
    ringerOf = new Map([first, ...others].flatMap((line) => (line?.ringer ? [[line.customers[0] ?? '', line.ringer]] : [])))
    owner = ringerOf.get(HOA.id) ?? owner
  })

  test('its screen says how grave it is and why; an agent takes it, says what it is about, and asks production', async () => {
    await desk.until(FRIDAY, '08:05')
    const page = await openCall(desk, owner, HOA.id, 'Khiếu nại')
    await lookAt(desk, page, 'new')
    const shown = page.locator('[data-case]')
    expect(await textOf(shown)).toContain('S2 Cao, vì điểm khách cho')
    expect(await shown.locator('[data-holds-care]').count()).toBe(1)
    await follow(page.getByRole('button', { name: 'Nhận việc' }))
    await describeAndAsk(page, TEA)
    expect(await page.locator('[data-playbook]').count()).toBe(1)
    const mail = mailTo(desk, PRODUCTION, 'Hỏi Sản xuất: xin tiếp nhận trước 10:05')
    expect(mail.text).toContain('Số lô: L2708')
    expect(mail.text).not.toContain('Hoa')
  })

  test('two other customers complain of the same: one in a call, one by Zalo', async () => {
    await desk.until(FRIDAY, '09:00')
    const call = await openCall(desk, ringerOf.get(HUNG.id) ?? 'mai', HUNG.id)
    await press(call.locator('[data-act="case"] label', { hasText: 'Khiếu nại' }))
    await sendForm(call, 'case', {
      typed: { 'Khách nói gì, cần gì': 'Trà có mùi lạ, nhiều vụn.' },
      button: 'Mở vụ việc',
      says: 'Đã mở vụ việc',
    })
    await describeAndAsk(await openWork(desk, 'linh', HUNG.name), TEA)
    const person = await desk.open('mai', `/customers/${THUY.id}`)
    const form = person.locator('#case')
    await press(form.locator('summary'))
    await press(form.locator('label', { hasText: 'Khiếu nại' }))
    await form.getByLabel('Khách nói gì, cần gì').fill('Cô nhắn Zalo: hộp trà bị ẩm, đã gửi ảnh.')
    await follow(form.getByRole('button', { name: 'Mở vụ việc' }))
    await describeAndAsk(await openWork(desk, 'mai', THUY.name), TEA)
  })

  test('production does not accept in time: its head is told, and the case says so', async () => {
    await desk.until(FRIDAY, '13:00')
    expect(mailTo(desk, ITS_HEAD, 'Chưa ai tiếp nhận', asksOf(owner)).text).toContain(
      'gửi cho Vũ Thị Lan, hẹn tiếp nhận trước 10:05',
    )
    const page = await openWork(desk, owner, HOA.name)
    expect(await textOf(page.locator('[data-questions]'))).toMatch(/chưa ai tiếp nhận, trễ.*đã báo trưởng bộ phận lúc 13:00/)
  })

  test('its owner is reminded while time for the first proposal goes by', async () => {
    await desk.until(FRIDAY, '17:00')
    const reminders = desk
      .mailsTo(addressOf(owner))
      .map(({ subject }) => subject)
      .filter((subject) => subject.startsWith('Nhắc hạn: đề xuất giải pháp đầu tiên'))
    expect(reminders.map((subject) => /\d+%/.exec(subject)?.[0]).toSorted()).toEqual(['50%', '80%'])
  })
})

describe.skipIf(noBrowser)('on her birthday', () => {
  test('the greeting is held back, and the balance says why; another customer has hers', async () => {
    await desk.until(BIRTHDAY, '12:00')
    expect([greeted(HOA.id).length, greeted(LIEU.id).length]).toEqual([0, 1])
    const page = await desk.open('mai', `/occurrences/birthday-gift_${BIRTHDAY}`)
    await lookAt(desk, page, 'birthday')
    expect(await textOf(page.locator('.equation'))).toMatch(/2 ?đối tượng.*1 ?đã gửi.*1 ?bỏ qua/)
    const row = page.locator('#people tr', { hasText: HOA.name })
    expect(await textOf(row)).toContain('Khách đang có vụ việc nghiêm trọng chưa xong')
  })
})

describe.skipIf(noBrowser)('on Monday', () => {
  test('the weekly mails name the three, to the team and to production, and so does the page', async () => {
    await desk.until(MONDAY, '07:30')
    const weekly = mailTo(desk, addressOf('hanh'), 'Vụ việc trong tuần')
    expect(weekly.text).toContain('Tuần trước có 3 vụ việc mới')
    expect(weekly.text).toContain(`Chất lượng trà, bao bì · ${TEA.product}: 3 khách, kỳ trước 0`)
    for (const { name } of COMPLAINT_BUYERS) expect(weekly.text).not.toContain(name)
    const digest = mailTo(desk, PRODUCTION, 'Sản xuất: câu hỏi trong tuần')
    expect(digest.text).toContain('gửi cho bộ phận 3 câu hỏi')
    expect(digest.text).toContain('Chất lượng trà, bao bì: 3')
    expect(digest.attachments.map(({ fileName }) => fileName)).toEqual(['cau-hoi-production-2027-08-30.csv'])
    const page = await desk.open(owner, '/recurring')
    await lookAt(desk, page, 'recurring')
    const group = page.locator('[data-recurs="product-quality"]')
    expect(await textOf(group.getByRole('heading', { level: 2 }))).toBe(`Chất lượng trà, bao bì · ${TEA.product}`)
    expect(await group.locator('ul.plain').first().getByRole('link').count()).toBe(3)
  })

  test('without a proposal it goes up to the head, who hands it back with a reason and rings the customer herself', async () => {
    await desk.until(MONDAY, '08:00')
    const alert = mailTo(desk, addressOf('chau'), 'Vụ việc báo lên trưởng phòng')
    expect(alert.text).toContain('Báo lên trưởng phòng vì “Đề xuất giải pháp đầu tiên” đã qua 100% thời gian.')
    const path = new URL(linkIn(alert, '/work/')).pathname
    await desk.until(MONDAY, '08:15')
    const page = await desk.open('chau', path)
    await lookAt(desk, page, 'late')
    expect(await textOf(page.locator('[data-clock="propose"]'))).toContain('trước 17:00 03/09/2027, đã trễ')
    expect(await textOf(page.locator('[data-raised="head"]').locator('..'))).toContain('đã báo Phạm Minh Châu')
    await sendForm(page, 'hand-back', {
      typed: { 'Vì sao': 'Em hỏi lại Sản xuất ngay sáng nay, đổi hộp mới trước, không đợi kết luận.' },
      button: 'Giao lại cho người phụ trách',
      says: 'Đã giao lại.',
    })
    const courtesy = await openWork(desk, 'chau', HOA.name, 'Gọi hỏi thăm lại')
    expect(await textOf(section(courtesy, 'Khách nói gì'))).toContain('Gọi hỏi thăm khách sau khi giao lại vụ việc')
    await log(courtesy, 'Hài lòng', { note: 'Đã xin lỗi chị, hẹn trả lời trong hôm nay.' })
    expect(await saidOn(courtesy)).toBe('Đã ghi kết quả cuộc gọi.')
    const history = (await openWork(desk, owner, HOA.name)).getByRole('list', { name: 'Diễn biến' })
    expect(await textOf(history)).toMatch(/Phạm Minh Châu giao lại cho người phụ trách lúc 08:15 06\/09\/2027.*đổi hộp mới trước/)
  })

  test('production answers from a phone, without an account', async () => {
    await desk.until(MONDAY, '09:00')
    const page = await desk.customersPhone()
    await page.goto(linkIn(mailTo(desk, PRODUCTION, 'Hỏi Sản xuất', asksOf(owner)), '/q/'))
    await lookAt(desk, page, 'question')
    expect(await page.locator('main').textContent()).not.toContain('Hoa')
    // So long a person reads.
    await desk.until(MONDAY, '09:01')
    await press(page.locator('label.choice').first())
    await follow(page.getByRole('button', { name: 'Tiếp nhận' }))
    expect(await textOf(page.locator('[data-stands="accepted"]'))).toContain('đã tiếp nhận, hẹn trả lời trước 10:00 06/09/2027')
    await desk.until(MONDAY, '09:20')
    await page.getByLabel('Câu trả lời của anh/chị').fill('Lô L2708 hở màng nhôm. Đã ngừng bán, đổi hộp cho khách.')
    await page.getByLabel(/^Trả lời thay Vũ Thị Lan/).fill('Ngô Văn Kho')
    // A telephone's photo can be larger than what AWS takes: the page says so, and sends nothing.
    await page
      .getByLabel(/^Ảnh hoặc tệp/)
      .setInputFiles({ name: 'kho.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(7_000_000) })
    await press(page.getByRole('button', { name: 'Gửi câu trả lời' }))
    const field = page.getByLabel(/^Ảnh hoặc tệp/)
    expect(await field.evaluate((one) => Reflect.get(one, 'validationMessage'))).toContain('lớn hơn 4 MB')
    expect(await page.getByLabel('Câu trả lời của anh/chị').inputValue()).toContain('Lô L2708')
    await lookAt(desk, page, 'answer')
    await field.setInputFiles([])
    await follow(page.getByRole('button', { name: 'Gửi câu trả lời' }))
    expect(await textOf(page.locator('main'))).toContain('Câu hỏi này đã có câu trả lời. Cảm ơn anh/chị.')
    await lookAt(desk, page, 'answered')
    const list = await desk.open(owner, '/work?whose=mine')
    expect(await textOf(list.locator('article', { hasText: HOA.name }))).toContain('bộ phận đã trả lời')
  })

  test('a proposal is made; compensation above the limit is refused, within it another person approves it, and it is booked', async () => {
    await desk.until(MONDAY, '09:40')
    const page = await openWork(desk, owner, HOA.name)
    expect(await textOf(page.locator('[data-questions]'))).toContain('Ngô Văn Kho, trả lời thay Vũ Thị Lan')
    await sendForm(page, 'move', {
      chosen: { 'Sang bước': 'theo dõi' },
      typed: { 'Đã xác nhận gì, cần thêm gì, đề xuất gì cho khách': 'Lỗi màng nhôm của lô. Hoàn tiền và gửi hộp mới.' },
      button: 'Chuyển bước',
      says: 'Vụ việc đã chuyển bước.',
    })
    await refund(page, '6000000', /không quá mức cao nhất của khoản ấy/)
    await refund(page, '1200000', /^Đã ghi khoản bù đắp/)
    await lookAt(desk, page, 'compensation')
    expect(await textOf(page.locator('[data-compensations]'))).toMatch(
      /1\.200\.000 ₫ chờ duyệt.*Duyệt được: Phạm Minh Châu ?Hạn mức tháng này còn 18\.800\.000/,
    )
    const head = await desk.open('chau', '/')
    await follow(head.locator('[data-compensation-waits] a'))
    await sendForm(head, 'decide-compensation', { button: 'Duyệt', says: /^Đã duyệt/ })
    await page.reload()
    await sendForm(page, 'give-compensation', {
      typed: { 'Đã giao khách thế nào (số chuyển khoản, vận đơn, mã phiếu …)': 'Chuyển khoản FT27249' },
      button: 'Ghi đã nhận',
      says: 'Đã ghi: khách đã nhận khoản bù đắp.',
    })
    expect(await textOf(page.locator('[data-compensations]'))).toContain('khách đã nhận')
  })

  test('the customer is asked by a mail with two buttons, says on her phone that it is solved, and the case is closed', async () => {
    await desk.until(MONDAY, '10:30')
    const page = await openWork(desk, owner, HOA.name)
    await follow(page.getByRole('link', { name: 'Hỏi khách đã ổn chưa' }))
    await lookAt(desk, page, 'letter')
    const letter = page.getByLabel('Lời thư')
    await letter.fill((await letter.inputValue()).replace(/\[[^\]]*\]/, 'hoàn tiền và gửi hộp mới'))
    await follow(page.getByRole('button', { name: 'Gửi thư' }))
    expect(await saidOn(page)).toMatch(/^Thư đang được gửi cho khách/)
    await desk.until(MONDAY, '20:00')
    const phone = await desk.customersPhone()
    const asked = mailTo(desk, 'kh01@example.com', 'Mọi việc đã ổn với chị chưa?')
    expect(asked.html).toMatch(/Đã ổn rồi.*Vẫn chưa ổn/s)
    await phone.goto(linkIn(asked, '/c/'))
    await lookAt(desk, phone, 'solved')
    await desk.until(MONDAY, '20:01')
    await follow(phone.getByRole('button', { name: 'Đã ổn rồi' }))
    expect(await textOf(phone.getByRole('status'))).toContain('Chúng tôi khép lại việc này.')
    await lookAt(desk, phone, 'thanks')
    const closed = await desk.open(owner, '/work?show=closed')
    await follow(closed.locator('article', { hasText: HOA.name }).getByRole('link', { name: 'Khiếu nại', exact: true }))
    await lookAt(desk, closed, 'closed')
    expect(await closed.locator('[data-case="closed"]').count()).toBe(1)
    expect(await textOf(closed.getByRole('list', { name: 'Diễn biến' }))).toMatch(/Khách nói đã ổn lúc 20:01 06\/09\/2027/)
  })
})

describe.skipIf(noBrowser)('after it', () => {
  test('she is asked once more by a call, which stands on the list of the fifth working day; the weekly mail tells that hers is closed', async () => {
    await desk.until(WEEK_LATER, '07:30')
    const [line] = (await linesOn(await desk.open('mai', '/calls'))).filter(({ customers }) => customers.includes(HOA.id))
    expect(line?.text).toContain('Gọi hỏi thăm lại')
    const page = await openCall(desk, owner, HOA.id, 'Gọi hỏi thăm lại')
    await lookAt(desk, page, 'follow-up')
    expect(await textOf(page.locator('[data-follows]'))).toContain('sau khi khiếu nại đã đóng')
    expect(await textOf(page.getByRole('list', { name: 'Diễn biến' }))).toContain(`Giao cho ${STAFF[owner].name}`)
    expect(mailTo(desk, addressOf('hanh'), 'Vụ việc trong tuần, 06/09/2027').text).toContain('1 vụ việc đã đóng')
  })

  test('other greetings reach her again', async () => {
    await desk.until('2027-10-20', '12:00')
    expect(subjectsTo(HOA.id).some((subject) => subject.includes('20/10'))).toBe(true)
  })

  test('the birthday greeting goes out no more that year', async () => {
    await desk.until('2027-12-31', '23:00')
    expect([greeted(HOA.id).length, greeted(LIEU.id).length]).toEqual([0, 1])
    const page = await desk.open('mai', `/customers/${HOA.id}`)
    await lookAt(desk, page, 'customer')
    expect(desk.system.eventLog.latest({ kind: 'alarm', limit: 10 })).toEqual([])
    expect(desk.complaints).toEqual([])
  })
})

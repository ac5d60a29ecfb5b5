/** The list of work and the screen of one item: who sees what, narrowed how. */
import { describe, expect, test } from 'vitest'
import type { WorkItem } from '#core/work/work-item.ts'
import { CARE, NOW, office } from '#test/functions/staff/work/work-office.ts'
import {
  aMailSubject,
  aPerson,
  assignedTo,
  closingOn,
  openedAt,
  reopenedBy,
  storedCase,
  storedRequest,
  storedWork,
} from '#test/support/work-builders.ts'

const CALL = storedWork({ workId: 'call-1' })
const held = (
  workId: string,
  ...events: Extract<WorkItem, { kind: 'call-task' }>['events'] extends readonly [unknown, ...infer Later] ? Later : never
) => storedWork({ workId, events: [...CALL.events, ...events] })
const idsIn = (page: string) => [...page.matchAll(/<article class="work" data-work="([^"]+)"/g)].map(([, id]) => id)
const countsIn = (page: string) =>
  Object.fromEntries([...page.matchAll(/data-whose="(\w+)">(\d+)</g)].map(([, whose, n]) => [whose, n]))

test('the most urgent stands first by the calendar now, twenty-five to a page', async () => {
  const items = Array.from({ length: 30 }, (_, n) => {
    const workId = `call-${String(n).padStart(2, '0')}`
    // Stored in the opposite order of their due times.
    return storedWork({
      workId,
      events: [openedAt(`2027-03-09T${String(n % 24).padStart(2, '0')}:00:00.000Z`)],
      dueAt: `2027-04-${String(30 - n).padStart(2, '0')}T02:00:00.000Z`,
    })
  })
  const { page } = (await office(...items)).as('Hanh')
  const [first, second] = [idsIn(await page('/work')), idsIn(await page('/work?page=2'))]
  expect([first.length, second.length]).toEqual([25, 5])
  expect(first.slice(0, 4)).toEqual(['call-00', 'call-24', 'call-01', 'call-25'])
  expect(new Set([...first, ...second]).size).toBe(30)
  expect(await page('/work?page=2')).toContain('30 việc đang mở')
  expect(await page('/work', 'en')).toContain('30 open')
})

describe('whose work', () => {
  const items = [
    held('nobodys'),
    held('hanhs', assignedTo(aPerson('hanh', CARE))),
    held('baos', assignedTo(aPerson('bao', CARE))),
    held('teams', assignedTo({ is: 'team', team: CARE })),
    held('shops', assignedTo({ is: 'team', team: 'Cửa hàng' })),
    held('given-back', assignedTo(aPerson('hanh', CARE)), assignedTo({ is: 'everybody' })),
  ]

  test.each([
    ['all', ['nobodys', 'hanhs', 'baos', 'teams', 'shops', 'given-back']],
    ['mine', ['hanhs']],
    ['team', ['nobodys', 'hanhs', 'baos', 'teams', 'given-back']],
  ] as const)('%s', async (whose, ids) => {
    const page = await (await office(...items)).as('Hanh').page(`/work?whose=${whose}`)
    expect(idsIn(page).toSorted()).toEqual([...ids].toSorted())
    expect(countsIn(page)).toEqual({ all: '6', mine: '1', team: '5' })
  })

  test('an owner who has left the roster is shown as such', async () => {
    const page = await (await office(held('left', assignedTo(aPerson('Lan', CARE))))).as('Hanh').page('/work?whose=team')
    expect(page).toContain('Lan, không còn trong danh sách nhân viên')
  })

  test('only what no person has can be taken from the list, and only by those who may work on it', async () => {
    const { as } = await office(...items)
    const taken = async (who: 'Hanh' | 'Mai' | 'Huy') =>
      [...(await as(who).page('/work')).matchAll(/action="\/work\/([^/]+)\/assign"/g)].map(([, id]) => id).toSorted()
    expect(await taken('Hanh')).toEqual(['given-back', 'nobodys', 'teams'])
    expect(await taken('Mai')).toEqual(['given-back', 'nobodys', 'shops', 'teams'])
    expect(await taken('Huy')).toEqual([])
  })
})

test('it is narrowed by kind and by campaign, and links keep what was chosen', async () => {
  const { as } = await office(
    CALL,
    storedCase({ workId: 'complaint', subject: aMailSubject('complaint', { campaignId: 'greeting' }) }),
    storedCase({ workId: 'request', subject: aMailSubject('request', { campaignId: 'greeting' }) }),
    storedRequest({ workId: 'right' }),
  )
  const { page } = as('Hanh')
  const shown = async (query: string) => idsIn(await page(`/work?${query}`)).toSorted()
  expect(await shown('kind=rights')).toEqual(['right'])
  expect(await shown('campaign=greeting')).toEqual(['complaint', 'request'])
  expect(await shown('campaign=greeting&kind=complaint')).toEqual(['complaint'])
  expect(await shown('kind=nonsense&whose=&show=x')).toHaveLength(4)
  const narrowed = await page('/work?campaign=greeting&kind=complaint')
  expect(narrowed).toContain('href="/work?whose=mine&amp;kind=complaint&amp;campaign=greeting"')
  expect(narrowed).toContain('<option value="complaint" selected>')
  expect(countsIn(narrowed)).toMatchObject({ all: '1' })
})

test('a call is to be made before its hour, and other work to be begun', async () => {
  const { as } = await office(CALL, storedCase({ workId: 'case' }))
  const lines = (page: string) =>
    [...page.matchAll(/data-work="([^"]+)".*?<p><b>(\D+) \d/gs)].map(([, id, due]) => `${id}: ${due}`)
  expect(lines(await as('Hanh').page('/work')).toSorted()).toEqual(['call-1: Gọi trước', 'case: Bắt đầu trước'])
  expect(lines(await as('Hanh').page('/work', 'en')).toSorted()).toEqual(['call-1: Ring before', 'case: Begin before'])
})

test('it is narrowed to what is overdue and to what a mail opened, and the form keeps both', async () => {
  const { as } = await office(
    held('overdue'),
    storedWork({ workId: 'fresh', events: [openedAt(NOW)] }),
    storedCase({ workId: 'by-mail', events: [openedAt(NOW)] }),
  )
  const { page } = as('Hanh')
  expect(idsIn(await page('/work?due=late'))).toEqual(['overdue'])
  expect(idsIn(await page('/work?from=mail'))).toEqual(['by-mail'])
  expect(await page('/work?due=late&from=mail', 'en')).toContain('No such work is open')
  const narrowed = await page('/work?due=late&from=mail')
  expect(narrowed).toContain('href="/work?whose=mine&amp;due=late&amp;from=mail"')
  expect(narrowed).toContain('<option value="late" selected>')
  expect(narrowed).toContain('<option value="mail" selected>')
  expect(narrowed).toContain('<a class="clear" href="/work">')
  // What is closed is not overdue any more.
  expect(narrowed).toContain('href="/work?show=closed&amp;from=mail&amp;month=2027-03"')
})

describe('closed work', () => {
  const closedOn = (workId: string, on: string, at = `${on}T04:00:00.000Z`) => held(workId, closingOn(on, { at }))

  test('is listed by the month of its closing, latest first, with what came of it', async () => {
    const { as } = await office(
      CALL,
      closedOn('february', '2027-02-28'),
      closedOn('first', '2027-03-01'),
      closedOn('morning', '2027-03-09', '2027-03-09T01:00:00.000Z'),
      closedOn('evening', '2027-03-09', '2027-03-09T12:00:00.000Z'),
      held('again', closingOn('2027-03-02'), reopenedBy('Mai', '2027-03-03T02:00:00.000Z')),
      storedCase({ workId: 'case', events: [CALL.events[0], closingOn('2027-03-08')] }),
      storedRequest({ workId: 'right', events: [CALL.events[0], closingOn('2027-03-07')] }),
    )
    const { page } = as('Hanh')
    const march = await page('/work?show=closed')
    expect(idsIn(march)).toEqual(['evening', 'morning', 'case', 'right', 'first'])
    expect(march).toContain('đã gọi, chị ấy vui rồi')
    expect(idsIn(await page('/work?show=closed&month=2027-02'))).toEqual(['february'])
    expect(idsIn(await page('/work?show=closed&kind=complaint'))).toEqual(['case'])
    // A month that has not come, or is none, is this one.
    for (const month of ['2027-04', '2027-13', "';--"])
      expect(idsIn(await page(`/work?show=closed&month=${encodeURIComponent(month)}`))).toHaveLength(5)
  })

  test('is one’s own when one had it or closed it', async () => {
    const by = (name: string) => ({ by: { is: 'staff' as const, name } })
    const { as } = await office(
      held('had', assignedTo(aPerson('hanh', CARE)), closingOn('2027-03-09', by('Bao'))),
      held('closed', closingOn('2027-03-08', by('Hanh'))),
      held('neither', closingOn('2027-03-07', by('Bao'))),
    )
    expect(idsIn(await as('Hanh').page('/work?show=closed&whose=mine'))).toEqual(['had', 'closed'])
  })

  test('can be looked up in any month, however long ago, by a field and by the month before and after', async () => {
    const { as } = await office(closedOn('old', '2025-11-05'))
    const { page } = as('Hanh')
    const march = await page('/work?show=closed')
    expect(march).toContain('type="month"')
    expect(march).toContain('href="/work?show=closed&amp;month=2027-02"')
    expect(march).not.toContain('month=2027-04')
    const november = await page('/work?show=closed&month=2025-11')
    expect(idsIn(november)).toEqual(['old'])
    for (const month of ['2025-10', '2025-12']) expect(november).toContain(`href="/work?show=closed&amp;month=${month}"`)
  })

  test('of another person with one’s own name is not one’s own', async () => {
    const by = (address: string) => ({ by: { is: 'staff' as const, name: 'Hanh', address } })
    const { as } = await office(
      held('mine', closingOn('2027-03-09', by('hanh@example.com'))),
      held('hers', closingOn('2027-03-08', by('hanh.le@example.com'))),
    )
    expect(idsIn(await as('Hanh').page('/work?show=closed&whose=mine'))).toEqual(['mine'])
  })

  test('is paged through the month without losing or repeating any, also many of one instant', async () => {
    const items = Array.from({ length: 60 }, (_, n) =>
      closedOn(`w-${String(n).padStart(2, '0')}`, `2027-03-0${1 + (n % 3)}`, `2027-03-0${1 + (n % 3)}T04:00:00.000Z`),
    )
    const { page } = (await office(...items)).as('Hanh')
    const seen: (string | undefined)[] = []
    let path: string | undefined = '/work?show=closed'
    for (let pages = 0; path !== undefined; pages++) {
      if (pages > 5) throw new Error('it never ends')
      const text: string = await page(path)
      seen.push(...idsIn(text))
      path = /href="([^"]*before=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
    expect(idsIn(await page('/work?show=closed&before=2027-03-99%20x'))).toEqual(seen.slice(0, 25))
  })

  test('is read through the key of its days, and no further than a page needs', async () => {
    const { as, stores } = await office(...Array.from({ length: 30 }, (_, n) => closedOn(`w-${n}`, '2027-03-10')))
    const read: string[] = []
    const work = {
      ...stores.work,
      closedDuring: (days: readonly string[]) => {
        read.push(...days)
        return stores.work.closedDuring(days)
      },
    }
    await as('Hanh', { work }).page('/work?show=closed')
    expect(read).toEqual(['2027-03-10'])
  })
})

test.each([
  ['/work', 'Khi khách cho điểm thấp'],
  ['/work?show=closed', 'Tháng 3/2027: chưa đóng việc nào'],
])('%s, empty, says what will stand there', async (path, words) => {
  expect(await (await office()).as('Hanh').page(path)).toContain(words)
})

test.each([
  ['/work?whose=mine', 'Bạn chưa nhận việc nào.'],
  ['/work?whose=team', 'Nhóm bạn không có việc nào'],
  ['/work?kind=rights', 'Không có việc nào như thế đang mở.'],
])('%s, with nothing of that, says what will stand there', async (path, words) => {
  const { as } = await office(held('baos', assignedTo(aPerson('vy', 'Cửa hàng'))))
  expect(await as('Hanh').page(path)).toContain(words)
})

test('the number of a customer who was erased and imported again is marked, and is no link', async () => {
  const { as, stores } = await office(CALL)
  const [person] = await stores.customers.getMany([CALL.customerId ?? ''])
  if (!person) throw new Error('no customer')
  const phone = '+84912345678'
  await stores.customers.put([{ ...person.customer, phone }])
  const { page } = as('Hanh')
  for (const path of ['/work', '/work/call-1']) {
    expect(await page(path)).toContain(`href="tel:${phone}"`)
    expect(await page(path)).not.toContain('không gọi')
  }
  const contactKey = stores.seals.contactKey({ kind: 'phone', value: phone })
  await stores.suppressions.add({ contactKey, kind: 'phone', reason: 'legal', at: NOW, evidence: 'erased on request' })
  for (const path of ['/work', '/work/call-1']) {
    expect(await page(path)).toContain('số bị chặn: không gọi')
    expect(await page(path)).not.toContain('href="tel:')
  }
  expect(await page('/work/call-1')).toContain(`${phone}: lý do pháp lý`)
})

test('a number that is another person’s is marked, is no link, and the screen of the next call says not to ring', async () => {
  const { as, stores } = await office(CALL)
  const customerId = CALL.customerId ?? ''
  const [person] = await stores.customers.getMany([customerId])
  if (!person) throw new Error('no customer')
  await stores.customers.put([{ ...person.customer, phone: '+84912345678' }])
  await stores.customers.setWrongPhone({ customerId, phone: '+84912345678' })
  for (const path of ['/work', '/work/call-1']) {
    expect(await as('Hanh').page(path)).toContain('sai số: không gọi')
    expect(await as('Hanh').page(path)).not.toContain('href="tel:')
  }
  expect(await as('Hanh').page('/work/call-1')).toMatch(/Bây giờ đừng gọi: [^.]*số của người khác/)
})

test('an item has a screen of its own, whatever its id is made of; an unknown one is said to be', async () => {
  const workId = 'complaint_<a/b%c d#e?f>@mail.example'
  const { as } = await office(storedCase({ workId }))
  const { page, status } = as('Hanh')
  const path = /href="(\/work\/[^"]+)"/.exec(await page('/work'))?.[1] ?? ''
  expect(await status(path)).toBe(200)
  expect(await page(path)).toContain('Khiếu nại')
  expect(await status('/work/unknown')).toBe(404)
  expect(await page('/work/unknown')).toContain('Không có việc này')
})

test('work of nobody known, and of a customer who is gone, is shown with what that means', async () => {
  const { as } = await office(
    storedCase({ workId: 'stray', customerId: null }),
    storedCase({ workId: 'gone', customerId: 'c-404' }),
  )
  expect(await as('Hanh').page('/work/stray')).toContain('Địa chỉ gửi không cho biết là khách nào')
  expect(await as('Hanh').page('/work/gone')).toContain('Hồ sơ của khách không còn')
})

test('who may not see work is told so', async () => {
  const { as } = await office(CALL)
  for (const path of ['/work', '/work/call-1']) expect(await as('Duong').status(path)).toBe(403)
})

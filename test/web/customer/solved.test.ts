/** The page on which a customer says whether a case is solved: what closes, what brings it back, and what changes nothing. */
import { describe, expect, test } from 'vitest'
import { stepOf } from '#core/work/case/case-standing.ts'
import { merged } from '#core/work/case/merging.ts'
import { MOST_EVENTS, reopened } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { reopenedBy } from '#test/support/work-builders.ts'
import { pagesAtWork } from '#test/web/customer/pages-at-work.ts'

const atWork = () => pagesAtWork({ customers: [aCustomer(), aCustomer({ customerId: 'c-002', locale: 'en' })] })
const YES = { said: 'yes' }
const NO = { said: 'no', words: 'Trà vẫn <b>mốc</b>' }
const kinds = async (pages: Awaited<ReturnType<typeof atWork>>) => (await pages.solvedCase()).events.map(({ is }) => is).slice(3)

describe('opened by its link', () => {
  test('shows the tapped button first and changes nothing, however often', async () => {
    const pages = await atWork()
    const path = await pages.solvedPath()
    for (const tapped of ['', '?said=yes', '?said=no', '?said=maybe']) {
      const page = await pages.get(`${path}${tapped}`)
      const body = await page.text()
      expect([page.status, body.includes('Mọi việc đã ổn chưa?')]).toEqual([200, true])
      expect(body.indexOf('data-said="no"') < body.indexOf('data-said="yes"')).toBe(tapped === '?said=no')
      expect(body).not.toContain('đổi hộp trà')
    }
    expect(await kinds(pages)).toEqual([])
    expect(pages.writes()).toBe(0)
  })

  test.each([
    ['altered', (path: string) => `${path}x`, 404],
    ['a survey’s token', () => '/c/none.none', 404],
  ])('%s is dead', async (_what, altered, status) => {
    const pages = await atWork()
    const path = altered(await pages.solvedPath())
    expect((await pages.get(path)).status).toBe(status)
    expect((await pages.post(path, YES)).status).toBe(status)
    expect(await kinds(pages)).toEqual([])
  })

  test.each([
    ['expired', { expiresAt: '2027-03-02T00:00:00.000Z' }, 410],
    ['of a customer whose case it is not', { customerId: 'c-002' }, 410],
    ['of a customer who is gone', { customerId: 'c-009' }, 410],
    ['of a mail that is not in the case', { mailId: 'm-9' }, 410],
  ] as const)('%s is dead', async (_what, over, status) => {
    const pages = await atWork()
    const path = await pages.solvedPath(over)
    expect((await pages.get(path)).status).toBe(status)
    expect((await pages.press(path, YES)).status).toBe(status)
    expect(await kinds(pages)).toEqual([])
  })
})

describe('of a case that became part of another since', () => {
  test.each([
    ['not solved', NO],
    ['solved', YES],
  ] as const)(
    'says that it is being worked on: “%s” opens nothing beside the case that goes on, and is not taken for noted',
    async (_what, said) => {
      const pages = await atWork()
      const path = await pages.solvedPath()
      const item = await pages.solvedCase()
      const by = { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' } as const
      const at = '2027-03-10T02:00:00.000Z'
      const events = [...item.events, ...merged('case-before', { by, at, note: 'gộp' }, 'Asia/Ho_Chi_Minh')] as typeof item.events
      await pages.work.update({ ...item, events, version: item.version + 1 })
      expect(await (await pages.get(path)).text()).toContain('Việc này đang được xử lý tiếp')
      expect((await pages.press(path, said)).status).toBe(410)
      expect((await pages.solvedCase()).events).toEqual(events)
    },
  )
})

describe('a person’s press', () => {
  test('on “solved” closes it, and says so; pressed again it is the same', async () => {
    const pages = await atWork()
    const path = await pages.solvedPath()
    expect((await pages.press(path, YES)).headers.get('location')).toBe(`${path}/said`)
    expect(await (await pages.get(`${path}/said`)).text()).toContain('Chúng tôi khép lại việc này')
    await pages.press(path, YES)
    expect(await kinds(pages)).toEqual(['customer-said', 'closed'])
    expect(pages.listOrders.ordered()).toEqual([])
  })

  test('on “not solved” brings it back with the words, and interrupts', async () => {
    const pages = await atWork()
    const path = await pages.solvedPath()
    await pages.press(path, NO)
    const item = await pages.solvedCase()
    expect([isOpen(item), stepOf(item)]).toEqual([true, 'propose'])
    expect(item.events.at(-1)).toMatchObject({ is: 'customer-said', solved: false, note: 'Trà vẫn <b>mốc</b>' })
    expect(pages.listOrders.ordered()).toMatchObject([{ workId: 'complaint_r-1' }])
    const said = await (await pages.get(`${path}/said`)).text()
    expect(said).toContain('đã được chuyển lại cho người phụ trách')
    expect(said).toContain('Trà vẫn &lt;b&gt;mốc&lt;/b&gt;')
  })

  test('on “solved” and then on “not solved” opens it again; a third press is noted, and closes nothing', async () => {
    const pages = await atWork()
    const path = await pages.solvedPath()
    await pages.press(path, YES)
    await pages.press(path, NO)
    expect(await kinds(pages)).toEqual(['customer-said', 'closed', 'reopened', 'customer-said'])
    await pages.press(path, YES)
    expect(isOpen(await pages.solvedCase())).toBe(true)
    expect(await (await pages.get(`${path}/said`)).text()).toContain('Người phụ trách sẽ xem và khép lại')
  })

  test('at a case that staff opened again since is refused in words, and changes nothing', async () => {
    const pages = await atWork()
    const path = await pages.solvedPath()
    await pages.press(path, YES)
    const again = reopened(await pages.solvedCase(), reopenedBy('Mai', '2027-03-10T05:00:00.000Z'), theCompanyRules())
    if (again === 'full') throw new Error(again)
    await pages.work.update(again)
    const events = await kinds(pages)
    for (const form of [YES, NO]) {
      const refused = await pages.press(path, form)
      expect(refused.status).toBe(410)
      expect(await refused.text()).toContain('chưa có gì được ghi nhận')
    }
    expect(await kinds(pages)).toEqual(events)
  })

  test('at a case whose history is full is noted; said too often it says that it is not, with the words and how to reach us', async () => {
    const pages = await atWork()
    const path = await pages.solvedPath()
    const item = await pages.solvedCase()
    const note = { is: 'noted', at: '2027-03-10T02:00:00.000Z', by: { is: 'staff', name: 'Hạnh' }, note: 'gọi lại' } as const
    const notes = Array.from({ length: MOST_EVENTS - item.events.length }, () => note)
    await pages.work.update({ ...item, events: [...item.events, ...notes], version: item.version + 1 })
    const say = (words: string) => pages.press(path, { said: 'no', words })
    expect((await say('vẫn mốc')).headers.get('location')).toBe(`${path}/said`)
    expect(await (await pages.get(`${path}/said`)).text()).toContain('vẫn mốc')
    await say('và hộp móp')
    const refused = await say('và thiếu <i>một</i> hộp')
    const body = await refused.text()
    expect([refused.status, body.includes('chưa được ghi nhận'), body.includes('class="contact"')]).toEqual([409, true, true])
    expect(body).toContain('và thiếu &lt;i&gt;một&lt;/i&gt; hộp')
    expect((await pages.solvedCase()).events.at(-1)).toMatchObject({ note: 'và hộp móp' })
  })

  test('without a choice asks again; a megabyte is refused; long words are cut', async () => {
    const pages = await atWork()
    const path = await pages.solvedPath()
    expect((await pages.press(path, { said: 'perhaps' })).status).toBe(422)
    expect((await pages.post(path, { said: 'no', words: 'x'.repeat(1_000_000) })).status).toBe(413)
    expect(await kinds(pages)).toEqual([])
    await pages.press(path, { said: 'no', words: 'x'.repeat(9_000) })
    expect((await pages.solvedCase()).events.at(-1)).toMatchObject({ note: 'x'.repeat(2_000) })
  })

  test('while the case cannot be written says so, and the next press does it', async () => {
    const pages = await atWork()
    const path = await pages.solvedPath()
    pages.breakStores({ work: { ...pages.ports.work, update: () => Promise.reject(new Error('away')) } })
    expect((await pages.press(path, YES)).status).toBe(500)
    pages.breakStores({})
    await pages.press(path, YES)
    expect(await kinds(pages)).toEqual(['customer-said', 'closed'])
  })

  test('that looks like a machine’s asks for one more, with the words kept', async () => {
    const pages = await atWork()
    const path = await pages.solvedPath()
    const asked = await (await pages.post(path, NO)).text()
    expect(asked).toContain('Điều chị vừa chọn chưa được ghi nhận.')
    expect(asked).toContain('Trà vẫn &lt;b&gt;mốc&lt;/b&gt;')
    expect(await kinds(pages)).toEqual([])
  })
})

/** A case that staff open from the screen of a call: before and after its outcome, once of each form, with the act in the audit log. */
import { describe, expect, test } from 'vitest'
import type { WorkItem } from '#core/work/work-item.ts'
import { NOW, office } from '#test/functions/staff/work/work-office.ts'
import { closedWork, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const CALL = storedWork({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const FORM = { case: '00000000-0000-4000-8000-000000000001', what: 'complaint', note: 'hộp <móp>' }

async function desk(item: WorkItem = CALL) {
  const place = await office(item)
  const send = (over: Record<string, string> = {}, who: 'Hanh' | 'Duong' = 'Hanh') =>
    place.as(who).send('/work/w-1/case', { ...FORM, ...over })
  const opened = async () => (await place.work.ofCustomer('c-001')).filter(({ workId }) => workId !== 'w-1')
  return { ...place, send, opened }
}

describe('a case opened from a call', () => {
  test.each([
    ['open', CALL],
    ['closed', closedWork(CALL, '2027-03-09')],
  ])('that is %s stands beside it, interrupts as a complaint, and leaves the call as it is', async (_how, item) => {
    const { as, send, opened, work, stores, audit } = await desk(item)
    expect(await as('Hanh').page('/work/w-1')).toContain('action="/work/w-1/case"')
    expect(await send()).toMatchObject({ status: 303, to: '/work/w-1?said=case-opened' })
    expect(await send()).toMatchObject({ status: 303 })
    const [told, ...more] = await opened()
    expect(more).toEqual([])
    expect(told).toMatchObject({ kind: 'case', subject: { is: 'told', what: 'complaint', workId: 'w-1' } })
    expect((await work.get('w-1'))?.events).toEqual(item.events)
    expect(stores.listOrders.ordered()).toContainEqual({ workId: told?.workId, at: NOW })
    const page = await as('Hanh').page('/work/w-1?said=case-opened')
    expect(page).toContain('Đã mở vụ việc')
    expect(page).toContain(`href="/work/${told?.workId}"`)
    expect(await audit()).toEqual(Array(2).fill('open-case w-1 1 done: hanh@example.com'))
    expect(await as('Hanh').page(`/work/${told?.workId}`)).toContain('hộp &lt;móp&gt;')
  })

  test.each([
    [{ what: '' }, 'hãy chọn khiếu nại'],
    [{ note: ' ', what: 'question' }, 'cần vài lời'],
    [{ note: 'x'.repeat(2_001) }, 'Dài quá'],
  ])('%o is refused, and what was typed and chosen stays in its form', async (over, said) => {
    const { send, opened, audit } = await desk()
    const refused = await send(over)
    expect([refused.status, refused.page.toLowerCase()]).toEqual([409, expect.stringContaining(said.toLowerCase())])
    const { what, note } = { ...FORM, ...over }
    if (what !== '') expect(refused.page).toContain(`name="what" value="${what}" required checked`)
    if (note.trim() !== '') expect(refused.page).toContain(`${note.replace('<móp>', '&lt;móp&gt;')}</textarea>`)
    expect(refused.page).not.toContain('chưa được ghi:')
    expect(await opened()).toEqual([])
    expect(await audit()).toEqual(['open-case w-1 1 refused: hanh@example.com'])
  })

  test('that breaks off comes back with its words, and is opened by the same form', async () => {
    const { as, send, opened, stores } = await desk()
    const listOrders = { ...stores.listOrders, makeAgain: () => Promise.reject(new Error('the queue is away')) }
    const broken = await as('Hanh', { listOrders }).send('/work/w-1/case', FORM)
    expect([broken.status, broken.page]).toEqual([500, expect.stringContaining('hộp &lt;móp&gt;</textarea>')])
    expect(broken.page).toContain(`name="case" value="${FORM.case}"`)
    await send()
    expect(await opened()).toHaveLength(1)
    expect(stores.listOrders.ordered()).toHaveLength(1)
  })

  test('is for the roles that make calls, and only from a call', async () => {
    const { send, opened } = await desk()
    expect((await send({}, 'Duong')).status).toBe(403)
    expect(await opened()).toEqual([])
    const other = await desk(storedCase({ workId: 'w-1' }))
    expect((await other.send()).status).toBe(409)
    expect(await other.as('Hanh').page('/work/w-1')).not.toContain('action="/work/w-1/case"')
    expect(await other.opened()).toEqual([])
  })
})

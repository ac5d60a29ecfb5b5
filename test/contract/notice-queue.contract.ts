/** What every queue of notices must do. `taken` takes everything off it. */
import { describe, expect, test } from 'vitest'
import type { NoticeQueue, OptOutNotice } from '#app/ports/notices.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'

export interface NoticeQueueUnderTest {
  readonly queue: NoticeQueue
  taken(): Promise<readonly unknown[]>
}

const aNotice = (over: Partial<OptOutNotice> = {}): OptOutNotice => ({
  customerId: 'c-001',
  purposes: ['care', 'advertising'],
  at: AN_INSTANT,
  ...over,
})

export function noticeQueueContract(fresh: () => Promise<NoticeQueueUnderTest>): void {
  describe('a queue of notices', () => {
    test('hands over every notice as it is, once per asking', async () => {
      const { queue, taken } = await fresh()
      const notices = [aNotice(), aNotice({ customerId: 'c-002', purposes: ['survey'] }), aNotice({ customerId: 'c-003' })]
      for (const notice of notices) await queue.confirmOptOut(notice)
      const arrived = await taken()
      expect(arrived).toHaveLength(3)
      expect(arrived).toEqual(expect.arrayContaining(notices.map((notice) => expect.objectContaining(notice))))
      expect(await taken()).toEqual([])
    })

    test('hands over a mail of a case by its ids alone', async () => {
      const { queue, taken } = await fresh()
      const mail = { customerId: 'c-001', workId: 'complaint_r-1', mailId: 'm-1' }
      await queue.mailOfCase(Object.assign({ text: 'Chị Lan' }, mail))
      await queue.sendLater(mail, 0)
      const arrived = await taken()
      expect(arrived).toEqual([expect.objectContaining(mail), expect.objectContaining(mail)])
      expect(JSON.stringify(arrived)).not.toContain('Lan')
    })

    test('hands over later what is put off, as it is', async () => {
      const { queue, taken } = await fresh()
      await queue.sendLater(aNotice(), 0)
      expect(await taken()).toEqual([expect.objectContaining(aNotice())])
    })

    test('takes nothing along that is not of the notice', async () => {
      const { queue, taken } = await fresh()
      await queue.confirmOptOut(Object.assign(aNotice(), { email: 'anh@example.com' }))
      expect(JSON.stringify(await taken())).not.toContain('example.com')
    })
  })
}

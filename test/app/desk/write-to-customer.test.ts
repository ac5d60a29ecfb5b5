/** Staff write to the customer of a case: in the history first, then handed over, once for the form. */
import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { type LetterOfStaff, type WriteToCustomerPorts, writeToCustomer } from '#app/desk/write-to-customer.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import { isWaiting } from '#core/work/case/case-pauses.ts'
import type { Case } from '#core/work/work-item.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { closingOn, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const rules = theCompanyRules()
const OPENED = '2027-03-10T02:00:00.000Z'
const NOW = '2027-03-10T03:00:00.000Z'
const theCase = storedCase({ workId: 'w-1', events: [openedAt(OPENED)] })
const closedCase = storedCase({ workId: 'w-1', events: [openedAt(OPENED), closingOn(NOW.slice(0, 10), { at: NOW })] })

async function desk(item: Parameters<ReturnType<typeof memoryWorkStore>['open']>[0] = theCase) {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const stores = {
    work: memoryWorkStore(),
    customers: memoryCustomerStore(seals),
    suppressions: memorySuppressionList(),
    notices: memoryNoticeQueue(),
    seals,
    companyRules: rules,
  }
  await stores.customers.put([aCustomer()])
  await stores.work.open({ ...item, version: 0 })
  const write = (over: Partial<LetterOfStaff> = {}, ports: Partial<WriteToCustomerPorts> = {}) =>
    writeToCustomer(
      { ...stores, ...ports },
      {
        workId: 'w-1',
        mailId: 'm-1',
        subject: 'Về hộp trà',
        text: 'Chị Lan thân mến,\n\nChúng tôi đổi hộp trà cho chị.',
        purpose: 'tells',
        by: 'Hạnh',
        address: 'hanh@example.com',
        at: NOW,
        ...over,
      },
    )
  const current = async () => (await stores.work.get('w-1')) as Case
  return { ...stores, write, current }
}

describe('a mail of staff', () => {
  test('stands in the case with its words, and is handed over by its id alone', async () => {
    const { write, current, notices } = await desk()
    expect(await write()).toMatchObject({ again: false })
    expect((await current()).events.at(-1)).toEqual({
      is: 'mailed',
      at: NOW,
      by: { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' },
      note: 'Chị Lan thân mến,\n\nChúng tôi đổi hộp trà cho chị.',
      mail: { mailId: 'm-1', subject: 'Về hộp trà' },
    })
    expect(notices.waiting()).toEqual([{ customerId: 'c-001', workId: 'w-1', mailId: 'm-1' }])
    expect(caseClocks(await current(), rules).find(({ is }) => is === 'acknowledge')?.metAt).toBe(NOW)
  })

  test('that asks waits for the customer', async () => {
    const { write, current } = await desk()
    await write({ purpose: 'asks' })
    expect(isWaiting(await current())).toBe(true)
  })

  test('sent twice, or by a form gone stale meanwhile, is one event; it is handed over again', async () => {
    const { write, current, notices } = await desk()
    await write({ seen: 0 })
    expect(await write({ seen: 0 })).toMatchObject({ again: true })
    expect(await write({ seen: 0, text: 'other words under the same id' })).toMatchObject({ again: true })
    expect((await current()).events).toHaveLength(2)
    expect(notices.waiting()).toHaveLength(3)
    expect(await write({ seen: 0, mailId: 'm-2' })).toEqual({ refused: 'changed-meanwhile' })
  })

  test('that could not be handed over is handed over by the form sent again', async () => {
    const { write, notices, current } = await desk()
    const broken = { mailOfCase: () => Promise.reject(new Error('away')) }
    await expect(write({}, { notices: broken })).rejects.toThrow('away')
    expect(await write()).toMatchObject({ again: true })
    expect(notices.waiting()).toHaveLength(1)
    expect((await current()).events).toHaveLength(2)
  })

  test.each([
    ['a closed case', closedCase, {}, 'already-closed'],
    ['no case', storedWork({ workId: 'w-1' }), {}, 'no-case'],
    ['no work', theCase, { workId: 'w-9' }, 'no-such-work'],
    [
      'nobody in particular',
      storedCase({ workId: 'w-1', customerId: null, events: [openedAt(OPENED)] }),
      {},
      'nobody-to-write-to',
    ],
    [
      'a customer who is gone',
      storedCase({ workId: 'w-1', customerId: 'c-9', events: [openedAt(OPENED)] }),
      {},
      'nobody-to-write-to',
    ],
    ['no author', theCase, { by: ' ' }, 'who-and-what'],
    ['blanks that are left', theCase, { text: 'vì [điều khách nói]' }, 'blanks-left'],
  ] as const)('to %s is refused, and nothing is sent', async (_what, item, over, refused) => {
    const { write, notices } = await desk(item)
    expect(await write(over)).toEqual({ refused })
    expect(notices.waiting()).toEqual([])
  })

  test('to an address that takes no mails, or to none, is refused before it is written', async () => {
    const { write, customers, suppressions, seals, notices, current } = await desk()
    const contactKey = seals.contactKey({ kind: 'email', value: 'c-001@example.com' })
    await suppressions.add({ contactKey, kind: 'email', reason: 'hard-bounce', at: NOW, evidence: 'ses-1' })
    expect(await write()).toEqual({ refused: 'address-stopped' })
    await customers.put([aCustomer({ email: null })])
    expect(await write()).toEqual({ refused: 'no-address' })
    expect(notices.waiting()).toEqual([])
    expect((await current()).events).toHaveLength(1)
  })
})

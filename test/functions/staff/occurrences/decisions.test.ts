/** Everybody whose mail failed, or may have, is reached by turning pages, and so is every decision. */
import { expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { readDecisions } from '#functions/staff/occurrences/decisions.ts'
import { aBatch, aRecipient } from '#test/support/builders.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { decisionsSection } from '#web/staff/occurrences/decisions.ts'

const occurrence = anOccurrence({ campaignId: 'tet', date: '2027-03-10' })
const { occurrenceId } = occurrence
const failed = { state: 'failed', at: '2027-03-10T02:00:00.000Z', reason: 'no' } as const
const idOf = (at: number) => `KH${String(at).padStart(3, '0')}`

async function occasion({ failures, decisions = 0 }: { failures: number; decisions?: number }) {
  const occurrences = memoryOccurrenceStore()
  for (let at = 0; at < decisions; at++)
    await occurrences.decide({
      occurrenceId,
      customerId: idOf(at),
      decision: 'settled-sent',
      by: 'Hoa',
      because: `vì ${at}`,
      at: `2027-03-10T03:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}.000Z`,
    })
  const stores = { customers: memoryCustomerStore({ addressHash: (one) => one }), touches: memoryTouchStore(), occurrences }
  const recipients = Array.from({ length: failures }, (_, at) => aRecipient({ customerId: idOf(at), outcome: failed }))
  const detail = { occurrence, batches: [aBatch({ occurrenceId, recipients })] }
  return async (asked: { page?: number; decidedPage?: number }) => {
    const decisionsShown = await readDecisions(stores, { detail, page: 1, decidedPage: 1, ...asked })
    const html = String(await decisionsSection(decisionsShown, { frame: aFrame('en'), occurrenceId }))
    return {
      ids: [...html.matchAll(/data-undecided="([^"]+)"/g)].map(([, id]) => id),
      again: html.match(/\/resend"/g)?.length ?? 0,
      links: [...html.matchAll(/href="([^"]*[?&;](?:decide|decided)=[^"]*)">(.*?)</g)].map(([, href, text]) => `${text} ${href}`),
      said: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '),
      reasons: [...html.matchAll(/vì (\d+)/g)].map(([, at]) => Number(at)),
    }
  }
}

test('the 21st failed customer and the last one can be sent to once more', async () => {
  const open = await occasion({ failures: 45 })
  const pages = [await open({}), await open({ page: 2 }), await open({ page: 3 })]
  expect(pages.flatMap(({ ids }) => ids)).toEqual(Array.from({ length: 45 }, (_, at) => idOf(at)))
  expect(pages.map(({ again }) => again)).toEqual([20, 20, 5])
  expect(pages[0]?.links).toEqual([`Next page → /occurrences/${occurrenceId}?decide=2#decide`])
  expect(pages[1]?.links).toEqual([`Next page → /occurrences/${occurrenceId}?decide=3#decide`])
  expect(pages[1]?.said).toContain('← Previous page')
  expect(pages[2]?.said).toContain('41 to 45 of 45.')
})

test('after the last one of the last page was decided, its link shows the page before', async () => {
  const open = await occasion({ failures: 40 })
  expect((await open({ page: 3 })).ids).toEqual(Array.from({ length: 20 }, (_, at) => idOf(20 + at)))
})

test('few need no pages', async () => {
  const open = await occasion({ failures: 20 })
  const { links, said } = await open({})
  expect([links, said.includes('of 20')]).toEqual([[], false])
})

test('what was decided stands the newest first, fifty on a page', async () => {
  const open = await occasion({ failures: 0, decisions: 70 })
  const first = await open({})
  expect([first.reasons.length, first.reasons[0], first.reasons.at(-1)]).toEqual([50, 69, 20])
  expect(first.links).toEqual([`Next page → /occurrences/${occurrenceId}?decided=2#decided`])
  expect((await open({ decidedPage: 2 })).reasons.at(-1)).toBe(0)
})

import { expect, test } from 'vitest'
import { LONGEST_NAME, LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import { assigned, closed, MOST_EVENTS, MOST_HISTORY_BYTES, noted, reopened } from '#core/work/history.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aPerson, assignedTo, closingOn, notedBy, reopenedBy, storedCase } from '#test/support/work-builders.ts'

const companyRules = theCompanyRules()
/** A character that takes six bytes in JSON. */
const CONTROL = '\u0001'
const longest = notedBy(CONTROL.repeat(LONGEST_NAME), CONTROL.repeat(LONGEST_NOTE))

/** Notes until there is no more room. */
function full(note: typeof longest): WorkItem {
  let item: WorkItem = storedCase()
  for (;;) {
    const next = noted(item, note, companyRules)
    if (next === 'full') return item
    item = next
  }
}

test('short notes end at the number of events', () => {
  expect(full(notedBy('Hoa', 'gọi lại')).events).toHaveLength(MOST_EVENTS)
})

test('the longest notes end at the bytes of a row, and the longest closing still fits into 400 kB', () => {
  const item = full(longest)
  expect(item.events.length).toBeLessThan(MOST_EVENTS)
  const closing = closingOn('2027-02-08', { by: { is: 'staff', name: longest.by.name }, note: longest.note })
  const done = closed(item, closing, companyRules)
  const bytes = new TextEncoder().encode(JSON.stringify(done)).length
  expect(bytes).toBeGreaterThan(MOST_HISTORY_BYTES - 13_000)
  expect(bytes).toBeLessThan(MOST_HISTORY_BYTES + 18_000)
})

test('a full item is handed on no more, and once closed it stays closed: what comes later is work of its own', () => {
  const item = full(notedBy('Hoa', 'gọi lại'))
  expect(assigned(item, assignedTo(aPerson()), companyRules)).toBe('full')
  const done = closed(item, closingOn(), companyRules)
  expect(reopened(done, reopenedBy('Mai', '2027-02-09T02:00:00.000Z'), companyRules)).toBe('full')
})

import { expect, test } from 'vitest'
import { LONGEST_NAME, LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import { closed, MOST_EVENTS, MOST_HISTORY_BYTES, noted } from '#core/work/history.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { closingOn, notedBy, storedCase } from '#test/support/work-builders.ts'

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

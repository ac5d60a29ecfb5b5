/** One outcome in a table: a call that came to the desk is not told as a mail that was sent. */
import { expect, test } from 'vitest'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { stateCell, touchLink } from '#web/staff/outcome-cells.ts'

const TASK = 'check-in_check-in-call_2027-02-17_KH0054'
const frame = aFrame('en', { mailPath: (id: string) => `/mailbox/${id}` })
const asked = (state: 'sent' | 'failed', handedAs: string | null) => String(stateCell({ state, delivery: null, handedAs }, 'en'))

test('a mail is sent, a call is handed to the desk, and a failure of either failed', () => {
  expect(asked('sent', 'ses-1')).toContain('sent')
  expect(asked('sent', TASK)).toContain('handed to the desk')
  expect(asked('failed', null)).toContain('failed')
})

test('a mail leads to the mail, a call to the call, for who may see work', () => {
  expect(String(touchLink('ses-1', frame))).toContain('href="/mailbox/ses-1"')
  expect(String(touchLink(TASK, frame))).toContain(`href="/work/${TASK}"`)
  expect(String(touchLink(TASK, { ...frame, visitor: null }))).toBe('')
  expect(String(touchLink(null, frame))).toBe('')
})

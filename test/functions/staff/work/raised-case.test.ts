/** A case that went up, on the pages: an agent below is offered no press that takes it, and a press from before is refused in words. */
import { expect, test } from 'vitest'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { ownerOf } from '#core/work/standing.ts'
import { office } from '#test/functions/staff/work/work-office.ts'
import { aMailSubject, openedAt, storedCase } from '#test/support/work-builders.ts'

const SINCE = '2027-03-10T01:30:00.000Z'
const up: CaseEvent = { is: 'escalated', at: SINCE, by: { is: 'system' }, to: 'lead', because: '' }
const CASE = storedCase({
  workId: 'w-1',
  subject: aMailSubject('complaint'),
  events: [openedAt('2027-03-09T04:00:00.000Z'), up],
})
const TAKEN = { to: 'person:hanh@example.com', from: 'everybody' }

const TAKE = /action="\/work\/w-1\/assign" class="take"/

test('an agent is offered no “Take it”, on its screen and in the list, and is told why', async () => {
  const { as } = await office(CASE)
  const screen = await as('Hanh').page('/work/w-1')
  expect(screen).not.toMatch(TAKE)
  expect(screen).toContain('Vụ việc đã báo lên trên')
  expect(screen).not.toContain('value="person:bao@example.com"')
  expect(screen).toContain('value="person:mai@example.com"')
  expect(await as('Hanh').page('/work?whose=all')).not.toContain('action="/work/w-1/assign"')
})

test('a form of before is refused in words, stands in the log, and leaves the case as it was', async () => {
  const { as, work, audit } = await office(CASE)
  const { status, page } = await as('Hanh').send('/work/w-1/assign', TAKEN)
  expect([status, page]).toEqual([409, expect.stringContaining('Vụ việc đã báo lên trên')])
  expect(ownerOf((await work.get('w-1')) ?? CASE)).toEqual({ is: 'everybody' })
  expect(await audit()).toEqual(['take-work w-1 1 refused: hanh@example.com'])
})

test('the lead takes it by the same press', async () => {
  const { as, work } = await office(CASE)
  expect(await as('Mai').page('/work/w-1')).toMatch(TAKE)
  expect((await as('Mai').send('/work/w-1/assign', { ...TAKEN, to: 'person:mai@example.com' })).status).toBe(303)
  expect(ownerOf((await work.get('w-1')) ?? CASE)).toMatchObject({ address: 'mai@example.com' })
})

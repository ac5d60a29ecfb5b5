import { expect, test } from 'vitest'
import { doneBy, movedSince } from '#core/work/day-list/what-became.ts'
import type { Attempted } from '#core/work/work-event.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aPerson, assignedTo, closingOn, openedAt, storedWork } from '#test/support/work-builders.ts'

const DAY = { date: '2027-03-10', rules: theCompanyRules() }
const attempt = (at: string): Attempted => ({
  is: 'attempted',
  at,
  by: { is: 'staff', name: 'Hanh' },
  disposition: 'no-answer',
  way: 'phone',
  note: null,
  callBackAt: null,
})
const [BEFORE, NOW, LATER] = ['2027-03-09T03:00:00.000Z', '2027-03-10T03:00:00.000Z', '2027-03-11T03:00:00.000Z']
const opened = openedAt('2027-03-08T03:00:00.000Z')

test('a line is done by the last attempt of that day, not by one of another day, and by one before where there is none', () => {
  const item = storedWork({ events: [opened, attempt(BEFORE), attempt(NOW), attempt(LATER)] })
  expect(doneBy([item], DAY)).toMatchObject({ at: NOW })
  expect(doneBy([storedWork({ events: [opened, attempt(BEFORE), attempt(LATER)] })], DAY)).toMatchObject({ at: BEFORE })
  expect(doneBy([storedWork({ events: [opened, attempt(LATER)] })], DAY)).toBeNull()
})

test('an attempt tells more than the closing that it led to', () => {
  const item = storedWork({ events: [opened, attempt(NOW), { ...closingOn('2027-03-10'), at: NOW }] })
  expect(doneBy([item], DAY)).toMatchObject({ is: 'attempted' })
})

test('work is moved when it was put on another desk after the list was made', () => {
  const [hanh, bao] = [aPerson('hanh'), aPerson('bao')]
  const moved = (to: Parameters<typeof assignedTo>[0], at: string) =>
    movedSince({ events: [opened, assignedTo(to, at)] }, { madeAt: NOW, agent: hanh.address })
  expect(moved(bao, LATER)).toEqual(bao)
  expect(moved(bao, BEFORE)).toBeNull()
  expect(moved(bao, NOW), 'at the moment at which the list was made').toBeNull()
  expect(moved(hanh, LATER)).toBeNull()
  expect(moved({ is: 'everybody' }, LATER)).toBeNull()
  expect(moved({ is: 'team', team: 'Kho' }, LATER)).toEqual({ is: 'team', team: 'Kho' })
})

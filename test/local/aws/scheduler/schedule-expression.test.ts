import { describe, expect, test } from 'vitest'
import type { Instant } from '#core/time/instant.ts'
import { dueAfter, firstDue, isScheduleZone, parseScheduleExpression } from '#local/aws/scheduler/schedule-expression.ts'

interface Example {
  readonly expression: string
  readonly zone?: string
  readonly since: Instant
  readonly startDate?: Instant
}

function dues({ expression: text, zone = 'UTC', since, startDate }: Example, count: number): readonly string[] {
  const expression = parseScheduleExpression(text)
  if (expression === undefined) throw new Error(`not an expression: ${text}`)
  const rules = { expression, zone, since, startDate }
  const found: string[] = []
  for (let due = firstDue(rules); due !== undefined && found.length < count; due = dueAfter(due, rules))
    found.push(due.slice(0, 16))
  return found
}

describe('what is an expression', () => {
  test.each([
    'at(2027-02-06T09:00:00)',
    'cron(0 9 * * ? *)',
    'cron(0/15 8-17 ? * MON-FRI *)',
    'cron(0-15/1 8-8 ? * 2,3,4,5,6,7 *)',
    'cron(0 9 ? 1,JUL 6 2027-2030)',
  ])('%s is one', (text) => {
    expect(parseScheduleExpression(text)).toBeDefined()
  })

  test.each([
    'rate(1 hour)',
    'cron(0 9 L * ? *)',
    'cron(0 9 15W * ? *)',
    'cron(0 9 ? * 6#2 *)',
    'cron(0 1 * * * *)',
    'cron(0 1 ? * ? *)',
    'cron(7 20 * * NOT *)',
    'cron(0 9 * * ?)',
    'cron(71 8 1 * ? *)',
    'cron(0 24 1 * ? *)',
    'cron(0 9 ? * 0 *)',
    'cron(0 9 0 * ? *)',
    'cron(0 9 32W * ? *)',
    'cron(0 9 1 13 ? *)',
    'cron(0 9 1 * ? 1969)',
    'cron(0 9 ? * 2#6 *)',
    'cron(0/0 9 * * ? *)',
    'cron(30-10 9 * * ? *)',
    'cron(0 9 * * ? * *)',
    'cron()',
    'cron(INVALID)',
    'at(2027-02-30T09:00:00)',
    'at(2027-02-06T09:00:00Z)',
    'at(2027-02-06)',
    'at(2027-02-06T09:00)',
    '',
  ])('"%s" is none', (text) => {
    expect(parseScheduleExpression(text)).toBeUndefined()
  })
})

test.each([
  ['Asia/Ho_Chi_Minh', true],
  ['UTC', true],
  ['America/New_York', true],
  ['+07:00', false],
  ['Mars/Olympus', false],
  ['', false],
])('zone "%s" is known: %s', (zone, known) => {
  expect(isScheduleZone(zone)).toBe(known)
})

describe('when a cron expression is due', () => {
  test.each<[string, Example, readonly string[]]>([
    [
      'every day at nine in Vietnam',
      { expression: 'cron(0 9 * * ? *)', zone: 'Asia/Ho_Chi_Minh', since: '2027-02-06T02:00:00.000Z' },
      ['2027-02-06T02:00', '2027-02-07T02:00', '2027-02-08T02:00'],
    ],
    [
      'a minute later it is tomorrow',
      { expression: 'cron(0 9 * * ? *)', zone: 'Asia/Ho_Chi_Minh', since: '2027-02-06T02:00:01.000Z' },
      ['2027-02-07T02:00'],
    ],
    [
      'on working days',
      { expression: 'cron(0 9 ? * MON-FRI *)', since: '2027-02-05T10:00:00.000Z' },
      ['2027-02-08T09:00', '2027-02-09T09:00'],
    ],
    [
      'on 29 February only in leap years',
      { expression: 'cron(0 0 29 2 ? *)', since: '2027-01-01T00:00:00.000Z' },
      ['2028-02-29T00:00', '2032-02-29T00:00'],
    ],
    ['never again after its last year', { expression: 'cron(0 0 1 1 ? 2026)', since: '2027-01-01T00:00:00.000Z' }, []],
    [
      'every quarter of an hour from five past',
      { expression: 'cron(5/15 8 * * ? *)', since: '2027-01-01T00:00:00.000Z' },
      ['2027-01-01T08:05', '2027-01-01T08:20', '2027-01-01T08:35', '2027-01-01T08:50', '2027-01-02T08:05'],
    ],
    [
      'from its start date',
      {
        expression: 'cron(0 9 * * ? *)',
        since: '2027-01-01T00:00:00.000Z',
        startDate: '2027-03-01T09:00:00.000Z',
      },
      ['2027-03-01T09:00', '2027-03-02T09:00'],
    ],
  ])('%s', (_, example, expected) => {
    expect(dues(example, Math.max(expected.length, 1))).toEqual(expected)
  })
})

describe('on the nights when clocks change', () => {
  test('a local time that does not exist is skipped', () => {
    const example = { expression: 'cron(30 2 * * ? *)', zone: 'America/New_York', since: '2027-03-13T00:00:00.000Z' }
    expect(dues(example, 2)).toEqual(['2027-03-13T07:30', '2027-03-15T06:30'])
  })

  test('a local time that occurs twice runs once, at its first occurrence', () => {
    const example = { expression: 'cron(30 1 * * ? *)', zone: 'America/New_York', since: '2027-11-07T00:00:00.000Z' }
    expect(dues(example, 2)).toEqual(['2027-11-07T05:30', '2027-11-08T06:30'])
  })

  test('a one-time schedule inside the gap is moved on by its length', () => {
    const example = { expression: 'at(2027-03-14T02:30:00)', zone: 'America/New_York', since: '2027-01-01T00:00:00.000Z' }
    expect(dues(example, 2)).toEqual(['2027-03-14T07:30'])
  })

  test('a one-time schedule at a repeated local time means the first', () => {
    const example = { expression: 'at(2027-11-07T01:30:00)', zone: 'America/New_York', since: '2027-01-01T00:00:00.000Z' }
    expect(dues(example, 2)).toEqual(['2027-11-07T05:30'])
  })
})

test('a one-time schedule is due once, in its zone, whatever start it is given', () => {
  const example = {
    expression: 'at(2027-02-06T09:00:00)',
    zone: 'Asia/Ho_Chi_Minh',
    since: '2027-01-01T00:00:00.000Z',
    startDate: '2027-06-01T00:00:00.000Z',
  }
  expect(dues(example, 2)).toEqual(['2027-02-06T02:00'])
})

import { describe, expect, test } from 'vitest'
import { lunarCommand } from '#cli/commands/lunar.ts'
import { runCommand } from '#test/cli/calendar-run.ts'

const care = (...args: string[]) => runCommand(lunarCommand, args)

describe('care lunar', () => {
  test('turns a day into its lunar date', async () => {
    expect(JSON.parse((await care('2027-02-06', '--json')).printed)).toEqual({ lunarYear: 2027, month: 1, day: 1, leap: false })
    expect(JSON.parse((await care('2025-07-25', '--json')).printed)).toEqual({ lunarYear: 2025, month: 6, day: 1, leap: true })
    expect((await care('2027-02-05')).printed).toBe('day 29 of month 12 of lunar year 2026')
    expect((await care('2025-07-25')).printed).toBe('day 1 of leap month 6 of lunar year 2025')
  })

  test('turns a lunar date into its day', async () => {
    expect((await care('--from-lunar', '2027-01-01')).printed).toBe('2027-02-06')
    expect(JSON.parse((await care('--from-lunar', '2027-01-01', '--json')).printed)).toEqual({ date: '2027-02-06' })
    expect((await care('--from-lunar', '2025-06-01')).printed).toBe('2025-06-25')
    expect((await care('--from-lunar', '2025-06-01', '--leap')).printed).toBe('2025-07-25')
  })

  test.each([
    [['--from-lunar', '2026-12-30'], 'month 12 of 2026 has 29 days'],
    [['--from-lunar', '2028-05-30', '--leap'], 'leap month 5 of 2028 has 29 days'],
    [['--from-lunar', '2025-07-01', '--leap'], 'the leap month of 2025 is month 6'],
    [['--from-lunar', '2026-06-01', '--leap'], 'lunar year 2026 has no leap month'],
    [['--from-lunar', '2101-01-01'], 'lunar dates are known from 1968-01-01 to 2101-01-28'],
    [['1967-12-31'], 'lunar dates are known from 1968-01-01 to 2101-01-28'],
  ])('%j is refused, saying what there is', async (args, reason) => {
    const { refused, printed } = await care(...args)
    expect(refused.join()).toContain(reason)
    expect(printed).toBe('')
  })

  test.each([
    [[], 'give a day or --from-lunar'],
    [['2027-02-06', '--from-lunar', '2027-01-01'], 'give a day or --from-lunar'],
    [['2027-02-06', '--leap'], '--leap goes with --from-lunar'],
    [['2027-02-30'], 'Expected a day that exists'],
    [['6/2/2027'], 'Expected a day that exists'],
    [['--from-lunar', '2027-13-01'], 'Expected a lunar date'],
    [['--from-lunar', '2027-01-31'], 'Expected a lunar date'],
    [['--from-lunar', '2027-1-1'], 'Expected a lunar date'],
  ])('%j is wrong usage', async (args, message) => {
    const { usage, exitCode } = await care(...args)
    expect(usage).toContain(message)
    expect(exitCode).toBeGreaterThan(0)
  })
})

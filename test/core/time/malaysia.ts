/** A country whose year hangs on tables: days that come by moons of other calendars, written down for three years. */

import type { z } from 'zod'
import type { CountryCalendarSchema } from '#core/time/country-calendar.ts'

type Written = z.input<typeof CountryCalendarSchema>

const table = (dates: Readonly<Record<number, readonly string[]>>) => ({
  kind: 'table' as const,
  years: Object.entries(dates).map(([year, days]) => ({ year: Number(year), dates: [...days] })),
})

/** As it stands in a file; `over` changes both of its occasions. */
export const malaysiaFile = (over: Partial<Written['occasions'][number]> = {}): Written => ({
  country: 'MY',
  name: { vi: 'Malaysia', en: 'Malaysia' },
  weeklyDaysOff: [6, 7],
  compensation: 'nextWorkingDay',
  occasions: [
    {
      key: 'my.hari-raya',
      name: { vi: 'Hari Raya Aidilfitri', en: 'Hari Raya Aidilfitri' },
      kind: 'public',
      rule: table({ 2026: ['2026-03-20'], 2027: ['2027-03-10'], 2028: ['2028-02-27'] }),
      daysOff: { before: 0, after: 1 },
      ...over,
    },
    {
      key: 'my.deepavali',
      name: { vi: 'Deepavali', en: 'Deepavali' },
      kind: 'public',
      rule: table({ 2026: ['2026-11-08'], 2027: ['2027-10-28'], 2028: ['2028-10-17'] }),
      ...over,
    },
  ],
  officialDecisions: [],
})

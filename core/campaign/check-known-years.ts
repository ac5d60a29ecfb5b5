/**
 * Mistakes that come with time: a table of dates that soon ends. Its country's file is refused until the next years are written down, and so is a
 * campaign about such a day: it would not act, and no reader of its file could see why.
 */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Problem } from '#core/campaign/problem.ts'
import type { CountryCalendar } from '#core/time/country-calendar.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { unknownYears } from '#core/time/unknown-years.ts'

/** A quarter ahead: time enough to find the dates and to deploy them. */
export const KNOWN_AHEAD_DAYS = 90

const soon = (today: LocalDate) => ({ from: today, to: addDays(today, KNOWN_AHEAD_DAYS) })

/** In a country's file, a problem for each year that a table of dates must hold by now and does not. */
export const checkKnownYears = (given: {
  readonly file: string
  readonly calendar: CountryCalendar
  readonly today: LocalDate
}): readonly Problem[] =>
  unknownYears(given.calendar, soon(given.today)).map(({ at, year, known: { first, last } }) => ({
    file: given.file,
    path: `occasions[${at}].rule.years`,
    value: first === last ? String(first) : `${first}-${last}`,
    expected: {
      vi:
        year < first
          ? `cả các ngày của năm ${year}; hoặc "validFrom": ${first} nếu dịp này chưa có trước đó`
          : `cả các ngày của năm ${year}; hoặc "validTo": ${last} nếu dịp này không còn nữa`,
      en:
        year < first
          ? `the dates of ${year} too; or "validFrom": ${first} where the occasion was not kept before`
          : `the dates of ${year} too; or "validTo": ${last} where the occasion is no longer kept`,
    },
  }))

/** In a campaign's file, when the day that it is about is not known of a year in which it may act. */
export function checkDayKnown(given: {
  readonly file: string
  readonly campaign: CampaignDefinition
  readonly calendars: readonly CountryCalendar[]
  readonly today: LocalDate
}): readonly Problem[] {
  const { occasion, lives } = given.campaign
  if (occasion.kind !== 'calendar-day') return []
  const { from, to } = soon(given.today)
  const alive = { from: lives.from && lives.from > from ? lives.from : from, to: lives.to && lives.to < to ? lives.to : to }
  const missing = given.calendars.flatMap((calendar) => unknownYears(calendar, alive)).filter(({ key }) => key === occasion.day)
  return missing.map(({ key, year }) => ({
    file: given.file,
    path: 'occasion.day',
    value: key,
    expected: {
      vi: `một dịp đã biết ngày trong năm ${year}: hãy ghi thêm vào calendar/`,
      en: `an occasion whose dates of ${year} are known: add them in calendar/`,
    },
  }))
}

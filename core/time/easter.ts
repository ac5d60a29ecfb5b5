/**
 * The date of Easter Sunday. Western: the Gregorian computus, as Meeus prints it (Astronomical Algorithms, chapter 8, after Butcher 1876). Orthodox:
 * the Julian computus of the same chapter, its day then named by the Gregorian calendar.
 */
import { addDays, type LocalDate, localDate } from '#core/time/local-date.ts'

export type EasterReckoning = 'western' | 'orthodox'

/** For years from 1583, in which the Gregorian calendar begins. */
export const easterSunday = (year: number, reckoning: EasterReckoning): LocalDate =>
  reckoning === 'western' ? westernEaster(year) : orthodoxEaster(year)

function westernEaster(year: number): LocalDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapCentury = Math.floor(century / 4)
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCentury - moonCorrection + 15) % 30
  const yearOfCentury = year % 100
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  return addDays(localDate(year, 3, 22), epact + toSunday - 7 * lateMoon)
}

function orthodoxEaster(year: number): LocalDate {
  const moon = (19 * (year % 19) + 15) % 30
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  // Counted from 22 March of the Julian calendar, which is so many days behind.
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2
  return addDays(localDate(year, 3, 22), moon + toSunday + behind)
}

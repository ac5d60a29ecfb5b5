/**
 * The astronomy that the calendar needs, at Vietnam's meridian (UTC+7): the day of a new moon, and the sun's position when a day begins. Positions by
 * `astronomia` (MIT): new moons after Meeus chapter 49, the sun after VSOP87.
 */
import earthSeries from 'astronomia/data/vsop87Bearth'
import { deltaT } from 'astronomia/deltat'
import { newMoon } from 'astronomia/moonphase'
import { Planet } from 'astronomia/planetposition'
import { apparentVSOP87 } from 'astronomia/solar'

/** Day since 1970-01-01, counted in Vietnam, on which the new moon number `lunation` falls; number 0 is that of 6 January 2000. */
export function newMoonDay(lunation: number): number {
  const jde = newMoon(2000 + lunation / LUNATIONS_A_YEAR)
  return Math.floor(jde - secondsAhead(jde) / SECONDS_A_DAY - UNIX_EPOCH_JD + VIETNAM_DAY_FRACTION)
}

/** Twelfth of its yearly circle in which the sun stands as the day begins in Vietnam: 0 from the March equinox, 9 from the winter solstice. */
export function solarTwelfthAtStartOf(epochDay: number): number {
  const jd = epochDay - VIETNAM_DAY_FRACTION + UNIX_EPOCH_JD
  const { lon } = apparentVSOP87(EARTH, jd + secondsAhead(jd) / SECONDS_A_DAY)
  const turns = lon / (2 * Math.PI)
  return Math.floor((turns - Math.floor(turns)) * 12)
}

const EARTH = new Planet(earthSeries)
const LUNATIONS_A_YEAR = 12.3685
const UNIX_EPOCH_JD = 2_440_587.5
const VIETNAM_DAY_FRACTION = 7 / 24
const SECONDS_A_DAY = 86_400

const secondsAhead = (julianDay: number): number => deltaT(2000 + (julianDay - 2_451_545) / 365.25)

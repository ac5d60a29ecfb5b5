/** The few functions of `astronomia` that compute the lunar table; the package has no types. */
declare module 'astronomia/moonphase' {
  /** Julian ephemeris day of the new moon nearest to a decimal year (Meeus, chapter 49). */
  export function newMoon(decimalYear: number): number
}

declare module 'astronomia/solar' {
  import type { Planet } from 'astronomia/planetposition'

  /** Apparent position of the sun at a Julian ephemeris day, in radians (VSOP87, nutation, aberration). */
  export function apparentVSOP87(earth: Planet, jde: number): { readonly lon: number }
}

declare module 'astronomia/planetposition' {
  export class Planet {
    constructor(series: unknown)
  }
}

declare module 'astronomia/data/vsop87Bearth' {
  const series: unknown
  export default series
}

declare module 'astronomia/deltat' {
  /** Seconds by which dynamical time is ahead of universal time. */
  export function deltaT(decimalYear: number): number
}

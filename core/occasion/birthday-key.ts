/**
 * The day of the year a birthday stands on, as a key: so that planning a day finds those born on it without reading everybody.
 */
import type { Birthday } from '#core/customer/customer.ts'

/**
 * `S-02-29` for a solar birthday, `L-08-15` for a lunar one, `LL-06-01` for one born in a leap month of that number. Says the
 * day as the customer gave it; in which years 29 February, day 30 or a leap month is kept on another day is the occasion's rule.
 */
export function birthdayKeyOf(birthday: Birthday): string {
  const day = `${twoDigits(birthday.month)}-${twoDigits(birthday.day)}`
  switch (birthday.kind) {
    case 'solar':
      return `S-${day}`
    case 'lunar':
      return birthday.leap ? `LL-${day}` : `L-${day}`
  }
}

const twoDigits = (n: number) => String(n).padStart(2, '0')

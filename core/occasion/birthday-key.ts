/** The day of the year of a birthday, as a key: planning a day finds the customers born on it without reading all customers. */
import type { Birthday } from '#core/customer/customer.ts'

/**
 * `S-02-29` for a solar birthday, `L-08-15` for a lunar one, `LL-06-01` for a birth in a leap month of that number. The key holds the day as the
 * customer gave it. The occasion's rule decides in which years 29 February, day 30 or a leap month is kept on another day.
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

/**
 * Vietnamese landlines from before 2017, when area codes became 2xx. The ten digits of an old landline can be a mobile number today: (033) 382 5123
 * was Quảng Ninh and is a stranger's mobile now. Only the writing tells them apart: an area code stands on its own.
 * Source: the Ministry of Information's plan of area codes, in force in three steps from 11 February to 17 June 2017.
 */

/** Old code to new, without the leading 0. */
const AREA_CODES: Readonly<Record<string, string>> = {
  ...{ '22': '212', '231': '213', '20': '214', '230': '215', '29': '216', '52': '232', '53': '233', '54': '234' },
  ...{ '510': '235', '511': '236', '37': '237', '38': '238', '39': '239', '33': '203', '240': '204', '25': '205' },
  ...{ '26': '206', '27': '207', '280': '208', '281': '209', '320': '220', '321': '221', '241': '222', '31': '225' },
  ...{ '351': '226', '36': '227', '350': '228', '30': '229', '780': '290', '781': '291', '710': '292', '711': '293' },
  ...{ '74': '294', '76': '296', '77': '297', '79': '299', '4': '24', '8': '28', '61': '251', '62': '252' },
  ...{ '64': '254', '55': '255', '56': '256', '57': '257', '58': '258', '68': '259', '60': '260', '501': '261' },
  ...{ '500': '262', '63': '263', '59': '269', '70': '270', '651': '271', '72': '272', '73': '273', '650': '274' },
  ...{ '75': '275', '66': '276', '67': '277' },
}

/** The area code, separated from the rest by brackets, a blank, a dot or a dash. */
const APART = /^(?:(?:\+|00)?84[\s.-]*)?\(?\s*0?(?<code>[2-8]\d{0,2})\s*(?:\)|[\s.-])\s*(?<rest>[2-8][\d\s.-]*)$/

/**
 * Three, three and four digits of a current mobile prefix: `038.255.1234`. Seven digits behind an area code were never grouped so without brackets
 * around the code.
 */
const MOBILE_GROUPS = /^0[35789]\d([\s.-])\d{3}\1\d{4}$/

/**
 * The number of an old landline since 2017, written as in Vietnam; undefined for any other number. In Hà Nội and Hồ Chí Minh City eight digits
 * follow the code. Elsewhere seven follow, which begin with 3 since 2008, except where newer networks gave 2, 5 or 6.
 */
export function landlineSince2017(written: string): string | undefined {
  const found = APART.exec(written.trim().replace(/^\(\s*(\+?84)\s*\)/, '$1'))?.groups
  const code = found?.code ?? ''
  const rest = (found?.rest ?? '').replace(/\D/g, '')
  const now = AREA_CODES[code]
  // `+84 33 382 5123` is a mobile number as it is written for callers from abroad.
  const international = /^\(?\s*(\+|00)?84/.test(written.trim())
  if (MOBILE_GROUPS.test(written.trim())) return undefined
  const isLandline = code.length === 1 ? rest.length === 8 : !international && rest.length === 7 && /^[2356]/.test(rest)
  if (now === undefined || !isLandline) return undefined
  return `0${now} ${rest.slice(0, -4)} ${rest.slice(-4)}`
}

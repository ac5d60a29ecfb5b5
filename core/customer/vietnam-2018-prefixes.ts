/**
 * The Vietnamese mobile numbers of eleven digits, which became ten on 15 September 2018: the prefix changed, the last seven digits stayed. Lists
 * from before then still hold the old form, which number metadata calls invalid.
 */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ '120': '70', '121': '79', '122': '77', '126': '76', '128': '78' }), // MobiFone
  ...Object.entries({ '123': '83', '124': '84', '125': '85', '127': '81', '129': '82' }), // VinaPhone
  ...Object.entries({ '162': '32', '163': '33', '164': '34', '165': '35' }), // Viettel
  ...Object.entries({ '166': '36', '167': '37', '168': '38', '169': '39' }), // Viettel
  ...Object.entries({ '186': '56', '188': '58' }), // Vietnamobile
  ...Object.entries({ '199': '59' }), // Gmobile
])

/** The number as it is since 2018, in E.164; undefined for any other number. Takes digits and `+`. */
export function since2018(number: string): string | undefined {
  const { prefix, rest } = /^(?:(?:\+|00)?84)?0?(?<prefix>1\d\d)(?<rest>\d{7})$/.exec(number)?.groups ?? {}
  const now = prefix === undefined ? undefined : PREFIXES.get(prefix)
  return now === undefined ? undefined : `+84${now}${rest}`
}

/** E-mail addresses as a mail server takes them: the local part in ASCII, the domain in its ASCII form. */
import type { Cell } from '#core/customer/table-row.ts'
import { hasInvisible, withoutInvisible } from '#core/customer/written-text.ts'

/** One bare address. Line breaks and other invisible characters are taken out and reported; nothing else is repaired. */
export function readEmailAddress(cell: string): Cell<string> {
  const visible = withoutInvisible(cell.normalize('NFC')).trim()
  const inside = /<([^<>]+)>/.exec(visible)?.[1]
  if (inside !== undefined) return { expected: `the address alone: ${inside.trim()}` }
  const parts = visible.split('@')
  const [local, domain] = parts
  if (parts.length !== 2 || local === undefined || domain === undefined) {
    return { expected: parts.length > 2 ? 'one address only, with one @' : 'an address such as ten@example.com' }
  }
  if (/[^\x20-\x7E]/.test(local)) return { expected: 'only letters without marks before the @' }
  if (local.length > 64 || !LOCAL_PART.test(local)) {
    return { expected: 'before the @ letters, digits and . _ + -, with no blank and no dot at either end' }
  }
  const ascii = asciiDomain(domain)
  if (ascii === undefined) return { expected: 'a domain such as example.com after the @' }
  const address = `${local}@${ascii}`
  if (address.length > 254) return { expected: 'an address of at most 254 characters' }
  const notes = [
    ...(hasInvisible(cell) ? ['line breaks or invisible characters were taken out'] : []),
    ...(domainHint(ascii) === undefined ? [] : [`is ${domainHint(ascii)} meant?`]),
  ]
  return notes.length === 0 ? { value: address } : { value: address, note: notes.join('; ') }
}

/** Words of the characters that RFC 5322 allows outside quotes, joined by single dots. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const TOP_LEVEL = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/** The domain in lower case and IDNA's ASCII form; undefined when there can be no such domain. */
function asciiDomain(domain: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return undefined
  const url = URL.parse(`http://${domain}`)
  const labels = url?.hostname.split('.') ?? []
  const top = labels.at(-1) ?? ''
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && TOP_LEVEL.test(top) ? labels.join('.') : undefined
}

/** Typing mistakes seen in real lists. Only a hint: some of these domains exist. */
const LIKELY_MEANT: Readonly<Record<string, string>> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmal.com': 'gmail.com',
  'gmil.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gnail.com': 'gmail.com',
  'gmaill.com': 'gmail.com',
  'gmail.com.vn': 'gmail.com',
  'gmail.vn': 'gmail.com',
  'yaho.com': 'yahoo.com',
  'yahooo.com': 'yahoo.com',
  'yhaoo.com': 'yahoo.com',
  'yaho.com.vn': 'yahoo.com.vn',
  'hotmial.com': 'hotmail.com',
  'hotmal.com': 'hotmail.com',
  'hotmai.com': 'hotmail.com',
  'outlok.com': 'outlook.com',
  'outloook.com': 'outlook.com',
  'iclould.com': 'icloud.com',
  'icoud.com': 'icloud.com',
}

function domainHint(domain: string): string | undefined {
  const meant = LIKELY_MEANT[domain.replace(/\.(con|cm|cmo|comm|vom|xom)$/, '.com')]
  if (meant !== undefined) return meant
  return /\.(con|cmo|comm|vom|xom)$/.test(domain) ? domain.replace(/\.[a-z]+$/, '.com') : undefined
}

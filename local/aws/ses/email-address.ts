/** Addresses as SES reads them: `Lan <lan@example.com>` or bare; a 7-bit local part, a domain that may be written in Unicode. */
import { domainToASCII } from 'node:url'
import { badRequest } from '#local/aws/ses/ses-error.ts'

export interface EmailAddress {
  readonly address: string
  readonly domain: string
  readonly displayName: string | null
}

const MAX_LOCAL_PART = 64
const MAX_ADDRESS = 320

/** Throws SES's error for an address that it cannot use. The domain is lower-cased, the local part kept as written. */
export function parseEmailAddress(text: string): EmailAddress {
  if (/[\r\n]/.test(text)) throw badRequest('Address contains illegal characters: line break.')
  const named = /^\s*(.*?)\s*<([^<>]*)>\s*$/s.exec(text)
  const bare = (named?.[2] ?? text).trim()
  const at = bare.lastIndexOf('@')
  if (at < 0) throw badRequest("Missing final '@domain'")
  const local = bare.slice(0, at)
  const domain = bare.slice(at + 1).toLowerCase()
  if (local === '') throw badRequest('Missing local part before the @ sign')
  if (/[^\x21-\x7e]/.test(local)) throw badRequest('Local address contains control or whitespace or is not 7-bit ASCII')
  if (local.length > MAX_LOCAL_PART || bare.length > MAX_ADDRESS)
    throw badRequest('Address length is more than 320 characters long')
  if (!isDotAtom(local) && !/^"[^"]+"$/.test(local)) throw badRequest('Illegal address')
  if (domain === '') throw badRequest("Missing final '@domain'")
  if (!isDomain(domain)) throw badRequest('Domain contains illegal character')
  const displayName = named?.[1] ? named[1].replace(/^"(.*)"$/s, '$1') : null
  return { address: `${local}@${domain}`, domain, displayName }
}

const isDotAtom = (local: string): boolean => /^[^\s()<>[\]:;@\\,."]+(\.[^\s()<>[\]:;@\\,."]+)*$/.test(local)

function isDomain(domain: string): boolean {
  const ascii = domainToASCII(domain)
  return ascii.length <= 253 && /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/.test(ascii)
}

/** The suppression list ignores case in the whole address. */
export const suppressionKey = (address: string): string => address.toLowerCase()

const SIMULATOR_DOMAIN = 'simulator.amazonses.com'

export type SimulatorMailbox = 'success' | 'bounce' | 'ooto' | 'complaint' | 'suppressionlist'

/** Which mailbox of the SES simulator an address is, labels (`bounce+lan@…`) included; undefined for every other address. */
export function simulatorMailbox(address: string): SimulatorMailbox | undefined {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  if (domain !== SIMULATOR_DOMAIN) return undefined
  const box = local.split('+')[0]
  switch (box) {
    case 'bounce':
    case 'ooto':
    case 'complaint':
    case 'suppressionlist':
      return box
    default:
      return 'success'
  }
}

/** A script as one member of staff says it to one customer: with the customer's form of address, and what the speaker calls themself to them. */
import { SCRIPT_PARTS, type Script, type ScriptField, type ScriptPart, spoken } from '#core/campaign/script.ts'
import type { Customer } from '#core/customer/customer.ts'
import { salutationOf } from '#web/rendering/salutation.ts'

export interface ScriptSpeakers {
  readonly customer: Customer
  /** As the roster writes the name of the member of staff. */
  readonly agent: string
  readonly company: string
  /** Of the order that the call is about. */
  readonly product: string | null
}

/** In the order of the talk, in the language of the customer: Vietnamese, or English for every other. */
export function spokenScript(script: Script, speakers: ScriptSpeakers): readonly (readonly [ScriptPart, string])[] {
  const locale = languageOf(speakers.customer)
  const values = valuesFor(speakers, locale)
  return SCRIPT_PARTS.map((part) => [part, sentences(spoken(script[part][locale], values), locale)])
}

export const languageOf = ({ locale }: Pick<Customer, 'locale'>): 'vi' | 'en' =>
  locale === 'vi' || locale.startsWith('vi-') ? 'vi' : 'en'

function valuesFor(
  { customer, agent, company, product }: ScriptSpeakers,
  locale: 'vi' | 'en',
): Readonly<Partial<Record<ScriptField, string>>> {
  const named = salutationOf({ customer, locale }).nameInSentence
  return {
    customer: named,
    self: locale === 'vi' ? SELF[customer.honorific] : 'I',
    // Vietnamese staff give their given name: it is the last word of the full one.
    agent: locale === 'vi' ? (agent.trim().split(/\s+/).at(-1) ?? agent) : agent,
    company,
    ...(product !== null && { product }),
  }
}

/** To an elder a speaker is a child, to a brother or sister a younger one, to a younger one, or without a form of address, "tôi" or "em". */
const SELF: Readonly<Record<Customer['honorific'], string>> = {
  anh: 'em',
  chi: 'em',
  thay: 'em',
  ong: 'con',
  ba: 'con',
  bac: 'con',
  co: 'con',
  chu: 'con',
  em: 'mình',
  'quy-khach': 'em',
  none: 'em',
}

/** Each sentence begins with a capital, also where it begins with a form of address. */
const sentences = (text: string, locale: string): string =>
  text.replace(/(^|[.!?]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => `${before}${letter.toLocaleUpperCase(locale)}`)

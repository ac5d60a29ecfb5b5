/** How a customer is addressed: honorific and given name in Vietnamese, the name alone elsewhere, a neutral form when unknown. */
import type { Customer } from '#core/customer/customer.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'
import { WRITTEN_HONORIFICS } from '#web/words/honorifics.ts'

export type Addressee = Pick<Customer, 'fullName' | 'givenName' | 'addressName' | 'honorific' | 'gender'>

interface Salutation {
  readonly fullName: string
  readonly addressName: string
  /** In the middle of a sentence: `chúc anh`. */
  readonly honorific: string
  /** At the beginning of a sentence: `Anh`. */
  readonly Honorific: string
  /** `Anh Dũng`, `Quý khách`, or `Dũng` in a language without honorifics. */
  readonly greetingName: string
  /** In the middle of a sentence: `anh Dũng`, `quý khách`; `Mr Dũng` in English, and `you` without a name. */
  readonly nameInSentence: string
}

export function salutationOf({ customer, locale }: { readonly customer: Addressee; readonly locale: string }): Salutation {
  const fullName = headerSafe(customer.fullName).text
  const addressName = headerSafe(customer.addressName ?? '').text || headerSafe(customer.givenName ?? '').text
  return locale === 'vi' || locale.startsWith('vi-')
    ? inVietnamese({ customer, fullName, addressName })
    : byNameAlone({ customer, locale, fullName, addressName })
}

type Names = Pick<Salutation, 'fullName' | 'addressName'>

/** Never a family name alone: three family names cover most of the country. A customer without a given name is `Quý khách`. */
function inVietnamese({ customer, fullName, addressName }: Names & { readonly customer: Addressee }): Salutation {
  const neutral = WRITTEN_HONORIFICS['quy-khach']
  if (customer.honorific === 'quy-khach' || addressName === '') {
    const formal = customer.honorific === 'quy-khach' && fullName !== '' ? `Quý khách ${fullName}` : 'Quý khách'
    const named = { fullName: fullName || 'Quý khách', addressName: addressName || 'Quý khách' }
    const nameInSentence = formal.replace('Quý khách', neutral)
    return { ...named, honorific: neutral, Honorific: 'Quý khách', greetingName: formal, nameInSentence }
  }
  const honorific = customer.honorific === 'none' ? byGender(customer.gender) : WRITTEN_HONORIFICS[customer.honorific]
  const Honorific = honorific.replace(/(?<=^|\/)\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))
  return {
    fullName: fullName || addressName,
    addressName,
    honorific,
    Honorific,
    greetingName: `${Honorific} ${addressName}`,
    nameInSentence: `${honorific} ${addressName}`,
  }
}

const byGender = (gender: Customer['gender']) => (gender === 'female' ? 'chị' : gender === 'male' ? 'anh' : 'anh/chị')

function byNameAlone({ customer, locale, fullName, addressName }: Names & { customer: Addressee; locale: string }): Salutation {
  const name = addressName || 'Customer'
  const title = locale.split('-')[0] === 'en' ? englishTitle(customer) : ''
  const nameInSentence = addressName === '' ? 'you' : `${title}${addressName}`
  return { fullName: fullName || name, addressName: name, honorific: name, Honorific: name, greetingName: name, nameInSentence }
}

/** As Vietnamese companies write in English, before the given name. Empty when neither honorific nor gender decides. */
function englishTitle({ honorific, gender }: Addressee): '' | 'Mr ' | 'Ms ' {
  switch (honorific) {
    case 'anh':
    case 'ong':
    case 'chu':
    case 'thay':
      return 'Mr '
    case 'chi':
    case 'ba':
    case 'co':
      return 'Ms '
    case 'bac':
    case 'em':
    case 'quy-khach':
    case 'none':
      return gender === 'male' ? 'Mr ' : gender === 'female' ? 'Ms ' : ''
  }
}

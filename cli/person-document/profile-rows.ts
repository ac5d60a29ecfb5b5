/** Who the person is, what they agreed to, and whether their address is suppressed. */
import type { HeldOnce } from '#app/person/held-about.ts'
import type { Row, Telling } from '#cli/person-document/telling.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { birthdayInWords } from '#web/words/birthdays.ts'
import { channelWords } from '#web/words/channels.ts'
import { consentProof, consentSource, DECISION_WORDS, frequencyProof } from '#web/words/consent-words.ts'
import { dayPartsInWords } from '#web/words/day-parts.ts'
import { CHOSEN_WORDS, FREQUENCY_WORDS } from '#web/words/frequencies.ts'
import { namedCode } from '#web/words/named-code.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'
import { SUPPRESSION_WORDS } from '#web/words/suppressions.ts'

export function profileRows({ customer, frequency, frequencyChosen }: HeldOnce, tell: Telling): readonly Row[] {
  const { words, locale } = tell
  const { fields } = words
  const chosen = frequencyChosen
    ? [CHOSEN_WORDS[locale](tell.instant(frequencyChosen.at) ?? ''), frequencyProof(frequencyChosen, locale)]
    : []
  const often: Row = [fields.frequency, frequency && [FREQUENCY_WORDS[locale][frequency], ...chosen].join('; ')]
  const lines: readonly Row[] = customer
    ? [
        [fields.customerId, customer.customerId],
        [fields.fullName, customer.fullName],
        [fields.familyName, customer.familyName],
        [fields.givenName, customer.givenName],
        [fields.nameRemark, customer.nameRemark],
        [fields.nameOrder, words.nameOrders[customer.nameOrder]],
        [fields.honorific, salutationOf({ customer, locale }).greetingName],
        [fields.gender, customer.gender && words.genders[customer.gender]],
        [fields.email, customer.email],
        [fields.phone, customer.phone],
        [fields.wrongPhone, customer.wrongPhone],
        [fields.birthday, customer.birthday && birthdayInWords(customer.birthday, { locale, lunarYear: true })],
        [fields.locale, namedCode({ type: 'language', code: customer.locale, locale })],
        [fields.country, namedCode({ type: 'region', code: customer.country, locale })],
        [fields.zone, customer.zone],
        [fields.tier, customer.tier],
        [fields.profession, customer.profession],
        [fields.tags, customer.tags.join(', ')],
        [fields.owner, customer.owner],
        [fields.firstPurchaseOn, tell.day(customer.firstPurchaseOn)],
        [fields.lastPurchaseOn, tell.day(customer.lastPurchaseOn)],
        [fields.products, customer.products.join(', ')],
        [fields.renewsOn, tell.day(customer.renewsOn)],
        [fields.preferredChannel, customer.preferredChannel && channelWords(customer.preferredChannel)[locale]],
        [fields.preferredParts, dayPartsInWords(customer.preferredParts, locale)],
        [fields.corrections, customer.corrections && `${tell.instant(customer.corrections.at)}, ${customer.corrections.by}`],
        often,
      ]
    : [often]
  return lines.filter(([, value]) => value)
}

export const consentRows = (consents: readonly ConsentRecord[], { locale, instant }: Telling): readonly Row[] =>
  consents
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, purpose, channel, decision, source, evidence }) => [
      instant(at),
      `${PURPOSE_WORDS[locale][purpose]}, ${channelWords(channel)[locale]}`,
      DECISION_WORDS[locale][decision],
      consentSource(source, locale),
      consentProof({ source, evidence }, locale),
    ])

export const suppressionRows = ({ suppressions }: HeldOnce, { words, locale, instant }: Telling): readonly Row[] =>
  suppressions.map(({ kind, suppression }) =>
    suppression === 'unreadable'
      ? [words.contactPoints[kind] ?? kind, null, words.unreadable, null]
      : [
          words.contactPoints[kind] ?? kind,
          instant(suppression.at),
          SUPPRESSION_WORDS[locale][suppression.reason],
          suppression.evidence,
        ],
  )

/**
 * What an occasion is about, where it is about one thing: an order, a call, a case, an invitation. Its day may be corrected later, which changes
 * the day in the key. The subject stays the same, so that no order, call, case or invitation is taken up twice.
 */
import {
  type NamedOccasion,
  occasionKeyOf,
  occasionNamed,
  orderKey,
  partsOfOccasionKey,
  workKey,
} from '#core/occasion/occasion-key.ts'

/** The campaign in `campaign:key`. */
export const campaignOfKey = (occasionKey: string): string => partsOfOccasionKey(occasionKey).campaignId

/**
 * `p#HD-1` for an order, `w#low-score_…` for a call or a case, the occurrence for an invitation; undefined for a calendar day or a date of the
 * customer's own. Ledgers keep its hash: it never changes.
 */
export function subjectOf(occasionKey: string): string | undefined {
  const named = namedIn(occasionKey)
  switch (named.of) {
    case 'order':
      return `p#${named.id}`
    case 'work':
      return `w#${named.id}`
    case 'invitation':
      return named.occurrenceId
    case 'contact':
    case 'own-date':
    case 'none':
      return undefined
  }
}

/** The id of the order that an occasion is about; undefined when it is about none. */
export function orderOf(occasionKey: string): string | undefined {
  const named = namedIn(occasionKey)
  return named.of === 'order' ? named.id : undefined
}

/** The id of the call or case that an occasion is about; undefined when it is about none. */
export function workOf(occasionKey: string): string | undefined {
  const named = namedIn(occasionKey)
  return named.of === 'work' ? named.id : undefined
}

/** The occurrence that a reminder is about; undefined when the occasion is no invitation. */
export function invitationOf(occasionKey: string): string | undefined {
  const named = namedIn(occasionKey)
  return named.of === 'invitation' ? named.occurrenceId : undefined
}

/** The key of an erased customer under their new name: the id of their call, case or order may hold the old one as a word, in letters of any size. */
export function keyUnderName(
  occasionKey: string,
  { customerId, as }: { readonly customerId: string; readonly as: string },
): string {
  const { campaignId, key } = partsOfOccasionKey(occasionKey)
  const named = occasionNamed(key)
  if (named.of !== 'work' && named.of !== 'order') return occasionKey
  const word = new RegExp(`(?<![\\p{L}\\p{N}-])${customerId.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}-])`, 'giu')
  const renamed = { day: named.day, id: named.id.replace(word, () => as) }
  return occasionKeyOf({ campaignId, key: named.of === 'work' ? workKey(renamed) : orderKey(renamed) })
}

/** Does the key stand for a date of the customer's own, which may be corrected or moved by a roll: a birthday, an anniversary, months since a contact? */
export const isPersonal = (occasionKey: string): boolean =>
  campaignOfKey(occasionKey) !== '' && ['own-date', 'contact'].includes(namedIn(occasionKey).of)

const namedIn = (occasionKey: string): NamedOccasion => occasionNamed(partsOfOccasionKey(occasionKey).key)

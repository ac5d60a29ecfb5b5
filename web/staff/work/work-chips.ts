/** How an item of work stands, as chips: its clock, its owner, that it was reopened or closed. */
import type { StaffMember } from '#core/staff/roster.ts'
import { escalationOf, isUnsolved } from '#core/work/case/case-standing.ts'
import { type Due, isLate } from '#core/work/deadlines.ts'
import { closingOf, ownerOf, reopeningsOf } from '#core/work/standing.ts'
import type { Html } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { WORK_PAGE_WORDS as WORDS } from '#web/staff/work/work-words.ts'
import { LEVEL_WORDS } from '#web/words/cases.ts'
import { WORK_STATE_WORDS } from '#web/words/work.ts'
import { writtenSpan } from '#web/words/written.ts'

export function clockChip({ item, deadlines }: Due, { locale, now }: Pick<Frame, 'locale' | 'now'>): Html {
  const words = WORDS[locale]
  if (closingOf(item)) return chip(WORK_STATE_WORDS[locale].closed, 'quiet')
  const { begin } = deadlines
  const late = isLate({ item, deadlines }, now)
  return chip(
    late ? words.late(writtenSpan(begin, now, locale)) : words.left(writtenSpan(now, begin, locale)),
    late ? 'warn' : 'quiet',
  )
}

export const reopenedChip = ({ item }: Pick<Due, 'item'>, { locale }: Pick<Frame, 'locale'>): Html | string =>
  reopeningsOf(item).length > 0 && !closingOf(item) ? chip(WORDS[locale].reopened, 'plain') : ''

/** Until staff go on with it. */
export const unsolvedChip = ({ item }: Pick<Due, 'item'>, { locale }: Pick<Frame, 'locale'>): Html | string =>
  item.kind === 'case' && isUnsolved(item) && !closingOf(item) ? chip(WORDS[locale].unsolved, 'warn') : ''

export function raisedChip({ item }: Pick<Due, 'item'>, { locale }: Pick<Frame, 'locale'>): Html | string {
  const level = item.kind === 'case' && !closingOf(item) ? escalationOf(item) : null
  return level === null ? '' : chip(WORDS[locale].raised(LEVEL_WORDS[locale][level]), 'warn')
}

/** A person who has left the roster will not do it: that must be seen. */
export function ownerChip(
  { item }: Pick<Due, 'item'>,
  {
    frame: { locale, visitor },
    people,
  }: { readonly frame: Pick<Frame, 'locale' | 'visitor'>; readonly people: readonly StaffMember[] },
): Html | string {
  const words = WORDS[locale]
  const owner = ownerOf(item)
  switch (owner.is) {
    case 'everybody':
      return closingOf(item) ? '' : chip(words.everybodys, 'quiet')
    case 'team':
      return chip(words.teams(owner.team))
    case 'person': {
      const known = people.find(({ address }) => address === owner.address)
      if (!known) return chip(words.gone(owner.name), 'warn')
      return owner.address === visitor?.address ? chip(words.yours, 'good') : chip(known.name)
    }
  }
}

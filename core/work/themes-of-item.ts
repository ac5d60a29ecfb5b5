/** What a call or a case is about: what staff noted, what the customer said in it, and its category. */
import { correctedThemes, type ThemeSetting } from '#core/campaign/theme-set.ts'
import type { Theme } from '#core/campaign/themes.ts'
import { themesOfText } from '#core/reply/themes-of-text.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** As staff corrected them, in alphabetical order. Null where nothing was noted, and of a request about data. */
export function themesOfItem(
  { kind, events }: Pick<WorkItem, 'kind' | 'events'>,
  themes: readonly Theme[],
): readonly string[] | null {
  if (kind === 'data-request') return null
  const category = categoryIn(events)
  const texts = events.flatMap(textsOf)
  const settings = events.flatMap(settingsOf)
  if (texts.length === 0 && category === null && settings.length === 0) return null
  const ofCategory = themes.filter(({ categories }) => category !== null && categories.includes(category))
  const found = [...texts.flatMap((text) => themesOfText(text, themes)), ...ofCategory.map(({ id }) => id)]
  return correctedThemes(found, settings)
}

/** The last description holds. */
const categoryIn = (events: readonly WorkEvent[]): string | null =>
  events.flatMap((event) => (event.is === 'described' ? event.category : [])).at(-1) ?? null

/** What the customer said or staff wrote of it. Not what staff write to the customer, to each other or to a department: they name what may be. */
function textsOf(event: WorkEvent): readonly string[] {
  switch (event.is) {
    case 'noted':
    case 'attempted':
    case 'closed':
    case 'customer-wrote':
    case 'customer-said':
      return event.note === null || event.note === '' ? [] : [event.note]
    default:
      return []
  }
}

const settingsOf = (event: WorkEvent): readonly ThemeSetting[] => (event.is === 'theme-set' ? [event] : [])

/** What an act's page counted and showed. Its form brings that back, so that nothing is done once it is about others than its author saw. */

export interface Figure {
  readonly name: string
  /** A number, or an amount as it is written. */
  readonly count: number | string
  readonly text: string
  /** It changes by itself while mails go out. It is shown, and decides nothing: an act that stops them must not wait until they stop. */
  readonly moves?: true
  /** It shrinks by itself in the same way, and may not grow: once there are more than were shown the act asks again. */
  readonly shrinks?: true
}

export interface Counted {
  /** How many it is about. The form carries those that do not move by themselves, and nothing is done once they are others. */
  readonly figures: readonly Figure[]
  /** The state beside the figures, that the form carries as well. */
  readonly standing: string
}

/** What was shown and decides, in one text: the form brings it back. */
export const countedIn = (view: Counted): string => [fixedIn(view), ...mostIn(view).map(written)].join(MOST)

/** Whether what decides is another than the form's author saw. */
export function hasChanged(counted: string, now: Counted): boolean {
  const [fixed, ...shown] = counted.split(MOST)
  const most = new Map(shown.map((each) => [each.split('=')[0], Number(each.split('=')[1])]))
  return fixed !== fixedIn(now) || mostIn(now).some(({ name, count }) => !(Number(count) <= (most.get(name) ?? Number.NaN)))
}

/** Stands in no state and in no amount. */
const MOST = ' | '
const written = ({ name, count }: Figure) => `${name}=${count}`
const fixedIn = ({ standing, figures }: Counted): string =>
  [standing, ...figures.filter(({ moves, shrinks }) => !moves && !shrinks).map(written)].join(' ')
const mostIn = ({ figures }: Counted): readonly Figure[] => figures.filter(({ shrinks }) => shrinks)

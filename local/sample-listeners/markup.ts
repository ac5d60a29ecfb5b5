/** Reads enough HTML to fill in one of our own pages: its forms, and the values of their fields. */

export interface FormOnPage {
  /** The form's target; the page itself when it gives none. */
  readonly action: string
  /** The values of an untouched form: hidden and ticked fields, and texts. */
  readonly filled: readonly (readonly [name: string, value: string])[]
  /** Every box and radio button. */
  readonly choices: readonly (readonly [name: string, value: string])[]
  /** Every text field. */
  readonly texts: readonly string[]
  /** The value that each button adds; null for a button that adds none. */
  readonly buttons: readonly (readonly [name: string, value: string] | null)[]
  /** Visible to people; machines find hidden forms too. */
  readonly isForPeople: boolean
}

export function formsIn(page: string): readonly FormOnPage[] {
  return [...page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', body = '']) => {
    const inputs = [...body.matchAll(/<input([^>]*)>/g)].map(([, input = '']) => ({
      name: attribute(input, 'name') ?? '',
      value: attribute(input, 'value') ?? '',
      isChoice: /type="(checkbox|radio)"/.test(input),
      isTicked: /\schecked\b/.test(input),
    }))
    const areas = [...body.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)].map(
      ([, area = '', text = '']) => [attribute(area, 'name') ?? '', textOfMarkup(text).replace(/^\n/, '')] as const,
    )
    const buttons = [...body.matchAll(/<button([^>]*)>/g)].map(([, button = '']) => {
      const name = attribute(button, 'name')
      return name === undefined ? null : ([name, attribute(button, 'value') ?? ''] as const)
    })
    const sent = inputs.filter(({ isChoice, isTicked }) => !isChoice || isTicked)
    return {
      action: attribute(tag, 'action') ?? '',
      filled: [...sent.map(({ name, value }) => [name, value] as const), ...areas],
      choices: inputs.filter(({ isChoice }) => isChoice).map(({ name, value }) => [name, value] as const),
      texts: areas.map(([name]) => name),
      buttons,
      isForPeople: attribute(tag, 'aria-hidden') !== 'true',
    }
  })
}

const attribute = (tag: string, name: string): string | undefined => {
  const written = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return written === undefined ? undefined : textOfMarkup(written)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const textOfMarkup = (markup: string): string =>
  markup.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })

/** A text escaped for HTML. */
export const asMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** What a person typed, with its lines kept. */
import { html } from 'hono/html'

export const inLines = (text: string) => text.split('\n').map((line, at) => html`${at === 0 ? '' : html`<br>`}${line}`)

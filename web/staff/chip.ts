/** A state in a word, told by its colour as well. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'

export const chip = (text: string, tone: 'good' | 'warn' | 'quiet' | 'plain' = 'plain'): Html =>
  html`<span class="chip ${tone}">${text}</span>`

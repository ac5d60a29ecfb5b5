/** In place of a chart of which there is too little to draw. */
import { html } from 'hono/html'
import { CHART_COLOURS, CHART_FONT } from '#web/charts/chart-colours.ts'

export const drawNothing = (text: string): string =>
  String(
    html`<svg xmlns="http://www.w3.org/2000/svg" width="350" height="60" viewBox="0 0 350 60"><text x="12" y="36" font-family="${CHART_FONT}" font-size="15" fill="${CHART_COLOURS.quiet}">${text}</text></svg>`,
  )

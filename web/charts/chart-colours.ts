/** The look of charts: the colours of the staff app in the light, with a contrast of at least 3 to 1 on white. */
export const CHART_COLOURS = {
  ink: '#20302a',
  quiet: '#5b6b64',
  line: '#dcdfd8',
  brand: '#14664a',
  band: '#cfe3d9',
  warn: '#9a3412',
} as const
/** Without quotation marks: echarts writes them into an attribute as they are. */
export const CHART_FONT = 'system-ui, Segoe UI, Roboto, Noto Sans, sans-serif'

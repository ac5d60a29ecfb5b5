/** What the secret of the telephone system holds, as JSON. The key of the webhook is made with the secret; the rest an operator adds. */
import * as z from 'zod'

const StringeeSchema = z.object({
  /** Of the API key, as Stringee names it. */
  keySid: z.string().min(1),
  keySecret: z.string().min(1),
  /** The company's number, as Stringee writes it: 8424… */
  number: z.string().min(1),
  url: z.url().default('https://api.stringee.com'),
})
export type StringeeSettings = Readonly<z.infer<typeof StringeeSchema>>

const SHORTEST_KEY = 24

const TelephonySchema = z.object({
  webhookKey: z.string().min(SHORTEST_KEY),
  /** Left out: no call is started from here. */
  stringee: StringeeSchema.optional(),
})
export type TelephonySettings = Readonly<z.infer<typeof TelephonySchema>>

/** Throws without a value in its words: it is a secret. */
export function readTelephonySettings(text: string): TelephonySettings {
  const parsed = TelephonySchema.safeParse(jsonOrNull(text))
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map(({ path }) => path.join('.') || '(all)')
  throw new RangeError(`the secret of the telephone system: missing or wrong: ${[...new Set(places)].join(', ')}`)
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Words for people in the languages that every campaign speaks. */
import * as z from 'zod'

export const LocalizedTextSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
export type LocalizedText = Readonly<z.infer<typeof LocalizedTextSchema>>

/** What needs no translation: a field, a file, a number. */
export const sameInBoth = (text: string): LocalizedText => ({ vi: text, en: text })

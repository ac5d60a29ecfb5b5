/** Text for people, in every language that a campaign must have. */
import * as z from 'zod'

export const LocalizedTextSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
export type LocalizedText = Readonly<z.infer<typeof LocalizedTextSchema>>

/** For text that needs no translation: a field, a file name, a number. */
export const sameInBoth = (text: string): LocalizedText => ({ vi: text, en: text })

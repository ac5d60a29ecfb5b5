/** What a mail of a customer is about. What a machine wrote is about nothing. */
import type { Theme } from '#core/campaign/themes.ts'
import type { Reply } from '#core/reply/reply.ts'
import { themesOfText } from '#core/reply/themes-of-text.ts'

/** Null where there is nothing to read. */
export const themesOfReply = (
  { reading: { kind, text } }: Pick<Reply, 'reading'>,
  themes: readonly Theme[],
): readonly string[] | null => (kind === 'autoReply' || kind === 'bounce' || text === '' ? null : themesOfText(text, themes))

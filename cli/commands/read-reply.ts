/** `care read-reply FILE.eml`: how a customer's mail is read, checked by the operator. Stores nothing and asks no provider. */
import { open } from 'node:fs/promises'
import { stdin } from 'node:process'
import { Command, Option } from 'commander'
import { MOST_MAIL_BYTES } from '#adapters/mail-in/mail-limits.ts'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { lettersOfOccurrence, projectLetters } from '#cli/own-letters.ts'
import { SURVEY_KINDS, type SurveyKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'
import type { Held } from '#core/reply/reply.ts'

/** Reads one byte more than the limit, which shows that there is more. */
const MOST = MOST_MAIL_BYTES + 1

/** Letters that ask nothing: greetings, offers, a letter after a delivery. */
const NOTHING_ASKED = 'none'

interface Options {
  readonly kind: SurveyKind | typeof NOTHING_ASKED
  readonly occurrence?: string
  readonly json?: true
}

export function readReplyCommand({ output, place }: CareFrame): Command {
  return new Command('read-reply')
    .description(
      'say what a mail is taken for: its kind, score, language, what must be acted upon, and only the words newly written',
    )
    .argument('<file>', 'a raw mail (.eml); - for standard input')
    .addOption(
      new Option('--kind <kind>', `the survey it answers; ${NOTHING_ASKED} for a letter that asks nothing`)
        .choices([...SURVEY_KINDS, NOTHING_ASKED])
        .default('nps'),
    )
    .addOption(
      new Option('--occurrence <id>', 'the occurrence it answers: read against its letters and its question').conflicts('kind'),
    )
    .option('--json', 'print { kind, score, text, language, reasons, holds }')
    .action(async (file: string, { kind, occurrence, json }: Options) => {
      const bytes = file === '-' ? await bytesOfInput() : await bytesOf(file)
      if (bytes === null) return output.refuse([`${file}: there is no such file, or it may not be read`])
      const answered = occurrence
        ? await lettersOfOccurrence(place, occurrence)
        : await projectLetters(place, kind === NOTHING_ASKED ? null : kind)
      if (answered === null) return output.refuse([`${occurrence}: there is no such occurrence`])
      const {
        kind: taken,
        score,
        text,
        language,
        reasons,
        holds,
      } = readReply(await readMail(bytes), answered.asked, answered.own)
      if (json) return output.print(JSON.stringify({ kind: taken, score, text, language, reasons, holds }, null, 2))
      output.print(
        [
          `kind: ${taken}`,
          `score: ${score ?? 'none'}`,
          `language: ${language}`,
          `reasons: ${reasons.join(', ') || 'none'}`,
          `holds: ${holds.map(heldInWords).join(', ') || 'none'}`,
          '',
          text,
        ].join('\n'),
      )
    })
}

function heldInWords(held: Held): string {
  switch (held.is) {
    case 'stop':
      return held.all ? 'stop (all)' : 'stop'
    case 'right':
      return `right (${held.ask})`
    case 'complaint':
    case 'request':
    case 'contradicted-score':
    case 'words-to-read':
      return held.is
  }
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  const opened = await open(file).catch(() => null)
  if (!opened) return null
  try {
    const bytes = new Uint8Array(MOST)
    let read = 0
    while (read < MOST) {
      const { bytesRead } = await opened.read(bytes, read, MOST - read)
      if (bytesRead === 0) break
      read += bytesRead
    }
    return bytes.subarray(0, read)
  } catch {
    // A folder can be opened but not read.
    return null
  } finally {
    await opened.close()
  }
}

async function bytesOfInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let read = 0
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    chunks.push(bytes)
    read += bytes.length
    if (read > MOST) break
  }
  return Buffer.concat(chunks).subarray(0, MOST)
}

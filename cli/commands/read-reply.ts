/** `care read-reply FILE.eml`: what a customer's mail is taken for, checked by hand. Nothing is stored and nobody is asked. */
import { open } from 'node:fs/promises'
import { stdin } from 'node:process'
import { Command, Option } from 'commander'
import { MOST_MAIL_BYTES } from '#adapters/mail-in/mail-limits.ts'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { projectLetters } from '#cli/own-letters.ts'
import { SURVEY_KINDS, type SurveyKind } from '#core/campaign/survey-definition.ts'
import { readReply } from '#core/reply/read-reply.ts'

/** One more than is read tells that there is more. */
const MOST = MOST_MAIL_BYTES + 1

export function readReplyCommand({ output, place }: CareFrame): Command {
  return new Command('read-reply')
    .description('say what a mail is taken for: its kind, score, language, and only the words newly written')
    .argument('<file>', 'a raw mail (.eml); - for standard input')
    .addOption(new Option('--kind <kind>', 'the survey it answers').choices(SURVEY_KINDS).default('nps'))
    .option('--json', 'print { kind, score, text, language, reasons }')
    .action(async (file: string, { kind, json }: { kind: SurveyKind; json?: true }) => {
      const bytes = file === '-' ? await bytesOfInput() : await bytesOf(file)
      if (bytes === null) return output.refuse([`${file}: there is no such file, or it may not be read`])
      const own = await projectLetters({ company: place.companyRules().company, kind })
      const { kind: taken, score, text, language, reasons } = readReply(await readMail(bytes), { kind }, own)
      if (json) return output.print(JSON.stringify({ kind: taken, score, text, language, reasons }, null, 2))
      output.print(
        [
          `kind: ${taken}`,
          `score: ${score ?? 'none'}`,
          `language: ${language}`,
          `reasons: ${reasons.join(', ') || 'none'}`,
          '',
          text,
        ].join('\n'),
      )
    })
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
    // A folder can be opened and not read.
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

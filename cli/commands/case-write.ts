/** `care case write`: a mail to the customer of a case, by the rules of the page; without words it prints what staff begin with. */
import { readFile } from 'node:fs/promises'
import { Argument, Command } from 'commander'
import { contactKeys } from '#adapters/crypto/contact-keys.ts'
import { writeToCustomer } from '#app/desk/write-to-customer.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import { CASE_SKELETON_TEMPLATE, CASE_SOLVED_TEMPLATE } from '#core/audience/case-mail.ts'
import { playbookOf } from '#core/campaign/playbook.ts'
import { contentId } from '#core/customer/content-id.ts'
import { descriptionOf } from '#core/work/case/case-standing.ts'
import { caseSkeleton } from '#functions/wiring/case-letters.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'

interface Written {
  readonly by: string
  readonly subject?: string
  readonly text?: string
  readonly file?: string
  readonly asks?: true
  readonly askSolved?: true
}

export function writeCommand(frame: CareFrame): Command {
  return new Command('write')
    .description(
      'send the customer a mail, whose answer comes back into the case; without --text and --file print what staff begin with',
    )
    .addArgument(new Argument('<case>', 'the id of the case, as care cases lists it'))
    .requiredOption('--by <name>', 'who does it')
    .option('--subject <text>', 'left out: the subject of the words that staff begin with')
    .option('--text <text>', 'the words; a blank line begins a paragraph')
    .option('--file <path>', 'a file with the words')
    .option('--asks', 'the customer is asked something: the clocks of the solution stand still until they answer')
    .option('--ask-solved', 'the customer says by two buttons whether it is solved: solved closes the case')
    .action((workId: string, written: Written) => write(frame, workId, written))
}

async function write({ output, place }: CareFrame, workId: string, written: Written): Promise<void> {
  const { by, asks, askSolved, file } = written
  const stores = await place.stores()
  const { companyRules, now } = stores
  const begun = await skeletonOf(stores, { workId, template: askSolved ? CASE_SOLVED_TEMPLATE : CASE_SKELETON_TEMPLATE })
  const text = file === undefined ? written.text : await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) {
    if (file !== undefined) return output.refuse([`--file ${file}: cannot be read`])
    if (begun === null) return output.refuse([`${workId}: ${workSaidInWords('no-mail-words', 'en')}`])
    for (const line of [`subject: ${begun.subject}`, '', ...begun.text.split('\n')]) output.print(line)
    return
  }
  const work = await place.work()
  if ('out' in work) return output.refuse([work.out])
  const subject = written.subject ?? begun?.subject ?? ''
  const letter = {
    workId,
    // The same command once more within a minute is the same mail.
    mailId: contentId(`${now.slice(0, 16)} ${workId} ${subject} ${text}`),
    subject,
    text,
    purpose: askSolved ? 'solved' : asks ? 'asks' : 'tells',
  } as const
  const run = () =>
    writeToCustomer({ ...stores, seals: contactKeys, notices: work.notices, companyRules }, { ...letter, by, at: now })
  const done = await auditedOnWork({ output, stores }, { act: 'write-to-customer', workId }, run)
  if ('refused' in done)
    return output.refuse([
      `${workId}: ${done.refused === 'too-long' ? tooLongInWords(done) : workSaidInWords(done.refused, 'en')}`,
    ])
  output.print(`${workId}: on its way${done.again ? ', as before' : ''}`)
}

async function skeletonOf(
  { work, customers, words, companyRules }: Awaited<ReturnType<CareFrame['place']['stores']>>,
  { workId, template }: { readonly workId: string; readonly template: string },
): Promise<{ readonly subject: string; readonly text: string } | null> {
  const item = await work.get(workId)
  const person = item?.customerId ? await customers.get(item.customerId) : undefined
  const hash = await words.noticeInForce(template)
  const inForce = hash === undefined ? undefined : await words.read(hash)
  if (!person || typeof inForce !== 'object') return null
  const category = item?.kind === 'case' ? (descriptionOf(item)?.category ?? null) : null
  const playbook = template === CASE_SOLVED_TEMPLATE ? undefined : playbookOf(companyRules.playbooks, category)
  return caseSkeleton(companyRules.company, { words: inForce, customer: person.customer, playbook })
}

/**
 * The page of a question to a department, by the link of the person who was asked or of the head. Opening it changes nothing. A press that looks like a
 * machine's changes nothing either, and the page asks for one more: a scanner must accept nothing, and answer nothing, in a person's name.
 */
import type { Context } from 'hono'
import { type HearDepartmentPorts, hearDepartment, isDone, type OpenedQuestion, openQuestion } from '#app/desk/hear-department.ts'
import { type KeepCaseFilePorts, type KeepRefusal, keepCaseFile, type OfferedFile } from '#app/desk/keep-case-file.ts'
import type { Events } from '#app/events.ts'
import type { LinkSeals } from '#app/ports/secrets.ts'
import { type DepartmentPerson, departmentNamed } from '#core/campaign/departments.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { FILE_REFUSALS, type FileRefusal } from '#core/work/case/case-file.ts'
import { promisesOffered } from '#core/work/case/promises-offered.ts'
import { type DepartmentAct, eventOfDepartment } from '#core/work/case/question-act.ts'
import { linkOfFields } from '#core/work/case/question-link.ts'
import { isOpenQuestion, type Question, questionClock } from '#core/work/case/questions.ts'
import { pagePolicy } from '#functions/customer/page-policy.ts'
import { deadLink, formOf, type PagesOf } from '#functions/customer/page-request.ts'
import { shownForms } from '#functions/customer/shown-form.ts'
import { type FormSeals, fieldsOf } from '#web/customer/confirming-form.ts'
import type { DeadLink } from '#web/customer/link-notices.ts'
import {
  ANSWER_FIELD,
  COLLEAGUE_FIELD,
  departmentPressAgainPage,
  FILE_FIELD,
  NOTHING_TYPED,
  PROMISE_FIELD,
  type QuestionPage,
  questionPage,
  type TypedForDepartment,
} from '#web/customer/question.ts'

export interface DepartmentPagesPorts extends HearDepartmentPorts {
  readonly seals: LinkSeals
  readonly caseFiles: KeepCaseFilePorts['caseFiles']
  readonly events: HearDepartmentPorts['events'] & Pick<Events, 'questionPressSuspected' | 'caseFileRefused'>
}

interface Visit extends OpenedQuestion {
  readonly path: string
}

export function departmentPages({ app, ports, clock, formClock }: PagesOf<DepartmentPagesPorts>): void {
  const { companyRules: rules, events } = ports
  const { company } = rules
  const forms = shownForms(ports.seals, formClock)

  const show = (
    visit: Visit,
    { seals, typed, refused = null }: { seals: FormSeals; typed?: TypedForDepartment; refused?: QuestionPage['refused'] },
  ) => {
    const { item, question, holder, path } = visit
    const now = clock()
    return questionPage({
      company,
      locale: holder.language,
      zone: company.zone,
      department: departmentNamed(rules.departments, question.asked.department, holder.language),
      question,
      clock: questionClock(question, { rules, now }),
      holder: holder.name,
      promises: promisesOffered(item, { department: question.asked.department, now, rules }),
      typed: typed ?? { ...NOTHING_TYPED, colleague: colleagueBefore(question, holder) },
      refused,
      seals,
      acceptTo: `${path}/accept`,
      answerTo: `${path}/answer`,
    })
  }

  app.use('/q/*', async (context, next) => {
    await next()
    context.header('content-security-policy', pagePolicy({ hasScript: true }))
  })

  app.get('/q/:token', async (context) => {
    const visit = await visitOf(ports, context, clock())
    if (typeof visit === 'string') return deadLink(context, company, visit)
    return context.html(show(visit, { seals: forms.show(context, visit.path) }))
  })

  for (const pressed of ['accept', 'answer'] as const)
    app.post(`/q/:token/${pressed}`, async (context) => {
      const visit = await visitOf(ports, context, clock())
      if (typeof visit === 'string') return deadLink(context, company, visit)
      const { item, question, holder, path } = visit
      const { questionId } = question.asked
      const form = await formOf(context)
      const typed = typedIn(form)
      const suspected = await forms.pressed(context, { path, form })
      // A question that is closed stays so: whatever is pressed there changes nothing, and is told why.
      if (suspected && isOpenQuestion(question)) {
        events.questionPressSuspected({ questionId, because: suspected.because })
        // No page can carry a file on: the form comes back with the words, and the file is chosen once more.
        if (await fileIn(form))
          return context.html(show(visit, { seals: suspected.again.seals, typed, refused: 'choose-again' }), 409)
        const frame = { company, locale: holder.language, zone: company.zone, typed }
        const again = { ...suspected.again, fields: fieldsOf(form), sendTo: `${path}/${pressed}` }
        return context.html(
          departmentPressAgainPage({ ...frame, ...again, pressed: pressed === 'accept' ? 'accept' : 'department-answer' }),
        )
      }
      const press = { act: actOf(pressed, typed), questionId, name: holder.name, colleague: typed.colleague, at: clock() }
      // What is refused keeps no file: each try would leave one that nothing names.
      const isAgain = isDone(question, press)
      const isRefused = !isAgain && 'refused' in eventOfDepartment(item, press, rules)
      const sent = pressed === 'answer' && !isRefused ? await fileIn(form) : null
      const kept = sent && (await keepCaseFile(ports, { workId: item.workId, file: sent, questionId }))
      if (kept && 'refused' in kept && !ENDS_ALL.has(kept.refused))
        return context.html(show(visit, { seals: forms.show(context, path), typed, refused: fileRefusal(kept.refused) }), 409)
      // An answer that stands already, of a case that takes no file any more.
      if (kept && 'refused' in kept && isAgain)
        return context.html(show(visit, { seals: forms.show(context, path), typed, refused: 'answered-already' }), 409)
      const file = kept && 'refused' in kept ? null : kept
      const done = await hearDepartment(ports, { workId: item.workId, file, ...press })
      if (!('refused' in done)) return context.redirect(path, 303)
      if (done.refused === 'gone') return deadLink(context, company, 'gone')
      const fresh = await visitOf(ports, context, clock())
      if (typeof fresh === 'string') return deadLink(context, company, fresh)
      return context.html(show(fresh, { seals: forms.show(context, path), typed, refused: done.refused }), 409)
    })
}

const actOf = (pressed: 'accept' | 'answer', { promise, answer }: TypedForDepartment): DepartmentAct =>
  pressed === 'accept' ? { is: 'accept', promisedAt: promise === '' ? null : promise } : { is: 'answer', text: answer }

/** What the answer itself is then refused with. */
const ENDS_ALL: ReadonlySet<string> = new Set(['no-such-work', 'no-case', 'already-closed'])

/** A case that is full takes the answer all the same, and no file. */
const fileRefusal = (refused: KeepRefusal): FileRefusal => FILE_REFUSALS.find((one) => one === refused) ?? 'too-many-files'

/** Null where none was chosen: a browser then sends one without a name and without a byte. */
async function fileIn(form: Readonly<Record<string, unknown>>): Promise<OfferedFile | null> {
  const sent = form[FILE_FIELD]
  if (!(sent instanceof File) || (sent.size === 0 && sent.name === '')) return null
  return { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) }
}

function typedIn(form: Readonly<Record<string, unknown>>): TypedForDepartment {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const promise = text(PROMISE_FIELD)
  // No form of ours sends anything else.
  return {
    promise: InstantSchema.safeParse(promise).success ? promise : '',
    colleague: text(COLLEAGUE_FIELD),
    answer: text(ANSWER_FIELD),
  }
}

async function visitOf(ports: DepartmentPagesPorts, context: Context, now: Instant): Promise<Visit | DeadLink> {
  const token = context.req.param('token') ?? ''
  const opened = await ports.seals.openLink(token, { use: 'question', now })
  if (opened === 'expired') return 'expired'
  const link = opened && linkOfFields(opened.fields)
  if (!link) return 'broken'
  const question = await openQuestion(ports, link)
  return question ? { ...question, path: `/q/${token}` } : 'gone'
}

/** Who accepted it by this link in another person's place most likely answers it too, and may not think of the field again. */
function colleagueBefore({ accepted }: Question, { name }: Pick<DepartmentPerson, 'name'>): string {
  const said = accepted?.said
  return said?.is === 'link' && said.name === name ? (said.colleague ?? '') : ''
}

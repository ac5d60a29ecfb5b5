/** The files of a case: the form that adds one, and each of them to save. Whatever is in one, it is never opened as a page of the app. */
import { addCaseFile } from '#app/desk/add-case-file.ts'
import type { FileType } from '#core/work/case/case-file.ts'
import { fileNamed } from '#core/work/case/files-of-case.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

/** What the bytes were found to be, and never what a browser said. */
const CONTENT_TYPES: Readonly<Record<FileType, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
}

export function caseFileRoutes(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, events } = system

  app.post('/work/:id/file', needs('note-work'), async (context) => {
    const { workId, actor, at, text, file } = await formOf(system, context)
    const run = async () =>
      addCaseFile({ ...stores, companyRules, events }, { workId, ...actor, file: await file('file'), note: text('text'), at })
    const draft = { act: 'on-case', text: text('text'), onCase: { form: 'file', fields: { text: text('text') } } } as const
    return answer(system, context, { act: 'add-file', done: 'file-added', draft, run })
  })

  app.get('/work/:id/files/:sha256', needs('see-work'), async (context) => {
    const { id: workId, sha256 } = context.req.param()
    const item = await stores.work.get(workId)
    // Only what an event of this very case names: a link to the file of another case leads nowhere.
    const named = item?.kind === 'case' ? fileNamed(item, sha256) : undefined
    const bytes = named && (await stores.caseFiles.read({ workId, sha256 }))
    if (named && !bytes) events.caseFileGone({ sha256 })
    if (!named || !bytes) return context.html(noSuchPage(frameOf(system, context), 'file'), 404)
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': CONTENT_TYPES[named.type],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(named.name).replace(/['()*]/g, escaped)}`,
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })
  return app
}

/** What `encodeURIComponent` leaves and RFC 8187 does not. */
const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

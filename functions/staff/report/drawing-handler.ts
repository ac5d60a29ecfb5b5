/** The app that draws, behind the HTTP API of the staff app. */
import { handle } from 'hono/aws-lambda'
import { type DrawingSystem, drawingApp } from '#functions/staff/report/drawing-app.ts'

/** Pictures of charts and refusals are text; files are bytes. */
const TEXT = /^(text\/html|image\/svg\+xml)/

export const drawingHandler = (system: DrawingSystem): ReturnType<typeof handle> =>
  handle(drawingApp(system), { isContentTypeBinary: (type) => !TEXT.test(type) })

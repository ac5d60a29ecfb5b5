/** The app that draws, behind the HTTP API of the staff app. */
import { type HttpHandler, httpHandler } from '#functions/http-handler.ts'
import { type DrawingSystem, drawingApp } from '#functions/staff/report/drawing-app.ts'

/** Pictures of charts and refusals are text; files are bytes. */
const TEXT = /^(text\/html|image\/svg\+xml)/

export const drawingHandler = (system: DrawingSystem): HttpHandler =>
  httpHandler(drawingApp(system), { isContentTypeBinary: (type) => !TEXT.test(type) })
